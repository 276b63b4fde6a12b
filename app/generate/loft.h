// Stations -> a closed surface with fibre channels.
#pragma once

#include <vector>

#include "body/body.h"
#include "generate/muscle_figures.h"

namespace myo::generate {

struct LoftSettings {
    double quality = 1.0;  ///< scales the number of rows along a piece
};

/// Lofts one piece: closed, manifold, outward, millimetres, with smooth normals, fibres, tendon share and fibre
/// coordinates (x = pieceIndex + share across * 0.999, y = share along; the rounded ends have y = 0 and y = 1).
/// \pre a full grid as readMuscleFigures gives it.
[[nodiscard]] body::Mesh loftPiece(const PieceFigure& piece, int pieceIndex, double tendonAtOrigin,
                                   double tendonAtInsertion, const LoftSettings& settings = {});

/// Lofts all pieces of a muscle into one mesh, in the order of the figure. Where thin slips (digit_*) continue in a
/// sheet, the slips carry the tendon of the origin and the sheet that of the insertion.
[[nodiscard]] body::Mesh loftMuscle(const MuscleFigure& muscle, const LoftSettings& settings = {});

}  // namespace myo::generate
