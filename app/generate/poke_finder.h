// What pokes through the outer faces of a muscle.
#pragma once

#include <vector>

#include "body/body.h"
#include "body/ray_caster.h"

namespace myo::generate {

/// How far a place must move to lie over what pokes through there; 0 if nothing does.
struct Need {
    float way = 0.0F;   ///< millimetres
    bool bone = false;  ///< what pokes through is a bone
};

/// Looks for what pokes through the outer faces of one muscle. Refers to what it was made from, which has to outlive
/// it. Queries may run on several threads at once.
class PokeFinder {
public:
    /// \param lower     bones and muscles of lower rank, as in `structures`
    /// \param others    of the same rank
    /// \param underSkin millimetres that stay between a lifted face and the skin
    PokeFinder(const body::RayCaster& lower, const std::vector<body::Structure>& structures,
               const body::RayCaster& others, const body::RayCaster& skin, float underSkin)
        : lower_(lower), structures_(structures), others_(others), skin_(skin), underSkin_(underSkin) {}

    /// \param direction outward, unit length
    [[nodiscard]] Need need(const glm::vec3& place, const glm::vec3& direction) const;

    /// True if a face with this normal looks to the skin.
    [[nodiscard]] bool outer(const glm::vec3& place, const glm::vec3& normal) const;

private:
    [[nodiscard]] Need throughLower(const glm::vec3& place, const glm::vec3& direction, float toSkin) const;
    [[nodiscard]] bool nearerBehind(const glm::vec3& place, const glm::vec3& direction, float way) const;
    [[nodiscard]] bool hidden(const glm::vec3& place, const glm::vec3& direction) const;

    const body::RayCaster& lower_;
    const std::vector<body::Structure>& structures_;
    const body::RayCaster& others_;
    const body::RayCaster& skin_;
    float underSkin_;
};

}  // namespace myo::generate
