// The bones and cartilages of a body, from their figures.
#pragma once

#include <vector>

#include "body/body.h"
#include "generate/bone_figures.h"

namespace myo::generate {

/// The surface of one bone in the frame in which it was measured: closed, outward, without normals. The left one of a
/// pair; of a midline bone the whole.
/// \pre the figure was read by readSkeleton().
[[nodiscard]] body::Mesh drawBone(const BoneFigure& figure);

/// All bones, not yet posed: the left side and the midline, in the order of the table, drawn on several threads.
[[nodiscard]] std::vector<body::Structure> drawSkeleton(const std::vector<BoneFigure>& figures);

}  // namespace myo::generate
