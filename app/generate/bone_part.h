// The simple shapes of which bones are made, as signed distances.
#pragma once

#include <memory>

#include <glm/glm.hpp>

#include "generate/bone_figures.h"

namespace myo::generate {

/// A box that surely holds a part's surface, millimetres.
struct PartBox {
    glm::dvec3 low{1e9};
    glm::dvec3 high{-1e9};

    void add(const glm::dvec3& place, double around) {
        low = glm::min(low, place - around);
        high = glm::max(high, place + around);
    }
};

/// A shape whose surface is where the distance is 0. Distances are near the true ones close to the surface and only
/// of the right sign and order further away.
class BonePart {
public:
    BonePart() = default;
    virtual ~BonePart() = default;
    BonePart(const BonePart&) = delete;
    BonePart& operator=(const BonePart&) = delete;
    BonePart(BonePart&&) = delete;
    BonePart& operator=(BonePart&&) = delete;

    /// Millimetres, negative inside.
    [[nodiscard]] virtual double distance(const glm::dvec3& place) const = 0;
    virtual void addTo(PartBox& box) const = 0;
};

/// \pre the figure was read by readSkeleton(), which checks its numbers; it is not a field.
[[nodiscard]] std::unique_ptr<BonePart> makePart(const PartFigure& figure);

/// The direction of a vector; a zero vector stays.
[[nodiscard]] inline glm::dvec3 unit(const glm::dvec3& v) {
    const double length = glm::length(v);
    return length > 0.0 ? v / length : v;
}

/// Minimum of two distances with a fillet of radius `blend`.
[[nodiscard]] inline double smoothMinimum(double a, double b, double blend) {
    const double least = a < b ? a : b;
    if (blend <= 0.0) {
        return least;
    }
    const double h = blend - (a < b ? b - a : a - b);
    return h > 0.0 ? least - h * h / (4.0 * blend) : least;
}

/// A right-handed frame from two directions, the second made perpendicular to the first.
struct PartAxes {
    PartAxes(const std::vector<double>& numbers, std::size_t first);
    [[nodiscard]] glm::dvec3 local(const glm::dvec3& v) const {
        return {glm::dot(v, x), glm::dot(v, y), glm::dot(v, z)};
    }
    glm::dvec3 x;
    glm::dvec3 y;
    glm::dvec3 z;
};

}  // namespace myo::generate
