// Surface nets: the surface of a signed distance as quads between the cells of a grid.
#pragma once

#include <functional>

#include "generate/bone_part.h"
#include "generate/skin_trace.h"

namespace myo::generate {

struct NetSettings {
    glm::dvec3 step{1.0};     ///< spacing of the samples, millimetres
    bool half = false;        ///< only x >= 0 of a symmetric shape: the border lies on x = 0
    bool everywhere = false;  ///< sample all places, also those that a few coarse samples say are far away
};

/// The closed, manifold, outward surface of `distance` (negative inside) in the box (Gibson 1998). Where samples meet
/// only along an edge or at a corner, the least certain of them is turned, so that the surface never touches itself.
[[nodiscard]] TriangleMesh surfaceNets(const std::function<double(const glm::dvec3&)>& distance, const PartBox& box,
                                       const NetSettings& settings);

}  // namespace myo::generate
