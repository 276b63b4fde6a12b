#include "own_model/rig.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace myo::own_model {

namespace {

// Bones: trunk, head, then for each side upper arm, three thirds of the forearm, hand, fingers, thigh, shin, foot.
constexpr std::size_t trunkBone = 0;
constexpr std::size_t headBone = 1;
enum SideBone : std::size_t { upperArm, forearm, hand = 4, finger = 5, thigh = 10, shin, foot, perSide };

std::size_t boneOf(std::size_t side, std::size_t bone) {
    return 2 + side * perSide + bone;
}

glm::vec3 sided(const glm::vec3& left, std::size_t side) {
    return side == 0 ? left : mirrored(left);
}

float shareAlong(const glm::vec3& p, const glm::vec3& from, const glm::vec3& to) {
    const glm::vec3 axis = to - from;
    return glm::dot(p - from, axis) / glm::dot(axis, axis);
}

float distanceToLine(const glm::vec3& p, const glm::vec3& from, const glm::vec3& to) {
    const float share = std::clamp(shareAlong(p, from, to), 0.0F, 1.0F);
    return glm::distance(p, glm::mix(from, to, share));
}

float ratio(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, const glm::vec3& d) {
    return glm::distance(a, b) / std::max(glm::distance(c, d), 1.0F);
}

}  // namespace

Rig::Rig(const SurfaceGraph& skin, const BodyPlaces& places, const BodyFeatures& features, const FingerBases& fingers)
    : mesh_(&skin.mesh()), places_(places), fingers_(fingers) {
    label(features);
    gains();
}

void Rig::label(const BodyFeatures& features) {
    labels_.assign(mesh_->positions.size(), trunkBone);
    const float crotch = places_.sides[0].hip.y - 80.0F;  // millimetres; the built-in body's own
    for (std::size_t v = 0; v < labels_.size(); ++v) {
        const glm::vec3& p = mesh_->positions[v];
        const std::size_t side = p.x >= 0.0F ? 0 : 1;
        const LimbPlaces& limb = places_.sides[side];
        const Limb& arm = features.arms[side];
        if (arm.field[v] < arm.reach) {
            const float beyondWrist = shareAlong(p, limb.wrist, limb.handEnd);
            const float share = shareAlong(p, limb.elbow, limb.wrist);
            if (beyondWrist > 0.0F) {
                labels_[v] = boneOf(side, hand);
                float nearest = 16.0F;  // millimetres: a finger's half width and some
                for (std::size_t k = 0; k < 5; ++k) {
                    const glm::vec3 base = sided(fingers_[k], side);
                    const glm::vec3& tip = (*limb.fingertips)[k];
                    const float distance = distanceToLine(p, base, tip);
                    if (distance < nearest && shareAlong(p, base, tip) > 0.12F) {
                        nearest = distance;
                        labels_[v] = boneOf(side, finger + k);
                    }
                }
            } else if (share > 0.0F) {
                labels_[v] = boneOf(side, forearm + std::min<std::size_t>(2, static_cast<std::size_t>(share * 3)));
            } else {
                labels_[v] = boneOf(side, upperArm);
            }
        } else if (p.y > places_.neck.y - 0.35F * std::max(p.z, 0.0F)) {  // the chin is below the neck's middle
            labels_[v] = headBone;
        } else if (p.y < limb.ankle.y + 12.0F) {
            labels_[v] = boneOf(side, foot);
        } else if (p.y < crotch) {
            labels_[v] = boneOf(side, p.y < limb.knee.y ? shin : thigh);
        }
    }
}

