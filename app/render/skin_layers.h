// What is painted on the skin: zones and regions, as buffers that are made again only when the paint changes.
#pragma once

#include <vector>

#include "render/body_buffers.h"
#include "render/scene.h"

namespace myo::render {

/// Zones as one strength per vertex and slot. Zones that look the same share a slot (the stronger one counts), so that
/// no border shows between patches of one colour.
class ZoneLayer {
public:
    static constexpr std::size_t maxZones = 8;

    struct Slot {
        glm::vec3 color{0.0F};  ///< sRGB
        float opacity = 1.0F;
        Pattern pattern = Pattern::solid;
        bool broken = false;
    };

    /// Brings the buffers up to date. Zones beyond the eighth different look are left out.
    /// \pre every footprint is null or has strengths for its vertices; vertices outside the skin are left out.
    void update(const BodyBuffers& body, const std::vector<ZonePaint>& zones);
    /// Forgets what is in the buffers: the body changed.
    void forget();

    [[nodiscard]] bool empty() const { return range_.count == 0; }
    [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }
    /// Draws the triangles that a zone touches.
    void draw() const;
    /// How often strengths were uploaded.
    [[nodiscard]] std::size_t uploads() const { return uploads_; }

private:
    std::vector<ZonePaint> current_;
    bool known_ = false;
    std::vector<Slot> slots_;
    gl::Buffer strengths_;
    gl::Buffer indices_;
    gl::VertexArray array_;
    gl::IndexRange range_;
    std::size_t uploads_ = 0;
};

/// Regions as triangles with vertices of their own, and a palette texture's rows.
class RegionLayer {
public:
    void update(const BodyBuffers& body, const RegionOverlay& regions);
    void forget() { current_.reset(); }

    [[nodiscard]] bool empty() const { return vertexCount_ == 0; }
    void draw() const;

private:
    std::shared_ptr<const std::vector<std::uint16_t>> current_;
    gl::Buffer vertices_;
    gl::VertexArray array_;
    std::size_t vertexCount_ = 0;
};

/// The slots that zones fall into, and the slot of each zone (maxZones = left out).
struct ZoneSlots {
    std::vector<ZoneLayer::Slot> slots;
    std::vector<std::size_t> slotOfZone;
};
[[nodiscard]] ZoneSlots slotsOf(const std::vector<ZonePaint>& zones);

}  // namespace myo::render
