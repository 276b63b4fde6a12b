// The table of bones, as measured: every bone is a list of simple shapes that are joined or cut.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "anatomy/body.h"
#include "core/ids.h"
#include "core/result.h"

namespace myo::anatomy {

enum class PartKind {
    loft,    ///< cross-sections along a curve
    star,    ///< radii around a centre
    relief,  ///< plate with an outline, a curved middle and a thickness
    beam,    ///< tapered bar with round ends
    ball,    ///< ellipsoid
    drum,    ///< body of a vertebra
    field,   ///< corrections of the distance on a lattice
};

enum class Join {
    add,     ///< smooth union
    cut,     ///< smooth difference
    assert,  ///< smooth union that corrections may not thin out: for thin plates
};

/// One simple shape. What header and figures hold depends on the kind; see docs/anatomy.md.
struct PartFigure {
    std::string name;
    PartKind kind = PartKind::ball;
    Join join = Join::add;
    double blend = 0.0;           ///< radius of the fillet to what is there already, millimetres
    std::vector<double> header;   ///< counts, directions and scales
    std::vector<double> figures;  ///< millimetres, in the bones' frame
};

struct BoneFigure {
    std::string id;
    BodySide side = BodySide::left;  ///< left (its mirror image is implied) or mid: then the same at x and -x
    StructureKind kind = StructureKind::bone;
    glm::dvec3 step{1.0};  ///< spacing of the samples from which it is drawn, millimetres
    int triangles = 0;     ///< most triangles of its surface; 0 = as many as it is drawn with
    std::vector<PartFigure> parts;
};

/// Reads assets/anatomy/skeleton.tsv. The problem names file, line and column.
[[nodiscard]] Result<std::vector<BoneFigure>> readSkeleton(const std::filesystem::path& file);

}  // namespace myo::anatomy
