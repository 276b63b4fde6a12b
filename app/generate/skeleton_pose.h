// Brings drawn bones into a skin without bending those that are straight.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "body/body.h"
#include "generate/pose.h"
#include "generate/smooth_map.h"

namespace myo::generate {

/// Where bones and the landmarks on them go. A bone of a limb, a vertebra, a tooth or any other compact bone is moved
/// as a whole: turned, shifted and evenly stretched as the pose does on average around the bone. The cage of ribs with
/// the shoulder girdle follows the pose smoothly, all as one. Skull and pelvis follow it everywhere.
class SkeletonPose {
public:
    /// \param drawn the bones in their own frame. \pre `pose` outlives this.
    SkeletonPose(const Pose& pose, const std::vector<body::Structure>& drawn);

    /// The place moved with a bone; with the pose itself if the bone was not among those drawn.
    [[nodiscard]] glm::dvec3 apply(const std::string& bone, const glm::dvec3& place) const;
    /// Moves the surfaces and gives them normals.
    void apply(std::vector<body::Structure>& bones) const;

private:
    struct Whole {
        glm::dmat3 linear{1.0};
        glm::dvec3 from{0.0};
        glm::dvec3 to{0.0};
    };
    [[nodiscard]] Whole fit(const body::Structure& bone) const;

    void addCage(const std::vector<body::Structure>& drawn);

    const Pose& pose_;
    std::optional<SmoothMap> cage_;
    std::map<std::string, Whole> whole_;  // by bone
};

}  // namespace myo::generate
