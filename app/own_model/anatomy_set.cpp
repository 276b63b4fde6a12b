#include "own_model/anatomy_set.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "body/fibre_lookup.h"
#include "body/fit_to_skin.h"
#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "own_model/body_warp.h"
#include "own_model/fit_math.h"

namespace myo::own_model {

namespace {

constexpr std::size_t fewestPairs = 6;

// The middle of a structure and the two ends along its longest axis.
struct Places {
    glm::vec3 middle{0.0F};
    std::array<glm::vec3, 2> ends{};
};

Places placesOf(const body::Mesh& mesh) {
    // By area, so that it does not matter how a structure is divided.
    std::vector<std::pair<glm::vec3, float>> spots;
    glm::vec3 middle(0.0F);
    float total = 0.0F;
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3& a = mesh.positions[t[0]];
        const glm::vec3& b = mesh.positions[t[1]];
        const glm::vec3& c = mesh.positions[t[2]];
        const float area = glm::length(glm::cross(b - a, c - a));
        spots.emplace_back((a + b + c) / 3.0F, area);
        middle += area * spots.back().first;
        total += area;
    }
    Places places;
    places.middle = middle / std::max(total, 1e-20F);
    Eigen::Matrix3f spread = Eigen::Matrix3f::Zero();
    for (const auto& [spot, area] : spots) {
        const glm::vec3 d = spot - places.middle;
        const Eigen::Vector3f v(d.x, d.y, d.z);
        spread += area / std::max(total, 1e-20F) * v * v.transpose();
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3f> solver(spread);
    const Eigen::Vector3f axis = solver.eigenvectors().col(2);
    const glm::vec3 direction(axis.x(), axis.y(), axis.z());
    // Twice the standard deviation: nearly the end, yet not at the mercy of single vertices.
    const float reach = 1.7F * std::sqrt(std::max(0.0F, solver.eigenvalues()[2]));
    places.ends = {places.middle - reach * direction, places.middle + reach * direction};
    return places;
}

struct Group {
    const body::Structure* like = nullptr;
    body::Mesh mesh;  // all of the set's structures that make it up
};

struct Pair {
    glm::vec3 from;
    glm::vec3 to;
};

class Applier {
public:
    Applier(const body::Body& body, const AnatomyNames& names, const std::vector<SetStructure>& set)
        : body_(body), names_(names), set_(set) {}

    Result<AppliedSet> apply() {
        AppliedSet result;
        gatherSided(result);
        if (!align()) {
            return Diagnostic{
                {},
                fmt::format("only {} structures of the set have names or FMA ids that are known", groups_.size()),
                "a set of BodyParts3D or Z-Anatomy"};
        }
        gatherUnsided(result);
        const BodyWarp warp = makeWarp();
        result.body = body_;
        for (const auto& [name, group] : groups_) {
            replace(result, *group.like, carried(group.mesh, warp));
        }
        body::drawMusclesIn(result.body.structures, body_.skin());
        for (body::Structure& structure : result.body.structures) {
            if (structure.alias()) {
                structure.mesh = body::joinedMembers(result.body, structure);
            }
        }
        return result;
    }

private:
    void addTo(const body::Structure& like, const body::Mesh& mesh) {
        Group& group = groups_[like.nodeName()];
        group.like = &like;
        body::append(group.mesh, mesh);
    }

    void gatherSided(AppliedSet& result) {
        for (const SetStructure& structure : set_) {
            const auto match = names_.match(structure.name, structure.fma);
            const body::Structure* like = match ? body_.find(match->id, match->side.value_or(BodySide::mid)) : nullptr;
            if (like != nullptr && !like->alias()) {
                addTo(*like, structure.mesh);
            } else if (match && !match->side && body_.find(match->id, BodySide::left) != nullptr) {
                unsided_.emplace_back(match->id, &structure);
            } else {
                result.unmatched.push_back(structure.name);
            }
        }
    }

    // Once the set stands in the body, the side can be seen.
    void gatherUnsided(AppliedSet& result) {
        for (const auto& [id, structure] : unsided_) {
            const bool left = whole_.apply(placesOf(structure->mesh).middle).x >= 0.0F;
            const body::Structure* like = body_.find(id, left ? BodySide::left : BodySide::right);
            if (like != nullptr && !like->alias()) {
                addTo(*like, structure->mesh);
            } else {
                result.unmatched.push_back(structure->name);
            }
        }
    }

    // Unit, axes and place of the set from the middles of what both have; twice, without what is far off.
    bool align() {
        constexpr float farMm = 150.0F;
        std::vector<glm::vec3> from;
        std::vector<glm::vec3> to;
        for (const auto& [name, group] : groups_) {
            from.push_back(placesOf(group.mesh).middle);
            to.push_back(placesOf(group.like->mesh).middle);
        }
        if (from.size() < fewestPairs) {
            return false;
        }
        whole_ = bestSimilarity(from, to).map;
        std::vector<glm::vec3> nearFrom;
        std::vector<glm::vec3> nearTo;
        for (std::size_t i = 0; i < from.size(); ++i) {
            if (glm::distance(whole_.apply(from[i]), to[i]) < farMm) {
                nearFrom.push_back(from[i]);
                nearTo.push_back(to[i]);
            }
        }
        if (nearFrom.size() < fewestPairs) {
            return false;
        }
        whole_ = bestSimilarity(nearFrom, nearTo).map;
        return true;
    }

