// From one skin to another by moving least squares with affine maps (Schaefer, McPhail, Warren 2006).
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "generate/pose.h"

namespace myo::generate {

namespace {

using glm::dmat3;
using glm::dvec3;

constexpr double leastSoftening = 4.0;  // millimetres

dvec3 surfacePoint(const SkinSegment& segment, const SkinStation& station, std::size_t angle) {
    const double phi = segment.angles[angle] * std::numbers::pi / 180.0;
    const double r = station.radii[angle];
    return segment.origin + station.along * segment.axis + (station.centreA + r * std::cos(phi)) * segment.first +
           (station.centreB + r * segment.aspect * std::sin(phi)) * glm::cross(segment.axis, segment.first);
}

// The cross-section at any place on the axis, linear between stations.
SkinStation sectionAt(const SkinSegment& segment, double along) {
    const auto above = std::upper_bound(segment.stations.begin(), segment.stations.end(), along,
                                        [](double s, const SkinStation& station) { return s < station.along; });
    if (above == segment.stations.begin()) {
        return segment.stations.front();
    }
    if (above == segment.stations.end()) {
        return segment.stations.back();
    }
    const SkinStation& a = *(above - 1);
    const SkinStation& b = *above;
    const double u = (along - a.along) / (b.along - a.along);
    SkinStation section{along, std::lerp(a.centreA, b.centreA, u), std::lerp(a.centreB, b.centreB, u), a.radii};
    for (std::size_t i = 0; i < section.radii.size(); ++i) {
        section.radii[i] = std::lerp(a.radii[i], b.radii[i], u);
    }
    return section;
}

// Places on the axis that both figures know: the ends of the segment and the joints of the trunk between them.
std::vector<std::pair<double, double>> commonPlaces(const SkinSegment& from, const SkinSegment& to,
                                                    const SkinFigure& source, const SkinFigure& target) {
    std::vector<std::pair<double, double>> places{{from.stations.front().along, to.stations.front().along}};
    for (const char* joint : {"hip", "L5_S1", "L1_mid", "T7_mid", "C7_T1", "atlanto_occipital", "eye"}) {
        const auto a = source.joints.find(joint);
        const auto b = target.joints.find(joint);
        if (a == source.joints.end() || b == target.joints.end()) {
            continue;
        }
        const double s = glm::dot(a->second - from.origin, from.axis);
        const double t = glm::dot(b->second - to.origin, to.axis);
        constexpr double apart = 5.0;  // millimetres
        if (s > places.back().first + apart && t > places.back().second + apart &&
            s < from.stations.back().along - apart && t < to.stations.back().along - apart) {
            places.emplace_back(s, t);
        }
    }
    places.emplace_back(from.stations.back().along, to.stations.back().along);
    return places;
}

double throughPlaces(const std::vector<std::pair<double, double>>& places, double s) {
    std::size_t i = 1;
    while (i + 1 < places.size() && places[i].first < s) {
        ++i;
    }
    const auto& [s0, t0] = places[i - 1];
    const auto& [s1, t1] = places[i];
    return t0 + (t1 - t0) * (s - s0) / (s1 - s0);
}

}  // namespace

SkinWarp::SkinWarp(const SkinFigure& from, const SkinFigure& to) {
    constexpr std::size_t anglesPerStation = 8;
    if (from.segments.size() != to.segments.size()) {
        throw std::invalid_argument("skins with different segments");
    }
    const auto add = [&](const dvec3& a, const dvec3& b, double radius) {
        pairs_.push_back({a, b, radius});
        pairs_.push_back({{-a.x, a.y, a.z}, {-b.x, b.y, b.z}, radius});
    };
    for (std::size_t s = 0; s < from.segments.size(); ++s) {
        const SkinSegment& source = from.segments[s];
        const SkinSegment& target = to.segments[s];
        if (source.name != target.name || source.angles != target.angles) {
            throw std::invalid_argument("skins with different segments");
        }
        const std::size_t step = std::max<std::size_t>(1, source.angles.size() / anglesPerStation);
        const std::vector<std::pair<double, double>> places = commonPlaces(source, target, from, to);
        const bool sameStations = source.stations.size() == target.stations.size();
        for (std::size_t i = 0; i < source.stations.size(); ++i) {
            const SkinStation section =
                sameStations ? target.stations[i] : sectionAt(target, throughPlaces(places, source.stations[i].along));
            const std::vector<double>& radii = source.stations[i].radii;
            const double radius = std::accumulate(radii.begin(), radii.end(), 0.0) / static_cast<double>(radii.size());
            for (std::size_t k = 0; k < source.angles.size(); k += step) {
                add(surfacePoint(source, source.stations[i], k), surfacePoint(target, section, k), radius);
            }
        }
    }
    for (const auto& [name, joint] : from.joints) {
        if (const auto other = to.joints.find(name); other != to.joints.end()) {
            add(joint, other->second, radiusAround(joint));
        }
    }
}

// The mean radius of the cross-sections around a place.
double SkinWarp::radiusAround(const dvec3& place) const {
    constexpr double around = 20.0;  // millimetres
    double total = 0.0;
    double sum = 0.0;
    for (const Pair& pair : pairs_) {
        const dvec3 offset = pair.from - place;
        const double weight = 1.0 / std::pow(glm::dot(offset, offset) + around * around, 2);
        total += weight;
        sum += weight * pair.radius;
    }
    return sum / total;
}

dvec3 SkinWarp::applyToSkin(const dvec3& place) const {
    return apply(place, leastSoftening);
}

dvec3 SkinWarp::applyInside(const dvec3& place) const {
    constexpr double share = 0.5;  // of the radius: below, what the skin's unevenness does is seen inside
    return apply(place, std::max(leastSoftening, share * radiusAround(place)));
}

// Pairs nearer than the softening are averaged rather than met exactly.
dvec3 SkinWarp::apply(const dvec3& place, double softening) const {
    std::vector<double> weights;
    weights.reserve(pairs_.size());
    double total = 0.0;
    dvec3 centreFrom{0.0};
    dvec3 centreTo{0.0};
    for (const Pair& pair : pairs_) {
        const dvec3 offset = pair.from - place;
        const double weight = 1.0 / std::pow(glm::dot(offset, offset) + softening * softening, 2);
        weights.push_back(weight);
        total += weight;
        centreFrom += weight * pair.from;
        centreTo += weight * pair.to;
    }
    centreFrom /= total;
    centreTo /= total;
    dmat3 spread{0.0};
    dmat3 moved{0.0};
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const dvec3 a = pairs_[i].from - centreFrom;
        const dvec3 b = pairs_[i].to - centreTo;
        spread += glm::outerProduct(a, a) * weights[i];
        moved += glm::outerProduct(b, a) * weights[i];
    }
    // Where all near pairs lie in a plane, the map across it tends to a plain shift instead of growing wild.
    const double floor = 1e-3 * (spread[0][0] + spread[1][1] + spread[2][2]);
    spread += dmat3(floor);
    moved += dmat3(floor);
    return centreTo + moved * glm::inverse(spread) * (place - centreFrom);
}

}  // namespace myo::generate
