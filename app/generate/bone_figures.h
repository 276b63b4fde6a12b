// The table of bones, as measured: every bone is a list of simple shapes that are joined or cut.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "body/body.h"
#include "core/ids.h"
#include "core/result.h"

namespace myo::generate {

/// What a part is, what its header holds and what its figures are (millimetres, in this order). Directions need not be
/// unit vectors; in the table the letters x, y and z stand for the axes.
enum class PartKind {
    /// Cross-sections along a curve. Header: stations, waves, direction of angle 0. Figures: a centre per station, then
    /// for all but the two tips the Fourier coefficients of the radius.
    loft,
    /// Radii around a centre. Header: degree, 1 if even in x, scales of the axes. Figures: centre, coefficients of real
    /// spherical harmonics about x.
    star,
    /// Plate. Header: points of the outline, rows, columns, two directions of its plane. Figures: origin, extent of the
    /// grid (u0 u1 v0 v1), outline, heights of the middle, half thicknesses.
    relief,
    /// Tapered bar with round ends. Header: direction to its side. Figures: both ends, half widths to the side and
    /// across at the first end, the same at the second.
    beam,
    /// Ellipsoid. Header: directions of the first two axes. Figures: centre, half axes.
    ball,
    /// Body of a vertebra. Header: one number without meaning. Figures: centre, pitch in degrees, half width, depth to
    /// the front and to the back, half height in front and behind, waist, flatness behind, taper.
    drum,
    /// Corrections of the distance. Header: nodes of a lattice along x, y, z, their spacing, the first one's place.
    /// Figures: pairs of node number and height.
    field,
};

enum class Join {
    add,     ///< smooth union
    cut,     ///< smooth difference
    assert,  ///< smooth union that corrections may not thin out: for thin plates
};

/// One simple shape. What header and figures hold depends on the kind.
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
    body::StructureKind kind = body::StructureKind::bone;
    glm::dvec3 step{1.0};  ///< spacing of the samples from which it is drawn, millimetres
    int triangles = 0;     ///< most triangles of its surface; 0 = as many as it is drawn with
    std::vector<PartFigure> parts;
};

/// Reads assets/anatomy/skeleton.tsv. The problem names file, line and column.
[[nodiscard]] Result<std::vector<BoneFigure>> readSkeleton(const std::filesystem::path& file);

}  // namespace myo::generate
