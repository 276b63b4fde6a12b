// The passes over the whole picture: occlusion, ground and composition, outlines.
#pragma once

#include <optional>

#include "render/frame.h"
#include "render/gl/buffer.h"
#include "render/gl/program.h"
#include "render/targets.h"

namespace myo::render {

/// What stands on the floor, for its contact shadow.
struct Floor {
    float height = 0.0F;      ///< mm
    glm::vec4 footing{0.0F};  ///< centre x, z, half extents x, z; mm
    bool present = false;
};

class ScreenPass {
public:
    explicit ScreenPass(const gl::ShaderSources& sources);

    /// Darkens hollows: depth -> occlusion, inside a rectangle of the full picture.
    void drawOcclusion(const Frame& frame, const Targets& targets, const gl::Rect& rect);
    /// Ground everywhere, then the figure inside a rectangle. \pre drawOcclusion was called for it.
    void drawPicture(const RenderScene& scene, const Frame& frame, Targets& targets, const Floor& floor,
                     const gl::Rect& rect);
    /// A line in the accent colour round what is in the mask.
    void drawOutline(const RenderScene& scene, const Targets& targets, const gl::Rect& rect);

private:
    void drawGround(const RenderScene& scene, const Frame& frame, Targets& targets);
    void setGround(gl::Program& program, const RenderScene& scene, const Frame& frame, const Floor& floor) const;

    gl::ShaderSources sources_;
    gl::Program ground_;
    gl::Program figure_;
    gl::Program occlusion_;
    std::optional<gl::Program> outline_;
    gl::VertexArray noVertices_;
};

}  // namespace myo::render
