// Every trigger point of the atlas resolved on one body: where it lies, and which skin its zones cover.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <utility>
#include <vector>

#include "atlas/atlas.h"
#include "body/body.h"
#include "body/footprint.h"
#include "referral/region_map.h"
#include "referral/surface.h"

namespace myo::referral {

/// A zone on the skin, and what it covers.
struct ResolvedZone {
    atlas::Tier tier = atlas::Tier::primary;
    std::shared_ptr<const body::Footprint> footprint;
    float areaMm2 = 0.0F;  ///< where the strength is at least 0.5
    /// Every surface region touched by strength >= 0.5.
    struct Coverage {
        SidedRegion region;
        float covered = 0.0F;  ///< share of the region's area
        float share = 0.0F;    ///< share of the zone's own area
    };
    std::vector<Coverage> coverage;  ///< largest share first
    std::vector<RegionId> internal;
};

struct ResolvedPoint {
    SidedPoint id;
    glm::vec3 position{0.0F};  ///< mm, in the muscle
    glm::vec3 surface{0.0F};   ///< where the finger stands on the skin: the data's `approach`, or the nearest skin
    float depthMm = 0.0F;      ///< distance between the two
    bool reachable = true;     ///< false: no finger reaches it, so it is not shown on the skin
    /// Distance to the muscle's surface, 0 inside; the position is accepted up to 5 mm.
    float outsideMuscleMm = 0.0F;
    atlas::Occurrence occurrence = atlas::Occurrence::occasional;
    std::vector<ResolvedZone> zones;  ///< at most one per tier: the data's zones of one tier are merged

    [[nodiscard]] const ResolvedZone* zone(atlas::Tier tier) const;
};

/// All points of an atlas on both sides of one body.
class Referral {
public:
    /// Resolves everything on a few threads; the right side is the mirror image of the left where the skin is
    /// symmetric. Points that cannot be placed on this body are left out, and so are the dabs and strokes that name
    /// a landmark it lacks; findings() tells of both.
    /// \param progress called with 0..1 from worker threads; may be empty.
    /// \param stop when requested, returns early with the points resolved so far.
    Referral(const atlas::Atlas& atlas, std::shared_ptr<const body::Body> body,
             const std::function<void(float)>& progress = {}, const std::stop_token& stop = {})
        : Referral(atlas, std::move(body), atlas.points(), progress, stop) {}
    /// Resolves some points only, which is quicker than all.
    Referral(const atlas::Atlas& atlas, std::shared_ptr<const body::Body> body, const std::set<PointId>& only);

    [[nodiscard]] const ResolvedPoint* find(const SidedPoint& id) const;
    /// Sorted by point id, then side.
    [[nodiscard]] const std::vector<ResolvedPoint>& points() const { return points_; }
    [[nodiscard]] const RegionMap& regions() const { return *regions_; }
    [[nodiscard]] const Surface& surface() const { return *surface_; }
    [[nodiscard]] const Diagnostics& findings() const { return findings_; }
    /// Where an internal region's glow lies on the skin; nothing if unknown.
    [[nodiscard]] std::shared_ptr<const body::Footprint> glow(const SidedRegion& internal) const;
    /// Bytes held by all footprints.
    [[nodiscard]] std::size_t footprintBytes() const;

private:
    Referral(const atlas::Atlas& atlas, std::shared_ptr<const body::Body> body,
             const std::vector<const atlas::TriggerPoint*>& points, const std::function<void(float)>& progress,
             const std::stop_token& stop);

    std::vector<ResolvedPoint> points_;
    std::shared_ptr<const Surface> surface_;
    std::shared_ptr<const RegionMap> regions_;
    std::map<SidedRegion, std::shared_ptr<const body::Footprint>> glows_;
    Diagnostics findings_;
};

}  // namespace myo::referral
