// Dear ImGui on a window: takes input events, starts frames, and hands what was built to the OpenGL back end.
#pragma once

#include <array>
#include <map>

#include "platform/input_event.h"
#include "platform/window.h"

namespace myo::platform {

/// Lives shorter than its window. Needs the window's context to be current. \throw std::runtime_error if a back end can
/// not start.
class ImGuiLayer {
public:
    explicit ImGuiLayer(Window& window);
    ~ImGuiLayer();
    ImGuiLayer(const ImGuiLayer&) = delete;
    ImGuiLayer& operator=(const ImGuiLayer&) = delete;
    ImGuiLayer(ImGuiLayer&&) = delete;
    ImGuiLayer& operator=(ImGuiLayer&&) = delete;

    /// Pointer and buttons come from these events only, never from the device, so that a replay is exact.
    void feed(const InputEvent& event);
    void beginFrame();
    /// Renders into the window's framebuffer.
    void endFrame();
    /// To be called after the font atlas has been filled anew.
    void uploadFonts();

private:
    Window& window_;
    glm::vec2 pointer_{-1.0F};
    std::array<bool, 3> buttons_{};
    std::map<int, int> held_;  ///< scancode -> the key code that its press was given on as
};

}  // namespace myo::platform
