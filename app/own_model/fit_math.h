// Small maps between bodies.
#pragma once

#include <span>

#include <glm/glm.hpp>

namespace myo::own_model {

/// to + linear * (p - from)
struct BoneMap {
    glm::mat3 linear{1.0F};
    glm::vec3 from{0.0F};
    glm::vec3 to{0.0F};

    [[nodiscard]] glm::vec3 apply(const glm::vec3& p) const { return to + linear * (p - from); }
};

/// A rotation with a uniform scale, and how well it meets its pairs.
struct Similarity {
    glm::mat3 rotation{1.0F};
    float scale = 1.0F;
    BoneMap map;
    float error = 0.0F;  ///< root of the mean squared distance
};

/// The rotation (never a reflection) and scale that bring `from` nearest to `to` (Umeyama 1991).
/// \pre equally many, at least three, not all on one line; weights are empty or one for each.
[[nodiscard]] Similarity bestSimilarity(std::span<const glm::vec3> from, std::span<const glm::vec3> to,
                                        std::span<const float> weights = {}, bool withScale = true);

/// The smallest rotation that turns one direction into the other; neither needs unit length.
[[nodiscard]] glm::mat3 leastRotation(const glm::vec3& from, const glm::vec3& to);

/// The part of a rotation that turns about an axis (unit length), radians.
[[nodiscard]] float twistAbout(const glm::mat3& rotation, const glm::vec3& axis);

/// The rotation about an axis (unit length).
[[nodiscard]] glm::mat3 rotationAbout(const glm::vec3& axis, float radians);

/// rotation, then stretched by `along` in the direction `axis` (unit length, after the rotation) and by `across` else.
[[nodiscard]] glm::mat3 stretched(const glm::mat3& rotation, const glm::vec3& axis, float along, float across);

}  // namespace myo::own_model
