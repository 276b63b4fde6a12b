// Authored features, ready for fast evaluation.
#pragma once

#include <vector>

#include <glm/glm.hpp>

#include "generate/skin_features.h"
#include "generate/skin_segment.h"

namespace myo::generate {

/// A nail in the frame of its digit.
struct NailShape {
    glm::dvec3 centre{0.0};   ///< middle of the plate, on the skin
    glm::dvec3 forward{0.0};  ///< towards the tip
    glm::dvec3 sideways{0.0};
    glm::dvec3 up{0.0};  ///< away from the bone
    double halfLength = 0.0;
    double halfWidth = 0.0;
};

/// Finds the nail's plate on the surface of its digit. \pre `digit` is the nail's segment.
[[nodiscard]] NailShape placeNail(const NailFigure& nail, const SkinSegment& figure, const SegmentShape& digit);

class SkinDetail {
public:
    /// \pre every feature's place is among the places, as readFeature ensures.
    SkinDetail(const SkinFeatures& features, std::vector<NailShape> nails);

    /// The field at p (x >= 0) with tubes united, then cavities carved, then dents and nails pressed in.
    [[nodiscard]] double apply(double field, const glm::dvec3& p) const;
    /// The edge length that features ask for at p, or `edge` if that is shorter.
    [[nodiscard]] double edgeLength(double edge, const glm::dvec3& p) const;
    /// How many smoothing passes the features ask for at p; fades towards the border of each.
    [[nodiscard]] double smoothing(const glm::dvec3& p) const;

private:
    struct Part {
        SkinFeature figure;  // mm after scaling, still in the frame of its place
        FeaturePlace place;  // scale 1
        glm::dvec3 centre;   // of a ball that holds everything the part acts on
        double reach = 0.0;
    };
    [[nodiscard]] static bool near(const Part& part, const glm::dvec3& p);

    std::vector<Part> solids_;
    std::vector<Part> cavities_;
    std::vector<Part> dents_;
    std::vector<Part> smooth_;
    std::vector<Part> fine_;
    std::vector<NailShape> nails_;
};

}  // namespace myo::generate
