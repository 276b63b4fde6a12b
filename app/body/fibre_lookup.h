// Places inside a muscle, given along and across its fibres.
#pragma once

#include <optional>

#include "body/body.h"

namespace myo::body {

/// The place halfway between the two surfaces of a muscle's piece, in millimetres in the body's pose.
/// \param along  share of the fibre's length, 0 = origin .. 1 = insertion
/// \param across share of the way from one rim to the other, 0..1
/// Works from Mesh::fibreCoordinates, so on any body that was made or loaded. Nothing if the structure has no fibres,
/// no such piece, or the shares are out of range.
[[nodiscard]] std::optional<glm::vec3> pointInMuscle(const Structure& muscle, int pieceIndex, float along,
                                                     float across);

}  // namespace myo::body
