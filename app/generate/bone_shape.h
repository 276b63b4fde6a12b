// A bone as one signed distance, put together from its parts.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "generate/bone_part.h"

namespace myo::generate {

/// Sparse corrections added to a distance: cubic B-spline bumps on a lattice.
class BoneCorrection {
public:
    explicit BoneCorrection(const PartFigure& figure);
    [[nodiscard]] double at(const glm::dvec3& place) const;

private:
    std::array<int, 3> nodes_;
    double step_;
    glm::dvec3 origin_;
    std::vector<double> heights_;
};

/// The parts of a bone, joined and cut in their order.
class BoneShape {
public:
    /// \pre the figure was read by readSkeleton().
    explicit BoneShape(const BoneFigure& figure);

    /// Millimetres, negative inside. Of a midline bone the same at x and -x.
    [[nodiscard]] double distance(const glm::dvec3& place) const;
    /// A box that holds the left half of a midline bone, or all of another.
    [[nodiscard]] PartBox box() const { return box_; }
    /// True if distances beyond a few millimetres are not to be trusted.
    [[nodiscard]] bool corrected() const { return corrected_; }

private:
    struct Step {
        Join join;
        double blend;
        std::unique_ptr<BonePart> part;            // or
        std::optional<BoneCorrection> correction;  // one of the two
    };
    std::vector<Step> steps_;
    PartBox box_;
    bool midline_;
    bool corrected_ = false;
};

}  // namespace myo::generate
