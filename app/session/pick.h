// What lies under the pointer.
#pragma once

#include <vector>

#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// A trigger point that is to be drawn, and where it appears in the viewport.
struct ShownPoint {
    const referral::ResolvedPoint* point = nullptr;
    ScreenPoint screen;
};

/// Where a point's dot is drawn: on an opaque skin right above the point, else at the point itself.
[[nodiscard]] glm::vec3 shownPlace(const AppState& state, const referral::ResolvedPoint& point);

/// The trigger points on the side of the body that faces the eye, plus the selected ones; empty while points are
/// switched off or unresolved (the selected ones are shown even when switched off).
[[nodiscard]] std::vector<ShownPoint> shownPoints(const AppState& state, const Library& library);

/// Within this many design pixels a point is hit, at any zoom.
inline constexpr float pointReachPx = 12.0F;

/// Points first, by their distance on the screen (of two that are about as near, the one in front); then the first
/// visible muscle or the skin's region. Whatever is hidden can not be hit.
[[nodiscard]] Target pick(const AppState& state, const Library& library, const glm::vec2& px);

/// True if that structure of the body (index) is drawn in this state; the scene and the pick agree through this.
[[nodiscard]] bool structureVisible(const AppState& state, const Library& library, std::size_t structure);

/// The skin as it is drawn: a selected muscle shows through an opaque skin.
[[nodiscard]] render::SkinMode shownSkin(const AppState& state);

/// The selected trigger points, both sides of a pair where that is wanted; empty unless a point is selected.
[[nodiscard]] std::vector<SidedPoint> selectedPoints(const AppState& state);

/// The muscle of the selection, if it has one.
[[nodiscard]] std::optional<SidedMuscle> selectedMuscle(const AppState& state);

}  // namespace myo::session
