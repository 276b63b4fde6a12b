// Draws the structures of the body and what is painted on the skin.
#pragma once

#include <optional>
#include <vector>

#include "render/body_buffers.h"
#include "render/frame.h"
#include "render/gl/program.h"
#include "render/gl/texture.h"
#include "render/skin_layers.h"

namespace myo::render {

/// Programs and textures of the body's materials. They are made when first needed: a driver that compiles shaders
/// slowly must not delay the first picture for materials that are not in it.
class FigurePass {
public:
    explicit FigurePass(const gl::ShaderSources& sources);

    /// Draws what hides: bones and opaque muscles, or the opaque skin alone (it hides everything else).
    void drawOpaque(const RenderScene& scene, const Frame& frame, BodyBuffers& body);
    /// Draws muscles that are seen through an opaque skin, on top of drawOpaque.
    /// \param skinDepth what drawOpaque left, one depth per pixel
    void drawWindows(const RenderScene& scene, const Frame& frame, BodyBuffers& body, const gl::Texture& skinDepth);
    /// Draws what shows through (on top of drawOpaque): translucent muscles, the ghosted skin, and the paint.
    void drawTranslucent(const RenderScene& scene, const Frame& frame, BodyBuffers& body);
    /// Draws the silhouettes of visible structures with a highlight, each as bright as its highlight.
    /// \return the box of what was drawn, empty if nothing is highlighted.
    Aabb drawMask(const RenderScene& scene, const Frame& frame, BodyBuffers& body);

    /// Forgets paint in the driver's memory: the body changed.
    void forgetPaint();

private:
    struct Style {
        float opacity = 1.0F;
        float highlight = 0.0F;
        int depthLayer = 1;
        body::StructureKind kind = body::StructureKind::bone;
        friend bool operator==(const Style&, const Style&) = default;
    };
    // Structures that are drawn alike, as runs of indices.
    struct Batch {
        Style style;
        std::vector<gl::IndexRange> ranges;
    };

    gl::Program& program(std::optional<gl::Program>& slot, const char* vertexFile, const char* fragmentFile,
                         const std::vector<std::string>& defines = {});
    void setMuscle(gl::Program& shader, const RenderScene& scene);
    static std::vector<Batch> batches(const RenderScene& scene, const Frame& frame, const BodyBuffers& body,
                                      bool translucent);
    void drawBatches(const std::vector<Batch>& batches, const RenderScene& scene, const Frame& frame, BodyBuffers& body,
                     const gl::DrawState& state);
    void drawSkin(const RenderScene& scene, const Frame& frame, const BodyBuffers& body, const gl::DrawState& state);
    void drawRegions(const RenderScene& scene, const Frame& frame, const BodyBuffers& body);
    void drawZones(const RenderScene& scene, const Frame& frame, const BodyBuffers& body);

    gl::ShaderSources sources_;
    std::optional<gl::Program> surface_;
    std::optional<gl::Program> muscle_;
    std::optional<gl::Program> window_;
    std::optional<gl::Program> zone_;
    std::optional<gl::Program> region_;
    std::optional<gl::Program> mask_;
    gl::Texture skinLight_;
    std::optional<gl::Texture> muscleLight_;
    std::optional<gl::Texture> boneLight_;
    std::optional<gl::Texture> fibreRelief_;
    ZoneLayer zones_;
    RegionLayer regions_;
};

}  // namespace myo::render
