// Fewer triangles for the same shape.
#pragma once

#include "generate/skin_trace.h"

namespace myo::generate {

/// Collapses edges, those first whose loss changes the shape least (Garland and Heckbert 1997), until no more than
/// `triangles` are left or no edge can go without a fold. The mesh stays a manifold; a border on x = 0 stays there.
/// \pre `mesh` is manifold with its whole border, if it has one, on x = 0.
[[nodiscard]] TriangleMesh simplify(const TriangleMesh& mesh, std::size_t triangles);

}  // namespace myo::generate
