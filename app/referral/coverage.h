// What a patch of the skin covers.
#pragma once

#include <vector>

#include "body/footprint.h"
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
[[nodiscard]] PatchMeasure measurePatch(const body::Footprint& patch, const Surface& surface, const RegionMap* regions);

/// The union of two patches: at each vertex the greater strength.
[[nodiscard]] body::Footprint unite(const body::Footprint& a, const body::Footprint& b);

}  // namespace myo::referral
