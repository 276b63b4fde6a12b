// The atlas window: the one place where session, ui, render and platform meet.
#pragma once

#include <string>

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace myo::cli {

/// \see docs/window.md for the options that serve tests.
struct WindowOptions {
    std::string point;  ///< POINT[:left|right|both] to open on; empty = none
    std::string body = "male";
    FigureOptions figure;  ///< how a figure given as the body is to be read, and an anatomy set
    std::string size = "1280x800";
    float scale = 0.0F;     ///< pixels per design pixel; 0 = the screen's scale times the setting
    std::string recording;  ///< file to write input to
    std::string replay;     ///< file to take input from instead of the devices; the window closes at its end
    std::string status;     ///< file that is told what happens, one line each
    int frames = 0;         ///< close after so many frames; 0 = stay open
};

void addWindowOptions(CLI::App& app, WindowOptions& options);

/// Opens the window and stays until it is closed. \return an ExitCode.
[[nodiscard]] int runWindow(const Environment& environment, const WindowOptions& options);

}  // namespace myo::cli
