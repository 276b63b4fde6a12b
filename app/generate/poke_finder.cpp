#include "generate/poke_finder.h"

#include <algorithm>

namespace myo::generate {

namespace {

constexpr float reach = 9.0F;      // millimetres: what pokes through by more is not a matter of fit
constexpr float clearance = 0.5F;  // millimetres over what is covered
constexpr float outward = 0.25F;   // least cosine between an outer face and the way to the skin
constexpr float gap = 2.5F;        // millimetres between things that are covered together
constexpr float pokeStep = 0.01F;  // millimetres from a surface just left

}  // namespace

Need PokeFinder::need(const glm::vec3& place, const glm::vec3& direction) const {
    const auto skin = skin_.cast({place, direction});
    if (!skin) {
        return {};
    }
    Need need = throughLower(place, direction, skin->t);
    if (need.way == 0.0F || need.way > reach || hidden(place + direction * (need.way + pokeStep), direction)) {
        return {};
    }
    if (need.bone && nearerBehind(place, direction, need.way)) {
        return {};
    }
    need.way = std::max(0.0F, std::min(need.way + clearance, skin->t - underSkin_));
    return need;
}

bool PokeFinder::outer(const glm::vec3& place, const glm::vec3& normal) const {
    constexpr float farthest = 80.0F;
    const auto nearest = skin_.closestPoint(place, farthest);
    return nearest && glm::dot(nearest->position - place, normal) > outward * nearest->distance;
}

// The way to where the last of what the place is buried in ends. Solids that touch or overlap count as one.
Need PokeFinder::throughLower(const glm::vec3& place, const glm::vec3& direction, float toSkin) const {
    Need need;
    float at = 0.0F;
    constexpr int mostSurfaces = 12;
    for (int i = 0; i < mostSurfaces; ++i) {
        const auto hit = lower_.cast({place + direction * (at + pokeStep), direction});
        if (!hit || at + hit->t > toSkin) {
            break;
        }
        const bool leaves = glm::dot(hit->normal, direction) > 0.0F;
        if (!leaves && (need.way == 0.0F || at + hit->t > need.way + gap)) {
            return {};  // not inside anything, or under something with a gap between
        }
        at += pokeStep + hit->t;
        if (leaves) {
            need = {at, structures_[hit->structure].kind != body::StructureKind::muscle};
        }
    }
    return need;
}

// A muscle on the inner side of a bone, like iliacus, sinks into it from behind: that is its attachment.
bool PokeFinder::nearerBehind(const glm::vec3& place, const glm::vec3& direction, float way) const {
    const auto back = lower_.cast({place - direction * pokeStep, -direction});
    return back && back->t < way;
}

// Where a neighbour of the same rank lies over it all, nothing would be seen of the lift.
bool PokeFinder::hidden(const glm::vec3& place, const glm::vec3& direction) const {
    return others_.cast({place, direction}).has_value();
}

}  // namespace myo::generate
