// Carries places of one body into another, inside and outside the skin.
#pragma once

#include <memory>
#include <vector>

#include <glm/glm.hpp>

namespace myo::own_model {

/// A smooth map of space that follows known places: moving least squares with affine maps over the nearest places
/// (Schaefer, McPhail, Warren 2006). Queries may run on several threads at once.
class BodyWarp {
public:
    struct Mapped {
        glm::vec3 place{0.0F};
        glm::mat3 linear{1.0F};  ///< how directions turn and stretch there
    };

    /// \param limbs for every place how much it belongs to each of four limbs (0..1): what belongs to one limb is not
    ///              moved by another, however near it is. Empty: all places count alike.
    /// \pre equally many places, at least eight. \throw std::invalid_argument otherwise.
    BodyWarp(std::vector<glm::vec3> from, std::vector<glm::vec3> to, std::vector<glm::vec4> limbs = {});
    ~BodyWarp();
    BodyWarp(BodyWarp&&) noexcept;
    BodyWarp& operator=(BodyWarp&&) noexcept;
    BodyWarp(const BodyWarp&) = delete;
    BodyWarp& operator=(const BodyWarp&) = delete;

    [[nodiscard]] Mapped apply(const glm::vec3& place) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myo::own_model
