// The surface in the middle of a lofted piece: what its two faces are raised from.
#pragma once

#include <cstddef>
#include <vector>

#include <glm/glm.hpp>

#include "generate/muscle_figures.h"

namespace myo::generate {

/// A rectangular field of values, row by row.
template <class T>
struct Grid {
    std::size_t width = 0;
    std::vector<T> values;

    Grid(std::size_t rows, std::size_t columns) : width(columns), values(rows * columns) {}
    [[nodiscard]] std::size_t rows() const { return values.size() / width; }
    T& at(std::size_t row, std::size_t column) { return values[row * width + column]; }
    const T& at(std::size_t row, std::size_t column) const { return values[row * width + column]; }
};

/// The surface halfway between the two faces of a piece, with everything that the faces are made from.
struct MidSurface {
    Grid<glm::dvec3> points;
    Grid<glm::dvec3> along;   ///< towards the insertion
    Grid<glm::dvec3> normal;  ///< unit
    Grid<double> thick;
    std::vector<double> share;   ///< along the fibres, one per row
    std::vector<double> across;  ///< share of the way from rim to rim, one per column
    bool ring = false;           ///< the last row joins the first
};

/// The mid surface of a piece; its ends are rounded off unless it is a ring.
/// \param quality scales the number of rows along the piece
[[nodiscard]] MidSurface makeMidSurface(const PieceFigure& piece, double quality);

}  // namespace myo::generate
