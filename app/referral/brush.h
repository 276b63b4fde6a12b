// From places and strokes as the data writes them to brush points on a skin.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "atlas/model.h"
#include "body/body.h"
#include "core/diagnostic.h"
#include "core/result.h"
#include "referral/surface.h"

namespace myo::referral {

/// The landmark's position on the wanted side, moved towards the second landmark and by the offset. Offsets are
/// mirrored with the side of the anchor's first landmark and scaled with the body's size there. The problem names the
/// landmark that the body lacks.
[[nodiscard]] Result<glm::vec3> placeOf(const atlas::Anchor& anchor, const body::Landmarks& landmarks, Side side);

/// The brush points of dabs and strokes for the point on `side`. What cannot be laid is left out and reported for
/// `place`; so is a stroke that has to take a long way round, which shows that an anchor snapped to the wrong skin.
[[nodiscard]] std::vector<BrushPoint> layOut(std::span<const atlas::Dab> dabs, std::span<const atlas::Stroke> strokes,
                                             const body::Landmarks& landmarks, const Surface& surface, Side side,
                                             const SourcePlace& place, Diagnostics& findings);

/// The width of a zone's soft edge in mm: about a third of the mean radius, at least 6 mm, and at least twice the edges
/// of the skin's triangles under the brush, so that strength runs linearly through the zone's edge and the picture does
/// not show the triangles. The only place that decides it.
[[nodiscard]] float edgeSoftness(std::span<const BrushPoint> brush, const Surface& surface);

}  // namespace myo::referral
