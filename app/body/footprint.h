// A soft-edged patch of the skin.
#pragma once

#include <cstdint>
#include <vector>

namespace myo::body {

/// Strength of a patch at skin vertices; vertices that are not listed have strength 0. Both arrays are of one length.
/// Strength falls linearly with the distance along the skin and passes 0.5 at the patch's nominal edge, so that a
/// renderer may interpolate it across triangles and shape the edge per pixel.
struct Footprint {
    std::vector<std::uint32_t> vertices;  ///< ascending skin vertex indices
    std::vector<float> strengths;         ///< 0..1

    friend bool operator==(const Footprint&, const Footprint&) = default;
};

}  // namespace myo::body
