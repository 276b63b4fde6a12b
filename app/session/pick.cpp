#include "session/pick.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace myo::session {

namespace {

// Points on the far side would clutter the body; a little beyond the outline they are still wanted.
constexpr float farthestFacing = -0.12F;
// Two points nearer to each other than this are told apart by depth.
constexpr float alikePx = 3.0F;

bool facesEye(const referral::ResolvedPoint& point, const glm::vec3& toEye) {
    const glm::vec3 way = point.surface - point.position;
    const float length = glm::length(way);
    return length < 0.1F || glm::dot(way / length, toEye) > farthestFacing;
}

Target pickPoint(const AppState& state, const Library& library, const glm::vec2& px) {
    const float reach = pointReachPx * state.pixelScale;
    const ShownPoint* best = nullptr;
    float bestDistance = std::numeric_limits<float>::max();
    const std::vector<ShownPoint> shown = shownPoints(state, library);
    for (const ShownPoint& candidate : shown) {
        const float distance = glm::distance(candidate.screen.px, px);
        if (distance > reach) {
            continue;
        }
        const bool alike = best != nullptr && std::abs(distance - bestDistance) < alikePx * state.pixelScale;
        const bool better = alike ? candidate.screen.depthMm < best->screen.depthMm : distance < bestDistance;
        if (best == nullptr || better) {
            best = &candidate;
            bestDistance = distance;
        }
    }
    return best != nullptr ? Target{best->point->id} : Target{};
}

Target skinTarget(const Library& library, const body::Hit& hit) {
    if (!library.referral) {
        return {};
    }
    const SidedRegion* region = library.referral->regions().at({hit.triangle, hit.barycentric, hit.position});
    return region != nullptr ? Target{*region} : Target{};
}

}  // namespace

Target structureAlong(const AppState& state, const Library& library, const std::vector<Shown>& shown, Ray ray,
                      glm::vec3* place) {
    const glm::vec4 cut = cutPlane(state, library);
    Target behindGhost;
    // The ray goes on behind whatever is hidden or cut away, and behind a ghost if there is something solid under it.
    constexpr int mostSurfaces = 256;
    for (int i = 0; i < mostSurfaces; ++i) {
        const auto hit = library.caster->cast(ray);
        if (!hit) {
            break;
        }
        const body::Structure& structure = library.body->structures[hit->structure];
        const Shown how = shown[hit->structure];
        if (how != Shown::hidden && !cutAway(cut, hit->position)) {
            Target target;
            if (structure.kind == body::StructureKind::skin) {
                target = skinTarget(library, *hit);
            } else if (structure.kind == body::StructureKind::muscle) {
                target = SidedMuscle{MuscleId{structure.id}, structure.side};
            }
            const bool solid = how == Shown::full;
            if (place != nullptr && (solid || isNothing(behindGhost))) {
                *place = hit->position;
            }
            if (solid) {
                return isNothing(target) ? behindGhost : target;
            }
            behindGhost = isNothing(behindGhost) ? target : behindGhost;
        }
        constexpr float beyondMm = 0.05F;
        ray.origin = hit->position + ray.direction * beyondMm;
    }
    return behindGhost;
}

glm::vec3 shownPlace(const AppState& state, const referral::ResolvedPoint& point) {
    const glm::vec3 way = point.surface - point.position;
    const float length = glm::length(way);
    if (shownSkin(state) != render::SkinMode::opaque || length < 0.1F) {
        return point.position;
    }
    constexpr float above = 1.5F;
    return point.surface + way / length * above;
}

bool coveredPoint(const AppState& state, const Library& library, const referral::ResolvedPoint& point) {
    const glm::vec3 place = shownPlace(state, point);
    const glm::vec3 from = eye(state.camera);
    const float away = glm::distance(from, place);
    const auto hit = library.caster ? library.caster->cast({from, (place - from) / away}) : std::nullopt;
    return hit && glm::distance(from, hit->position) < away - render::hollowBehindMm;
}

std::vector<ShownPoint> shownPoints(const AppState& state, const Library& library) {
    std::vector<ShownPoint> out;
    if (!library.referral || state.quiz.running()) {
        return out;
    }
    const glm::vec3 toEye = axes(state.camera).toEye;
    const std::vector<SidedPoint> chosen = selectedPoints(state);
    const glm::vec4 cut = cutPlane(state, library);
    const bool inside = library.body && shownSkin(state) != render::SkinMode::opaque;
    const std::vector<Shown> structures = inside ? shownStructures(state, library) : std::vector<Shown>{};
    for (const referral::ResolvedPoint& point : library.referral->points()) {
        if (!point.reachable && shownSkin(state) == render::SkinMode::opaque) {
            continue;
        }
        const bool selected = std::find(chosen.begin(), chosen.end(), point.id) != chosen.end();
        if (!selected && (!state.choice.layers.points || state.paint.on || !facesEye(point, toEye))) {
            continue;
        }
        if (!selected && inside && !pointHasMuscle(library, structures, point.id)) {
            continue;
        }
        const glm::vec3 place = shownPlace(state, point);
        if (cutAway(cut, place)) {
            continue;
        }
        if (const auto screen = project(state.camera, state.viewportPx, place)) {
            out.push_back({&point, *screen});
        }
    }
    return out;
}

std::vector<std::pair<SidedRegion, glm::vec2>> regionsInSight(const AppState& state, const Library& library) {
    std::vector<std::pair<SidedRegion, glm::vec2>> out;
    if (!library.body || !library.caster) {
        return out;
    }
    const auto& places = library.body->skin().positions;
    for (const auto& [region, patch] : library.regionPatches) {
        if (patch->vertices.empty()) {
            continue;
        }
        glm::vec3 sum(0.0F);
        for (const std::uint32_t vertex : patch->vertices) {
            sum += places[vertex];
        }
        const glm::vec3 middle = sum / static_cast<float>(patch->vertices.size());
        const auto nearest =
            std::min_element(patch->vertices.begin(), patch->vertices.end(), [&](std::uint32_t a, std::uint32_t b) {
                return glm::distance(places[a], middle) < glm::distance(places[b], middle);
            });
        const auto at = project(state.camera, state.viewportPx, places[*nearest]);
        if (!at || glm::any(glm::lessThan(at->px, glm::vec2(0.0F))) ||
            glm::any(glm::greaterThan(at->px, glm::vec2(state.viewportPx)))) {
            continue;
        }
        constexpr float slackMm = 6.0F;
        const auto hit = library.caster->cast(rayThrough(state.camera, state.viewportPx, at->px));
        if (hit && glm::distance(hit->position, places[*nearest]) < slackMm) {
            out.emplace_back(region, at->px);
        }
    }
    return out;
}

Target pick(const AppState& state, const Library& library, const glm::vec2& px) {
    Target point = pickPoint(state, library, px);
    if (!isNothing(point) || !library.caster || !library.body) {
        return point;
    }
    return structureAlong(state, library, shownStructures(state, library),
                          rayThrough(state.camera, state.viewportPx, px), nullptr);
}

}  // namespace myo::session
