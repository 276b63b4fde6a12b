// Surface extraction from an implicit function on a grid of uneven spacing.
#pragma once

#include <functional>
#include <vector>

#include <glm/glm.hpp>

#include "core/geometry.h"

namespace myo::generate {

/// Triangles without any per-vertex data, double precision for the steps that work on them.
struct TriangleMesh {
    std::vector<glm::dvec3> positions;
    std::vector<Triangle> triangles;  ///< counter-clockwise seen from outside
};

/// Coordinates of the grid planes, ascending, mm.
struct GridPlanes {
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> z;
};

/// Follows the zero level of `field` (negative inside) from cell to cell by marching tetrahedra, starting at the
/// highest crossing on the first x plane: the result is the one connected, manifold component that holds this crossing.
/// Its only border lies on the planes that bound the grid. Evaluates `field` only near the surface, on several threads.
/// \throw std::logic_error if the field has no crossing on the first x plane.
[[nodiscard]] TriangleMesh traceSurface(const GridPlanes& grid, const std::function<double(const glm::dvec3&)>& field);

}  // namespace myo::generate
