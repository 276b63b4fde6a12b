// An OpenGL context without a window or a display, for pictures made on the command line and for tests.
#pragma once

#include <memory>

#include "core/result.h"

namespace myo::platform {

/// Surfaceless EGL with OpenGL 3.3 core or newer. Move-only; at most one is current per thread.
class EglContext {
public:
    /// Makes a context and makes it current. The problem says what is missing and which package brings it.
    [[nodiscard]] static Result<EglContext> create();

    ~EglContext();
    EglContext(const EglContext&) = delete;
    EglContext& operator=(const EglContext&) = delete;
    EglContext(EglContext&&) noexcept;
    EglContext& operator=(EglContext&&) noexcept;

    /// Makes it the calling thread's context. \throw std::runtime_error if the driver refuses.
    void makeCurrent() const;

private:
    struct Impl;
    explicit EglContext(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace myo::platform
