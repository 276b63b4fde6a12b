// Where to stand: the six snap views, a view that fits a box, and the view that shows a trigger point's zone best.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "body/body.h"
#include "core/geometry.h"
#include "referral/referral.h"
#include "session/camera.h"

namespace myo::session {

enum class SnapView { anterior, posterior, left, right, superior, inferior };

[[nodiscard]] std::string_view name(SnapView view);
[[nodiscard]] std::optional<SnapView> parseSnapView(std::string_view text);

/// Looks at the whole box from one of the six sides. `left` stands at the body's left.
[[nodiscard]] Camera snapView(SnapView view, const Aabb& bounds, const glm::ivec2& sizePx);

/// Keeps the direction of `camera`, and moves it so that all places fit into the picture with a margin.
/// \param smallestMm at least this much of the body is shown, so that one knows where one is.
[[nodiscard]] Camera framed(Camera camera, std::span<const glm::vec3> places, const glm::ivec2& sizePx,
                            float smallestMm = 320.0F);

/// The direction from which most of the zones (primary counting more than spillover) and the point itself face the
/// eye and are not hidden by other parts of the body, at a distance that fits them. Three quarters of the primary zones
/// are in sight, or nearly as much as any direction shows. Level views are preferred; only
/// what shows from nowhere else, such as the sole or the perineum, is looked at steeply. A pure function of its
/// arguments.
/// \param points one, or the left and right of a pair. \pre not empty.
/// \param surface of the same skin.
[[nodiscard]] Camera bestView(std::span<const referral::ResolvedPoint* const> points, const body::Mesh& skin,
                              const referral::Surface& surface, const glm::ivec2& sizePx);
[[nodiscard]] Camera bestView(const referral::ResolvedPoint& point, const body::Mesh& skin,
                              const referral::Surface& surface, const glm::ivec2& sizePx);

}  // namespace myo::session
