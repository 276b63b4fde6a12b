#include "session/pick.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace myo::session {

namespace {

// Points on the far side would clutter the figure; a little beyond the outline they are still wanted.
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

Target skinTarget(const Library& library, const anatomy::Hit& hit) {
    if (!library.referral) {
        return {};
    }
    const SidedRegion* region = library.referral->regions().at({hit.triangle, hit.barycentric, hit.position});
    return region != nullptr ? Target{*region} : Target{};
}

// The ray goes on behind whatever is hidden, and behind a ghosted skin if there is a structure under it.
Target pickStructure(const AppState& state, const Library& library, const glm::vec2& px) {
    if (!library.caster || !library.body) {
        return {};
    }
    Ray ray = rayThrough(state.camera, state.viewportPx, px);
    Target behindGhost;
    constexpr int mostSurfaces = 256;
    for (int i = 0; i < mostSurfaces; ++i) {
        const auto hit = library.caster->cast(ray);
        if (!hit) {
            break;
        }
        const anatomy::Structure& structure = library.body->structures[hit->structure];
        if (structure.kind == anatomy::StructureKind::skin) {
            if (shownSkin(state) == render::SkinMode::opaque) {
                return skinTarget(library, *hit);
            }
            if (shownSkin(state) == render::SkinMode::ghosted && isNothing(behindGhost)) {
                behindGhost = skinTarget(library, *hit);
            }
        } else if (structureVisible(state, library, hit->structure)) {
            if (structure.kind == anatomy::StructureKind::muscle) {
                return SidedMuscle{MuscleId{structure.id}, structure.side};
            }
            return behindGhost;
        }
        constexpr float beyondMm = 0.05F;
        ray.origin = hit->position + ray.direction * beyondMm;
    }
    return behindGhost;
}

}  // namespace

std::vector<SidedPoint> selectedPoints(const AppState& state) {
    const auto* point = std::get_if<SidedPoint>(&state.choice.selected);
    if (point == nullptr) {
        return {};
    }
    std::vector<SidedPoint> out{*point};
    if (state.choice.bothSides) {
        out.push_back({point->point, opposite(point->side)});
    }
    return out;
}

std::optional<SidedMuscle> selectedMuscle(const AppState& state) {
    if (const auto* muscle = std::get_if<SidedMuscle>(&state.choice.selected)) {
        return *muscle;
    }
    if (const auto* point = std::get_if<SidedPoint>(&state.choice.selected)) {
        return SidedMuscle{point->point.muscle, toBodySide(point->side)};
    }
    return std::nullopt;
}

render::SkinMode shownSkin(const AppState& state) {
    const bool muscleChosen = std::holds_alternative<SidedMuscle>(state.choice.selected);
    return muscleChosen && state.choice.layers.skin == render::SkinMode::opaque ? render::SkinMode::ghosted
                                                                                : state.choice.layers.skin;
}

bool structureVisible(const AppState& state, const Library& library, std::size_t index) {
    const anatomy::Structure& structure = library.body->structures[index];
    const render::SkinMode skin = shownSkin(state);
    if (structure.kind == anatomy::StructureKind::skin) {
        return skin != render::SkinMode::hidden;
    }
    if (structure.alias() || skin == render::SkinMode::opaque) {
        return false;  // nothing is seen through an opaque skin: not drawing it saves the time
    }
    const Layers& layers = state.choice.layers;
    if (structure.kind != anatomy::StructureKind::muscle) {
        return layers.bones;
    }
    const auto muscle = selectedMuscle(state);
    if (!muscle) {
        return structure.depthLayer > layers.peeled;
    }
    const bool sameSide = muscle->side == structure.side || structure.side == BodySide::mid || state.choice.bothSides;
    const auto* alias = library.body->find(muscle->muscle.value, muscle->side);
    const bool member = alias != nullptr &&
                        std::find(alias->aliasOf.begin(), alias->aliasOf.end(), structure.id) != alias->aliasOf.end();
    if (sameSide && (structure.id == muscle->muscle.value || member)) {
        return true;
    }
    if (layers.skin == render::SkinMode::opaque) {
        return false;  // the skin has become a ghost for this muscle only
    }
    // What lies over the chosen muscle would hide it.
    const int over = alias != nullptr ? alias->depthLayer - 1 : 0;
    return structure.depthLayer > std::max(layers.peeled, over);
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

std::vector<ShownPoint> shownPoints(const AppState& state, const Library& library) {
    std::vector<ShownPoint> out;
    if (!library.referral) {
        return out;
    }
    const glm::vec3 toEye = axes(state.camera).toEye;
    const std::vector<SidedPoint> chosen = selectedPoints(state);
    for (const referral::ResolvedPoint& point : library.referral->points()) {
        const bool selected = std::find(chosen.begin(), chosen.end(), point.id) != chosen.end();
        if (!selected && (!state.choice.layers.points || !facesEye(point, toEye))) {
            continue;
        }
        if (const auto screen = project(state.camera, state.viewportPx, shownPlace(state, point))) {
            out.push_back({&point, *screen});
        }
    }
    return out;
}

Target pick(const AppState& state, const Library& library, const glm::vec2& px) {
    const Target point = pickPoint(state, library, px);
    return isNothing(point) ? pickStructure(state, library, px) : point;
}

}  // namespace myo::session
