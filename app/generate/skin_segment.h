// One generalised cylinder of the skin, ready for fast evaluation.
#pragma once

#include <cstddef>
#include <vector>

#include <glm/glm.hpp>

#include "generate/skin_figure.h"

namespace myo::generate {

/// A segment with its radii tabulated densely: periodic cubic spline in the angle, monotone cubic of the SQUARED
/// radius along the axis (of the radius itself, crown, fingertips and heel would turn flat or pointed).
class SegmentShape {
public:
    /// \pre a segment as readSkinFigure gives it.
    explicit SegmentShape(const SkinSegment& segment);

    /// Distance from the axis less the radius there, mm; negative inside. Not yet divided by its gradient.
    [[nodiscard]] double radial(const glm::dvec3& p) const;
    /// Coordinate along the axis, mm from the origin.
    [[nodiscard]] double along(const glm::dvec3& p) const { return glm::dot(p - origin_, axis_); }
    /// False where the segment is surely farther away than the reach of any blend.
    [[nodiscard]] bool near(const glm::dvec3& p) const {
        return glm::all(glm::lessThanEqual(low_, p)) && glm::all(glm::lessThanEqual(p, high_));
    }

    [[nodiscard]] double begin() const { return begin_; }
    [[nodiscard]] double end() const { return end_; }
    /// The pole after the last station.
    [[nodiscard]] glm::dvec3 tip() const { return origin_ + axis_ * end_; }

private:
    void tabulate(const SkinSegment& segment);
    void findBounds();

    glm::dvec3 origin_;
    glm::dvec3 axis_;
    glm::dvec3 a_;
    glm::dvec3 b_;
    double aspect_;
    double begin_;
    double end_;
    std::size_t rows_ = 0;
    std::vector<glm::dvec2> centres_;  // per row
    std::vector<float> squares_;       // r^2, rows_ x columns
    glm::dvec3 low_{0.0};
    glm::dvec3 high_{0.0};
};

}  // namespace myo::generate
