#include "cli/environment.h"

#include <cmath>
#include <ostream>

#include "shell/load_atlas.h"
#include "shell/load_text.h"

namespace myo::cli {

void Environment::complain(const Diagnostic& problem) const {
    err << "myoatlas: " << problem.text() << '\n';
}

int Environment::fail(const Diagnostic& problem) const {
    complain(problem);
    return ExitCode::failed;
}

int Environment::refuse(const Diagnostic& problem) const {
    complain(problem);
    return ExitCode::wrongCall;
}

int Environment::failBody(const std::string& nameOrFile, const shell::ModelOptions& options,
                          const Diagnostic& problem) const {
    const bool known = shell::meansFile(nameOrFile) || shell::isBuiltIn(nameOrFile);
    return known && shell::placementOptions(options) ? fail(problem) : refuse(problem);
}

double rounded(float score) {
    return std::round(static_cast<double>(score) * 1000.0) / 1000.0;
}

Result<std::shared_ptr<const atlas::Atlas>> loadWritten(const Environment& environment) {
    auto loaded = shell::loadEverything(environment.resources);
    if (!loaded) {
        return loaded.problem();
    }
    for (const Diagnostic& finding : loaded.value().findings) {
        if (finding.severity == Severity::error) {
            environment.complain(finding);
        }
    }
    if (loaded.value().atlas.muscles.empty()) {
        return Diagnostic{
            {environment.resources.data.string()}, "there is no muscle in the data", "muscles/*.toml in this folder"};
    }
    return std::make_shared<const atlas::Atlas>(std::move(loaded.value().atlas));
}

Result<atlas::Atlas> loadEverything(const Environment& environment) {
    const auto written = loadWritten(environment);
    if (!written) {
        return written.problem();
    }
    return atlas::Atlas(*shell::shownAtlas(written.value(), *environment.text));
}

Result<std::shared_ptr<const body::Body>> openBody(const Environment& environment, const std::string& nameOrFile,
                                                   const shell::ModelOptions& options) {
    auto opened = shell::openBody(environment.resources, *environment.text, nameOrFile, options);
    if (!opened) {
        return opened.problem();
    }
    for (const Diagnostic& remark : opened.value().remarks) {
        environment.complain(remark);
    }
    return std::move(opened.value().body);
}

}  // namespace myo::cli
