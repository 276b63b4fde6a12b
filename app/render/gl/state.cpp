#include "render/gl/state.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <epoxy/gl.h>

namespace myo::render::gl {

namespace {

void enable(GLenum what, bool on) {
    if (on) {
        glEnable(what);
    } else {
        glDisable(what);
    }
}

}  // namespace

Limits queryLimits() {
    const int version = epoxy_gl_version();
    if (version < 33) {
        throw std::runtime_error("OpenGL 3.3 is needed, but this machine offers " + std::to_string(version / 10) + "." +
                                 std::to_string(version % 10) +
                                 ": update the graphics driver, or start with LIBGL_ALWAYS_SOFTWARE=1 "
                                 "(package libgl1-mesa-dri)");
    }
    GLint renderbuffer = 0;
    GLint texture = 0;
    GLint samples = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &renderbuffer);
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
    glGetIntegerv(GL_MAX_SAMPLES, &samples);
    return {std::min(renderbuffer, texture), samples};
}

void apply(const DrawState& state) {
    enable(GL_DEPTH_TEST, state.depthTest);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(state.depthWrite ? GL_TRUE : GL_FALSE);
    const GLboolean color = state.colorWrite ? GL_TRUE : GL_FALSE;
    glColorMask(color, color, color, color);
    enable(GL_CULL_FACE, state.cullBack);
    enable(GL_FRAMEBUFFER_SRGB, state.encodeSrgb);
    enable(GL_CLIP_DISTANCE0, state.clip);
    enable(GL_BLEND, state.blend != Blend::none);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    enable(GL_POLYGON_OFFSET_FILL, state.depthBias != 0.0F || state.slopeBias != 0.0F);
    glPolygonOffset(state.slopeBias, state.depthBias);
}

void setViewport(const glm::ivec2& size) {
    glViewport(0, 0, size.x, size.y);
}

void setScissor(const Rect& rect) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(rect.x, rect.y, std::max(rect.width, 0), std::max(rect.height, 0));
}

void clear(bool depth) {
    glClearColor(0.0F, 0.0F, 0.0F, 0.0F);
    glClearDepth(1.0);
    glClear(GL_COLOR_BUFFER_BIT | (depth ? GL_DEPTH_BUFFER_BIT : 0U));
}

bool takeError() {
    bool any = false;
    for (int i = 0; i < 16 && glGetError() != GL_NO_ERROR; ++i) {
        any = true;
    }
    return any;
}

void restoreDefaults() {
    apply({.depthWrite = true});
    glDisable(GL_SCISSOR_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
    for (int unit = 3; unit >= 0; --unit) {
        glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
        glBindTexture(GL_TEXTURE_2D, 0);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace myo::render::gl
