// The skin as one implicit surface.
#pragma once

#include <string>
#include <vector>

#include "generate/skin_detail.h"
#include "generate/skin_ear.h"
#include "generate/skin_figure.h"
#include "generate/skin_segment.h"

namespace myo::generate {

/// All segments united smoothly: near the surface about the signed distance in mm, negative inside. Symmetric in x.
class SkinField {
public:
    /// \pre a figure as readSkinFigure gives it.
    explicit SkinField(const SkinFigure& figure);

    [[nodiscard]] double value(const glm::dvec3& p) const;
    /// By central differences; points outwards.
    [[nodiscard]] glm::dvec3 gradient(const glm::dvec3& p) const;

    /// Moves p along the gradient onto the surface. False (and p unchanged) if that would move it farther than
    /// `farthest` mm.
    bool project(glm::dvec3& p, double farthest) const;

    /// The edge length that the shape's detail asks for at p (before scaling to a triangle budget), mm: about 8 on
    /// trunk and limbs, 2 at fingers and ears, changing gently between.
    [[nodiscard]] double edgeLength(const glm::dvec3& p) const;

    /// How many smoothing passes the finished surface needs at p.
    [[nodiscard]] double smoothing(const glm::dvec3& p) const;

    [[nodiscard]] const SegmentShape& shape(const std::string& name) const;

private:
    struct Part {
        std::string name;
        SegmentShape shape;
        double blend = 0.0;    // width of the smooth union, mm
        double reach = 0.0;    // along the axis, mm, where the union fades
        bool opposed = false;  // may it fuse with a surface that faces it?
        bool limb = false;     // an arm: closes the slit at the apex of the axilla
        bool leg = false;      // a leg: keeps off the other one
        double edge = 7.0;     // wanted edge length, mm
    };

    // The union so far: its value and the unit gradient of the part that rules there.
    struct Union {
        double value;
        glm::dvec3 direction;
    };
    void unite(const Part& part, const glm::dvec3& p, Union& sum) const;

    std::vector<Part> parts_;
    EarShape ear_;
    SkinDetail detail_;
    double crotch_ = 0.0;  // y, mm: below it the legs are apart
};

}  // namespace myo::generate
