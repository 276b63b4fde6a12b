// myoatlas validate [DIR]
#include <filesystem>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "cli/commands.h"
#include "referral/checks.h"
#include "referral/referral.h"

namespace myo::cli {

namespace {

std::string counted(std::size_t number, const std::string& noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

// A folder without regions of its own is a user's addition: it is checked on top of the built-in atlas.
atlas::LoadedAtlas loadFolder(const Environment& environment, const std::filesystem::path& folder,
                              const atlas::DataContext& context) {
    std::error_code ignored;
    if (std::filesystem::exists(folder / "regions.toml", ignored)) {
        return atlas::loadAtlas(folder, context);
    }
    atlas::LoadedAtlas builtIn = atlas::loadAtlas(environment.resources.data, context);
    builtIn.findings.clear();
    return atlas::mergeUserData(builtIn, folder, context);
}

// What only the body can tell: points outside their muscles, paint that disagrees with the words.
void checkOnBody(const Environment& environment, const atlas::Atlas& atlas, const std::string& bodyName,
                 Diagnostics& findings) {
    const auto body = openBody(environment, bodyName);
    if (!body) {
        findings.push_back(body.problem());
        return;
    }
    const referral::Referral referral(atlas, body.value());
    findings.insert(findings.end(), referral.findings().begin(), referral.findings().end());
    const Diagnostics zones = referral::checkZones(atlas, referral);
    findings.insert(findings.end(), zones.begin(), zones.end());
}

}  // namespace

int validateCommand(const Environment& environment, const ValidateOptions& options) {
    const std::filesystem::path folder =
        options.folder.empty() ? environment.resources.data : std::filesystem::path(options.folder);
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        return environment.fail({{folder.string()}, "there is no such folder", "a folder with muscles/*.toml"});
    }
    const auto context = atlas::loadContext(environment.resources.anatomy);
    if (!context) {
        return environment.fail(context.problem());
    }
    atlas::LoadedAtlas loaded = loadFolder(environment, folder, context.value());
    Diagnostics findings = std::move(loaded.findings);
    checkOnBody(environment, loaded.atlas, options.body, findings);
    std::size_t errors = 0;
    for (const Diagnostic& finding : findings) {
        Diagnostic line = finding;
        line.what += finding.severity == Severity::warning ? " (warning)" : "";
        environment.complain(line);
        errors += finding.severity == Severity::error ? 1 : 0;
    }
    environment.out << fmt::format("{}, {}, {}: {}, {}\n", counted(loaded.atlas.muscles.size(), "muscle"),
                                   counted(loaded.atlas.points().size(), "trigger point"),
                                   counted(loaded.atlas.regions.size(), "region"), counted(errors, "error"),
                                   counted(findings.size() - errors, "warning"));
    return errors == 0 ? ExitCode::done : ExitCode::failed;
}

}  // namespace myo::cli
