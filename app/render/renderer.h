// Draws a RenderScene with OpenGL 3.3 core into framebuffers of its own.
#pragma once

#include <filesystem>
#include <memory>

#include "body/body.h"
#include "core/image.h"
#include "render/scene.h"

namespace myo::render {

/// Needs a current OpenGL 3.3 context during construction, every call and destruction, always the same one.
class Renderer {
public:
    /// \param shaderOverride folder whose shader files win over the embedded ones (for development); may be empty.
    /// \throw std::runtime_error if the context is older than 3.3 or a shader does not compile; the text says what to
    /// do.
    explicit Renderer(const std::filesystem::path& shaderOverride = {});
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    /// Uploads a body; scenes drawn afterwards refer to its structures.
    void setBody(std::shared_ptr<const body::Body> body);

    /// Draws the scene and returns the id of a 2D texture that holds it (sRGB-encoded RGBA8, scene.sizePx); the texture
    /// belongs to the renderer and is valid until the next call. An unchanged scene is not drawn again.
    [[nodiscard]] unsigned int draw(const RenderScene& scene);

    /// Number of scenes that were really drawn.
    [[nodiscard]] std::size_t framesDrawn() const;

    /// Reads back what draw() drew last.
    [[nodiscard]] Image read() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myo::render