// Lets the bones' shares flow into each other over the joints; over short ways at the fingers.
void Rig::gains() {
    constexpr int rounds = 24;
    constexpr int handRounds = 3;
    weights_.assign(labels_.size(), Weights{});
    std::vector<bool> ofHand(labels_.size());
    for (std::size_t v = 0; v < labels_.size(); ++v) {
        weights_[v][labels_[v]] = 1.0F;
        const std::size_t bone = labels_[v] < 2 ? thigh : (labels_[v] - 2) % perSide;
        ofHand[v] = bone >= hand && bone < thigh;
    }
    std::vector<Weights> sums(weights_.size());
    std::vector<float> counts(weights_.size());
    for (int round = 0; round < rounds; ++round) {
        sums = weights_;
        counts.assign(counts.size(), 1.0F);
        for (const Triangle& t : mesh_->triangles) {
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = t[k];
                const std::uint32_t b = t[(k + 1) % 3];  // every edge is met once in each direction
                counts[a] += 1.0F;
                for (std::size_t i = 0; i < boneCount; ++i) {
                    sums[a][i] += weights_[b][i];
                }
            }
        }
        for (std::size_t v = 0; v < weights_.size(); ++v) {
            if (ofHand[v] && round >= handRounds) {
                continue;
            }
            for (std::size_t i = 0; i < boneCount; ++i) {
                weights_[v][i] = sums[v][i] / counts[v];
            }
        }
    }
}

std::vector<glm::vec4> Rig::limbShares() const {
    std::vector<glm::vec4> shares(weights_.size(), glm::vec4(0.0F));
    for (std::size_t v = 0; v < weights_.size(); ++v) {
        for (std::size_t bone = headBone + 1; bone < boneCount; ++bone) {
            const std::size_t side = (bone - 2) / perSide;
            const bool ofLeg = (bone - 2) % perSide >= thigh;
            shares[v][static_cast<glm::vec4::length_type>((ofLeg ? 2 : 0) + side)] += weights_[v][bone];
        }
    }
    return shares;
}

std::vector<std::uint32_t> Rig::verticesOf(std::size_t bone, std::size_t most) const {
    std::vector<std::uint32_t> all;
    const bool whole = bone >= 2 && (bone - 2) % perSide == hand;  // a hand with its fingers
    for (std::uint32_t v = 0; v < labels_.size(); ++v) {
        if (labels_[v] == bone || (whole && labels_[v] > bone && labels_[v] <= bone + 5)) {
            all.push_back(v);
        }
    }
    const std::size_t step = std::max<std::size_t>(1, all.size() / most);
    std::vector<std::uint32_t> some;
    for (std::size_t i = 0; i < all.size(); i += step) {
        some.push_back(all[i]);
    }
    return some;
}

// Turns a bone until its part of the skin lies best on the surface: iterated closest points.
BoneMap Rig::settled(std::size_t bone, BoneMap map, const body::RayCaster* surface, bool pinned, float& error) const {
    constexpr int rounds = 12;
    if (surface == nullptr) {
        return map;
    }
    const float scale = std::cbrt(std::abs(glm::determinant(map.linear)));
    const std::vector<std::uint32_t> vertices = verticesOf(bone, 400);
    const BoneMap start = map;
    for (int round = 0; round < rounds; ++round) {
        std::vector<glm::vec3> from;
        std::vector<glm::vec3> to;
        std::vector<float> weights;
        error = 0.0F;
        for (const std::uint32_t v : vertices) {
            const glm::vec3 place = map.apply(mesh_->positions[v]);
            const auto nearest = surface->closestPoint(place);
            if (!nearest) {
                continue;
            }
            const glm::vec3 normal = glm::normalize(map.linear * mesh_->normals[v]);
            const bool facing = glm::dot(normal, nearest->normal) > 0.3F;
            error += facing ? nearest->distance : 30.0F;
            if (facing) {
                from.push_back(mesh_->positions[v]);
                to.push_back(nearest->position);
                weights.push_back(1.0F);
            }
        }
        error /= static_cast<float>(std::max<std::size_t>(1, vertices.size()));
        if (from.size() < 20) {
            return map;
        }
        if (pinned) {
            from.push_back(start.from);
            to.push_back(start.to);
            weights.push_back(static_cast<float>(from.size()));
        }
        const Similarity step = bestSimilarity(from, to, weights, false);
        // Without a scale of its own the bone keeps the one it has: the rotation is about the pairs' middle.
        map = {scale * step.rotation, step.map.from, step.map.to};
    }
    return map;
}

