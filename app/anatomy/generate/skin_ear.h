// The outer ear, a thin relief between two height fields.
#pragma once

#include <glm/glm.hpp>

#include "anatomy/generate/skin_figure.h"

namespace myo::anatomy {

class EarShape {
public:
    /// \pre a figure as readSkinFigure gives it.
    explicit EarShape(EarFigure figure) : figure_(std::move(figure)) {}

    /// About the signed distance from the ear's relief in mm; a large number far from it.
    [[nodiscard]] double value(const glm::dvec3& p) const;

private:
    [[nodiscard]] double height(const std::vector<double>& field, double row, double column) const;

    EarFigure figure_;
};

}  // namespace myo::anatomy
