// A zone with a wide soft rim: paint close to it counts a little less than paint in it.
#pragma once

#include <cstdint>
#include <vector>

#include "body/footprint.h"
#include "referral/surface.h"

namespace myo::referral {

/// How far beyond a zone's edge paint still counts.
struct Reach {
    float shareOfRadius = 0.8F;  ///< of the radius of a disc with the zone's area
    float leastMm = 8.0F;
    float mostMm = 40.0F;
    float edgeGain = 0.85F;  ///< just outside the edge; falls to 0 at the reach
};

struct RimGain {
    std::uint32_t vertex = 0;
    float gain = 0.0F;  ///< 1 in the zone
};

/// Distances here follow the edges of the mesh: some per cent too long, which is far below what the rim stands for.
class SoftRim {
public:
    SoftRim(const Surface& surface, const Reach& reach);

    /// Ascending by vertex. Empty if the patch has no vertex of strength 0.5 or more.
    [[nodiscard]] std::vector<RimGain> gains(const body::Footprint& patch);

private:
    const Surface& surface_;
    Reach reach_;
    std::vector<float> distances_;  // from the zone, kept between calls
};

}  // namespace myo::referral
