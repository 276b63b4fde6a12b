// myoatlas export, mesh
#include <fstream>
#include <ostream>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "cli/commands.h"
#include "referral/referral.h"
#include "report/export_json.h"

namespace myo::cli {

int exportCommand(const Environment& environment, const ExportOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const auto body = openBody(environment, options.body, options.model);
    if (!body) {
        return environment.fail(body.problem());
    }
    const referral::Referral referral(atlas.value(), body.value());
    for (const Diagnostic& finding : referral.findings()) {
        environment.complain(finding);
    }
    const std::string document = report::exportAtlas(atlas.value(), referral, *body.value()).dump(1) + "\n";
    if (options.output.empty()) {
        environment.out << document;
        return ExitCode::done;
    }
    std::ofstream file(options.output, std::ios::binary);
    file << document;
    file.close();
    if (!file) {
        return environment.fail({{options.output}, "the file could not be written", "a folder that may be written to"});
    }
    return ExitCode::done;
}

int meshCommand(const Environment& environment, const MeshOptions& options) {
    std::set<std::string> layers;
    std::stringstream list(options.layers);
    for (std::string layer; std::getline(list, layer, ',');) {
        if (layer != "skin" && layer != "muscles" && layer != "skeleton") {
            environment.complain({{}, fmt::format("there is no layer '{}'", layer), "skin, muscles, skeleton"});
            return ExitCode::wrongCall;
        }
        layers.insert(layer);
    }
    const auto body = openBody(environment, options.body, options.model);
    if (!body) {
        return environment.fail(body.problem());
    }
    body::Body chosen = *body.value();
    std::erase_if(chosen.structures, [&](const body::Structure& s) {
        switch (s.kind) {
            case body::StructureKind::skin:
                return !layers.contains("skin");
            case body::StructureKind::muscle:
                return !layers.contains("muscles");
            case body::StructureKind::bone:
            case body::StructureKind::cartilage:
                break;
        }
        return !layers.contains("skeleton");
    });
    const auto saved = body::saveBody(chosen, options.output);
    return saved ? ExitCode::done : environment.fail(saved.problem());
}

}  // namespace myo::cli
