#include "render/gl/texture.h"

#include <epoxy/gl.h>

namespace myo::render::gl {

namespace {

// Textures are made on a unit that nothing is drawn with, so that making one unbinds no other.
constexpr GLenum makingUnit = 15;

struct TexelLayout {
    GLint internal;
    GLenum format;
    GLenum type;
};

TexelLayout layoutOf(PixelFormat format) {
    switch (format) {
        case PixelFormat::r8:
            return {GL_R8, GL_RED, GL_UNSIGNED_BYTE};
        case PixelFormat::rgba8:
            return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
        case PixelFormat::srgba8:
            return {GL_SRGB8_ALPHA8, GL_RGBA, GL_UNSIGNED_BYTE};
        case PixelFormat::depth32f:
            return {GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT};
    }
    return {};
}

void blit(unsigned int source, unsigned int target, const Rect& rect, GLbitfield what) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, source);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    const GLint right = rect.x + rect.width;
    const GLint top = rect.y + rect.height;
    glBlitFramebuffer(rect.x, rect.y, right, top, rect.x, rect.y, right, top, what, GL_NEAREST);
}

}  // namespace

void deleteTexture(unsigned int name) {
    glDeleteTextures(1, &name);
}

void deleteRenderbuffer(unsigned int name) {
    glDeleteRenderbuffers(1, &name);
}

void deleteFramebuffer(unsigned int name) {
    glDeleteFramebuffers(1, &name);
}

Texture::Texture(const glm::ivec2& size, PixelFormat format, const Sampling& sampling,
                 std::span<const std::uint8_t> pixels)
    : size_(size) {
    GLuint name = 0;
    glGenTextures(1, &name);
    handle_ = Handle<deleteTexture>(name);
    const TexelLayout layout = layoutOf(format);
    glActiveTexture(GL_TEXTURE0 + makingUnit);
    glBindTexture(GL_TEXTURE_2D, name);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, layout.internal, size.x, size.y, 0, layout.format, layout.type,
                 pixels.empty() ? nullptr : pixels.data());
    const GLint near = sampling.linear ? GL_LINEAR : GL_NEAREST;
    const GLint wrap = sampling.repeat ? GL_REPEAT : GL_CLAMP_TO_EDGE;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, near);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, sampling.mipmaps ? GL_LINEAR_MIPMAP_LINEAR : near);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, wrap);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, wrap);
    if (sampling.mipmaps) {
        glGenerateMipmap(GL_TEXTURE_2D);
    } else {
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    }
}

void Texture::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, handle_.name());
}

Renderbuffer::Renderbuffer(const glm::ivec2& size, PixelFormat format, int samples) {
    GLuint name = 0;
    glGenRenderbuffers(1, &name);
    handle_ = Handle<deleteRenderbuffer>(name);
    glBindRenderbuffer(GL_RENDERBUFFER, name);
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, static_cast<GLenum>(layoutOf(format).internal), size.x,
                                     size.y);
}

Framebuffer::Framebuffer() {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    handle_ = Handle<deleteFramebuffer>(name);
}

void Framebuffer::attachColor(const Texture& texture) {
    bind();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture.name(), 0);
}

void Framebuffer::attachDepth(const Texture& texture) {
    bind();
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, texture.name(), 0);
}

void Framebuffer::attachColor(const Renderbuffer& buffer) {
    bind();
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, buffer.name());
}

void Framebuffer::attachDepth(const Renderbuffer& buffer) {
    bind();
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, buffer.name());
}

bool Framebuffer::complete() const {
    bind();
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void Framebuffer::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, handle_.name());
}

void Framebuffer::resolveColor(const Framebuffer& source, const Rect& rect) const {
    blit(source.handle_.name(), handle_.name(), rect, GL_COLOR_BUFFER_BIT);
}

void Framebuffer::resolveDepth(const Framebuffer& source, const Rect& rect) const {
    blit(source.handle_.name(), handle_.name(), rect, GL_DEPTH_BUFFER_BIT);
}

std::vector<unsigned char> Framebuffer::readRgba(const glm::ivec2& size) const {
    std::vector<unsigned char> pixels(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * 4);
    bind();
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.x, size.y, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return pixels;
}

}  // namespace myo::render::gl
