// The joints of a model, and the built-in skin posed like another model.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <vector>

#include "body/ray_caster.h"
#include "own_model/body_features.h"
#include "own_model/fit_math.h"

namespace myo::own_model {

/// Joint centres and ends of the limbs on one side, millimetres.
struct LimbPlaces {
    glm::vec3 shoulder{0.0F};
    glm::vec3 elbow{0.0F};
    glm::vec3 wrist{0.0F};
    glm::vec3 handEnd{0.0F};  ///< tip of the longest finger
    /// Thumb first; nothing where the fingers cannot be told apart.
    std::optional<std::array<glm::vec3, 5>> fingertips;
    glm::vec3 hip{0.0F};
    glm::vec3 knee{0.0F};
    glm::vec3 ankle{0.0F};
    glm::vec3 toeEnd{0.0F};
};

/// A model's posture. 0 = left, 1 = right.
struct BodyPlaces {
    glm::vec3 crown{0.0F};
    glm::vec3 neck{0.0F};
    std::array<LimbPlaces, 2> sides;
};

/// Where the fingers begin, left hand, thumb first.
using FingerBases = std::array<glm::vec3, 5>;

/// The built-in skin with its joints: what is bent and stretched into the posture of another model.
class Rig {
public:
    static constexpr std::size_t boneCount = 28;

    /// \param skin     the built-in skin, coarse; symmetric up to its triangles; kept by reference
    /// \param places   its joints
    /// \param features its limbs
    Rig(const SurfaceGraph& skin, const BodyPlaces& places, const BodyFeatures& features, const FingerBases& fingers);

    /// The vertices of the skin in the posture of the other model. Where its fingers are unknown, hands are turned to
    /// lie best on its surface; head and feet always are.
    /// \param surface may be null: then nothing is turned, and the joints alone decide
    [[nodiscard]] std::vector<glm::vec3> pose(const BodyPlaces& other, const body::RayCaster* surface = nullptr) const;

    /// How much each vertex belongs to the left arm, right arm, left leg and right leg: shares of 0..1, soft at the
    /// roots of the limbs.
    [[nodiscard]] std::vector<glm::vec4> limbShares() const;

private:
    using BoneMaps = std::array<BoneMap, boneCount>;
    using Weights = std::array<float, boneCount>;

    void label(const BodyFeatures& features);
    void gains();
    void poseArm(BoneMaps& maps, std::size_t side, const LimbPlaces& to, const glm::mat3& trunk, float scale,
                 const body::RayCaster* surface) const;
    void poseLeg(BoneMaps& maps, std::size_t side, const LimbPlaces& to, const glm::mat3& trunk, float scale,
                 const body::RayCaster* surface) const;
    [[nodiscard]] BoneMap handMap(std::size_t side, const LimbPlaces& to, const glm::mat3& forearm, float scale,
                                  const body::RayCaster* surface) const;
    [[nodiscard]] BoneMap settled(std::size_t bone, BoneMap map, const body::RayCaster* surface, bool pinned,
                                  float& error) const;
    [[nodiscard]] std::vector<std::uint32_t> verticesOf(std::size_t bone, std::size_t most) const;

    const body::Mesh* mesh_;
    BodyPlaces places_;
    FingerBases fingers_;
    std::vector<std::size_t> labels_;
    std::vector<Weights> weights_;
};

/// The joints of a model from its limbs: levels along the limbs that lie at the joints of the built-in body.
[[nodiscard]] BodyPlaces placesFromFeatures(const SurfaceGraph& graph, const BodyFeatures& features,
                                            const SurfaceGraph& builtIn, const BodyFeatures& builtInFeatures,
                                            const BodyPlaces& builtInPlaces);

}  // namespace myo::own_model
