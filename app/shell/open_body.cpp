#include "shell/open_body.h"

#include <system_error>

#include <fmt/format.h>

namespace myo::shell {

namespace fs = std::filesystem;

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
        return Diagnostic{{}, "a model cannot face along its up axis", "another axis for --facing"};
    }
    return frame;
}

bool meansFile(const std::string& nameOrFile) {
    return nameOrFile.find('/') != std::string::npos || fs::path(nameOrFile).has_extension();
}

bool isBuiltIn(std::string_view name) {
    return name == "male" || name == "female";
}

Result<LoadBody> bodyAsked(const std::string& nameOrFile, const ModelOptions& options) {
    LoadBody asked;
    asked.anatomySet = options.anatomy;
    if (!meansFile(nameOrFile)) {
        asked.from = NamedBody{nameOrFile};
    } else if (body::isBuiltBody(nameOrFile)) {
        asked.from = BodyFile{nameOrFile};
    } else {
        const auto frame = placementOptions(options);
        if (!frame) {
            return frame.problem();
        }
        asked.from = OwnModelFile{nameOrFile, frame.value()};
    }
    return asked;
}

std::optional<body::BodyIdentity> identityAhead(const std::string& nameOrFile) {
    if (isBuiltIn(nameOrFile)) {
        return body::BodyIdentity{body::BodyKind::builtIn, nameOrFile, {}};
    }
    std::error_code ignored;
    if (!meansFile(nameOrFile) || !fs::is_regular_file(nameOrFile, ignored) || body::isBuiltBody(nameOrFile)) {
        return std::nullopt;
    }
    return own_model::identityOf(nameOrFile);
}

Result<OpenedBody> openBody(const Resources& resources, const Text& text, const std::string& nameOrFile,
                            const ModelOptions& options) {
    const auto asked = bodyAsked(nameOrFile, options);
    if (!asked) {
        return asked.problem();
    }
    return readBody(resources, text, asked.value());
}

}  // namespace myo::shell
