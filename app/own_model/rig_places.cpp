// Joints of any model from the levels along its limbs.
#include <algorithm>
#include <cmath>
#include <limits>

#include "own_model/rig.h"

namespace myo::own_model {

namespace {

constexpr float lowerLevel = 0.1F;
constexpr float upperLevel = 0.93F;  // close to the trunk, but not yet at it
constexpr int levelSteps = 166;

// The level whose middle is nearest to a joint.
float levelOf(const SurfaceGraph& graph, const Limb& limb, const glm::vec3& joint) {
    float best = 0.5F;
    float least = std::numeric_limits<float>::max();
    for (int step = 0; step < levelSteps; ++step) {
        const float share = std::lerp(lowerLevel, upperLevel, static_cast<float>(step) / levelSteps);
        const float distance = glm::distance(limb.middle(graph, share), joint);
        if (distance < least) {
            least = distance;
            best = share;
        }
    }
    return best;
}

// The two joints along a limb and the one at its root.
struct Chain {
    glm::vec3 root;    // shoulder or hip
    glm::vec3 middle;  // elbow or knee
    glm::vec3 end;     // wrist or ankle
};

Chain chainFrom(const SurfaceGraph& graph, const Limb& limb, const SurfaceGraph& builtIn, const Limb& like,
                const Chain& joints) {
    const float middleLevel = levelOf(builtIn, like, joints.middle);
    const float endLevel = levelOf(builtIn, like, joints.end);
    const auto middles = [&](float share) { return std::pair{like.middle(builtIn, share), limb.middle(graph, share)}; };
    const auto [endLike, end] = middles(endLevel);
    const auto [middleLike, middle] = middles(middleLevel);
    const auto [upperLike, upper] = middles(upperLevel);
    const glm::mat3 lowerTurn = leastRotation(middleLike - endLike, middle - end);
    const glm::mat3 upperTurn = leastRotation(upperLike - middleLike, upper - middle);
    const float scale = glm::distance(upper, middle) / std::max(1.0F, glm::distance(upperLike, middleLike));
    return {middle + scale * (upperTurn * (joints.root - middleLike)),
            middle + scale * (lowerTurn * (joints.middle - middleLike)),
            end + scale * (lowerTurn * (joints.end - endLike))};
}

// Which of the found tips is the thumb's and so on: the assignment that fits the built-in hand best, if one fits.
std::optional<std::array<glm::vec3, 5>> orderedTips(const body::Mesh& mesh, const std::array<std::uint32_t, 5>& found,
                                                    const glm::vec3& wrist, const LimbPlaces& like) {
    constexpr float mostError = 17.0F;  // millimetres on a hand of the built-in size
    std::vector<glm::vec3> from{like.wrist};
    from.insert(from.end(), like.fingertips->begin(), like.fingertips->end());
    std::array<std::size_t, 5> order{0, 1, 2, 3, 4};
    std::optional<std::array<glm::vec3, 5>> best;
    float least = mostError;
    do {
        std::vector<glm::vec3> to{wrist};
        for (const std::size_t i : order) {
            to.push_back(mesh.positions[found[i]]);
        }
        const Similarity fit = bestSimilarity(from, to);
        const float error = fit.error / std::max(fit.scale, 0.1F);
        if (error < least) {
            least = error;
            best.emplace();
            std::copy(to.begin() + 1, to.end(), best->begin());
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

}  // namespace

BodyPlaces placesFromFeatures(const SurfaceGraph& graph, const BodyFeatures& features, const SurfaceGraph& builtIn,
                              const BodyFeatures& builtInFeatures, const BodyPlaces& builtInPlaces) {
    BodyPlaces places;
    const body::Mesh& mesh = graph.mesh();
    places.crown = mesh.positions[features.crown];
    places.neck = features.neck;
    for (std::size_t side = 0; side < 2; ++side) {
        const LimbPlaces& like = builtInPlaces.sides[side];
        LimbPlaces& limb = places.sides[side];
        const Chain arm = chainFrom(graph, features.arms[side], builtIn, builtInFeatures.arms[side],
                                    {like.shoulder, like.elbow, like.wrist});
        const Chain leg = chainFrom(graph, features.legs[side], builtIn, builtInFeatures.legs[side],
                                    {like.hip, like.knee, like.ankle});
        limb.shoulder = arm.root;
        limb.elbow = arm.middle;
        limb.wrist = arm.end;
        limb.hip = leg.root;
        limb.knee = leg.middle;
        limb.ankle = leg.end;
        limb.handEnd = mesh.positions[features.arms[side].tip];
        limb.toeEnd = mesh.positions[features.legs[side].tip];
        if (features.fingertips[side]) {
            limb.fingertips = orderedTips(mesh, *features.fingertips[side], limb.wrist, like);
        }
    }
    return places;
}

}  // namespace myo::own_model
