#include "cli/environment.h"

#include <cstdlib>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

namespace myo::cli {

namespace fs = std::filesystem;

void Environment::complain(const Diagnostic& problem) const {
    err << "myoatlas: " << problem.text() << '\n';
}

int Environment::fail(const Diagnostic& problem) const {
    complain(problem);
    return ExitCode::failed;
}

fs::path userDataFolder() {
    if (const char* base = std::getenv("XDG_DATA_HOME"); base != nullptr && *base != '\0') {
        return fs::path(base) / "myoatlas" / "data";
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        return fs::path(home) / ".local" / "share" / "myoatlas" / "data";
    }
    return {};
}

Result<atlas::Atlas> loadEverything(const Environment& environment) {
    const auto context = atlas::loadContext(environment.resources.anatomy);
    if (!context) {
        return context.problem();
    }
    atlas::LoadedAtlas loaded = atlas::loadAtlas(environment.resources.data, context.value());
    std::error_code ignored;
    if (const fs::path user = userDataFolder(); !user.empty() && fs::exists(user, ignored)) {
        loaded = atlas::mergeUserData(loaded, user, context.value());
    }
    for (const Diagnostic& finding : loaded.findings) {
        if (finding.severity == Severity::error) {
            environment.complain(finding);
        }
    }
    if (loaded.atlas.muscles.empty()) {
        return Diagnostic{
            {environment.resources.data.string()}, "there is no muscle in the data", "muscles/*.toml in this folder"};
    }
    return std::move(loaded.atlas);
}

fs::path shaderFolder([[maybe_unused]] const Resources& resources) {
#ifdef NDEBUG
    return {};
#else
    return resources.shaders;
#endif
}

Diagnostic unknownId(const atlas::Atlas& atlas, const std::string& text, const std::string& kind) {
    const std::string nearest = atlas.nearestId(text);
    return Diagnostic{{},
                      fmt::format("there is no {} '{}'", kind, text),
                      nearest.empty() ? "an id of 'myoatlas list'" : fmt::format("did you mean '{}'?", nearest)};
}

Result<PointArgument> parsePoint(const atlas::Atlas& atlas, const std::string& text) {
    const auto colon = text.rfind(':');
    const std::string id = text.substr(0, colon);
    PointArgument argument;
    if (colon != std::string::npos) {
        const std::string side = text.substr(colon + 1);
        if (side != "left" && side != "right" && side != "both") {
            return Diagnostic{{}, fmt::format("'{}' is not a side", side), "left, right or both after the colon"};
        }
        argument.left = side != "right";
        argument.right = side != "left";
    }
    const auto point = PointId::parse(id);
    if (!point || atlas.find(*point) == nullptr) {
        return unknownId(atlas, id, "trigger point");
    }
    argument.point = *point;
    return argument;
}

}  // namespace myo::cli
