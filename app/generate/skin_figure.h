// The measured figures of a skin: cross-sections along axes, the ear's height fields, and authored small features.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "core/result.h"
#include "generate/skin_features.h"

namespace myo::generate {

/// One cross-section: radii r(phi) in mm about a centre that is shifted from the axis.
struct SkinStation {
    double along = 0.0;    ///< place on the axis, mm
    double centreA = 0.0;  ///< shift of the centre along the segment's a and b, mm
    double centreB = 0.0;
    std::vector<double> radii;  ///< one per angle of the segment, mm
};

/// A generalised cylinder. Its surface: origin + s axis + (ca + r cos phi) a + (cb + aspect r sin phi) b, b = axis x a.
struct SkinSegment {
    std::string name;
    bool midline = false;  ///< angles 0..180 degrees only; the other half of the section is its mirror image
    double aspect = 1.0;
    double capBefore = 0.0;  ///< distance from the first station to the pole where the radius is zero, mm
    double capAfter = 0.0;   ///< the same after the last station
    glm::dvec3 origin{0.0};
    glm::dvec3 axis{0.0};               ///< t
    glm::dvec3 first{0.0};              ///< a, the direction of angle 0
    std::vector<double> angles;         ///< degrees, ascending
    std::vector<SkinStation> stations;  ///< ascending along the axis
};

/// The outer ear as two height fields over a plane, mm; `front` looks away from the head.
struct EarFigure {
    int rows = 0;           ///< samples upwards
    int columns = 0;        ///< samples backwards
    double lowest = 0.0;    ///< coordinate of the first row
    double foremost = 0.0;  ///< coordinate of the first column
    double spacing = 1.0;
    glm::dvec3 origin{0.0};
    glm::dvec3 up{0.0};
    glm::dvec3 back{0.0};
    glm::dvec3 outward{0.0};
    std::vector<glm::dvec2> rim;  ///< outline of the auricle, a closed round of (up, back), mm; authored
    std::vector<double> front;    ///< row by row
    std::vector<double> rear;
};

/// What a skin is generated from: the left half and the midline, mm, +Y up, +Z anterior, floor y = 0.
struct SkinFigure {
    std::map<std::string, glm::dvec3> joints;
    std::vector<SkinSegment> segments;  ///< in the order in which they are united
    EarFigure ear;
    SkinFeatures features;

    /// nullptr if there is none of that name.
    [[nodiscard]] const SkinSegment* find(const std::string& name) const;
};

/// Reads a figure table. The problem names file, line and column of the first cell that is missing, superfluous or
/// not a finite number, and says which part of the figure is absent when the table is truncated. A row
/// `features FILE` reads the features that several bodies share from a table beside this one.
[[nodiscard]] Result<SkinFigure> readSkinFigure(const std::filesystem::path& file);

}  // namespace myo::generate
