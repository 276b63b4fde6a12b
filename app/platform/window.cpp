#include "platform/window.h"

#include <algorithm>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "platform/shortcut.h"

namespace myo::platform {

namespace {

std::string lastProblem() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text != nullptr ? text : "the system gives no reason";
}

WindowQueue& queueOf(GLFWwindow* window) {
    return *static_cast<WindowQueue*>(glfwGetWindowUserPointer(window));
}

// The first code point of a UTF-8 text, 0 if there is none.
int firstCodePoint(const char* text) {
    const auto byte = [&](int i) { return static_cast<int>(static_cast<unsigned char>(text[i])); };
    if (text == nullptr || byte(0) < 0x80) {
        return text == nullptr ? 0 : byte(0);
    }
    const int following = byte(0) >= 0xF0 ? 3 : byte(0) >= 0xE0 ? 2 : 1;
    int code = byte(0) & (0x3F >> following);
    for (int i = 1; i <= following && text[i] != '\0'; ++i) {
        code = (code << 6) | (byte(i) & 0x3F);
    }
    return code;
}

// Asked anew at each press, as a layout can change at any time.
KeyLabels keyLabels() {
    KeyLabels labels;
    for (int key = GLFW_KEY_SPACE + 1; key <= GLFW_KEY_WORLD_2; ++key) {
        if (const int scancode = glfwGetKeyScancode(key); scancode > 0) {
            if (const int label = firstCodePoint(glfwGetKeyName(key, scancode)); label != 0) {
                labels[key] = label;
            }
        }
    }
    return labels;
}

void listen(GLFWwindow* window) {
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        queueOf(w).events.push_back({InputKind::pointer, x, y});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        queueOf(w).events.push_back({InputKind::button, 0.0, 0.0, button, 0, action, mods});
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
        queueOf(w).events.push_back({InputKind::wheel, x, y});
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        const KeyLabels labels = keyLabels();
        const auto label = labels.find(key);
        queueOf(w).pressed = {
            InputKind::key,      0.0, 0.0, key, scancode, action, mods, label != labels.end() ? label->second : 0,
            latinOf(key, labels)};
        queueOf(w).events.push_back(queueOf(w).pressed);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int code) {
        const InputEvent& by = queueOf(w).pressed;  // a character follows its key at once
        queueOf(w).events.push_back(
            {InputKind::character, 0.0, 0.0, static_cast<int>(code), 0, 0, by.mods, by.label, by.latin});
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int width, int height) {
        queueOf(w).events.push_back({InputKind::resize, static_cast<double>(width), static_cast<double>(height)});
    });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { queueOf(w).events.push_back({InputKind::refresh}); });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        queueOf(w).dropped.insert(queueOf(w).dropped.end(), paths, paths + count);
        queueOf(w).events.push_back({InputKind::refresh});
    });
    glfwSetWindowContentScaleCallback(
        window, [](GLFWwindow* w, float, float) { queueOf(w).events.push_back({InputKind::refresh}); });
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const std::string& title, const glm::ivec2& sizePx) {
    if (glfwInit() != GLFW_TRUE) {
        return Diagnostic{{},
                          "no window can be opened (" + lastProblem() + ")",
                          "start it on a desktop, or make pictures without one: myoatlas render --help"};
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    GLFWwindow* handle = glfwCreateWindow(sizePx.x, sizePx.y, title.c_str(), nullptr, nullptr);
    if (handle == nullptr) {
        const std::string reason = lastProblem();
        glfwTerminate();
        return Diagnostic{
            {},
            "OpenGL 3.3 is not available (" + reason + ")",
            "install or update the graphics driver; on Debian the package libgl1-mesa-dri draws without a "
            "graphics card"};
    }
    glfwMakeContextCurrent(handle);
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(handle, 640, 400, GLFW_DONT_CARE, GLFW_DONT_CARE);
    return std::unique_ptr<Window>(new Window(handle));
}

Window::Window(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window_, &queue_);
    listen(window_);
}

Window::~Window() {
    glfwDestroyWindow(window_);
    glfwTerminate();
}

std::vector<InputEvent> Window::events(double seconds) {
    if (seconds == 0.0) {
        glfwPollEvents();
    } else if (seconds < 0.0) {
        glfwWaitEvents();
    } else {
        glfwWaitEventsTimeout(seconds);
    }
    return std::exchange(queue_.events, {});
}

std::vector<std::string> Window::dropped() {
    return std::exchange(queue_.dropped, {});
}

void Window::wake() {
    glfwPostEmptyEvent();
}

void Window::swap() {
    glfwSwapBuffers(window_);
}

bool Window::closing() const {
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void Window::fillScreen(bool on) {
    if (on == (glfwGetWindowMonitor(window_) != nullptr)) {
        return;
    }
    if (!on) {
        glfwSetWindowMonitor(window_, nullptr, before_[0], before_[1], std::max(before_[2], 1), std::max(before_[3], 1),
                             GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(window_, &before_[0], &before_[1]);
    glfwGetWindowSize(window_, &before_[2], &before_[3]);
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    // The screen on which the window's middle lies.
    for (int i = 0; i < count; ++i) {
        int x = 0;
        int y = 0;
        glfwGetMonitorPos(monitors[i], &x, &y);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const int middleX = before_[0] + before_[2] / 2;
        const int middleY = before_[1] + before_[3] / 2;
        const bool here =
            mode != nullptr && middleX >= x && middleX < x + mode->width && middleY >= y && middleY < y + mode->height;
        if (here) {
            glfwSetWindowMonitor(window_, monitors[i], 0, 0, mode->width, mode->height, mode->refreshRate);
            return;
        }
    }
}

void Window::close() {
    glfwSetWindowShouldClose(window_, GLFW_TRUE);
}

glm::ivec2 Window::sizePx() const {
    glm::ivec2 size(0);
    glfwGetFramebufferSize(window_, &size.x, &size.y);
    return size;
}

float Window::contentScale() const {
    float x = 1.0F;
    float y = 1.0F;
    glfwGetWindowContentScale(window_, &x, &y);
    return y > 0.0F ? y : 1.0F;
}

double Window::seconds() const {
    return glfwGetTime();
}

}  // namespace myo::platform
