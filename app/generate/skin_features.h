// Authored small features of the skin: what cross-sections are too coarse to hold.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "generate/skin_line.h"

namespace myo::generate {

/// A local frame with a scale, so that one feature serves bodies of different size.
struct FeaturePlace {
    glm::dvec3 origin{0.0};
    glm::dvec3 u{1.0, 0.0, 0.0};
    glm::dvec3 v{0.0, 1.0, 0.0};
    glm::dvec3 w{0.0, 0.0, 1.0};  ///< u x v
    double scale = 1.0;

    [[nodiscard]] glm::dvec3 local(const glm::dvec3& p) const {
        const glm::dvec3 d = p - origin;
        return glm::dvec3(glm::dot(d, u), glm::dot(d, v), glm::dot(d, w)) / scale;
    }
    [[nodiscard]] glm::dvec3 global(const glm::dvec3& q) const {
        return origin + scale * (q.x * u + q.y * v + q.z * w);
    }
};

enum class FeatureKind {
    tube,    ///< united with the body: a chain of balls
    carve,   ///< cut out of the body: a chain of balls
    dent,    ///< pushes the skin in (negative: out) along a path, with a soft edge
    smooth,  ///< evens out the skin near a path
    fine     ///< asks for short edges near a path
};

/// One feature in its place's frame, mm before scaling.
struct SkinFeature {
    FeatureKind kind = FeatureKind::dent;
    std::string place;
    /// tube, carve: width of the blend. dent: depth. smooth: passes. fine: edge length.
    double amount = 0.0;
    /// dent: distance at which three fifths of the depth are left. smooth, fine: distance up to which they act.
    double width = 0.0;
    std::vector<glm::dvec3> path;
    std::vector<double> radii;  ///< tube, carve: one per point of the path
};

/// A nail on a finger or toe.
struct NailFigure {
    std::string segment;
    double angle = 0.0;    ///< degrees round the segment of the nail's middle
    double fromTip = 0.0;  ///< from the segment's pole to the free edge, mm
    double length = 0.0;   ///< mm
    double width = 0.0;    ///< mm
};

struct SkinFeatures {
    std::map<std::string, FeaturePlace> places;
    std::vector<SkinFeature> features;
    std::vector<NailFigure> nails;
};

/// Reads the rest of a line that begins with `kind`, if that is a feature:
///
///     place NAME origin(3) u(3) v(3) scale
///     tube|carve PLACE blend (radius u v w)...
///     dent PLACE depth width (u v w)...
///     smooth PLACE passes distance (u v w)...
///     fine PLACE edge distance (u v w)...
///     nail SEGMENT degrees from-tip length width
///
/// False if it is none; problems are kept in the line. A place must be given before it is used.
[[nodiscard]] bool readFeature(const std::string& kind, TableLine& line, SkinFeatures& features);

}  // namespace myo::generate
