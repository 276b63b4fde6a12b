// Bodies by name or file, for all commands and the window.
#include <system_error>

#include <fmt/format.h>

#include "anatomy/own_model/anatomy_set.h"
#include "anatomy/own_model/open_model.h"
#include "cli/environment.h"

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

// The program's male body laid into a person's own figure.
Result<SharedBody> openFigure(const Environment& environment, const fs::path& file, const FigureOptions& options) {
    const auto frame = frameOptions(options);
    if (!frame) {
        return frame.problem();
    }
    const auto male = load(environment.resources.bodies / "body_male.glb");
    if (!male) {
        return male.problem();
    }
    const auto joints = anatomy::readJoints(environment.resources.anatomy / "joints_male.tsv");
    if (!joints) {
        return joints.problem();
    }
    const anatomy::BuiltInFigure figure(male.value(), joints.value());
    auto body = anatomy::openModel(figure, file, frame.value());
    if (!body) {
        return body.problem();
    }
    for (const std::string& note : body.value().notes) {
        environment.complain({{file.string(), 0, 0}, note, "", Severity::warning});
    }
    return SharedBody(std::make_shared<const anatomy::Body>(std::move(body.value().body)));
}

// The body with muscles and bones of an anatomy set.
Result<SharedBody> withAnatomySet(const Environment& environment, const SharedBody& body, const fs::path& path) {
    const auto names = anatomy::AnatomyNames::read(environment.resources.anatomy / "muscles.tsv");
    if (!names) {
        return names.problem();
    }
    const auto set = anatomy::readAnatomySet(path);
    if (!set) {
        return set.problem();
    }
    auto applied = anatomy::applyAnatomySet(*body, names.value(), set.value());
    if (!applied) {
        Diagnostic problem = applied.problem();
        problem.place.file = path.string();
        return problem;
    }
    environment.complain({{path.string(), 0, 0}, applied.value().sentence(), "", Severity::warning});
    return SharedBody(std::make_shared<const anatomy::Body>(std::move(applied.value().body)));
}

Result<SharedBody> openPlain(const Environment& environment, const std::string& nameOrFile,
                             const FigureOptions& options) {
    const bool isFile = nameOrFile.find('/') != std::string::npos || fs::path(nameOrFile).has_extension();
    if (isFile) {
        return anatomy::isBuiltBody(nameOrFile) ? load(nameOrFile) : openFigure(environment, nameOrFile, options);
    }
    const fs::path builtIn = environment.resources.bodies / ("body_" + nameOrFile + ".glb");
    std::error_code ignored;
    if (!fs::exists(builtIn, ignored)) {
        return Diagnostic{{}, fmt::format("there is no body named '{}'", nameOrFile), "male, female or a file"};
    }
    return load(builtIn);
}

}  // namespace

Result<SharedBody> openBody(const Environment& environment, const std::string& nameOrFile,
                            const FigureOptions& options) {
    auto body = openPlain(environment, nameOrFile, options);
    if (!body || options.anatomy.empty()) {
        return body;
    }
    return withAnatomySet(environment, body.value(), options.anatomy);
}

}  // namespace myo::cli
