#include "session/camera_views.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/constants.hpp>

namespace myo::session {

namespace {

constexpr std::array<std::string_view, 6> viewNames = {"anterior", "posterior", "left",
                                                       "right",    "superior",  "inferior"};

struct Facet {
    glm::vec3 position;
    glm::vec3 normal;
    float weight;
    bool primary = false;  ///< of a primary zone, or of the only zone
};

// What a direction shows.
struct Sight {
    float score = 0.0F;    ///< of zones and point, skin at a slant counting less
    float primary = 0.0F;  ///< share of the primary zones that is not hidden
};

// Per zone: enough for a direction, few enough to cast a ray from each for every direction tried.
constexpr std::size_t enoughFacets = 120;
constexpr float half = 0.5F;

// Skin normals under the zones, each standing for the same share of its zone; normalised to sum 1 per zone and then
// weighted by tier, so that a broad spillover does not outvote the zone that matters. Of a point without a primary zone
// the spillover is what matters (`leads`).
void addFacets(const referral::ResolvedZone& zone, bool leads, const body::Mesh& skin, std::vector<Facet>& facets) {
    if (!zone.footprint || zone.footprint->vertices.empty()) {
        return;
    }
    const auto& vertices = zone.footprint->vertices;
    const std::size_t step = 1 + vertices.size() / enoughFacets;
    const float tierWeight = leads ? 1.0F : 0.35F;
    float sum = 0.0F;
    const std::size_t first = facets.size();
    for (std::size_t i = 0; i < vertices.size(); i += step) {
        const float strength = zone.footprint->strengths[i];
        if (strength >= half && vertices[i] < skin.normals.size()) {
            facets.push_back({skin.positions[vertices[i]], skin.normals[vertices[i]], strength, leads});
            sum += strength;
        }
    }
    for (std::size_t i = first; i < facets.size(); ++i) {
        facets[i].weight *= tierWeight / sum;
    }
}

glm::vec3 outward(const referral::ResolvedPoint& point) {
    const glm::vec3 way = point.surface - point.position;
    const float length = glm::length(way);
    return length > 0.1F ? way / length : glm::vec3(0.0F, 0.0F, 1.0F);
}

Sight seen(const std::vector<Facet>& facets, const referral::Surface& surface, const glm::vec3& eyeAt) {
    constexpr float clear = 1.5F;    // mm off the skin, so that a ray does not start inside it
    constexpr float edgeOn = 0.15F;  // the cosine below which skin is seen as a line
    Sight out;
    float primary = 0.0F;
    for (const Facet& facet : facets) {
        primary += facet.primary ? facet.weight : 0.0F;
        const glm::vec3 toEye = glm::normalize(eyeAt - facet.position);
        // Skin seen at a slant still shows its zone: half of full credit at 60 degrees, none edge-on.
        const float facing = glm::dot(facet.normal, toEye);
        if (facing > 0.0F && surface.open(facet.position + facet.normal * clear, toEye)) {
            out.score += facet.weight * std::min(facing, 1.0F);
            out.primary += facet.primary && facing > edgeOn ? facet.weight : 0.0F;
        }
    }
    out.primary = primary > 0.0F ? out.primary / primary : 1.0F;
    return out;
}

void addPlaces(const referral::ResolvedPoint& point, const body::Mesh& skin, std::vector<glm::vec3>& places) {
    places.push_back(point.position);
    for (const referral::ResolvedZone& zone : point.zones) {
        if (!zone.footprint) {
            continue;
        }
        for (std::size_t i = 0; i < zone.footprint->vertices.size(); ++i) {
            if (zone.footprint->strengths[i] >= half && zone.footprint->vertices[i] < skin.positions.size()) {
                places.push_back(skin.positions[zone.footprint->vertices[i]]);
            }
        }
    }
}

}  // namespace

std::string_view name(SnapView view) {
    return viewNames[static_cast<std::size_t>(view)];
}

std::optional<SnapView> parseSnapView(std::string_view text) {
    const auto* found = std::find(viewNames.begin(), viewNames.end(), text);
    if (found == viewNames.end()) {
        return std::nullopt;
    }
    return static_cast<SnapView>(found - viewNames.begin());
}

Camera snapView(SnapView view, const Aabb& bounds, const glm::ivec2& sizePx) {
    Camera camera;
    switch (view) {
        case SnapView::anterior:
            break;
        case SnapView::posterior:
            camera.yaw = glm::pi<float>();
            break;
        case SnapView::left:
            camera.yaw = glm::half_pi<float>();
            break;
        case SnapView::right:
            camera.yaw = -glm::half_pi<float>();
            break;
        case SnapView::superior:
            camera.pitch = glm::half_pi<float>();
            break;
        case SnapView::inferior:
            camera.pitch = -glm::half_pi<float>();
            break;
    }
    if (bounds.empty()) {
        return camera;
    }
    std::array<glm::vec3, 8> corners{};
    for (std::size_t i = 0; i < corners.size(); ++i) {
        corners[i] = {(i & 1U) != 0U ? bounds.high.x : bounds.low.x, (i & 2U) != 0U ? bounds.high.y : bounds.low.y,
                      (i & 4U) != 0U ? bounds.high.z : bounds.low.z};
    }
    return framed(camera, corners, sizePx);
}

Camera framed(Camera camera, std::span<const glm::vec3> places, const glm::ivec2& sizePx, float smallestMm) {
    if (places.empty()) {
        return camera;
    }
    const CameraAxes frame = axes(camera);
    Aabb box;  // along the axes of the picture
    for (const glm::vec3& place : places) {
        box.add({glm::dot(place, frame.right), glm::dot(place, frame.up), glm::dot(place, frame.toEye)});
    }
    const glm::vec3 middle = box.centre();
    camera.target = frame.right * middle.x + frame.up * middle.y + frame.toEye * middle.z;

    const glm::vec2 size = glm::max(glm::vec2(sizePx), glm::vec2(1.0F));
    const glm::vec3 extent = box.high - box.low;
    const float tangent = std::tan(lensRadians * 0.5F);
    constexpr float margin = 1.08F;
    const float tall = std::max(extent.y * margin, smallestMm);
    const float wide = extent.x * margin * size.y / size.x;
    // The nearest places decide: they lie half the depth in front of the target.
    camera.distanceMm = std::max(tall, wide) * 0.5F / tangent + extent.z * 0.5F;
    return camera;
}

Camera bestView(std::span<const referral::ResolvedPoint* const> points, const body::Mesh& skin,
                const referral::Surface& surface, const glm::ivec2& sizePx) {
    std::vector<Facet> facets;
    std::vector<glm::vec3> places;
    for (const referral::ResolvedPoint* point : points) {
        const bool onlySpillover = point->zone(atlas::Tier::primary) == nullptr;
        for (const referral::ResolvedZone& zone : point->zones) {
            addFacets(zone, onlySpillover || zone.tier == atlas::Tier::primary, skin, facets);
        }
        // The point weighs a little less than its zone, or a zone in front of a point at the back would be seen
        // edge-on.
        facets.push_back({point->surface, outward(*point), 0.45F});
        addPlaces(*point, skin, places);
    }
    struct Candidate {
        Camera camera;
        Sight sight;
    };
    std::vector<Candidate> candidates;
    constexpr int yawSteps = 32;
    float mostPrimary = 0.0F;
    for (const float pitch : {0.0F, 0.3F, -0.3F, 0.6F, -0.6F, 1.1F, -1.1F}) {
        for (int i = 0; i < yawSteps; ++i) {
            Camera camera;
            camera.yaw = std::remainder(static_cast<float>(i) * glm::two_pi<float>() / yawSteps, glm::two_pi<float>());
            camera.pitch = pitch;
            // From where the eye will be: what is near hides more than it would from afar.
            camera = framed(camera, places, sizePx);
            Sight sight = seen(facets, surface, eye(camera));
            // Level views read best: a tilt must show clearly more to be worth it.
            sight.score *= 1.0F - 0.12F * std::abs(pitch) - 0.15F * pitch * pitch;
            mostPrimary = std::max(mostPrimary, sight.primary);
            candidates.push_back({camera, sight});
        }
    }
    // Point and spillover may turn the view only as long as most of what matters stays in sight.
    constexpr float enoughPrimary = 0.75F;
    const float least = std::min(enoughPrimary, 0.92F * mostPrimary);
    Camera best;
    float bestScore = -1.0F;
    for (const Candidate& candidate : candidates) {
        if (candidate.sight.primary >= least && candidate.sight.score > bestScore + 1e-5F) {
            bestScore = candidate.sight.score;
            best = candidate.camera;
        }
    }
    return best;
}

Camera bestView(const referral::ResolvedPoint& point, const body::Mesh& skin, const referral::Surface& surface,
                const glm::ivec2& sizePx) {
    const referral::ResolvedPoint* one = &point;
    return bestView(std::span(&one, 1), skin, surface, sizePx);
}

}  // namespace myo::session