BoneMap Rig::handMap(std::size_t side, const LimbPlaces& to, const glm::mat3& forearmTurn, float scale,
                     const body::RayCaster* surface) const {
    const LimbPlaces& from = places_.sides[side];
    if (to.fingertips) {
        std::vector<glm::vec3> a{from.wrist};
        std::vector<glm::vec3> b{to.wrist};
        a.insert(a.end(), from.fingertips->begin(), from.fingertips->end());
        b.insert(b.end(), to.fingertips->begin(), to.fingertips->end());
        const std::vector<float> weights{2.0F, 1.0F, 1.0F, 1.0F, 1.0F, 1.0F};
        return bestSimilarity(a, b, weights).map;
    }
    const glm::mat3 turn =
        leastRotation(forearmTurn * (from.handEnd - from.wrist), to.handEnd - to.wrist) * forearmTurn;
    const glm::vec3 axis = glm::normalize(to.handEnd - to.wrist);
    if (surface == nullptr) {
        return {scale * turn, from.wrist, to.wrist};
    }
    constexpr int tries = 12;
    BoneMap best;
    float least = std::numeric_limits<float>::max();
    for (int i = 0; i < tries; ++i) {
        // From the pose of the forearm outwards: +-165 degrees
        const float angle = (static_cast<float>(i) - (tries - 1) * 0.5F) * std::numbers::pi_v<float> / 6.0F;
        float error = 0.0F;
        const BoneMap map =
            settled(boneOf(side, hand), {scale * rotationAbout(axis, angle) * turn, from.wrist, to.wrist}, surface,
                    true, error);
        // A forearm turns by a right angle or so; more is unlikely.
        error *= 1.0F + 0.15F * std::abs(angle);
        if (error < least) {
            least = error;
            best = map;
        }
    }
    return best;
}

void Rig::poseArm(BoneMaps& maps, std::size_t side, const LimbPlaces& to, const glm::mat3& trunk, float scale,
                  const body::RayCaster* surface) const {
    const LimbPlaces& from = places_.sides[side];
    const auto put = [&](std::size_t bone, const BoneMap& map) { maps[boneOf(side, bone)] = map; };
    const glm::vec3 upperAxis = glm::normalize(to.elbow - to.shoulder);
    const glm::mat3 upperTurn = leastRotation(trunk * (from.elbow - from.shoulder), upperAxis) * trunk;
    const float upperStretch = ratio(to.elbow, to.shoulder, from.elbow, from.shoulder);
    put(upperArm, {stretched(upperTurn, upperAxis, upperStretch, scale), from.shoulder, to.shoulder});
    const glm::vec3 axis = glm::normalize(to.wrist - to.elbow);
    const glm::mat3 turn = leastRotation(upperTurn * (from.wrist - from.elbow), axis) * upperTurn;
    const float stretch = ratio(to.wrist, to.elbow, from.wrist, from.elbow);
    const BoneMap handMapping = handMap(side, to, turn, 0.5F * (scale + stretch), surface);
    put(hand, handMapping);
    // The hand's turn about the forearm is shared out along it.
    const float handScale = std::cbrt(std::abs(glm::determinant(handMapping.linear)));
    const float twist = twistAbout((handMapping.linear / handScale) * glm::transpose(turn), axis);
    for (std::size_t third = 0; third < 3; ++third) {
        const float share = (static_cast<float>(third) + 0.5F) / 3.0F;
        put(forearm + third,
            {stretched(rotationAbout(axis, share * twist) * turn, axis, stretch, scale), from.elbow, to.elbow});
    }
    for (std::size_t k = 0; k < 5; ++k) {
        if (!to.fingertips) {
            put(finger + k, handMapping);
            continue;
        }
        const glm::vec3 base = sided(fingers_[k], side);
        const glm::vec3 newBase = handMapping.apply(base);
        const glm::vec3 newAxis = glm::normalize((*to.fingertips)[k] - newBase);
        const glm::mat3 handTurn = handMapping.linear / handScale;
        const glm::mat3 fingerTurn = leastRotation(handTurn * ((*from.fingertips)[k] - base), newAxis) * handTurn;
        const float fingerStretch = ratio((*to.fingertips)[k], newBase, (*from.fingertips)[k], base);
        put(finger + k, {stretched(fingerTurn, newAxis, fingerStretch, handScale), base, newBase});
    }
}

