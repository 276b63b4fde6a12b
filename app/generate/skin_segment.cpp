#include "generate/skin_segment.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "generate/spline.h"

namespace myo::generate {

namespace {

constexpr std::size_t columns = 512;  // samples round a section
constexpr double rowSpacing = 0.6;    // mm along the axis
constexpr double blendMargin = 16.0;  // mm, beyond every blend's reach
constexpr double pi = std::numbers::pi;

// Second derivatives of the periodic cubic spline: a cyclic tridiagonal system, solved by Sherman-Morrison.
std::vector<double> periodicCurvatures(const std::vector<double>& knots, const std::vector<double>& values,
                                       double period) {
    const std::size_t n = knots.size();
    std::vector<double> lower(n), diagonal(n), upper(n), right(n), corner(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t before = (i + n - 1) % n;
        const std::size_t after = (i + 1) % n;
        const double h0 = std::fmod(knots[i] - knots[before] + period, period);
        const double h1 = std::fmod(knots[after] - knots[i] + period, period);
        lower[i] = h0;
        upper[i] = h1;
        diagonal[i] = 2.0 * (h0 + h1);
        right[i] = 6.0 * ((values[after] - values[i]) / h1 - (values[i] - values[before]) / h0);
    }
    const double gamma = -diagonal[0];
    corner.front() = gamma;
    corner.back() = upper.back();
    diagonal.front() -= gamma;
    diagonal.back() -= upper.back() * lower.front() / gamma;
    for (std::size_t i = 1; i < n; ++i) {
        const double factor = lower[i] / diagonal[i - 1];
        diagonal[i] -= factor * upper[i - 1];
        right[i] -= factor * right[i - 1];
        corner[i] -= factor * corner[i - 1];
    }
    right.back() /= diagonal.back();
    corner.back() /= diagonal.back();
    for (std::size_t i = n - 1; i-- > 0;) {
        right[i] = (right[i] - upper[i] * right[i + 1]) / diagonal[i];
        corner[i] = (corner[i] - upper[i] * corner[i + 1]) / diagonal[i];
    }
    const double ratio = lower.front() / gamma;
    const double factor = (right.front() + ratio * right.back()) / (1.0 + corner.front() + ratio * corner.back());
    for (std::size_t i = 0; i < n; ++i) {
        right[i] -= factor * corner[i];
    }
    return right;
}

// The spline through the knots at `columns` even angles.
std::vector<double> resampleRound(const std::vector<double>& knots, const std::vector<double>& values) {
    const double period = 2.0 * pi;
    const std::vector<double> curvature = periodicCurvatures(knots, values, period);
    std::vector<double> samples(columns);
    std::size_t k = 0;
    for (std::size_t j = 0; j < columns; ++j) {
        const double angle = period * static_cast<double>(j) / columns;
        while (k + 1 < knots.size() && knots[k + 1] <= angle) {
            ++k;
        }
        const std::size_t after = (k + 1) % knots.size();
        const double end = k + 1 < knots.size() ? knots[k + 1] : period + knots.front();
        const double h = end - knots[k];
        const double u = (angle - knots[k]) / h;
        const double v = 1.0 - u;
        samples[j] = v * values[k] + u * values[after] +
                     ((v * v * v - v) * curvature[k] + (u * u * u - u) * curvature[after]) * h * h / 6.0;
    }
    return samples;
}

}  // namespace

SegmentShape::SegmentShape(const SkinSegment& segment)
    : origin_(segment.origin),
      axis_(segment.axis),
      a_(segment.first),
      b_(glm::cross(segment.axis, segment.first)),
      aspect_(segment.aspect),
      begin_(segment.stations.front().along - segment.capBefore),
      end_(segment.stations.back().along + segment.capAfter) {
    tabulate(segment);
    findBounds();
}

void SegmentShape::tabulate(const SkinSegment& segment) {
    std::vector<double> angles;
    std::transform(segment.angles.begin(), segment.angles.end(), std::back_inserter(angles),
                   [](double degrees) { return degrees * pi / 180.0; });
    const std::size_t given = angles.size();
    for (std::size_t i = given - 1; segment.midline && i-- > 1;) {
        angles.push_back(2.0 * pi - angles[i]);
    }
    std::vector<double> knots{begin_};
    std::vector<double> centreA{segment.stations.front().centreA};
    std::vector<double> centreB{segment.stations.front().centreB};
    std::vector<std::vector<double>> rounds{std::vector<double>(columns, 0.0)};
    for (const SkinStation& station : segment.stations) {
        std::vector<double> radii = station.radii;
        for (std::size_t i = given - 1; segment.midline && i-- > 1;) {
            radii.push_back(station.radii[i]);
        }
        knots.push_back(station.along);
        centreA.push_back(station.centreA);
        centreB.push_back(station.centreB);
        rounds.push_back(resampleRound(angles, radii));
    }
    knots.push_back(end_);
    centreA.push_back(centreA.back());
    centreB.push_back(centreB.back());
    rounds.emplace_back(columns, 0.0);

    rows_ = static_cast<std::size_t>(std::ceil((end_ - begin_) / rowSpacing)) + 1;
    std::vector<double> places(rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
        places[i] = begin_ + (end_ - begin_) * static_cast<double>(i) / static_cast<double>(rows_ - 1);
    }
    const std::vector<double> rowA = monotoneCubic(knots, centreA, places);
    const std::vector<double> rowB = monotoneCubic(knots, centreB, places);
    squares_.resize(rows_ * columns);
    for (std::size_t j = 0; j < columns; ++j) {
        std::vector<double> squares;
        squares.reserve(rounds.size());
        for (const std::vector<double>& round : rounds) {
            squares.push_back(round[j] * round[j]);
        }
        const std::vector<double> column = monotoneCubic(knots, squares, places);
        for (std::size_t i = 0; i < rows_; ++i) {
            squares_[i * columns + j] = static_cast<float>(std::max(column[i], 0.0));
        }
    }
    for (std::size_t i = 0; i < rows_; ++i) {
        centres_.emplace_back(rowA[i], rowB[i]);
    }
}

void SegmentShape::findBounds() {
    low_ = glm::dvec3(1e9);
    high_ = glm::dvec3(-1e9);
    for (std::size_t i = 0; i < rows_; ++i) {
        const auto first = squares_.begin() + static_cast<std::ptrdiff_t>(i * columns);
        const double reach = std::sqrt(*std::max_element(first, first + columns)) * std::max(1.0, aspect_);
        const double s = begin_ + (end_ - begin_) * static_cast<double>(i) / static_cast<double>(rows_ - 1);
        const glm::dvec3 centre = origin_ + s * axis_ + centres_[i].x * a_ + centres_[i].y * b_;
        const glm::dvec3 extent = reach * glm::sqrt(glm::max(1.0 - axis_ * axis_, glm::dvec3(0.0))) + blendMargin;
        low_ = glm::min(low_, centre - extent);
        high_ = glm::max(high_, centre + extent);
    }
}

double SegmentShape::radial(const glm::dvec3& p) const {
    const glm::dvec3 d = p - origin_;
    const double s = glm::dot(d, axis_);
    const double place = (std::clamp(s, begin_, end_) - begin_) / (end_ - begin_) * static_cast<double>(rows_ - 1);
    const std::size_t i = std::min(static_cast<std::size_t>(place), rows_ - 2);
    const double f = place - static_cast<double>(i);
    const glm::dvec2 centre = glm::mix(centres_[i], centres_[i + 1], f);
    const double x = glm::dot(d, a_) - centre.x;
    const double y = (glm::dot(d, b_) - centre.y) / aspect_;

    double angle = std::atan2(y, x);
    angle += angle < 0.0 ? 2.0 * pi : 0.0;
    const double turn = angle * (static_cast<double>(columns) / (2.0 * pi));
    const auto whole = static_cast<std::size_t>(turn);
    const double u = turn - static_cast<double>(whole);
    const std::size_t j = whole % columns;
    const std::size_t k = (j + 1) % columns;
    const float* lower = squares_.data() + i * columns;
    const float* upper = lower + columns;
    const double square =
        glm::mix(glm::mix(double(lower[j]), double(lower[k]), u), glm::mix(double(upper[j]), double(upper[k]), u), f);
    const double beyond = std::max({begin_ - s, s - end_, 0.0});
    return std::sqrt(x * x + y * y + beyond * beyond) - std::sqrt(std::max(square, 0.0025));
}

}  // namespace myo::generate
