// What lies under the pointer.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "session/library.h"
#include "session/state.h"
#include "session/visibility.h"

namespace myo::session {

/// A trigger point that is to be drawn, and where it appears in the viewport.
struct ShownPoint {
    const referral::ResolvedPoint* point = nullptr;
    ScreenPoint screen;
};

/// Where a point's dot is drawn: on an opaque skin right above the point, else at the point itself.
[[nodiscard]] glm::vec3 shownPlace(const AppState& state, const referral::ResolvedPoint& point);

/// True if much of the body lies between the eye and the point's dot, which is then drawn as a hollow ring.
[[nodiscard]] bool coveredPoint(const AppState& state, const Library& library, const referral::ResolvedPoint& point);

/// The trigger points on the side of the body that faces the eye, plus the selected ones; empty while points are
/// switched off or unresolved (the selected ones are shown even when switched off).
[[nodiscard]] std::vector<ShownPoint> shownPoints(const AppState& state, const Library& library);

/// Regions whose middle is to be seen on the skin, and where in the viewport. \pre none: empty while anything is
/// missing.
[[nodiscard]] std::vector<std::pair<SidedRegion, glm::vec2>> regionsInSight(const AppState& state,
                                                                            const Library& library);

/// The brush's radius on the screen where the pointer is: on the skin under it, else at the camera's target.
[[nodiscard]] float brushRadiusPx(const AppState& state, const Library& library, const glm::vec2& px);
/// The skin under a pixel, through whatever lies before it; nothing without a skin there.
[[nodiscard]] std::optional<glm::vec3> skinUnder(const AppState& state, const Library& library, const glm::vec2& px);

/// Within this many design pixels a point is hit, at any zoom.
inline constexpr float pointReachPx = 12.0F;

/// Points first, by their distance on the screen (of two that are about as near, the one in front); then the first
/// visible muscle or the skin's region. Whatever is hidden or cut away cannot be hit; a ghost only if nothing solid
/// lies behind it.
[[nodiscard]] Target pick(const AppState& state, const Library& library, const glm::vec2& px);

/// The same for structures only, along any ray. \param shown from shownStructures(). \param place if not null, where it
/// was hit. \pre the library has a body and a caster.
[[nodiscard]] Target structureAlong(const AppState& state, const Library& library, const std::vector<Shown>& shown,
                                    Ray ray, glm::vec3* place);

}  // namespace myo::session
