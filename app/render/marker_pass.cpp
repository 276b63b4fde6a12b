#include "render/marker_pass.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace myo::render {

namespace {

struct Instance {
    glm::vec3 position;
    float radiusPx;
    std::array<std::uint8_t, 4> fill;
    std::array<std::uint8_t, 4> ring;
};

std::array<std::uint8_t, 4> pack(const glm::vec3& color, float alpha) {
    const auto byte = [](float value) {
        return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
    };
    return {byte(color.r), byte(color.g), byte(color.b), byte(alpha)};
}

Instance instanceOf(const Marker& marker) {
    const glm::vec3 pale(0.99F, 0.99F, 0.98F);
    switch (marker.state) {
        case MarkerState::dimmed:
            return {marker.position, marker.radiusPx * 0.75F, pack(marker.color, 0.45F), pack(pale, 0.0F)};
        case MarkerState::hovered:
            return {marker.position, marker.radiusPx * 1.3F, pack(marker.color, 1.0F), pack(pale, 0.0F)};
        case MarkerState::selected:
            return {marker.position, marker.radiusPx * 1.2F, pack(marker.color, 1.0F), pack(pale, 1.0F)};
        case MarkerState::normal:
            break;
    }
    return {marker.position, marker.radiusPx, pack(marker.color, 1.0F), pack(pale, 0.0F)};
}

}  // namespace

void MarkerPass::draw(const std::vector<Marker>& markers, const Frame& frame, const gl::Texture& depth) {
    if (markers.empty()) {
        return;
    }
    if (!program_) {
        program_.emplace(sources_, "marker.vert", "marker.frag");
    }
    // Those that matter most are drawn last, on top.
    std::vector<const Marker*> order;
    for (const Marker& marker : markers) {
        order.push_back(&marker);
    }
    const auto rank = [](MarkerState state) {
        return state == MarkerState::dimmed ? 0 : state == MarkerState::normal ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Marker* a, const Marker* b) { return rank(a->state) < rank(b->state); });
    std::vector<Instance> instances;
    for (const Marker* marker : order) {
        instances.push_back(instanceOf(*marker));
    }
    instances_.upload(instances, gl::Buffer::Usage::often);
    array_.attach(instances_, sizeof(Instance),
                  {{0, gl::Format::float3, offsetof(Instance, position)},
                   {1, gl::Format::float1, offsetof(Instance, radiusPx)},
                   {2, gl::Format::unorm8x4, offsetof(Instance, fill)},
                   {3, gl::Format::unorm8x4, offsetof(Instance, ring)}},
                  true);
    program_->use();
    gl::apply({.blend = gl::Blend::premultiplied});
    program_->set("view", frame.view);
    program_->set("viewProjection", frame.viewProjection);
    program_->set("sizePx", glm::vec2(frame.size));
    program_->set("depthTerms", frame.depthTerms());
    program_->set("hollowBehindMm", hollowBehindMm);
    program_->set("depth", 0);
    depth.bind(0);
    array_.drawQuads(instances.size());
}

}  // namespace myo::render
