#include "render/frame.h"

#include <algorithm>
#include <cmath>

namespace myo::render {

Frame Frame::of(const RenderScene& scene) {
    Frame frame;
    frame.size = scene.sizePx;
    frame.view = scene.view.view;
    frame.projection = scene.view.projection;
    frame.viewProjection = frame.projection * frame.view;
    frame.cut = scene.cut;
    frame.perspective = frame.projection[3][3] == 0.0F;
    return frame;
}

glm::vec4 Frame::depthTerms() const {
    return {projection[2][2], projection[3][2], projection[2][3], projection[3][3]};
}

float Frame::mmPerPixelAtOne() const {
    return 2.0F / (std::max(std::abs(projection[1][1]), 1e-9F) * static_cast<float>(size.y));
}

float Frame::eyeHeight() const {
    const glm::mat4 back = glm::inverse(view);
    return perspective ? back[3].y : back[3].y + back[2].y * 1e6F;
}

gl::Rect Frame::reach(const Aabb& box, int margin) const {
    if (box.empty()) {
        return {};
    }
    glm::vec2 low(1.0F);
    glm::vec2 high(-1.0F);
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p{(corner & 1) != 0 ? box.high.x : box.low.x, (corner & 2) != 0 ? box.high.y : box.low.y,
                          (corner & 4) != 0 ? box.high.z : box.low.z};
        const glm::vec4 clip = viewProjection * glm::vec4(p, 1.0F);
        if (clip.w <= 1e-3F) {
            return whole();
        }
        low = glm::min(low, glm::vec2(clip) / clip.w);
        high = glm::max(high, glm::vec2(clip) / clip.w);
    }
    const glm::vec2 pixels(size);
    const glm::ivec2 first = glm::ivec2(glm::floor((glm::max(low, -1.0F) * 0.5F + 0.5F) * pixels)) - margin;
    const glm::ivec2 last = glm::ivec2(glm::ceil((glm::min(high, 1.0F) * 0.5F + 0.5F) * pixels)) + margin;
    const glm::ivec2 from = glm::max(first, 0);
    const glm::ivec2 extent = glm::min(last, size) - from;
    if (extent.x <= 0 || extent.y <= 0) {
        return {};
    }
    return {from.x, from.y, extent.x, extent.y};
}

void Frame::setCamera(gl::Program& program) const {
    program.set("view", view);
    program.set("viewProjection", viewProjection);
    program.set("perspective", perspective ? 1.0F : 0.0F);
    program.set("cut", cut);
}

}  // namespace myo::render
