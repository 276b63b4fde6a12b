#include "generate/layering.h"

#include <algorithm>
#include <array>
#include <utility>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "core/parallel.h"
#include "generate/poke_finder.h"

namespace myo::generate {

namespace {

constexpr float justPast = 0.01F;  // millimetres from a surface just left
constexpr float sampling = 3.0F;   // millimetres between the places of a face that are looked at
constexpr float atEnds = 0.04F;    // share of the fibre length that may end in a bone
constexpr float skinRoom = 0.8F;   // millimetres under the skin that each layer leaves free
constexpr float rimWidth = 14.0F;  // millimetres over which a rim keeps to what lies under it
constexpr int smoothingRounds = 6;

void addMirrored(std::vector<body::Structure>& structures) {
    const std::size_t count = structures.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (structures[i].side == BodySide::left) {
            body::Structure right = structures[i];
            right.side = BodySide::right;
            right.mesh = body::mirroredMesh(right.mesh);
            structures.push_back(std::move(right));
        }
    }
}

std::vector<body::Structure> onBothSides(const std::vector<body::Structure>& structures,
                                         const std::vector<std::size_t>& indices) {
    std::vector<body::Structure> both;
    both.reserve(2 * indices.size());
    for (const std::size_t index : indices) {
        both.push_back(structures[index]);
    }
    addMirrored(both);
    return both;
}

// The lift of every vertex of one muscle.
class Lift {
public:
    /// \param toEnds what it covers is covered up to where its fibres end
    Lift(const body::Mesh& mesh, const PokeFinder& finder, bool toEnds)
        : mesh_(mesh),
          finder_(finder),
          toEnds_(toEnds),
          outer_(mesh.positions.size()),
          fixed_(mesh.positions.size()),
          bone_(mesh.positions.size(), 0),
          rim_(mesh.positions.size(), 1.0F),
          lift_(mesh.positions.size(), 0.0F) {}

    [[nodiscard]] std::vector<float> measure() {
        parallelFor(mesh_.positions.size(), [&](std::size_t i) {
            outer_[i] = finder_.outer(mesh_.positions[i], mesh_.normals[i]) ? 1 : 0;
            fixed_[i] = outer_[i] == 0 || (!toEnds_ && atFibreEnd(i)) ? 1 : 0;
            if (fixed_[i] == 0) {
                const Need need = finder_.need(mesh_.positions[i], mesh_.normals[i]);
                // Where the fibres end in a bone, the bone is not covered but held.
                lift_[i] = need.bone && atFibreEnd(i) ? 0.0F : need.way;
                bone_[i] = need.bone ? 1 : 0;
            }
        });
        leaveBoneAtRims();
        measureRims();
        for (const Triangle& triangle : mesh_.triangles) {
            measureFace(triangle);
        }
        smooth();
        return lift_;
    }

private:
    [[nodiscard]] bool atFibreEnd(std::size_t i) const {
        const float along = mesh_.fibreCoordinates[i].y;
        return along < atEnds || along > 1.0F - atEnds;
    }

    // Bone beside a muscle, like the shin's, is no bone under it: where the bare place reaches the muscle's rim, it
    // stays bare.
    void leaveBoneAtRims() {
        const auto bare = [&](std::uint32_t i) { return bone_[i] != 0 && lift_[i] > 0.0F; };
        std::vector<char> atRim(lift_.size(), 0);
        for (bool spread = true; spread;) {
            spread = false;
            for (const Triangle& t : mesh_.triangles) {
                const bool rim =
                    std::any_of(t.begin(), t.end(), [&](std::uint32_t i) { return outer_[i] == 0 || atRim[i] != 0; });
                for (const std::uint32_t i : t) {
                    if (rim && bare(i) && atRim[i] == 0) {
                        atRim[i] = 1;
                        spread = true;
                    }
                }
            }
        }
        for (std::size_t i = 0; i < lift_.size(); ++i) {
            if (atRim[i] != 0) {
                lift_[i] = 0.0F;
                fixed_[i] = 1;
            }
        }
    }

    // A rim that sinks into what lies under it ends there unseen; lifted, it would stand up as an edge.
    void measureRims() {
        std::vector<float> distance(lift_.size());  // millimetres along edges to the nearest inner vertex
        std::transform(outer_.begin(), outer_.end(), distance.begin(),
                       [](char outer) { return outer != 0 ? rimWidth : 0.0F; });
        for (bool nearer = true; nearer;) {
            nearer = false;
            for (const Triangle& t : mesh_.triangles) {
                for (std::size_t k = 0; k < 3; ++k) {
                    const std::uint32_t a = t[k];
                    const std::uint32_t b = t[(k + 1) % 3];
                    const float length = glm::distance(mesh_.positions[a], mesh_.positions[b]);
                    for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
                        if (distance[from] + length < distance[to]) {
                            distance[to] = distance[from] + length;
                            nearer = true;
                        }
                    }
                }
            }
        }
        for (std::size_t i = 0; i < rim_.size(); ++i) {
            rim_[i] = glm::smoothstep(0.0F, rimWidth, distance[i]);
            lift_[i] *= rim_[i];
        }
    }

