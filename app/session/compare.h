// Two to four points side by side: how each looks on the skin, and what tells them apart.
#pragma once

#include <vector>

#include "content/document.h"
#include "render/scene.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// True while at least two points are pinned.
[[nodiscard]] inline bool comparing(const AppState& state) {
    return state.pinned.size() > 1;
}

/// How a compared point's zones are painted: hue and pattern, so that greys tell them apart as well.
struct CompareLook {
    glm::vec3 color{0.0F};
    render::Pattern pattern = render::Pattern::solid;
};
[[nodiscard]] CompareLook compareLook(std::size_t index);

/// Zones of the pinned points: the primary in full, the spillover faint, each in its point's look.
[[nodiscard]] std::vector<render::ZonePaint> comparePaint(const AppState& state, const Library& library);

/// What tells the pinned points apart; red flags and look-alikes come before the rest. \pre library.atlas is there.
[[nodiscard]] content::Document comparison(const AppState& state, const Library& library);

/// A point and the others of other muscles that could be meant instead: the first of a list, at most mostPins.
[[nodiscard]] std::vector<SidedPoint> rivals(const SidedPoint& point, const std::vector<SidedPoint>& ranked);

}  // namespace myo::session
