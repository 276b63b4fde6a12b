// The partition of the skin into named regions of both sides.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "anatomy/body.h"
#include "atlas/atlas.h"
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
    RegionMap(const atlas::Atlas& atlas, const anatomy::Body& body, const Surface& surface);

    /// All sided surface regions in the order of the atlas, left before right.
    [[nodiscard]] const std::vector<SidedRegion>& regions() const { return regions_; }
    /// Index into regions() for every skin vertex.
    [[nodiscard]] const std::vector<std::uint16_t>& regionOfVertex() const { return *ofVertex_; }
    [[nodiscard]] std::shared_ptr<const std::vector<std::uint16_t>> sharedRegionOfVertex() const { return ofVertex_; }
    [[nodiscard]] float areaMm2(std::size_t index) const { return areas_[index]; }
    [[nodiscard]] std::optional<std::size_t> indexOf(const SidedRegion& region) const;
    /// The region at a place on the skin.
    [[nodiscard]] const SidedRegion* at(const SurfacePoint& place) const;
    [[nodiscard]] const Diagnostics& findings() const { return findings_; }

private:
    std::vector<SidedRegion> regions_;
    std::shared_ptr<std::vector<std::uint16_t>> ofVertex_;
    std::vector<float> areas_;
    std::vector<Triangle> triangles_;
    Diagnostics findings_;
};

}  // namespace myo::referral
