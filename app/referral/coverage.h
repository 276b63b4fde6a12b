// What a patch of the skin covers.
#pragma once

#include <vector>

#include "anatomy/footprint.h"
#include "referral/referral.h"
#include "referral/region_map.h"
#include "referral/surface.h"

namespace myo::referral {

/// Area and coverage of the part of a patch whose strength is at least 0.5.
struct PatchMeasure {
    float areaMm2 = 0.0F;
    std::vector<ResolvedZone::Coverage> coverage;  ///< largest share first
};

/// Measures a patch. Without regions only its area.
[[nodiscard]] PatchMeasure measurePatch(const anatomy::Footprint& patch, const Surface& surface,
                                        const RegionMap* regions);

/// The union of two patches: at each vertex the greater strength.
[[nodiscard]] anatomy::Footprint unite(const anatomy::Footprint& a, const anatomy::Footprint& b);

}  // namespace myo::referral
