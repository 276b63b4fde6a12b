// Faces that cut through a hollow of the skin although their corners lie below it.
#pragma once

#include <vector>

#include "body/body.h"

namespace myo::generate {

/// Splits the edges of faces that come out of the skin between their corners, and lays the new corners under the skin,
/// until no face comes out by more than it takes to see it. Surfaces stay closed. Normals are made anew.
/// \pre all vertices lie inside the skin
void keepFacesInside(std::vector<body::Structure>& structures, const body::Mesh& skin);

}  // namespace myo::generate