    // Where something pokes through a face between its corners, the corners rise.
    void measureFace(const Triangle& t) {
        if (!mayRise(t)) {
            return;
        }
        const std::array<glm::vec3, 3> at{mesh_.positions[t[0]], mesh_.positions[t[1]], mesh_.positions[t[2]]};
        const float longest =
            std::max({glm::distance(at[0], at[1]), glm::distance(at[1], at[2]), glm::distance(at[2], at[0])});
        const int parts = static_cast<int>(longest / sampling) + 1;
        for (int i = 0; i <= parts; ++i) {
            for (int j = 0; j <= parts - i; ++j) {
                const bool corner = i == parts || j == parts || i + j == 0;
                if (!corner) {
                    const float u = static_cast<float>(i) / static_cast<float>(parts);
                    const float v = static_cast<float>(j) / static_cast<float>(parts);
                    measureWithin(t, {u, v, 1.0F - u - v});
                }
            }
        }
    }

    // A face beside a fixed vertex stays as it is, but for a muscle that covers up to its ends.
    [[nodiscard]] bool mayRise(const Triangle& t) const {
        const auto fixed = [&](std::uint32_t i) { return fixed_[i] != 0; };
        const auto inner = [&](std::uint32_t i) { return outer_[i] == 0; };
        return toEnds_ ? !std::all_of(t.begin(), t.end(), fixed) && std::none_of(t.begin(), t.end(), inner)
                       : std::none_of(t.begin(), t.end(), fixed);
    }

    void measureWithin(const Triangle& t, const glm::vec3& weights) {
        const auto mixed = [&](const auto& values) {
            return weights.x * values[t[0]] + weights.y * values[t[1]] + weights.z * values[t[2]];
        };
        const float need = finder_.need(mixed(mesh_.positions), glm::normalize(mixed(mesh_.normals))).way;
        if (need <= mixed(lift_)) {
            return;
        }
        for (const std::uint32_t corner : t) {
            if (fixed_[corner] == 0) {
                lift_[corner] = std::max(lift_[corner], need * rim_[corner]);
            }
        }
    }

    // The surroundings rise with what is lifted.
    void smooth() {
        constexpr float share = 0.85F;  // of the neighbours' mean
        for (int round = 0; round < smoothingRounds; ++round) {
            std::vector<float> sum(lift_.size(), 0.0F);
            std::vector<float> count(lift_.size(), 0.0F);
            for (const Triangle& t : mesh_.triangles) {
                for (std::size_t k = 0; k < 3; ++k) {
                    sum[t[k]] += lift_[t[(k + 1) % 3]] + lift_[t[(k + 2) % 3]];
                    count[t[k]] += 2.0F;
                }
            }
            for (std::size_t i = 0; i < lift_.size(); ++i) {
                if (fixed_[i] == 0 && count[i] > 0.0F) {
                    lift_[i] = std::max(lift_[i], share * sum[i] / count[i]);
                }
            }
        }
    }

    const body::Mesh& mesh_;
    const PokeFinder& finder_;
    bool toEnds_;
    // Not vector<bool>, as several threads write.
    std::vector<char> outer_;  // looks to the skin
    std::vector<char> fixed_;  // is not lifted
    std::vector<char> bone_;   // what pokes through is a bone
    std::vector<float> rim_;   // share of the lift, 0 at a rim
    std::vector<float> lift_;
};

// The share of a shift that keeps a place under the skin.
float roomUnderSkin(const glm::vec3& place, const glm::vec3& shift, const body::RayCaster& skin, float underSkin) {
    const float length = glm::length(shift);
    if (length == 0.0F) {
        return 1.0F;
    }
    const auto hit = skin.cast({place, shift / length});
    return hit ? glm::clamp((hit->t - underSkin) / length, 0.0F, 1.0F) : 0.0F;
}

// How far each vertex goes that is lifted itself.
std::vector<glm::vec3> outerShifts(const body::Mesh& mesh, const std::vector<float>& lift, const body::RayCaster& skin,
                                   float underSkin) {
    std::vector<glm::vec3> shifts(lift.size(), glm::vec3(0.0F));
    parallelFor(lift.size(), [&](std::size_t i) {
        if (lift[i] > 0.0F) {
            const glm::vec3 wanted = mesh.normals[i] * lift[i];
            shifts[i] = wanted * roomUnderSkin(mesh.positions[i], wanted, skin, underSkin);
        }
    });
    return shifts;
}

