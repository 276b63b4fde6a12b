// From a soup of triangles to a surface that can be walked on.
#pragma once

#include <cstddef>

#include "anatomy/body.h"

namespace myo::anatomy {

/// Joins vertices whose distance is below a millionth of the mesh's size, drops triangles without area and vertices
/// without triangles. Only positions and triangles are kept.
void weld(Mesh& mesh);

/// Keeps the connected surface of the largest area and those of at least `share` of it. \return how many were dropped.
std::size_t keepLargestSurfaces(Mesh& mesh, float share);

/// Turns the triangles outward if the enclosed volume is negative. \return true if they were turned.
bool turnOutward(Mesh& mesh);

/// Edges with one triangle only, as a share of all edges: 0 for a closed surface.
[[nodiscard]] float openEdgeShare(const Mesh& mesh);

/// Every triangle in four, of the same shape. Channels but positions are dropped.
[[nodiscard]] Mesh subdivided(const Mesh& mesh);

/// At most about `triangles` triangles of the same shape; details go first. Channels but positions are dropped.
[[nodiscard]] Mesh simplified(const Mesh& mesh, std::size_t triangles);

}  // namespace myo::anatomy
