// The outer ear: a shell with a relief.
#pragma once

#include <vector>

#include <glm/glm.hpp>

#include "generate/skin_figure.h"

namespace myo::generate {

class EarShape {
public:
    /// \pre a figure as readSkinFigure gives it.
    explicit EarShape(EarFigure figure);

    /// About the signed distance from the auricle in mm; a large number far from it. The auricle is a shell below the
    /// front height field, ended by a rounded rim.
    [[nodiscard]] double value(const glm::dvec3& p) const;

private:
    /// Index of a cell of the height fields.
    [[nodiscard]] std::size_t cell(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(figure_.columns) +
               static_cast<std::size_t>(column);
    }
    void makeRear();
    [[nodiscard]] double height(const std::vector<double>& field, double row, double column) const;

    [[nodiscard]] double rimDistance(const glm::dvec2& p) const;

    EarFigure figure_;
    std::vector<glm::dvec2> rim_;  // dense polygon, (up, back) in mm
};

}  // namespace myo::generate
