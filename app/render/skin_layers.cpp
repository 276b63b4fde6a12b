#include "render/skin_layers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace myo::render {

namespace {

using Strengths = std::array<std::uint8_t, ZoneLayer::maxZones>;

struct RegionVertex {
    glm::vec3 position;
    std::uint32_t normal;
    std::array<std::uint16_t, 4> regions;
};

bool sameLook(const ZoneLayer::Slot& slot, const ZonePaint& zone) {
    return slot.color == zone.color && slot.opacity == zone.opacity && slot.pattern == zone.pattern &&
           slot.broken == zone.broken;
}

}  // namespace

ZoneSlots slotsOf(const std::vector<ZonePaint>& zones) {
    ZoneSlots result;
    for (const ZonePaint& zone : zones) {
        const auto same = std::find_if(result.slots.begin(), result.slots.end(),
                                       [&](const ZoneLayer::Slot& slot) { return sameLook(slot, zone); });
        const auto slot = static_cast<std::size_t>(same - result.slots.begin());
        if (same == result.slots.end() && result.slots.size() < ZoneLayer::maxZones) {
            result.slots.push_back({zone.color, zone.opacity, zone.pattern, zone.broken});
        }
        result.slotOfZone.push_back(slot);
    }
    return result;
}

void ZoneLayer::forget() {
    known_ = false;
}

void ZoneLayer::update(const BodyBuffers& body, const std::vector<ZonePaint>& zones) {
    if (known_ && current_ == zones) {
        return;
    }
    const body::Mesh& skin = body.body().skin();
    ZoneSlots slots = slotsOf(zones);
    std::vector<Strengths> strengths(skin.positions.size(), Strengths{});
    for (std::size_t z = 0; z < zones.size(); ++z) {
        const std::size_t slot = slots.slotOfZone[z];
        if (zones[z].footprint == nullptr || slot >= maxZones) {
            continue;
        }
        const body::Footprint& footprint = *zones[z].footprint;
        for (std::size_t i = 0; i < footprint.vertices.size(); ++i) {
            if (footprint.vertices[i] < strengths.size()) {
                std::uint8_t& strength = strengths[footprint.vertices[i]][slot];
                const float wanted = std::clamp(footprint.strengths[i], 0.0F, 1.0F) * 255.0F + 0.5F;
                strength = std::max(strength, static_cast<std::uint8_t>(wanted));
            }
        }
    }
    std::vector<Triangle> touched;
    const auto painted = [&](std::uint32_t vertex) { return std::bit_cast<std::uint64_t>(strengths[vertex]) != 0; };
    for (const Triangle& t : skin.triangles) {
        if (painted(t[0]) || painted(t[1]) || painted(t[2])) {
            touched.push_back(t);
        }
    }
    current_ = zones;
    known_ = true;
    slots_ = std::move(slots.slots);
    range_ = {0, static_cast<std::uint32_t>(touched.size() * 3)};
    if (touched.empty()) {
        return;
    }
    strengths_.upload(strengths, gl::Buffer::Usage::often);
    indices_.upload(touched, gl::Buffer::Usage::often);
    array_.attach(body.skin().vertices, BodyBuffers::surfaceStride,
                  {{0, gl::Format::float3, 0}, {1, gl::Format::snorm10x3, sizeof(glm::vec3)}});
    array_.attach(strengths_, sizeof(Strengths), {{2, gl::Format::unorm8x4, 0}, {3, gl::Format::unorm8x4, 4}});
    array_.attachIndices(indices_);
    ++uploads_;
}

void ZoneLayer::draw() const {
    array_.draw(std::span(&range_, 1));
}

void RegionLayer::update(const BodyBuffers& body, const RegionOverlay& regions) {
    if (current_ == regions.regionOfVertex && (current_ != nullptr || vertexCount_ == 0)) {
        return;
    }
    current_ = regions.regionOfVertex;
    const body::Mesh& skin = body.body().skin();
    std::vector<RegionVertex> vertices;
    if (current_ != nullptr && current_->size() == skin.positions.size()) {
        vertices.reserve(skin.triangles.size() * 3);
        for (const Triangle& t : skin.triangles) {
            const std::array<std::uint16_t, 4> corners{(*current_)[t[0]], (*current_)[t[1]], (*current_)[t[2]], 0};
            for (const std::uint32_t vertex : t) {
                vertices.push_back({skin.positions[vertex], packDirection(skin.normals[vertex]), corners});
            }
        }
    }
    vertexCount_ = vertices.size();
    if (vertices.empty()) {
        return;
    }
    vertices_.upload(vertices);
    array_.attach(vertices_, sizeof(RegionVertex),
                  {{0, gl::Format::float3, offsetof(RegionVertex, position)},
                   {1, gl::Format::snorm10x3, offsetof(RegionVertex, normal)},
                   {2, gl::Format::uint16x4, offsetof(RegionVertex, regions)}});
}

void RegionLayer::draw() const {
    array_.drawTriangles(vertexCount_);
}

}  // namespace myo::render
