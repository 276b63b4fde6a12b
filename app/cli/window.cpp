// myoatlas [--point ID]
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
    shell::WindowOptions window = options.window;
    window.size = size.value();
    window.text = environment.text;
    if (const auto problem = shell::runWindow(environment.resources, window)) {
        return environment.fail(*problem);
    }
    return ExitCode::done;
}

}  // namespace myo::cli