    // The posture from middles and ends.
    [[nodiscard]] BodyWarp makeWarp() const {
        constexpr float farMm = 120.0F;
        std::vector<glm::vec3> from;
        std::vector<glm::vec3> to;
        const auto add = [&](const glm::vec3& a, const glm::vec3& b) {
            if (glm::distance(a, b) < farMm) {
                from.push_back(a);
                to.push_back(b);
            }
        };
        for (const auto& [name, group] : groups_) {
            Places source = placesOf(group.mesh);
            source.middle = whole_.apply(source.middle);
            for (glm::vec3& end : source.ends) {
                end = whole_.apply(end);
            }
            const Places target = placesOf(group.like->mesh);
            const float straight = glm::distance(source.ends[0], target.ends[0]);
            const float crossed = glm::distance(source.ends[0], target.ends[1]);
            add(source.middle, target.middle);
            // The ends of roundish structures may lie anywhere.
            const float length = glm::distance(target.ends[0], target.ends[1]);
            if (std::min(straight, crossed) < 0.3F * length) {
                const std::size_t first = straight <= crossed ? 0 : 1;
                add(source.ends[0], target.ends[first]);
                add(source.ends[1], target.ends[1 - first]);
            }
        }
        // Where the set has little, the corners of the body keep the map from going astray.
        const Aabb box = body_.skin().bounds();
        for (int corner = 0; corner < 8; ++corner) {
            const glm::vec3 p((corner & 1) != 0 ? box.high.x : box.low.x, (corner & 2) != 0 ? box.high.y : box.low.y,
                              (corner & 4) != 0 ? box.high.z : box.low.z);
            from.push_back(p);
            to.push_back(p);
        }
        return {std::move(from), std::move(to)};
    }

    [[nodiscard]] body::Mesh carried(const body::Mesh& mesh, const BodyWarp& warp) const {
        body::Mesh result;
        result.triangles = mesh.triangles;
        for (const glm::vec3& p : mesh.positions) {
            result.positions.push_back(warp.apply(whole_.apply(p)).place);
        }
        body::computeNormals(result);
        return result;
    }

    // Fibres, tendons and fibre coordinates from the nearest place of the generated muscle.
    static void takeChannels(body::Mesh& mesh, const body::Mesh& like) {
        const body::RayCaster caster(like);
        for (const glm::vec3& p : mesh.positions) {
            const auto at = caster.closestPoint(p);
            const Triangle& t = like.triangles[at->triangle];
            const glm::vec3& w = at->barycentric;
            const glm::vec3 fibre = w.x * like.fibres[t[0]] + w.y * like.fibres[t[1]] + w.z * like.fibres[t[2]];
            const float length = glm::length(fibre);
            mesh.fibres.push_back(length > 0.0F ? fibre / length : like.fibres[t[0]]);
            mesh.tendon.push_back(w.x * like.tendon[t[0]] + w.y * like.tendon[t[1]] + w.z * like.tendon[t[2]]);
            mesh.fibreCoordinates.push_back(w.x * like.fibreCoordinates[t[0]] + w.y * like.fibreCoordinates[t[1]] +
                                            w.z * like.fibreCoordinates[t[2]]);
        }
    }

    // Whether trigger points, which are given by fibre coordinates, stay about where they were.
    static bool keepsPoints(const body::Structure& fresh, const body::Structure& like) {
        constexpr float farMm = 15.0F;
        for (int piece = 0; piece < body::pieceCount(like.mesh); ++piece) {
            for (const float along : {0.3F, 0.5F, 0.7F}) {
                for (const float across : {0.3F, 0.5F, 0.7F}) {
                    const auto before = body::pointInMuscle(like, piece, along, across);
                    const auto after = body::pointInMuscle(fresh, piece, along, across);
                    if (before && (!after || glm::distance(*before, *after) > farMm)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    static void replace(AppliedSet& result, const body::Structure& like, body::Mesh mesh) {
        body::Structure fresh = like;
        fresh.mesh = std::move(mesh);
        if (like.kind == body::StructureKind::muscle) {
            takeChannels(fresh.mesh, like.mesh);
            if (!keepsPoints(fresh, like)) {
                result.kept.push_back(like.nodeName());
                return;
            }
        }
        for (body::Structure& structure : result.body.structures) {
            if (structure.id == like.id && structure.side == like.side) {
                structure = fresh;
            }
        }
        result.replaced.push_back(like.nodeName());
    }

    const body::Body& body_;
    const AnatomyNames& names_;
    const std::vector<SetStructure>& set_;
    std::map<std::string, Group> groups_;
    std::vector<std::pair<std::string, const SetStructure*>> unsided_;
    BoneMap whole_;
};

}  // namespace

std::vector<Message> AppliedSet::summary() const {
    std::vector<Message> out{{"own_model.set_replaced", {{"count", replaced.size()}}}};
    if (!kept.empty()) {
        out.push_back({"own_model.set_kept", {{"count", kept.size()}}});
    }
    if (!unmatched.empty()) {
        out.push_back({"own_model.set_unmatched", {{"count", unmatched.size()}}});
    }
    return out;
}

Result<AppliedSet> applyAnatomySet(const body::Body& body, const AnatomyNames& names,
                                   const std::vector<SetStructure>& set) {
    return Applier(body, names, set).apply();
}

}  // namespace myo::own_model
