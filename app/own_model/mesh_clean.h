// From a soup of triangles to a surface that can be walked on.
#pragma once

#include <cstddef>

#include "body/body.h"

namespace myo::own_model {

/// Joins vertices whose distance is below a millionth of the mesh's size, drops triangles without area and vertices
/// without triangles. Only positions and triangles are kept.
void weld(body::Mesh& mesh);

/// Keeps the connected surface of the largest area and those of at least `share` of it. \return how many were dropped.
std::size_t keepLargestSurfaces(body::Mesh& mesh, float share);

/// Turns the triangles outward if the enclosed volume is negative. \return true if they were turned.
bool turnOutward(body::Mesh& mesh);

/// Edges with one triangle only, as a share of all edges: 0 for a closed surface.
[[nodiscard]] float openEdgeShare(const body::Mesh& mesh);

/// Every triangle in four, of the same shape. Channels but positions are dropped.
[[nodiscard]] body::Mesh subdivided(const body::Mesh& mesh);

/// At most about `triangles` triangles of the same shape; details go first. Channels but positions are dropped.
[[nodiscard]] body::Mesh simplified(const body::Mesh& mesh, std::size_t triangles);

}  // namespace myo::own_model
