// The window with its OpenGL 3.3 core context. Main thread only, except wake().
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "core/result.h"
#include "platform/input_event.h"

struct GLFWwindow;

namespace myo::platform {

/// What the window system has told and nobody has asked for yet.
struct WindowQueue {
    std::vector<InputEvent> events;
    std::vector<std::string> dropped;
    InputEvent pressed;  ///< the last event of a key
};

class Window {
public:
    /// Opens a window and makes its context current. The problem says what to do without a display or OpenGL 3.3.
    [[nodiscard]] static Result<std::unique_ptr<Window>> open(const std::string& title, const glm::ivec2& sizePx);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    Window(Window&&) = delete;
    Window& operator=(Window&&) = delete;

    /// What happened since the last call, oldest first. \param seconds 0: does not wait; negative: sleeps until
    /// something happens; else at most that long.
    [[nodiscard]] std::vector<InputEvent> events(double seconds);
    /// Paths of files that were dropped onto the window since the last call.
    [[nodiscard]] std::vector<std::string> dropped();
    /// Ends a sleep in events(); may be called from any thread while the window lives.
    static void wake();

    void swap();
    /// Fills the screen that the window is on, or goes back to where the window was.
    void fillScreen(bool on);
    [[nodiscard]] bool closing() const;
    void close();
    [[nodiscard]] glm::ivec2 sizePx() const;
    /// Of the screen: 1 at about 96 dots per inch.
    [[nodiscard]] float contentScale() const;
    /// Seconds since the window system was started.
    [[nodiscard]] double seconds() const;
    [[nodiscard]] GLFWwindow* handle() const { return window_; }

private:
    explicit Window(GLFWwindow* window);
    GLFWwindow* window_;
    WindowQueue queue_;
    std::array<int, 4> before_{};  ///< place and size before it filled the screen
};

}  // namespace myo::platform
