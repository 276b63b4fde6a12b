// The framebuffers that a picture passes through.
#pragma once

#include <optional>

#include "render/gl/texture.h"

namespace myo::render {

/// All that the empty ground depends on, besides its size.
struct GroundLook {
    glm::vec3 top{0.0F};
    glm::vec3 bottom{0.0F};
    glm::vec4 tile{0.0F};
    bool transparent = false;

    friend bool operator==(const GroundLook&, const GroundLook&) = default;
};

/// Samples (several per pixel, or one) -> figure and depth (one per pixel) -> occlusion (half
/// size) -> picture. `mask` holds the silhouettes of highlighted structures.
struct Targets {
    glm::ivec2 size{0};
    int samples = 0;

    gl::Renderbuffer samplesColor;
    gl::Renderbuffer samplesDepth;
    gl::Framebuffer samplesFrame;

    gl::Texture figure;
    gl::Texture depth;
    gl::Framebuffer figureFrame;

    gl::Texture occlusion;
    gl::Framebuffer occlusionFrame;

    gl::Texture mask;
    gl::Framebuffer maskFrame;

    gl::Texture ground;
    gl::Framebuffer groundFrame;
    std::optional<GroundLook> groundLook;  ///< of what is in `ground`; nothing at first

    gl::Texture picture;
    gl::Framebuffer pictureFrame;

    /// \param samples wanted; fewer are used where the driver has not so many, or not the memory.
    /// \throw std::length_error if the size is not possible here.
    static Targets make(const glm::ivec2& size, int samples, const gl::Limits& limits);
};

}  // namespace myo::render
