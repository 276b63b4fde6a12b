// Bodies by name or file, for all commands and the window.
#include "cli/open_body.h"

#include <system_error>

#include <fmt/format.h>

#include "anatomy/own_model/open_model.h"

namespace myo::cli {

namespace {

namespace fs = std::filesystem;
using SharedBody = std::shared_ptr<const anatomy::Body>;

Result<SharedBody> load(const fs::path& file) {
    auto body = anatomy::loadBody(file);
    if (!body) {
        return body.problem();
    }
    return SharedBody(std::make_shared<const anatomy::Body>(std::move(body).value()));
}

// The program's male body laid into a person's own figure.
Result<SharedBody> openFigure(const Environment& environment, const fs::path& file, const FigureOptions& options) {
    const auto frame = frameOptions(options);
    if (!frame) {
        return frame.problem();
    }
    const auto figure = makeBuiltInFigure(environment.resources);
    if (!figure) {
        return figure.problem();
    }
    auto body = anatomy::openModel(*figure.value(), file, frame.value());
    if (!body) {
        return body.problem();
    }
    for (const std::string& note : body.value().notes) {
        environment.complain({{file.string(), 0, 0}, note, "", Severity::warning});
    }
    return SharedBody(std::make_shared<const anatomy::Body>(std::move(body.value().body)));
}

// The same, with a word about what became of the set.
Result<SharedBody> withAnatomySet(const Environment& environment, const SharedBody& body, const fs::path& path) {
    auto applied = bodyWithSet(environment.resources, *body, path);
    if (!applied) {
        return applied.problem();
    }
    environment.complain({{path.string(), 0, 0}, applied.value().sentence(), "", Severity::warning});
    return SharedBody(std::make_shared<const anatomy::Body>(std::move(applied.value().body)));
}

Result<SharedBody> openPlain(const Environment& environment, const std::string& nameOrFile,
                             const FigureOptions& options) {
    if (meansFile(nameOrFile)) {
        return anatomy::isBuiltBody(nameOrFile) ? load(nameOrFile) : openFigure(environment, nameOrFile, options);
    }
    return loadBuiltIn(environment.resources, nameOrFile);
}

}  // namespace

Result<anatomy::FrameOptions> frameOptions(const FigureOptions& options) {
    anatomy::FrameOptions frame;
    frame.up = anatomy::FileAxis::parse(options.up);
    frame.facing = anatomy::FileAxis::parse(options.facing);
    frame.unitMm = anatomy::unitMillimetres(options.units);
    if ((!options.up.empty() && !frame.up) || (!options.facing.empty() && !frame.facing)) {
        return Diagnostic{{}, "an axis is x, y or z, or one of them after a minus sign", "e.g. --up z --facing -y"};
    }
    if (!options.units.empty() && !frame.unitMm) {
        return Diagnostic{{}, fmt::format("'{}' is not a unit", options.units), "m, cm, mm, dm, in or ft"};
    }
    if (frame.up && frame.facing && frame.up->axis == frame.facing->axis) {
        return Diagnostic{{}, "a figure can not face along its up axis", "another axis for --facing"};
    }
    return frame;
}

bool meansFile(const std::string& nameOrFile) {
    return nameOrFile.find('/') != std::string::npos || fs::path(nameOrFile).has_extension();
}

Result<std::shared_ptr<const anatomy::BuiltInFigure>> makeBuiltInFigure(const Resources& resources) {
    const auto male = load(resources.bodies / "body_male.glb");
    if (!male) {
        return male.problem();
    }
    const auto joints = anatomy::readJoints(resources.anatomy / "joints_male.tsv");
    if (!joints) {
        return joints.problem();
    }
    return std::shared_ptr<const anatomy::BuiltInFigure>(
        std::make_shared<const anatomy::BuiltInFigure>(male.value(), joints.value()));
}

Result<SharedBody> loadBuiltIn(const Resources& resources, const std::string& name) {
    const fs::path file = resources.bodies / ("body_" + name + ".glb");
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return Diagnostic{{}, fmt::format("there is no body named '{}'", name), "male, female or a file"};
    }
    return load(file);
}

Result<anatomy::AppliedSet> bodyWithSet(const Resources& resources, const anatomy::Body& body, const fs::path& path,
                                        const anatomy::ProgressReport& progress, const std::stop_token& stop) {
    const auto names = anatomy::AnatomyNames::read(resources.anatomy / "muscles.tsv");
    if (!names) {
        return names.problem();
    }
    const auto set = anatomy::readAnatomySet(path, progress, stop);
    if (!set) {
        return set.problem();
    }
    auto applied = anatomy::applyAnatomySet(body, names.value(), set.value());
    if (!applied) {
        Diagnostic problem = applied.problem();
        problem.place.file = path.string();
        return problem;
    }
    return applied;
}

Result<SharedBody> openBody(const Environment& environment, const std::string& nameOrFile,
                            const FigureOptions& options) {
    auto body = openPlain(environment, nameOrFile, options);
    if (!body || options.anatomy.empty()) {
        return body;
    }
    return withAnatomySet(environment, body.value(), options.anatomy);
}

}  // namespace myo::cli
