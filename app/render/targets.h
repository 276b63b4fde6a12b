// The framebuffers that a picture passes through.
#pragma once

#include "render/gl/texture.h"

namespace myo::render {

/// Samples (several per pixel, or one while the camera moves) -> figure and depth (one per pixel) -> occlusion (half
/// size) -> picture. `mask` holds the silhouettes of highlighted structures.
struct Targets {
    glm::ivec2 size{0};
    int samples = 0;

    gl::Renderbuffer samplesColor;
    gl::Renderbuffer samplesDepth;
    gl::Framebuffer samplesFrame;

    gl::Renderbuffer roughColor;
    gl::Renderbuffer roughDepth;
    gl::Framebuffer roughFrame;

    gl::Texture figure;
    gl::Texture depth;
    gl::Framebuffer figureFrame;

    gl::Texture occlusion;
    gl::Framebuffer occlusionFrame;

    gl::Texture mask;
    gl::Framebuffer maskFrame;

    gl::Texture picture;
    gl::Framebuffer pictureFrame;

    /// \param samples wanted; fewer are used where the driver has not so many, or not the memory.
    /// \throw std::length_error if the size is not possible here.
    static Targets make(const glm::ivec2& size, int samples, const gl::Limits& limits);
};

}  // namespace myo::render
