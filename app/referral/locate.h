// From where it hurts to the trigger points that could send pain there.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "core/ids.h"
#include "referral/referral.h"

namespace myo::referral {

struct LocateResult {
    SidedPoint point;
    float score = 0.0F;                ///< 0..1, see docs/matching.md
    std::map<RegionId, float> covers;  ///< of the asked regions: the share that the point's zones cover, internal 1
    atlas::Tier tier = atlas::Tier::primary;  ///< the tier that explains more of what was asked
};

/// Ranks trigger points as sources of pain felt in the given regions, best first; at most `limit` of them. A region
/// asked for on both sides counts once, for the side that the point explains better. Empty if nothing reaches any of
/// the regions.
[[nodiscard]] std::vector<LocateResult> locate(std::span<const SidedRegion> regions, const Referral& referral,
                                               std::size_t limit);

}  // namespace myo::referral
