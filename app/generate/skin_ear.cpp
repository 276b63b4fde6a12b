#include "generate/skin_ear.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace myo::generate {

namespace {

constexpr double farAway = 50.0;
constexpr double margin = 12.0;      // mm beyond the rim, where the auricle no longer counts
constexpr double thickness = 3.5;    // mm, behind the deepest place of the relief nearby
constexpr double rimRounding = 4.0;  // mm, width of the blend between the shell's faces and its rim
constexpr int rimSamples = 6;        // between two points of the outline

// Cubic B-spline: smooths the measured relief a little, which an interpolating spline would make bumpy.
std::array<double, 4> smoothingWeights(double u) {
    const double v = 1.0 - u;
    return {v * v * v / 6.0, (3.0 * u * u * u - 6.0 * u * u + 4.0) / 6.0, (3.0 * v * v * v - 6.0 * v * v + 4.0) / 6.0,
            u * u * u / 6.0};
}

// Catmull-Rom between the middle two of four points.
glm::dvec2 along(const std::array<glm::dvec2, 4>& p, double u) {
    return 0.5 * (2.0 * p[1] +
                  u * (p[2] - p[0] +
                       u * (2.0 * p[0] - 5.0 * p[1] + 4.0 * p[2] - p[3] + u * (3.0 * (p[1] - p[2]) + p[3] - p[0]))));
}

double smoothMax(double a, double b, double width) {
    const double share = std::clamp(0.5 + 0.5 * (b - a) / width, 0.0, 1.0);
    return a * (1.0 - share) + b * share + width * share * (1.0 - share);
}

}  // namespace

EarShape::EarShape(EarFigure figure) : figure_(std::move(figure)) {
    makeRear();
    const std::size_t count = figure_.rim.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (int k = 0; k < rimSamples; ++k) {
            rim_.push_back(along({figure_.rim[(i + count - 1) % count], figure_.rim[i], figure_.rim[(i + 1) % count],
                                  figure_.rim[(i + 2) % count]},
                                 static_cast<double>(k) / rimSamples));
        }
    }
}

// The measured rear holds the head behind the ear, too. The auricle's own rear follows its relief: the deepest place
// among the neighbours, so that steep walls keep their thickness.
void EarShape::makeRear() {
    for (int row = 0; row < figure_.rows; ++row) {
        for (int column = 0; column < figure_.columns; ++column) {
            double deepest = std::numeric_limits<double>::max();
            for (int a = -1; a <= 1; ++a) {
                for (int b = -1; b <= 1; ++b) {
                    const int r = std::clamp(row + a, 0, figure_.rows - 1);
                    const int c = std::clamp(column + b, 0, figure_.columns - 1);
                    deepest = std::min(deepest, figure_.front[cell(r, c)]);
                }
            }
            figure_.rear[cell(row, column)] = deepest - thickness;
        }
    }
}

double EarShape::rimDistance(const glm::dvec2& p) const {
    double nearest = std::numeric_limits<double>::max();
    bool inside = false;
    for (std::size_t i = 0; i < rim_.size(); ++i) {
        const glm::dvec2& a = rim_[i];
        const glm::dvec2& b = rim_[(i + 1) % rim_.size()];
        const double t = std::clamp(glm::dot(p - a, b - a) / glm::dot(b - a, b - a), 0.0, 1.0);
        nearest = std::min(nearest, glm::distance(p, glm::mix(a, b, t)));
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
            inside = !inside;
        }
    }
    return inside ? -nearest : nearest;
}

double EarShape::height(const std::vector<double>& field, double row, double column) const {
    const int i = std::min(static_cast<int>(row), figure_.rows - 2);
    const int j = std::min(static_cast<int>(column), figure_.columns - 2);
    const auto rowWeights = smoothingWeights(row - i);
    const auto columnWeights = smoothingWeights(column - j);
    double sum = 0.0;
    for (int a = 0; a < 4; ++a) {
        const int r = std::clamp(i + a - 1, 0, figure_.rows - 1);
        for (int b = 0; b < 4; ++b) {
            const int c = std::clamp(j + b - 1, 0, figure_.columns - 1);
            sum += rowWeights[static_cast<std::size_t>(a)] * columnWeights[static_cast<std::size_t>(b)] *
                   field[cell(r, c)];
        }
    }
    return sum;
}

double EarShape::value(const glm::dvec3& p) const {
    const glm::dvec3 d = p - figure_.origin;
    if (glm::dot(d, d) > 60.0 * 60.0) {
        return farAway;
    }
    const glm::dvec2 place{glm::dot(d, figure_.up), glm::dot(d, figure_.back)};
    const double rim = rimDistance(place);
    if (rim > margin) {
        return farAway;
    }
    const double row = std::clamp((place.x - figure_.lowest) / figure_.spacing, 0.0, figure_.rows - 1.0);
    const double column = std::clamp((place.y - figure_.foremost) / figure_.spacing, 0.0, figure_.columns - 1.0);
    const double w = glm::dot(d, figure_.outward);
    const double front = height(figure_.front, row, column);
    const auto slope = [&](double dRow, double dColumn) {
        return (height(figure_.front, std::min(row + dRow, figure_.rows - 1.0),
                       std::min(column + dColumn, figure_.columns - 1.0)) -
                front) /
               (0.1 * figure_.spacing);
    };
    const double steepness = std::sqrt(1.0 + std::pow(slope(0.1, 0.0), 2) + std::pow(slope(0.0, 0.1), 2));
    const double outside = (w - front) / steepness;
    const double behind = height(figure_.rear, row, column) - w;
    return smoothMax(smoothMax(outside, behind, 1.0), rim, rimRounding);
}

}  // namespace myo::generate