// Moves what is lifted. Where a muscle is a thin sheet its inner face follows, so that it does not grow thick.
void raise(body::Mesh& mesh, const std::vector<float>& lift, const body::RayCaster& skin, float underSkin) {
    constexpr float sheet = 6.0F;   // millimetres: up to here the inner face follows in full
    constexpr float belly = 12.0F;  // and from here on not at all
    const body::RayCaster self(mesh);
    const std::vector<glm::vec3> outer = outerShifts(mesh, lift, skin, underSkin);
    std::vector<glm::vec3> shifts = outer;
    parallelFor(lift.size(), [&](std::size_t i) {
        if (lift[i] > 0.0F) {
            return;
        }
        const auto front = self.cast({mesh.positions[i] - justPast * mesh.normals[i], -mesh.normals[i]});
        if (front && front->t < belly) {
            const Triangle& t = mesh.triangles[front->triangle];
            const glm::vec3 shift = front->barycentric.x * outer[t[0]] + front->barycentric.y * outer[t[1]] +
                                    front->barycentric.z * outer[t[2]];
            const glm::vec3 wanted = shift * (1.0F - glm::smoothstep(sheet, belly, front->t));
            shifts[i] = wanted * roomUnderSkin(mesh.positions[i], wanted, skin, underSkin);
        }
    });
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        mesh.positions[i] += shifts[i];
    }
}

// A muscle that covers others and ends in a broad tendon, like the external oblique in front of the rectus, covers them
// up to its very end.
bool endsAsSheet(const std::string& muscle, const std::vector<MuscleFigure>& figures) {
    constexpr double broad = 0.25;  // share of the fibre length
    return std::any_of(figures.begin(), figures.end(), [&](const MuscleFigure& figure) {
        return figure.id == muscle && !figure.covers.empty() && figure.tendonAtInsertion >= broad;
    });
}

void liftMuscle(body::Mesh& mesh, const PokeFinder& finder, bool toEnds, const body::RayCaster& skin, float underSkin) {
    const int rounds = toEnds ? 3 : 1;  // fibre ends stay, so the faces beside them take several steps
    for (int round = 0; round < rounds; ++round) {
        raise(mesh, Lift(mesh, finder, toEnds).measure(), skin, underSkin);
        body::computeNormals(mesh);
    }
}

}  // namespace

std::map<std::string, int> layerRanks(const std::vector<MuscleFigure>& figures) {
    std::map<std::string, int> ranks;
    constexpr int layers = 4;
    // No chain of coverings is longer than the list: this is room for one below the fasciae and one above them.
    const int ofFasciae = static_cast<int>(figures.size());
    const int perLayer = 2 * ofFasciae + 1;
    for (const MuscleFigure& figure : figures) {
        const bool fascia = figure.tendonAtInsertion >= 1.0;
        ranks[figure.id] = (layers - figure.depthLayer) * perLayer + (fascia ? ofFasciae : 0);
    }
    // As many rounds as the list is long settle every chain; muscles that cover each other in a circle climb at most to
    // the top of their layer.
    bool settled = false;
    for (std::size_t round = 0; round < figures.size() && !settled; ++round) {
        settled = true;
        for (const MuscleFigure& figure : figures) {
            for (const std::string& covered : figure.covers) {
                const auto under = ranks.find(covered);
                if (under != ranks.end() && ranks[figure.id] <= under->second &&
                    under->second % perLayer < perLayer - 1) {
                    ranks[figure.id] = under->second + 1;
                    settled = false;
                }
            }
        }
    }
    return ranks;
}

void keepLayers(std::vector<body::Structure>& muscles, const std::vector<body::Structure>& bones,
                const body::Mesh& skin, const std::vector<MuscleFigure>& figures) {
    const std::map<std::string, int> ranks = layerRanks(figures);
    const body::RayCaster skinCaster(skin);
    std::map<int, std::vector<std::size_t>> byRank;  // indices into `muscles`
    for (std::size_t i = 0; i < muscles.size(); ++i) {
        byRank[ranks.at(muscles[i].id)].push_back(i);
    }
    std::vector<body::Structure> lower = bones;
    addMirrored(lower);
    for (const auto& [rank, indices] : byRank) {
        const body::RayCaster lowerCaster(lower);
        // As they were before any of the rank was lifted, so that their order does not matter.
        const std::vector<body::Structure> same = onBothSides(muscles, indices);
        body::RayCaster sameCaster(same);
        for (const std::size_t index : indices) {
            body::Structure& muscle = muscles[index];
            for (std::size_t i = 0; i < same.size(); ++i) {
                sameCaster.setVisible(i, same[i].id != muscle.id || same[i].side != muscle.side);
            }
            // Deeper layers leave room for those above them.
            const float underSkin = skinRoom * static_cast<float>(muscle.depthLayer);
            const PokeFinder finder(lowerCaster, lower, sameCaster, skinCaster, underSkin);
            liftMuscle(muscle.mesh, finder, endsAsSheet(muscle.id, figures), skinCaster, underSkin);
        }
        const std::vector<body::Structure> lifted = onBothSides(muscles, indices);
        lower.insert(lower.end(), lifted.begin(), lifted.end());
    }
}

}  // namespace myo::generate
