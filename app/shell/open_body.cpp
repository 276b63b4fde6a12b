// Bodies by name or file, for all commands and the window.
#include "shell/open_body.h"

#include <system_error>

#include <fmt/format.h>

#include "own_model/open_model.h"

namespace myo::shell {

namespace {

namespace fs = std::filesystem;
using SharedBody = std::shared_ptr<const body::Body>;

Result<SharedBody> load(const fs::path& file) {
    auto body = body::loadBody(file);
    if (!body) {
        return body.problem();
    }
    return SharedBody(std::make_shared<const body::Body>(std::move(body).value()));
}

// The program's male body laid into a person's own model.
Result<OpenedBody> openModel(const Resources& resources, const fs::path& file, const ModelOptions& options) {
    const auto frame = placementOptions(options);
    if (!frame) {
        return frame.problem();
    }
    const auto figure = makeBuiltInBody(resources);
    if (!figure) {
        return figure.problem();
    }
    auto body = own_model::openModel(*figure.value(), file, frame.value());
    if (!body) {
        return body.problem();
    }
    OpenedBody opened{std::make_shared<const body::Body>(std::move(body.value().body)), {}};
    for (const std::string& note : body.value().notes) {
        opened.remarks.push_back({{file.string(), 0, 0}, note, "", Severity::warning});
    }
    return opened;
}

// The same, with a word about what became of the set.
Result<OpenedBody> withAnatomySet(const Resources& resources, OpenedBody opened, const fs::path& path) {
    auto applied = bodyWithSet(resources, *opened.body, path);
    if (!applied) {
        return applied.problem();
    }
    opened.remarks.push_back({{path.string(), 0, 0}, applied.value().sentence(), "", Severity::warning});
    opened.body = std::make_shared<const body::Body>(std::move(applied.value().body));
    return opened;
}

Result<OpenedBody> openPlain(const Resources& resources, const std::string& nameOrFile, const ModelOptions& options) {
    if (meansFile(nameOrFile) && !body::isBuiltBody(nameOrFile)) {
        return openModel(resources, nameOrFile, options);
    }
    auto body = meansFile(nameOrFile) ? load(nameOrFile) : loadBuiltIn(resources, nameOrFile);
    if (!body) {
        return body.problem();
    }
    return OpenedBody{std::move(body).value(), {}};
}

}  // namespace

Result<own_model::PlacementOptions> placementOptions(const ModelOptions& options) {
    own_model::PlacementOptions frame;
    frame.up = own_model::FileAxis::parse(options.up);
    frame.facing = own_model::FileAxis::parse(options.facing);
    frame.unitMm = own_model::unitMillimetres(options.units);
    if ((!options.up.empty() && !frame.up) || (!options.facing.empty() && !frame.facing)) {
        return Diagnostic{{}, "an axis is x, y or z, or one of them after a minus sign", "e.g. --up z --facing -y"};
    }
    if (!options.units.empty() && !frame.unitMm) {
        return Diagnostic{{}, fmt::format("'{}' is not a unit", options.units), "m, cm, mm, dm, in or ft"};
    }
    if (frame.up && frame.facing && frame.up->axis == frame.facing->axis) {
        return Diagnostic{{}, "a figure cannot face along its up axis", "another axis for --facing"};
    }
    return frame;
}

bool meansFile(const std::string& nameOrFile) {
    return nameOrFile.find('/') != std::string::npos || fs::path(nameOrFile).has_extension();
}

Result<std::shared_ptr<const own_model::BuiltInBody>> makeBuiltInBody(const Resources& resources) {
    const auto male = load(resources.bodies / "body_male.glb");
    if (!male) {
        return male.problem();
    }
    const auto joints = body::readJoints(resources.anatomy / "joints_male.tsv");
    if (!joints) {
        return joints.problem();
    }
    return std::shared_ptr<const own_model::BuiltInBody>(
        std::make_shared<const own_model::BuiltInBody>(male.value(), joints.value()));
}

Result<SharedBody> loadBuiltIn(const Resources& resources, const std::string& name) {
    const fs::path file = resources.bodies / ("body_" + name + ".glb");
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return Diagnostic{{}, fmt::format("there is no body named '{}'", name), "male, female or a file"};
    }
    return load(file);
}

Result<own_model::AppliedSet> bodyWithSet(const Resources& resources, const body::Body& body, const fs::path& path,
                                          const own_model::ProgressReport& progress, const std::stop_token& stop) {
    const auto names = own_model::AnatomyNames::read(resources.anatomy / "muscles.tsv");
    if (!names) {
        return names.problem();
    }
    const auto set = own_model::readAnatomySet(path, progress, stop);
    if (!set) {
        return set.problem();
    }
    auto applied = own_model::applyAnatomySet(body, names.value(), set.value());
    if (!applied) {
        Diagnostic problem = applied.problem();
        problem.place.file = path.string();
        return problem;
    }
    return applied;
}

Result<OpenedBody> openBody(const Resources& resources, const std::string& nameOrFile, const ModelOptions& options) {
    auto opened = openPlain(resources, nameOrFile, options);
    if (!opened || options.anatomy.empty()) {
        return opened;
    }
    return withAnatomySet(resources, std::move(opened).value(), options.anatomy);
}

}  // namespace myo::shell
