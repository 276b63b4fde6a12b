// myoatlas export, mesh
#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "cli/commands.h"
#include "core/write_file.h"
#include "referral/referral.h"
#include "report/export_json.h"

namespace myo::cli {

namespace {

const char* layerOf(body::StructureKind kind) {
    switch (kind) {
        case body::StructureKind::skin:
            return "skin";
        case body::StructureKind::muscle:
            return "muscles";
        case body::StructureKind::bone:
        case body::StructureKind::cartilage:
            break;
    }
    return "skeleton";
}

}  // namespace

int exportCommand(const Environment& environment, const ExportOptions& options) {
    const auto atlas = loadEverything(environment);
    if (!atlas) {
        return environment.fail(atlas.problem());
    }
    const auto body = openBody(environment, options.body, options.model);
    if (!body) {
        return environment.failBody(options.body, options.model, body.problem());
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
    const auto written = writeFile(options.output, document);
    return written ? ExitCode::done : environment.fail(written.problem());
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
        return environment.failBody(options.body, options.model, body.problem());
    }
    body::Body chosen = *body.value();
    const auto leftOut = std::stable_partition(
        chosen.structures.begin(), chosen.structures.end(),
        [&](const body::Structure& structure) { return layers.contains(layerOf(structure.kind)); });
    if (leftOut == chosen.structures.begin()) {
        return environment.fail({{}, fmt::format("this body has no {}", options.layers), "other layers"});
    }
    // The places of trigger points lie in muscles: without them nothing could be shown on the skin alone.
    std::copy_if(leftOut, chosen.structures.end(), std::back_inserter(chosen.placesOnly),
                 [](const body::Structure& structure) { return structure.kind == body::StructureKind::muscle; });
    chosen.structures.erase(leftOut, chosen.structures.end());
    const auto saved = body::saveBody(chosen, options.output);
    return saved ? ExitCode::done : environment.fail(saved.problem());
}

}  // namespace myo::cli
