#include "platform/window.h"

#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

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
        queueOf(w).events.push_back({InputKind::key, 0.0, 0.0, key, scancode, action, mods});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int code) {
        queueOf(w).events.push_back({InputKind::character, 0.0, 0.0, static_cast<int>(code)});
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
