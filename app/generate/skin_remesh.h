// Even triangles of wanted size on a half surface.
#pragma once

#include <functional>

#include "generate/skin_trace.h"

namespace myo::generate {

/// What the remesher asks of the surface.
struct RemeshSurface {
    /// Wanted edge length at a place, mm.
    std::function<double(const glm::dvec3&)> edgeLength;
    /// Moves a point onto the surface, at most so many mm; false if it cannot. Must keep x = 0 at 0.
    std::function<bool(glm::dvec3&, double)> project;
};

/// Rebuilds a manifold half surface (x >= 0, border on x = 0) with edges of the wanted length and well-shaped
/// triangles: split, collapse, flip, even out, project (Botsch and Kobbelt 2004). The border stays on x = 0 and no
/// inner edge joins two border vertices, so that the mesh and its mirror image make a closed manifold. \pre `mesh` is
/// such a half surface with finer triangles than wanted.
[[nodiscard]] TriangleMesh remesh(const TriangleMesh& mesh, const RemeshSurface& surface, int rounds);

}  // namespace myo::generate
