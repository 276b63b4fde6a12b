#include "generate/bone_shape.h"

#include <algorithm>
#include <cmath>

namespace myo::generate {

namespace {

using glm::dvec3;

double splineWeight(double t) {
    t = std::abs(t);
    if (t < 1.0) {
        return 2.0 / 3.0 - t * t + t * t * t / 2.0;
    }
    return t < 2.0 ? std::pow(2.0 - t, 3) / 6.0 : 0.0;
}

}  // namespace

BoneCorrection::BoneCorrection(const PartFigure& figure)
    : nodes_{static_cast<int>(figure.header[0]), static_cast<int>(figure.header[1]),
             static_cast<int>(figure.header[2])},
      step_(figure.header[3]),
      origin_(figure.header[4], figure.header[5], figure.header[6]),
      heights_(static_cast<std::size_t>(nodes_[0]) * static_cast<std::size_t>(nodes_[1]) *
                   static_cast<std::size_t>(nodes_[2]),
               0.0) {
    for (std::size_t i = 0; i + 1 < figure.figures.size(); i += 2) {
        heights_[static_cast<std::size_t>(figure.figures[i])] = figure.figures[i + 1];
    }
}

double BoneCorrection::at(const dvec3& place) const {
    const dvec3 g = (place - origin_) / step_;
    std::array<int, 3> first{};
    std::array<std::array<double, 4>, 3> weight{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double coordinate = g[static_cast<int>(axis)];
        first[axis] = static_cast<int>(std::floor(coordinate)) - 1;
        for (int k = 0; k < 4; ++k) {
            const int node = first[axis] + k;
            weight[axis][static_cast<std::size_t>(k)] =
                node >= 0 && node < nodes_[axis] ? splineWeight(coordinate - node) : 0.0;
        }
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            const double ij = weight[0][i] * weight[1][j];
            if (ij == 0.0) {
                continue;
            }
            const int row = ((first[0] + static_cast<int>(i)) * nodes_[1] + first[1] + static_cast<int>(j)) * nodes_[2];
            for (std::size_t k = 0; k < 4; ++k) {
                if (weight[2][k] != 0.0) {
                    const int node = row + first[2] + static_cast<int>(k);
                    sum += ij * weight[2][k] * heights_[static_cast<std::size_t>(node)];
                }
            }
        }
    }
    return sum;
}

BoneShape::BoneShape(const BoneFigure& figure) : midline_(figure.side == BodySide::mid) {
    for (const PartFigure& part : figure.parts) {
        if (part.kind == PartKind::field) {
            steps_.push_back({part.join, part.blend, nullptr, BoneCorrection(part)});
            corrected_ = true;
            continue;
        }
        steps_.push_back({part.join, part.blend, makePart(part), std::nullopt});
        if (part.join != Join::cut) {
            steps_.back().part->addTo(box_);
        }
    }
}

double BoneShape::distance(const dvec3& place) const {
    constexpr double trusted = 6.0;  // corrections were fitted to distances up to this
    constexpr double margin = 0.2;   // of what is asserted
    constexpr double nothing = 1e9;
    const dvec3 p = midline_ ? dvec3(std::abs(place.x), place.y, place.z) : place;
    double all = nothing;
    double asserted = nothing;
    for (const Step& step : steps_) {
        if (step.correction) {
            all = std::min(std::clamp(all, -trusted, trusted) + step.correction->at(p), asserted);
            continue;
        }
        const double part = step.part->distance(p);
        if (step.join == Join::assert) {
            asserted = std::min(asserted, part + margin);
        }
        if (step.join == Join::cut) {
            if (asserted != nothing) {
                asserted = std::max(asserted, -part);
            }
            all = -smoothMinimum(-all, part, step.blend);
        } else {
            all = all == nothing ? part : smoothMinimum(all, part, step.blend);
        }
    }
    return all;
}

}  // namespace myo::generate
