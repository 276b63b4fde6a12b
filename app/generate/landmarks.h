// The table of named landmarks, as measured.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "body/body.h"
#include "core/ids.h"
#include "core/result.h"

namespace myo::generate {

struct LandmarkFigure {
    LandmarkId id;
    std::string name;
    bool bony = false;               ///< on a bone, in the bones' frame; otherwise on the male skin
    BodySide side = BodySide::left;  ///< left (its mirror image is implied) or mid
    std::string bone;                ///< "-" for surface landmarks
    glm::dvec3 position{0.0};        ///< millimetres
    /// Where a surface landmark lies on the skin wanted, if the way from the male skin leads it astray.
    std::optional<glm::dvec3> corrected;
};

/// Reads assets/anatomy/landmarks.tsv. The problem names file, line and column.
[[nodiscard]] Result<std::vector<LandmarkFigure>> readLandmarks(const std::filesystem::path& file);

/// Reads places of surface landmarks on one skin (id, x, y, z) into the figures' `corrected`. The problem names file,
/// line and column; so it does for a landmark that is not in `landmarks` or not on the skin.
[[nodiscard]] Result<bool> readCorrections(const std::filesystem::path& file, std::vector<LandmarkFigure>& landmarks);

/// Puts a landmark at its place on the body: a paired one on both sides, one of the midline into the middle.
/// \param place of the left one, millimetres
void setPlace(body::Landmarks& landmarks, const LandmarkFigure& figure, const glm::vec3& place);

}  // namespace myo::generate
