// Do a zone's words and its paint say the same?
#pragma once

#include "atlas/atlas.h"
#include "core/diagnostic.h"
#include "referral/referral.h"

namespace myo::referral {

/// Shares (0..1) at which words and paint count as one.
struct ZoneLimits {
    float leastCovered = 0.15F;      ///< of a named region's area, or
    float leastShare = 0.10F;        ///< of the zone's own area
    float mostUnnamedShare = 0.20F;  ///< of the zone's own area in a region that no zone of the point names
};

/// Errors: a named region that the paint does not reach; a zone that paints nothing and names no internal region.
/// Warnings: much paint in a region that is not named; a primary zone larger than its spillover. Points outside their
/// muscles are among the findings of `Referral` itself.
[[nodiscard]] Diagnostics checkZones(const atlas::Atlas& atlas, const Referral& referral,
                                     const ZoneLimits& limits = {});

}  // namespace myo::referral
