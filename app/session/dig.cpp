#include "session/dig.h"

#include <algorithm>
#include <map>

#include <glm/gtc/constants.hpp>

#include "session/camera_views.h"
#include "session/visibility.h"

namespace myo::session {

namespace {

// Enough places on the muscle for a direction's worth, few enough to try more than a hundred directions at once.
constexpr std::size_t enoughPlaces = 60;
// What covers less than this of the muscle is a rim that one looks past.
constexpr float worthHiding = 0.04F;
constexpr float boneMatters = 0.30F;

struct Place {
    glm::vec3 position;
    glm::vec3 normal;
};

std::vector<Place> placesOf(const body::Mesh& mesh) {
    std::vector<Place> out;
    const std::size_t step = 1 + mesh.positions.size() / enoughPlaces;
    for (std::size_t i = 0; i < mesh.positions.size(); i += step) {
        out.push_back({mesh.positions[i], mesh.normals[i]});
    }
    return out;
}

// What stands before the muscle, seen from one direction.
struct DigSight {
    std::map<std::size_t, float> covers;  ///< structure -> share of the muscle's front that it hides
    float bone = 0.0F;                    ///< share of the front that bones hide
    float open = 0.0F;  ///< share of the muscle that faces the eye with no bone before it, weighed by how squarely
};

DigSight sightOf(const Library& library, const SidedMuscle& muscle, const std::vector<Place>& places,
                 const glm::vec3& toEye) {
    DigSight out;
    std::size_t facing = 0;
    for (const Place& place : places) {
        const float square = glm::dot(place.normal, toEye);
        if (square < 0.15F) {
            continue;
        }
        ++facing;
        std::map<std::size_t, bool> met;
        bool bone = false;
        Ray ray{place.position + place.normal * 0.3F, toEye};
        for (int i = 0; i < 60; ++i) {
            const auto hit = library.caster->cast(ray);
            if (!hit) {
                break;
            }
            const body::Structure& structure = library.body->structures[hit->structure];
            if (structure.kind == body::StructureKind::muscle && !belongsTo(library, structure, muscle)) {
                met[hit->structure] = true;
            } else if (structure.kind == body::StructureKind::bone) {
                bone = true;
            }
            constexpr float beyondMm = 0.05F;
            ray.origin = hit->position + ray.direction * beyondMm;
        }
        out.bone += bone ? 1.0F : 0.0F;
        out.open += bone ? 0.0F : square;
        for (const auto& [structure, once] : met) {
            out.covers[structure] += 1.0F;
        }
    }
    const auto count = static_cast<float>(std::max<std::size_t>(facing, 1));
    for (auto& [structure, share] : out.covers) {
        share /= count;
    }
    out.bone /= count;
    out.open /= static_cast<float>(std::max<std::size_t>(places.size(), 1));
    return out;
}

// Less is better. Muscles to take away count little; bone cannot be looked through. A long muscle seen along its
// length is free of bone but shows next to nothing, so that what shows weighs most.
float hindrance(const DigSight& look, float pitch) {
    float sum = 0.0F;
    for (const auto& [structure, share] : look.covers) {
        sum += share < worthHiding ? 0.1F : 0.3F + 0.2F * share;
    }
    return sum + 2.0F * look.bone + 0.8F * std::abs(pitch) - 14.0F * look.open;
}

}  // namespace

Dig digTo(const Library& library, const SidedMuscle& muscle, const Camera& now, const glm::ivec2& sizePx) {
    Dig out;
    out.camera = now;
    const body::Structure* target = library.body ? library.body->find(muscle.muscle.value, muscle.side) : nullptr;
    if (target == nullptr || !library.caster || target->mesh.positions.empty()) {
        return out;
    }
    const std::vector<Place> places = placesOf(target->mesh);
    DigSight best;
    float least = 1e9F;
    constexpr int yawSteps = 24;
    for (const float pitch : {0.0F, 0.4F, -0.4F, 0.8F, -0.8F}) {
        for (int i = 0; i < yawSteps; ++i) {
            Camera camera;
            camera.yaw = std::remainder(static_cast<float>(i) * glm::two_pi<float>() / yawSteps, glm::two_pi<float>());
            camera.pitch = pitch;
            DigSight tried = sightOf(library, muscle, places, axes(camera).toEye);
            if (const float sum = hindrance(tried, pitch); sum < least - 1e-4F) {
                least = sum;
                best = std::move(tried);
                out.camera = camera;
            }
        }
    }
    out.camera = framed(out.camera, target->mesh.positions, sizePx, 240.0F);
    std::vector<std::pair<float, std::size_t>> order;
    for (const auto& [structure, share] : best.covers) {
        order.emplace_back(-share, structure);
    }
    std::sort(order.begin(), order.end());
    for (const auto& [share, structure] : order) {
        const body::Structure& covering = library.body->structures[structure];
        out.covering.push_back({MuscleId{covering.id}, covering.side});
    }
    out.bonesCover = best.bone > boneMatters;
    return out;
}

}  // namespace myo::session
