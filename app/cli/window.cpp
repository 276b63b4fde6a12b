// myoatlas [--point ID]
#include <fmt/format.h>

#include "atlas/point_argument.h"
#include "cli/commands.h"
#include "shell/open_body.h"

namespace myo::cli {

int windowCommand(const Environment& environment, const WindowCallOptions& options) {
    if (const auto frame = shell::placementOptions(options.window.model); !frame) {
        environment.complain(frame.problem());
        return ExitCode::wrongCall;
    }
    const auto size = parseSize(options.size);
    if (!size) {
        environment.complain(size.problem());
        return ExitCode::wrongCall;
    }
    if (const std::string& body = options.window.body;
        !body.empty() && !shell::meansFile(body) && !shell::isBuiltIn(body)) {
        return environment.refuse({{}, fmt::format("there is no body named '{}'", body), "male, female or a file"});
    }
    if (!options.window.point.empty()) {
        const auto atlas = loadEverything(environment);
        if (!atlas) {
            return environment.fail(atlas.problem());
        }
        if (const auto point = atlas::parsePoint(atlas.value(), options.window.point); !point) {
            return environment.refuse(point.problem());
        }
    }
    shell::WindowOptions window = options.window;
    window.size = size.value();
    window.text = environment.text;
    if (const auto problem = shell::runWindow(environment.resources, window)) {
        return environment.fail(*problem);
    }
    return ExitCode::done;
}

}  // namespace myo::cli
