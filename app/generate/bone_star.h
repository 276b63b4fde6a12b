// Radii around a centre as real spherical harmonics.
#pragma once

#include <vector>

#include "generate/bone_part.h"
#include "generate/skin_trace.h"

namespace myo::generate {

/// The number of harmonics up to a degree; of a shape that is the same at x and -x relative to its centre, fewer.
[[nodiscard]] std::size_t harmonicCount(int degree, bool symmetric);

/// header: degree, symmetric, scales of the three axes; figures: centre, coefficients.
class BoneStar : public BonePart {
public:
    explicit BoneStar(const PartFigure& figure);

    [[nodiscard]] double distance(const glm::dvec3& place) const override;
    void addTo(PartBox& box) const override;

    /// The surface drawn on a sphere's even grid with edges of about this length, millimetres.
    [[nodiscard]] TriangleMesh mesh(double edge) const;

private:
    [[nodiscard]] double radius(const glm::dvec3& direction) const;

    int degree_;
    bool symmetric_;
    glm::dvec3 scale_;
    glm::dvec3 centre_;
    std::vector<double> coefficients_;
};

}  // namespace myo::generate
