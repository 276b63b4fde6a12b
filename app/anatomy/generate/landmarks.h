// The table of named landmarks, as measured.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "core/ids.h"
#include "core/result.h"

namespace myo::anatomy {

struct LandmarkFigure {
    LandmarkId id;
    std::string name;
    bool bony = false;               ///< on a bone, in the bones' frame; otherwise on the male skin
    BodySide side = BodySide::left;  ///< left (its mirror image is implied) or mid
    std::string bone;                ///< "-" for surface landmarks
    glm::dvec3 position{0.0};        ///< millimetres
};

/// Reads assets/anatomy/landmarks.tsv. The problem names file, line and column.
[[nodiscard]] Result<std::vector<LandmarkFigure>> readLandmarks(const std::filesystem::path& file);

}  // namespace myo::anatomy
