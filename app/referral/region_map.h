// The partition of the skin into named regions of both sides.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "atlas/atlas.h"
#include "body/body.h"
#include "core/diagnostic.h"
#include "core/ids.h"
#include "referral/surface.h"

namespace myo::referral {

/// Every skin vertex belongs to exactly one sided region.
class RegionMap {
public:
    static constexpr std::uint16_t none = 0xFFFF;

    /// Grows all surface regions from their seeds at once, each vertex going to the seed with the smallest (distance
    /// along the skin - seed radius). A paired region never crosses the midline. Unresolvable seeds are reported.
    RegionMap(const atlas::Atlas& atlas, const body::Body& body, const Surface& surface);

    /// All sided surface regions in the order of the atlas, left before right.
    [[nodiscard]] const std::vector<SidedRegion>& regions() const { return regions_; }
    /// Index into regions() for every skin vertex; `none` only if no region has a seed. A vertex on the midline between
    /// the halves of a paired region counts as left.
    [[nodiscard]] const std::vector<std::uint16_t>& regionOfVertex() const { return *ofVertex_; }
    [[nodiscard]] std::shared_ptr<const std::vector<std::uint16_t>> sharedRegionOfVertex() const { return ofVertex_; }
    /// Index into regions() for the third of a triangle around one of its corners (0..2). Here a vertex on the midline
    /// belongs to the side on which the triangle lies, so that left and right halves have equal areas.
    [[nodiscard]] std::uint16_t regionOfCorner(std::uint32_t triangle, int corner) const {
        return ofCorner_[triangle][static_cast<std::size_t>(corner)];
    }
    /// The same region on the other side; a midline region is its own mirror image.
    [[nodiscard]] std::size_t mirrorOf(std::size_t index) const { return mirror_[index]; }
    [[nodiscard]] float areaMm2(std::size_t index) const { return areas_[index]; }
    [[nodiscard]] std::optional<std::size_t> indexOf(const SidedRegion& region) const;
    /// The region at a place on the skin.
    [[nodiscard]] const SidedRegion* at(const SurfacePoint& place) const;
    [[nodiscard]] const Diagnostics& findings() const { return findings_; }

private:
    void list(const atlas::Atlas& atlas);
    void grow(const atlas::Atlas& atlas, const body::Body& body, const Surface& surface, Side side);
    void mirrorLeft(const body::Body& body);
    void fillGaps(const Surface& surface);
    void measure(const Surface& surface);

    std::vector<SidedRegion> regions_;
    std::vector<std::size_t> mirror_;
    std::shared_ptr<std::vector<std::uint16_t>> ofVertex_;
    std::vector<std::array<std::uint16_t, 3>> ofCorner_;
    std::vector<float> areas_;
    Diagnostics findings_;
};

}  // namespace myo::referral
