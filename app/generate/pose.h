// Brings muscles and bones from the pose in which they were measured into a skin.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <glm/glm.hpp>

#include "body/joints.h"
#include "generate/muscle_figures.h"
#include "generate/skin_figure.h"

namespace myo::generate {

/// How a place takes part in the movement of the arm.
enum class ArmPart {
    trunk,     ///< not at all: trunk, head, legs, scapula and clavicle
    arm,       ///< wholly: humerus and everything beyond
    crossing,  ///< by its distance to the humerus: muscles from the trunk to the arm
};

/// The movement of the left arm from one set of joints to another: every segment is turned about its joint and
/// stretched along its axis; at the joints the movements of neighbours blend.
class ArmPose {
public:
    /// \param from,to the joints GH, elbow, wrist, finger<k>-1..3 and finger<k>-tip. \throw std::out_of_range if one
    /// is missing.
    ArmPose(const body::Joints& from, const body::Joints& to);

    [[nodiscard]] glm::dvec3 apply(const glm::dvec3& place, ArmPart part) const;

    /// trunk, arm or crossing, by where the two ends of a muscle's piece lie.
    [[nodiscard]] ArmPart partOf(const PieceFigure& piece) const;

    /// The place moved with one bone of the arm (humerus, radius, hpp2 ...), without blending; unmoved for bones that
    /// are not of the arm.
    [[nodiscard]] glm::dvec3 applyToBone(const std::string& bone, const glm::dvec3& place) const;
    /// True for the bones of the arm.
    [[nodiscard]] bool moves(const std::string& bone) const;

private:
    struct Affine {
        glm::dmat3 linear{1.0};
        glm::dvec3 from{0.0};
        glm::dvec3 to{0.0};
        [[nodiscard]] glm::dvec3 apply(const glm::dvec3& p) const { return to + linear * (p - from); }
    };
    struct Digit {
        std::vector<glm::dvec3> joints;  // wrist, base, ..., tip before the movement
        std::vector<Affine> phalanges;   // one from every joint but wrist and tip
    };

    [[nodiscard]] const Affine* find(const std::string& bone) const;
    [[nodiscard]] double armShare(const glm::dvec3& place, ArmPart part) const;
    [[nodiscard]] glm::dvec3 moveHand(const glm::dvec3& place) const;
    [[nodiscard]] glm::dvec3 moveDigit(const Digit& digit, const glm::dvec3& place) const;
    [[nodiscard]] bool inArm(const glm::dvec3& place) const;
    static Affine segment(const glm::dmat3& parent, const glm::dvec3& from, const glm::dvec3& fromEnd,
                          const glm::dvec3& to, const glm::dvec3& toEnd);

    glm::dvec3 shoulder_;
    glm::dvec3 elbow_;
    glm::dvec3 wrist_;
    glm::dvec3 palmCentre_;
    Affine upperArm_;
    Affine forearm_;
    Affine palm_;
    std::vector<Digit> digits_;  // thumb first
};

/// A smooth displacement that meets given ones at given places (multiquadric interpolation).
class Alignment {
public:
    struct Control {
        glm::dvec3 place;  ///< left side or midline; its mirror image is implied
        glm::dvec3 shift;
    };

    /// \pre the places are distinct. \throw std::invalid_argument if they are not.
    explicit Alignment(const std::vector<Control>& controls);

    [[nodiscard]] glm::dvec3 apply(const glm::dvec3& place) const;

private:
    std::vector<glm::dvec3> places_;
    std::vector<glm::dvec3> weights_;
    glm::dvec3 constant_{0.0};
};

/// Reads assets/anatomy/alignment.tsv. The problem names file, line and column.
[[nodiscard]] Result<std::vector<Alignment::Control>> readAlignment(const std::filesystem::path& file);

/// Maps from one skin to another and from what is inside the one into the other, from the places that their figures
/// have in common (moving least squares).
class SkinWarp {
public:
    /// \pre both figures have the same segments and angles. \throw std::invalid_argument otherwise.
    SkinWarp(const SkinFigure& from, const SkinFigure& to);

    /// A place on the skin: near the places in common the map meets them.
    [[nodiscard]] glm::dvec3 applyToSkin(const glm::dvec3& place) const;
    /// A place inside: the map is as even as the trunk or limb is thick, so that bones and muscles keep their shape and
    /// order, and meets the skin only roughly.
    [[nodiscard]] glm::dvec3 applyInside(const glm::dvec3& place) const;

private:
    struct Pair {
        glm::dvec3 from;
        glm::dvec3 to;
        double radius;  // of the cross-section that it lies on
    };
    [[nodiscard]] double radiusAround(const glm::dvec3& place) const;
    [[nodiscard]] glm::dvec3 apply(const glm::dvec3& place, double softening) const;

    std::vector<Pair> pairs_;
};

/// Shifts in millimetres by bone: bone frame = muscle frame + shift (frame_offsets.tsv). Bones that were not shifted
/// are not listed.
using FrameOffsets = std::map<std::string, glm::dvec3>;

/// The whole way from the frame of the measured muscles and bones into a skin.
class Pose {
public:
    /// \param reference joints of the arm that was measured
    /// \param alignment where the rest of the measured body belongs inside the male skin
    /// \param offsets   how the bones' frame differs from the muscles'
    /// \param male      the skin that muscles and bones were fitted to
    /// \param skin      the skin wanted: the male one or one with the same segments
    Pose(const body::Joints& reference, const std::vector<Alignment::Control>& alignment, FrameOffsets offsets,
         const SkinFigure& male, const SkinFigure& skin);

    /// A piece of a muscle: centres, directions and sizes.
    [[nodiscard]] PieceFigure apply(const PieceFigure& piece) const;
    /// A place on a bone, given in the bones' frame.
    [[nodiscard]] glm::dvec3 applyToBone(const std::string& bone, const glm::dvec3& place) const;
    /// A place on the male skin.
    [[nodiscard]] glm::dvec3 applyToSkin(const glm::dvec3& place) const;
    /// False if the skin wanted is the male one.
    [[nodiscard]] bool changesSkin() const { return warp_ != nullptr; }

private:
    [[nodiscard]] glm::dvec3 applyInside(const glm::dvec3& place) const;
    [[nodiscard]] glm::dvec3 applyToMuscle(const glm::dvec3& place, ArmPart part) const;

    FrameOffsets offsets_;
    Alignment alignment_;
    ArmPose arm_;
    std::unique_ptr<SkinWarp> warp_;  // none for the male skin itself
};

}  // namespace myo::generate
