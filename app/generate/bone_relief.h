// A plate with an outline, a curved middle and a thickness.
#pragma once

#include <vector>

#include "generate/bone_part.h"

namespace myo::generate {

/// header: points of the outline, size of the grid, two directions of the plane; figures: origin, extent of the grid,
/// outline, height of the middle and half thickness at the nodes of the grid.
class BoneRelief : public BonePart {
public:
    explicit BoneRelief(const PartFigure& figure);

    [[nodiscard]] double distance(const glm::dvec3& place) const override;
    void addTo(PartBox& box) const override;

private:
    using Grid = std::vector<double>;

    [[nodiscard]] double outlineDistance(double u, double v) const;

    PartAxes frame_;
    glm::dvec3 origin_;
    std::size_t rows_;
    std::size_t columns_;
    double u0_, u1_, v0_, v1_;
    std::vector<glm::dvec2> corners_;
    std::vector<glm::dvec2> outline_;  // the corners with a smooth curve through them
    Grid middle_;
    Grid half_;
};

}  // namespace myo::generate
