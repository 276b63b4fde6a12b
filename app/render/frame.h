// What every pass of one picture needs to know.
#pragma once

#include "core/geometry.h"
#include "render/gl/program.h"
#include "render/gl/state.h"
#include "render/scene.h"

namespace myo::render {

/// Camera and size of the picture, with what follows from them.
struct Frame {
    glm::ivec2 size{0};
    glm::mat4 view{1.0F};
    glm::mat4 projection{1.0F};
    glm::mat4 viewProjection{1.0F};
    bool perspective = true;
    glm::vec4 cut{0.0F};  ///< \see RenderScene::cut

    static Frame of(const RenderScene& scene);

    [[nodiscard]] bool cutting() const { return cut != glm::vec4(0.0F); }
    /// z, offset, w by z and w offset of the projection: enough to turn depth into distance.
    [[nodiscard]] glm::vec4 depthTerms() const;
    /// Size of a pixel in mm at distance 1 (perspective) or anywhere (parallel).
    [[nodiscard]] float mmPerPixelAtOne() const;
    /// Height of the eye in the body's frame; a parallel projection's eye is far away.
    [[nodiscard]] float eyeHeight() const;
    /// The pixels that a box can reach, grown by `margin`; the whole picture if the box reaches behind the eye.
    [[nodiscard]] gl::Rect reach(const Aabb& box, int margin) const;
    [[nodiscard]] gl::Rect whole() const { return {0, 0, size.x, size.y}; }

    /// Sets view, viewProjection, perspective and cut, which every shader of the body has. \pre the program is in use.
    void setCamera(gl::Program& program) const;
};

}  // namespace myo::render
