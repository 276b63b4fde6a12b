#include "generate/pose.h"

#include <algorithm>
#include <cmath>

namespace myo::generate {

namespace {

using glm::dvec3;

// A section grows or shrinks with its surroundings, but not beyond what a muscle would bear.
constexpr double leastStretch = 0.6;
constexpr double mostStretch = 1.5;

// The muscles' and bones' frame lies this much above the skin's.
constexpr double frameHeight = 3.2;

dvec3 toSkinFrame(const dvec3& place) {
    return place - dvec3(0.0, frameHeight, 0.0);
}

body::Joints inSkinFrame(const body::Joints& joints) {
    body::Joints result;
    for (const auto& [name, place] : joints) {
        result[name] = toSkinFrame(place);
    }
    return result;
}

// The derivative of the map along a direction.
template <class Map>
dvec3 derivative(const Map& map, const dvec3& place, const dvec3& direction) {
    constexpr double step = 0.5;
    return (map(place + step * direction) - map(place - step * direction)) / (2 * step);
}

// The fibres' direction at a station of a strip, from its neighbours.
dvec3 fibreAt(const PieceFigure& piece, int strip, int station) {
    const dvec3& before = piece.at(strip, std::max(station - 1, 0)).centre;
    const dvec3& after = piece.at(strip, std::min(station + 1, piece.stations - 1)).centre;
    const double length = glm::distance(before, after);
    return length > 0.0 ? (after - before) / length : dvec3(0.0, 1.0, 0.0);
}

bool sameFigure(const SkinFigure& a, const SkinFigure& b) {
    return a.joints == b.joints;
}

}  // namespace

Pose::Pose(const body::Joints& reference, const std::vector<Alignment::Control>& alignment, FrameOffsets offsets,
           const SkinFigure& male, const SkinFigure& skin)
    : offsets_(std::move(offsets)),
      alignment_(alignment),
      arm_(inSkinFrame(reference), male.joints),
      warp_(sameFigure(male, skin) ? nullptr : std::make_unique<SkinWarp>(male, skin)) {}

dvec3 Pose::applyToMuscle(const dvec3& place, ArmPart part) const {
    const dvec3 lowered = toSkinFrame(place);
    // The arm's joints are the skin's own; everything else is aligned.
    return applyInside(part == ArmPart::arm ? arm_.apply(lowered, part) : arm_.apply(alignment_.apply(lowered), part));
}

dvec3 Pose::applyToBone(const std::string& bone, const dvec3& place) const {
    const auto offset = offsets_.find(bone);
    const dvec3 inMuscleFrame = offset == offsets_.end() ? place : place - offset->second;
    const dvec3 lowered = toSkinFrame(inMuscleFrame);
    return applyInside(arm_.moves(bone) ? arm_.applyToBone(bone, lowered) : alignment_.apply(lowered));
}

dvec3 Pose::applyToSkin(const dvec3& place) const {
    return warp_ ? warp_->applyToSkin(place) : place;
}

dvec3 Pose::applyInside(const dvec3& place) const {
    return warp_ ? warp_->applyInside(place) : place;
}

PieceFigure Pose::apply(const PieceFigure& piece) const {
    PieceFigure lowered = piece;
    for (Station& station : lowered.grid) {
        station.centre = toSkinFrame(station.centre);
    }
    const ArmPart part = arm_.partOf(lowered);
    const auto map = [&](const dvec3& place) { return applyToMuscle(place, part); };
    PieceFigure posed = piece;
    for (int strip = 0; strip < piece.strips; ++strip) {
        for (int j = 0; j < piece.stations; ++j) {
            const Station& source = piece.at(strip, j);
            Station& station = posed.grid[piece.index(strip, j)];
            station.centre = map(source.centre);
            const dvec3 across = derivative(map, source.centre, glm::normalize(source.across));
            const dvec3 normal = glm::cross(fibreAt(piece, strip, j), source.across);
            const double length = glm::length(normal);
            const dvec3 thickness = length > 0.0 ? derivative(map, source.centre, normal / length) : dvec3(0, 1, 0);
            station.across = glm::normalize(across);
            station.halfWidth *= std::clamp(glm::length(across), leastStretch, mostStretch);
            station.halfThickness *= std::clamp(glm::length(thickness), leastStretch, mostStretch);
        }
    }
    return posed;
}

}  // namespace myo::generate
