#include "anatomy/generate/skin_ear.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace myo::anatomy {

namespace {

constexpr double farAway = 50.0;

// Weights of four neighbours for a cubic (Catmull-Rom) at u in 0..1 between the middle two.
std::array<double, 4> cubicWeights(double u) {
    return {((2.0 - u) * u - 1.0) * u / 2.0, ((3.0 * u - 5.0) * u * u + 2.0) / 2.0,
            ((4.0 - 3.0 * u) * u + 1.0) * u / 2.0, (u - 1.0) * u * u / 2.0};
}

}  // namespace

double EarShape::height(const std::vector<double>& field, double row, double column) const {
    const int i = std::min(static_cast<int>(row), figure_.rows - 2);
    const int j = std::min(static_cast<int>(column), figure_.columns - 2);
    const auto rowWeights = cubicWeights(row - i);
    const auto columnWeights = cubicWeights(column - j);
    double sum = 0.0;
    for (int a = 0; a < 4; ++a) {
        const int r = std::clamp(i + a - 1, 0, figure_.rows - 1);
        for (int b = 0; b < 4; ++b) {
            const int c = std::clamp(j + b - 1, 0, figure_.columns - 1);
            sum += rowWeights[static_cast<std::size_t>(a)] * columnWeights[static_cast<std::size_t>(b)] *
                   field[static_cast<std::size_t>(r * figure_.columns + c)];
        }
    }
    return sum;
}

double EarShape::value(const glm::dvec3& p) const {
    const glm::dvec3 d = p - figure_.origin;
    if (glm::dot(d, d) > 60.0 * 60.0) {
        return farAway;
    }
    const double u = (glm::dot(d, figure_.up) - figure_.lowest) / figure_.spacing;
    const double v = (glm::dot(d, figure_.back) - figure_.foremost) / figure_.spacing;
    const double w = glm::dot(d, figure_.outward);
    const double row = std::clamp(u, 0.0, figure_.rows - 1.0);
    const double column = std::clamp(v, 0.0, figure_.columns - 1.0);
    const double beyond = std::hypot(u - row, v - column) * figure_.spacing;

    const double front = height(figure_.front, row, column);
    const double thickness = std::clamp(front - height(figure_.rear, row, column), -8.0, 14.0);
    const double step = 0.2;
    const auto slope = [&](double dRow, double dColumn) {
        const double r0 = std::clamp(row - dRow, 0.0, figure_.rows - 1.0);
        const double r1 = std::clamp(row + dRow, 0.0, figure_.rows - 1.0);
        const double c0 = std::clamp(column - dColumn, 0.0, figure_.columns - 1.0);
        const double c1 = std::clamp(column + dColumn, 0.0, figure_.columns - 1.0);
        return (height(figure_.front, r1, c1) - height(figure_.front, r0, c0)) / (step * figure_.spacing);
    };
    const double steepness = std::sqrt(1.0 + std::pow(slope(step / 2, 0.0), 2) + std::pow(slope(0.0, step / 2), 2));
    const double outside = (w - front) / steepness;
    const double behind = (front - thickness - w) / 1.35;
    return std::max(outside, behind) + beyond;
}

}  // namespace myo::anatomy
