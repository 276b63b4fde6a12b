#include "render/screen_pass.h"

#include <algorithm>
#include <cmath>

#include "render/color.h"

namespace myo::render {

namespace {

constexpr float occlusionRadiusMm = 42.0F;
constexpr float occlusionStrength = 0.75F;
constexpr std::size_t oneTriangle = 3;

gl::Rect halved(const gl::Rect& rect) {
    return {rect.x / 2, rect.y / 2, rect.width / 2 + 2, rect.height / 2 + 2};
}

// Beyond this box the contact shadow is too faint to be seen.
Aabb shadowBox(const Floor& floor) {
    const glm::vec2 reach = glm::vec2(floor.footing.z, floor.footing.w) * 1.8F + 310.0F;
    Aabb box;
    box.add({floor.footing.x - reach.x, floor.height, floor.footing.y - reach.y});
    box.add({floor.footing.x + reach.x, floor.height, floor.footing.y + reach.y});
    return box;
}

gl::Rect united(const gl::Rect& a, const gl::Rect& b) {
    if (a.empty() || b.empty()) {
        return a.empty() ? b : a;
    }
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

}  // namespace

ScreenPass::ScreenPass(const gl::ShaderSources& sources)
    : sources_(sources),
      ground_(sources, "screen.vert", "composite.frag"),
      figure_(sources, "screen.vert", "composite.frag", {"FIGURE"}),
      occlusion_(sources, "screen.vert", "occlusion.frag") {}

void ScreenPass::drawOcclusion(const Frame& frame, const Targets& targets, const gl::Rect& rect) {
    targets.occlusionFrame.bind();
    gl::setViewport(targets.occlusion.size());
    gl::setScissor(halved(rect));
    gl::apply({});
    occlusion_.use();
    targets.depth.bind(0);
    const glm::vec2 size(frame.size);
    const glm::vec2 scale(std::abs(frame.projection[0][0]), std::abs(frame.projection[1][1]));
    occlusion_.set("depth", 0);
    occlusion_.set("depthTerms", frame.depthTerms());
    occlusion_.set("radiusMm", occlusionRadiusMm);
    occlusion_.set("radiusAtOne", scale * (0.5F * occlusionRadiusMm));
    occlusion_.set("texel", 1.0F / size);
    noVertices_.drawTriangles(oneTriangle);
}

void ScreenPass::setGround(gl::Program& program, const RenderScene& scene, const Frame& frame,
                           const Floor& floor) const {
    program.set("clipToBody", glm::inverse(frame.viewProjection));
    program.set("backgroundTop", toLinear(scene.theme.backgroundTop));
    program.set("backgroundBottom", toLinear(scene.theme.backgroundBottom));
    program.set("backgroundAlpha", scene.transparentBackground ? 0.0F : 1.0F);
    program.set("tile", scene.tile);
    program.set("floorHeight", floor.height);
    program.set("footing", floor.footing);
    // From below the floor is glass: nothing may lie between the eye and the soles.
    const bool fromAbove = frame.eyeHeight() > floor.height;
    program.set("shadowStrength", floor.present && fromAbove ? 1.0F : 0.0F);
}

void ScreenPass::drawGround(const RenderScene& scene, const Frame& frame, Targets& targets) {
    const GroundLook look{scene.theme.backgroundTop, scene.theme.backgroundBottom, scene.tile,
                          scene.transparentBackground};
    if (targets.groundLook == look) {
        return;
    }
    targets.groundFrame.bind();
    ground_.use();
    setGround(ground_, scene, frame, {});
    noVertices_.drawTriangles(oneTriangle);
    targets.groundLook = look;
}

void ScreenPass::drawPicture(const RenderScene& scene, const Frame& frame, Targets& targets, const Floor& floor,
                             const gl::Rect& rect) {
    gl::setViewport(targets.size);
    gl::setScissor(frame.whole());
    gl::apply({});
    drawGround(scene, frame, targets);
    targets.pictureFrame.resolveColor(targets.groundFrame, frame.whole());
    targets.pictureFrame.bind();
    gl::Rect special = rect;
    if (floor.present) {
        special = united(special, frame.reach(shadowBox(floor), 0));
    }
    if (special.empty()) {
        return;
    }
    gl::setScissor(special);
    figure_.use();
    setGround(figure_, scene, frame, floor);
    targets.figure.bind(0);
    targets.occlusion.bind(1);
    figure_.set("figure", 0);
    figure_.set("occlusion", 1);
    figure_.set("occlusionTexel", 1.0F / glm::vec2(targets.occlusion.size()));
    figure_.set("occlusionStrength", occlusionStrength);
    figure_.set("grey", scene.theme.grey ? 1.0F : 0.0F);
    noVertices_.drawTriangles(oneTriangle);
}

void ScreenPass::drawOutline(const RenderScene& scene, const Targets& targets, const gl::Rect& rect) {
    if (!outline_) {
        outline_.emplace(sources_, "screen.vert", "outline.frag");
    }
    targets.pictureFrame.bind();
    gl::setScissor(rect);
    gl::apply({.blend = gl::Blend::premultiplied});
    outline_->use();
    targets.mask.bind(0);
    outline_->set("clipToBody", glm::mat4(1.0F));
    outline_->set("mask", 0);
    outline_->set("texel", 1.0F / glm::vec2(targets.size));
    outline_->set("accent", scene.theme.accent);
    noVertices_.drawTriangles(oneTriangle);
}

}  // namespace myo::render
