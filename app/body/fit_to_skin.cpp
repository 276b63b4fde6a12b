#include "body/fit_to_skin.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "core/parallel.h"

namespace myo::body {

namespace {

// A vertex that must move, and how.
struct Protrusion {
    glm::vec3 place;
    glm::vec3 inward;
    float need = 0.0F;   // millimetres
    float reach = 0.0F;  // millimetres: deep dents are wide dents
};

glm::vec3 smoothNormal(const Mesh& skin, const NearestPoint& nearest) {
    const Triangle& t = skin.triangles[nearest.triangle];
    const glm::vec3 normal = nearest.barycentric.x * skin.normals[t[0]] + nearest.barycentric.y * skin.normals[t[1]] +
                             nearest.barycentric.z * skin.normals[t[2]];
    const float length = glm::length(normal);
    return length > 0.0F ? normal / length : nearest.normal;
}

class ProtrusionFinder {
public:
    ProtrusionFinder(const Mesh& skin, const SkinFit& fit) : skin_(skin), caster_(skin), fit_(fit) {}

    [[nodiscard]] std::vector<Protrusion> find(const std::vector<Structure*>& structures) const {
        std::vector<Protrusion> found;
        for (const Structure* structure : structures) {
            for (const glm::vec3& place : structure->mesh.positions) {
                add(found, place, fit_.depth, fit_.reach);
            }
            addEdges(found, structure->mesh);
        }
        return found;
    }

private:
    void add(std::vector<Protrusion>& found, const glm::vec3& place, float depth, float reach) const {
        constexpr float farthest = 60.0F;
        const bool inside = caster_.contains(place);
        const std::optional<NearestPoint> nearest = caster_.closestPoint(place, inside ? depth : farthest);
        if (!nearest) {
            return;
        }
        const float need = depth + (inside ? -nearest->distance : nearest->distance);
        if (need > 0.0F) {
            found.push_back({place, -smoothNormal(skin_, *nearest), need, std::max(reach, 3.5F * need)});
        }
    }

    // Where the skin is hollow, a long edge may cut through it between two vertices that are inside.
    void addEdges(std::vector<Protrusion>& found, const Mesh& mesh) const {
        constexpr float spacing = 8.0F;
        constexpr float depth = 0.3F;
        for (const Triangle& t : mesh.triangles) {
            for (std::size_t k = 0; k < 3; ++k) {
                const glm::vec3& a = mesh.positions[t[k]];
                const glm::vec3& b = mesh.positions[t[(k + 1) % 3]];
                const float length = glm::distance(a, b);
                const int parts = t[k] < t[(k + 1) % 3] ? static_cast<int>(length / spacing) + 1 : 1;
                for (int i = 1; i < parts; ++i) {
                    const glm::vec3 place = glm::mix(a, b, static_cast<float>(i) / static_cast<float>(parts));
                    add(found, place, depth, std::max(fit_.reach, length));
                }
            }
        }
    }

    const Mesh& skin_;
    RayCaster caster_;
    SkinFit fit_;
};

// Protrusions by cubes of space, to ask only those that are near.
class Neighbourhood {
public:
    explicit Neighbourhood(const std::vector<Protrusion>& all) : all_(all) {
        for (const Protrusion& protrusion : all) {
            reach_ = std::max(reach_, protrusion.reach);
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            cells_[key(cellOf(all[i].place))].push_back(i);
        }
    }

    // The displacement of a place: the strongest demand around it, in the demands' mean direction.
    [[nodiscard]] glm::vec3 displacement(const glm::vec3& place) const {
        float strongest = 0.0F;
        glm::vec3 direction{0.0F};
        const glm::ivec3 centre = cellOf(place);
        for (int x = -1; x <= 1; ++x) {
            for (int y = -1; y <= 1; ++y) {
                for (int z = -1; z <= 1; ++z) {
                    const auto cell = cells_.find(key(centre + glm::ivec3(x, y, z)));
                    if (cell == cells_.end()) {
                        continue;
                    }
                    for (const std::size_t i : cell->second) {
                        const float demand = demandAt(all_[i], place);
                        strongest = std::max(strongest, demand);
                        direction += all_[i].inward * (demand * demand);
                    }
                }
            }
        }
        const float length = glm::length(direction);
        return length > 0.0F ? direction * (strongest / length) : glm::vec3(0.0F);
    }

private:
    [[nodiscard]] static float demandAt(const Protrusion& protrusion, const glm::vec3& place) {
        const glm::vec3 offset = place - protrusion.place;
        const float fade = 1.0F - glm::dot(offset, offset) / (protrusion.reach * protrusion.reach);
        return fade > 0.0F ? protrusion.need * fade * fade : 0.0F;
    }
    [[nodiscard]] glm::ivec3 cellOf(const glm::vec3& place) const { return {glm::floor(place / reach_)}; }
    static std::uint64_t key(const glm::ivec3& cell) {
        constexpr int offset = 1 << 20;
        return static_cast<std::uint64_t>(cell.x + offset) << 42 | static_cast<std::uint64_t>(cell.y + offset) << 21 |
               static_cast<std::uint64_t>(cell.z + offset);
    }

    const std::vector<Protrusion>& all_;
    float reach_ = 1.0F;  // the widest
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
};

}  // namespace

std::vector<Structure*> chosen(std::vector<Structure>& structures,
                               const std::function<bool(const Structure&)>& wanted) {
    std::vector<Structure*> pointers;
    for (Structure& structure : structures) {
        if (wanted(structure)) {
            pointers.push_back(&structure);
        }
    }
    return pointers;
}

void fitToSkin(const std::vector<Structure*>& structures, const Mesh& skin, const SkinFit& fit,
               const std::vector<Structure*>& under) {
    constexpr int rounds = 3;  // what moves sideways comes near another part of the skin
    const ProtrusionFinder finder(skin, fit);
    std::vector<Structure*> moving = structures;
    moving.insert(moving.end(), under.begin(), under.end());
    for (int round = 0; round < rounds; ++round) {
        const std::vector<Protrusion> protrusions = finder.find(structures);
        const Neighbourhood neighbourhood(protrusions);
        for (Structure* structure : moving) {
            std::vector<glm::vec3>& places = structure->mesh.positions;
            parallelFor(places.size(), [&](std::size_t i) { places[i] += neighbourhood.displacement(places[i]); });
        }
    }
    for (Structure* structure : moving) {
        computeNormals(structure->mesh);
    }
}

void drawMusclesIn(std::vector<Structure>& structures, const Mesh& skin) {
    fitToSkin(
        chosen(structures, [](const Structure& each) { return each.kind == StructureKind::muscle && !each.alias(); }),
        skin);
}

}  // namespace myo::body
