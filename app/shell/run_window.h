// Opens the atlas window: the one place where session, ui, render and platform meet.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <glm/glm.hpp>

#include "core/resources.h"
#include "core/text.h"
#include "shell/open_body.h"
#include "study/review.h"

namespace myo::shell {

/// \see docs/window.md for the options that serve tests.
struct WindowOptions {
    std::shared_ptr<const Text> text;  ///< what a person reads; never null
    std::string exam;                  ///< a teacher's set file to open with; empty = none
    std::string point;                 ///< POINT[:left|right|both] to open on; empty = none
    std::string body = "male";
    ModelOptions model;  ///< how a model given as the body is to be read, and an anatomy set
    glm::ivec2 size{1280, 800};
    float scale = 0.0F;     ///< pixels per design pixel; 0 = the screen's scale times the setting
    std::string recording;  ///< file to write input to
    std::string replay;     ///< file to take input from instead of the devices; the window closes at its end
    std::string status;     ///< file that is told what happens, one line each
    std::optional<study::Moment> clock;  ///< what time it is when the window opens, instead of the machine's
    int frames = 0;                      ///< close after so many frames; 0 = stay open
};

/// Opens the window and stays until it is closed. \return what kept it from opening; nothing if all went well.
/// \pre options.model is understood by placementOptions. \throw std::runtime_error if the driver fails.
[[nodiscard]] std::optional<Diagnostic> runWindow(const Resources& resources, const WindowOptions& options);

}  // namespace myo::shell
