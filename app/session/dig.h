// The way to a deep muscle: from where it is seen best, and what has to go for that.
#pragma once

#include <vector>

#include "session/camera.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

struct Dig {
    Camera camera;                      ///< direction only matters: target and distance frame the muscle
    std::vector<SidedMuscle> covering;  ///< muscles between the eye and the muscle, those that cover most first
    bool bonesCover = false;            ///< bones hide a good part of it from there as well
};

/// Looks at the muscle from many directions and takes the one that shows most of it once the muscles before it are
/// gone, with as little bone and as few muscles in front as possible; level views win where that is equal. Pure;
/// without a caster or the muscle in the body nothing covers it and the camera stays.
[[nodiscard]] Dig digTo(const Library& library, const SidedMuscle& muscle, const Camera& now, const glm::ivec2& sizePx);

}  // namespace myo::session
