// The last millimetres between bones and skin.
#pragma once

#include <string>
#include <vector>

#include "anatomy/body.h"
#include "anatomy/generate/landmarks.h"

namespace myo::anatomy {

/// The structure on which a landmark of this bone lies: the skull is one structure, its landmarks name its bones.
[[nodiscard]] std::string structureOfBone(const std::string& bone);

/// Draws bones that come too near to the skin in below it, less deep than muscles and without giving way far around,
/// and takes the bony landmarks along.
void fitSkeleton(std::vector<Structure>& bones, const Mesh& skin, const std::vector<LandmarkFigure>& figures,
                 Landmarks& landmarks);

}  // namespace myo::anatomy
