// Two-dimensional textures and framebuffers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <glm/glm.hpp>

#include "render/gl/handle.h"
#include "render/gl/state.h"

namespace myo::render::gl {

void deleteTexture(unsigned int name);
void deleteRenderbuffer(unsigned int name);
void deleteFramebuffer(unsigned int name);

/// Colours are 8 bits a channel; `srgba8` is encoded by the hardware on writing and decoded on reading.
enum class PixelFormat { r8, rgba8, srgba8, depth32f };

struct Sampling {
    bool linear = true;
    bool mipmaps = false;
    bool repeat = false;
};

class Texture {
public:
    Texture() = default;
    /// \param pixels tightly packed rows, first row first, or empty for undefined content.
    Texture(const glm::ivec2& size, PixelFormat format, const Sampling& sampling,
            std::span<const std::uint8_t> pixels = {});

    void bind(int unit) const;
    [[nodiscard]] const glm::ivec2& size() const { return size_; }
    [[nodiscard]] unsigned int name() const { return handle_.name(); }

private:
    Handle<deleteTexture> handle_;
    glm::ivec2 size_{0};
};

/// A picture that is drawn into but never sampled; several samples per pixel.
class Renderbuffer {
public:
    Renderbuffer() = default;
    Renderbuffer(const glm::ivec2& size, PixelFormat format, int samples);
    [[nodiscard]] unsigned int name() const { return handle_.name(); }

private:
    Handle<deleteRenderbuffer> handle_;
};

/// Where drawing goes. Keeps no attachment alive.
class Framebuffer {
public:
    Framebuffer();

    void attachColor(const Texture& texture);
    void attachDepth(const Texture& texture);
    void attachColor(const Renderbuffer& buffer);
    void attachDepth(const Renderbuffer& buffer);
    /// Whether the driver accepts the attachments.
    [[nodiscard]] bool complete() const;

    void bind() const;
    /// Averages (colour) or picks (depth) the samples of a rectangle of `source` into this one. Also copies between
    /// framebuffers of one format.
    void resolveColor(const Framebuffer& source, const Rect& rect) const;
    void resolveDepth(const Framebuffer& source, const Rect& rect) const;
    /// RGBA8 rows, bottom row first.
    [[nodiscard]] std::vector<unsigned char> readRgba(const glm::ivec2& size) const;

private:
    Handle<deleteFramebuffer> handle_;
};

}  // namespace myo::render::gl
