#include "generate/skin_field.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace myo::generate {

namespace {

constexpr double outside = 50.0;      // value far from the body
constexpr double cutOff = 40.0;       // a part farther away than this does not count
constexpr double probe = 0.4;         // mm, step of the central differences
constexpr double legGap = 1.6;        // mm, half the gap that keeps the thighs apart
constexpr double axillaBlend = 16.0;  // mm, fills the slit between arm and flank up to the apex of the axilla
constexpr double earBlend = 2.5;      // mm
constexpr double earEdge = 1.9;       // mm
constexpr double gradation = 0.4;     // growth of the edge length per mm of distance from finer parts

struct PartRule {
    const char* name;
    double blend;
    double reach;
    double edge;
};

// Blend widths and reaches found by looking: wide where a limb grows out of the trunk, narrow between digits.
constexpr double unlimited = 1e9;
constexpr std::array<PartRule, 17> rules{{{"trunk", 0, 14, 7.0},
                                          {"shoulder", 10, unlimited, 7.0},
                                          {"head", 6, unlimited, 3.6},
                                          {"leg", 6, 40, 7.0},
                                          {"arm", 10, 60, 6.5},
                                          {"palm", 6, 25, 3.2},
                                          {"thumb", 6, 45, 2.4},
                                          {"finger2", 5, 14, 2.3},
                                          {"finger3", 5, 14, 2.3},
                                          {"finger4", 5, 14, 2.3},
                                          {"finger5", 5, 14, 2.3},
                                          {"foot", 4, unlimited, 4.0},
                                          {"toe1", 5, 18, 2.6},
                                          {"toe2", 4, 14, 2.4},
                                          {"toe3", 4, 14, 2.4},
                                          {"toe4", 4, 14, 2.4},
                                          {"toe5", 4, 14, 2.4}}};

const PartRule& ruleOf(const std::string& name) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const PartRule& r) { return name == r.name; });
    if (found == rules.end()) {
        throw std::logic_error("no rule for skin segment " + name);
    }
    return *found;
}

double unitClamp(double x) {
    return std::clamp(x, 0.0, 1.0);
}

// Polynomial smooth minimum; `share` becomes the share of b.
double smoothMin(double a, double b, double width, double& share) {
    share = unitClamp(0.5 + 0.5 * (a - b) / width);
    return a * (1.0 - share) + b * share - width * share * (1.0 - share);
}

template <class Value>
glm::dvec3 centralDifference(const Value& value, const glm::dvec3& p) {
    const glm::dvec3 x{probe, 0.0, 0.0};
    const glm::dvec3 y{0.0, probe, 0.0};
    const glm::dvec3 z{0.0, 0.0, probe};
    return glm::dvec3(value(p + x) - value(p - x), value(p + y) - value(p - y), value(p + z) - value(p - z)) /
           (2.0 * probe);
}

std::vector<NailShape> nailsOf(const SkinFigure& figure) {
    std::vector<NailShape> nails;
    for (const NailFigure& nail : figure.features.nails) {
        if (const SkinSegment* digit = figure.find(nail.segment)) {
            nails.push_back(placeNail(nail, *digit, SegmentShape(*digit)));
        }
    }
    return nails;
}

glm::dvec3 leftSide(const glm::dvec3& p) {
    return {std::abs(p.x), p.y, p.z};
}

}  // namespace

SkinField::SkinField(const SkinFigure& figure) : ear_(figure.ear), detail_(figure.features, nailsOf(figure)) {
    for (const SkinSegment& segment : figure.segments) {
        const PartRule& rule = ruleOf(segment.name);
        const bool broad = segment.name == "shoulder" || segment.name == "foot" || segment.name == "palm";
        parts_.push_back({segment.name, SegmentShape(segment), rule.blend, rule.reach, broad, segment.name == "arm",
                          segment.name == "leg", rule.edge});
    }
    crotch_ = shape("trunk").begin() + 12.0;
}

const SegmentShape& SkinField::shape(const std::string& name) const {
    const auto found = std::find_if(parts_.begin(), parts_.end(), [&](const Part& p) { return p.name == name; });
    if (found == parts_.end()) {
        throw std::logic_error("the skin has no segment " + name);
    }
    return found->shape;
}

void SkinField::unite(const Part& part, const glm::dvec3& p, Union& sum) const {
    double f = part.shape.radial(p);
    if (f > cutOff) {
        return;
    }
    glm::dvec3 direction = centralDifference([&](const glm::dvec3& q) { return part.shape.radial(q); }, p);
    const double steepness = glm::length(direction);
    direction /= std::max(steepness, 1e-6);
    f /= std::max(steepness, 0.25);
    if (part.leg && p.y < crotch_ && legGap - p.x > f) {
        f = legGap - p.x;
        direction = {-1.0, 0.0, 0.0};
    }
    // Surfaces that run together need no fillet, those that meet at an angle do, those that face each other must not
    // fuse (fingers, arm and flank).
    const double agreement = glm::dot(direction, sum.direction);
    double width = 0.0;
    if (part.blend > 0.0) {
        const double s = part.shape.along(p);
        width = part.blend * std::min(1.0, 0.9 * (1.0 - agreement)) * unitClamp(1.5 - s / part.reach);
        if (!part.opposed) {
            width *= unitClamp((agreement + 0.55) / 0.5);
        }
        width = std::max(width, 2.0 * agreement);
        if (part.limb) {
            width = std::max(width, axillaBlend * unitClamp((150.0 - s) / 45.0) * unitClamp(0.5 - agreement));
        }
    }
    double share = 0.0;
    sum.value = smoothMin(sum.value, f, std::max(width, 1e-3), share);
    if (share > 0.5) {
        sum.direction = direction;
    }
}

double SkinField::value(const glm::dvec3& point) const {
    const glm::dvec3 p = leftSide(point);
    Union sum{outside, glm::dvec3(0.0)};
    for (const Part& part : parts_) {
        if (part.shape.near(p)) {
            unite(part, p, sum);
        }
    }
    double share = 0.0;
    return detail_.apply(smoothMin(sum.value, ear_.value(p), earBlend, share), p);
}

glm::dvec3 SkinField::gradient(const glm::dvec3& p) const {
    return centralDifference([&](const glm::dvec3& q) { return value(q); }, p);
}

bool SkinField::project(glm::dvec3& p, double farthest) const {
    constexpr int steps = 6;
    constexpr double tolerance = 0.01;  // mm
    glm::dvec3 q = p;
    for (int i = 0; i < steps; ++i) {
        const double f = value(q);
        if (std::abs(f) < tolerance) {
            p = q;
            return true;
        }
        const glm::dvec3 g = gradient(q);
        q -= g * (f / std::max(glm::dot(g, g), 0.1));
        if (glm::distance(p, q) > farthest) {
            return false;
        }
    }
    const bool close = std::abs(value(q)) < 10.0 * tolerance;
    p = close ? q : p;
    return close;
}

double SkinField::edgeLength(const glm::dvec3& point) const {
    const glm::dvec3 p = leftSide(point);
    double edge = 7.0;
    for (const Part& part : parts_) {
        if (part.edge < edge && part.shape.near(p)) {
            edge = std::min(edge, part.edge + gradation * std::max(part.shape.radial(p), 0.0));
        }
    }
    edge = std::min(edge, earEdge + gradation * std::max(ear_.value(p), 0.0));
    return detail_.edgeLength(edge, p);
}

double SkinField::smoothing(const glm::dvec3& p) const {
    return detail_.smoothing(leftSide(p));
}

}  // namespace myo::generate