void Rig::poseLeg(BoneMaps& maps, std::size_t side, const LimbPlaces& to, const glm::mat3& trunk, float scale,
                  const body::RayCaster* surface) const {
    const LimbPlaces& from = places_.sides[side];
    const glm::vec3 upperAxis = glm::normalize(to.knee - to.hip);
    const glm::mat3 upperTurn = leastRotation(trunk * (from.knee - from.hip), upperAxis) * trunk;
    maps[boneOf(side, thigh)] = {stretched(upperTurn, upperAxis, ratio(to.knee, to.hip, from.knee, from.hip), scale),
                                 from.hip, to.hip};
    const glm::vec3 axis = glm::normalize(to.ankle - to.knee);
    const glm::mat3 turn = leastRotation(upperTurn * (from.ankle - from.knee), axis) * upperTurn;
    maps[boneOf(side, shin)] = {stretched(turn, axis, ratio(to.ankle, to.knee, from.ankle, from.knee), scale),
                                from.knee, to.knee};
    const glm::mat3 footTurn = leastRotation(turn * (from.toeEnd - from.ankle), to.toeEnd - to.ankle) * turn;
    const float length = ratio(to.toeEnd, to.ankle, from.toeEnd, from.ankle);
    float error = 0.0F;
    maps[boneOf(side, foot)] =
        settled(boneOf(side, foot), {length * footTurn, from.ankle, to.ankle}, surface, false, error);
}

std::vector<glm::vec3> Rig::pose(const BodyPlaces& other, const body::RayCaster* surface) const {
    std::vector<glm::vec3> from{places_.neck};
    std::vector<glm::vec3> to{other.neck};
    std::vector<float> weights{1.0F};
    for (std::size_t side = 0; side < 2; ++side) {
        from.insert(from.end(), {places_.sides[side].hip, places_.sides[side].shoulder});
        to.insert(to.end(), {other.sides[side].hip, other.sides[side].shoulder});
        weights.insert(weights.end(), {1.0F, 0.5F});
    }
    const Similarity trunk = bestSimilarity(from, to, weights);
    BoneMaps maps;
    maps[trunkBone] = trunk.map;
    const float headScale = ratio(other.crown, other.neck, places_.crown, places_.neck);
    float error = 0.0F;
    maps[headBone] = settled(headBone, {headScale * trunk.rotation, places_.neck, other.neck}, surface, false, error);
    for (std::size_t side = 0; side < 2; ++side) {
        poseArm(maps, side, other.sides[side], trunk.rotation, trunk.scale, surface);
        poseLeg(maps, side, other.sides[side], trunk.rotation, trunk.scale, surface);
    }
    std::vector<glm::vec3> posed(mesh_->positions.size(), glm::vec3(0.0F));
    for (std::size_t v = 0; v < posed.size(); ++v) {
        for (std::size_t bone = 0; bone < boneCount; ++bone) {
            if (weights_[v][bone] > 0.0F) {
                posed[v] += weights_[v][bone] * maps[bone].apply(mesh_->positions[v]);
            }
        }
    }
    return posed;
}

}  // namespace myo::own_model
