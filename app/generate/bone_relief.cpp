#include "generate/bone_relief.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace myo::generate {

namespace {

using glm::dvec2;
using glm::dvec3;

// Plates thinner than this would be pitted by the samples, millimetres.
constexpr double thinnest = 1.8;

dvec2 catmullRom(const dvec2& before, const dvec2& a, const dvec2& b, const dvec2& after, double t) {
    const dvec2 u = (b - before) / 2.0;
    const dvec2 v = (after - a) / 2.0;
    const double t2 = t * t;
    const double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * u + (3 * t2 - 2 * t3) * b + (t3 - t2) * v;
}

// A value between equal steps, by the same curve with parabolic ends.
struct Blend {
    std::size_t first;
    std::array<double, 4> weight;  // of first - 1 .. first + 2; those outside are 0
};

Blend blendAt(std::size_t count, double s) {
    const auto i = static_cast<std::size_t>(std::clamp(std::floor(s), 0.0, static_cast<double>(count - 2)));
    const double t = s - static_cast<double>(i);
    const double t2 = t * t;
    const double t3 = t2 * t;
    const double a = 2 * t3 - 3 * t2 + 1;
    const double u = t3 - 2 * t2 + t;
    const double b = 3 * t2 - 2 * t3;
    const double v = t3 - t2;
    Blend blend{i, {0.0, a, b, 0.0}};
    std::array<double, 4>& w = blend.weight;
    if (count == 2) {
        w[1] -= u + v;
        w[2] += u + v;
        return blend;
    }
    const bool first = i == 0;
    const bool last = i + 2 == count;
    // Slope at the interval's begin: (p[i+1] - p[i-1]) / 2, or 1.5 (p1 - p0) - 0.25 (p2 - p0) at the end of the row.
    if (first) {
        w[1] += u * (-1.5 + 0.25);
        w[2] += u * 1.5;
        w[3] -= u * 0.25;
    } else {
        w[0] -= u / 2;
        w[2] += u / 2;
    }
    if (last) {
        w[2] += v * (1.5 - 0.25);
        w[1] -= v * 1.5;
        w[0] += v * 0.25;
    } else {
        w[1] -= v / 2;
        w[3] += v / 2;
    }
    return blend;
}

double interpolate(const std::vector<double>& grid, std::size_t columns, const Blend& row, const Blend& column) {
    double sum = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (row.weight[i] == 0.0) {
            continue;
        }
        for (std::size_t j = 0; j < 4; ++j) {
            if (column.weight[j] != 0.0) {
                sum += row.weight[i] * column.weight[j] * grid[(row.first + i - 1) * columns + column.first + j - 1];
            }
        }
    }
    return sum;
}

}  // namespace

BoneRelief::BoneRelief(const PartFigure& figure)
    : frame_(figure.header, 3),
      origin_(figure.figures[0], figure.figures[1], figure.figures[2]),
      rows_(static_cast<std::size_t>(figure.header[1])),
      columns_(static_cast<std::size_t>(figure.header[2])),
      u0_(figure.figures[3]),
      u1_(figure.figures[4]),
      v0_(figure.figures[5]),
      v1_(figure.figures[6]) {
    const std::vector<double>& f = figure.figures;
    const auto count = static_cast<std::size_t>(figure.header[0]);
    for (std::size_t i = 0; i < count; ++i) {
        corners_.emplace_back(f[7 + 2 * i], f[8 + 2 * i]);
    }
    constexpr int parts = 4;
    for (std::size_t i = 0; i < count; ++i) {
        for (int k = 0; k < parts; ++k) {
            outline_.push_back(catmullRom(corners_[(i + count - 1) % count], corners_[i], corners_[(i + 1) % count],
                                          corners_[(i + 2) % count], static_cast<double>(k) / parts));
        }
    }
    const auto grids = f.begin() + static_cast<std::ptrdiff_t>(7 + 2 * count);
    const auto nodes = static_cast<std::ptrdiff_t>(rows_ * columns_);
    middle_.assign(grids, grids + nodes);
    half_.assign(grids + nodes, grids + 2 * nodes);
}

double BoneRelief::outlineDistance(double u, double v) const {
    double least = 1e18;
    bool inside = false;
    for (std::size_t i = 0; i < outline_.size(); ++i) {
        const dvec2& a = outline_[i];
        const dvec2& b = outline_[(i + 1) % outline_.size()];
        const dvec2 edge = b - a;
        const dvec2 offset = dvec2(u, v) - a;
        const double t = std::clamp(glm::dot(offset, edge) / std::max(glm::dot(edge, edge), 1e-9), 0.0, 1.0);
        const dvec2 rest = offset - t * edge;
        least = std::min(least, glm::dot(rest, rest));
        if ((a.y > v) != (b.y > v) && u < edge.x * offset.y / edge.y + a.x) {
            inside = !inside;
        }
    }
    return inside ? -std::sqrt(least) : std::sqrt(least);
}

double BoneRelief::distance(const dvec3& place) const {
    const dvec3 p = frame_.local(place - origin_);
    const auto span = [](double x, double low, double high, std::size_t count) {
        return std::clamp((x - low) / (high - low), 0.0, 1.0) * static_cast<double>(count - 1);
    };
    const Blend row = blendAt(rows_, span(p.x, u0_, u1_, rows_));
    const Blend column = blendAt(columns_, span(p.y, v0_, v1_, columns_));
    const double half = std::max(interpolate(half_, columns_, row, column), thinnest);
    const double middle = interpolate(middle_, columns_, row, column);
    return std::hypot(std::max(outlineDistance(p.x, p.y) + half, 0.0), p.z - middle) - half;
}

void BoneRelief::addTo(PartBox& box) const {
    const auto [low, high] = std::minmax_element(middle_.begin(), middle_.end());
    double thickest = 2.0;
    for (const double half : half_) {
        thickest = std::max(thickest, std::abs(half));
    }
    for (const dvec2& corner : corners_) {
        box.add(origin_ + corner.x * frame_.x + corner.y * frame_.y + (*low + *high) / 2.0 * frame_.z,
                thickest + (*high - *low) + 4.0);
    }
}

}  // namespace myo::generate
