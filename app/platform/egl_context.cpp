#include "platform/egl_context.h"

#include <stdexcept>
#include <string>

#include <epoxy/egl.h>

namespace myo::platform {

namespace {

Diagnostic problem(const std::string& what) {
    return {{},
            what,
            "a driver that can draw without a display: install the package libgl1-mesa-dri (software drawing), or "
            "update the graphics driver",
            Severity::error};
}

EGLDisplay surfacelessDisplay() {
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    }
    return eglGetDisplay(EGL_DEFAULT_DISPLAY);
}

}  // namespace

struct EglContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    Impl(Impl&&) = delete;
    Impl& operator=(Impl&&) = delete;
    ~Impl() {
        // The display stays initialised: it is shared by every context of the process.
        if (context != EGL_NO_CONTEXT) {
            if (eglGetCurrentContext() == context) {
                eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            }
            eglDestroyContext(display, context);
        }
    }
};

EglContext::EglContext(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EglContext::~EglContext() = default;
EglContext::EglContext(EglContext&&) noexcept = default;
EglContext& EglContext::operator=(EglContext&&) noexcept = default;

Result<EglContext> EglContext::create() {
    if (!epoxy_has_egl()) {
        return problem("EGL is not installed");
    }
    auto impl = std::make_unique<Impl>();
    impl->display = surfacelessDisplay();
    if (impl->display == EGL_NO_DISPLAY || eglInitialize(impl->display, nullptr, nullptr) != EGL_TRUE) {
        return problem("EGL finds no graphics driver");
    }
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) {
        return problem("the graphics driver does not offer desktop OpenGL");
    }
    const EGLint configWanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    if (eglChooseConfig(impl->display, configWanted, &config, 1, &found) != EGL_TRUE || found == 0) {
        config = EGL_NO_CONFIG_KHR;
    }
    const EGLint contextWanted[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    impl->context = eglCreateContext(impl->display, config, EGL_NO_CONTEXT, contextWanted);
    if (impl->context == EGL_NO_CONTEXT) {
        return problem("the graphics driver does not offer OpenGL 3.3");
    }
    if (eglMakeCurrent(impl->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl->context) != EGL_TRUE) {
        return problem("the graphics driver does not draw without a display");
    }
    return EglContext(std::move(impl));
}

void EglContext::makeCurrent() const {
    if (eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl_->context) != EGL_TRUE) {
        throw std::runtime_error("the graphics driver refuses to switch to the offscreen context");
    }
}

}  // namespace myo::platform
