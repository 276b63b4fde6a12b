// Where the panels lie: a pure function of the window's size.
#pragma once

#include <glm/glm.hpp>

#include "session/state.h"

namespace myo::ui {

/// Pixels from the window's top left corner.
struct Rect {
    glm::vec2 at{0.0F};
    glm::vec2 size{0.0F};

    [[nodiscard]] glm::vec2 end() const { return at + size; }
};

/// The panels tile the window: none overlaps another. A closed panel is a narrow rail with a button that opens it; the
/// right one is not there at all while it has nothing to tell. Before an audience there are the figure and large
/// words in place of the legend.
struct Layout {
    Rect top, left, right, viewport, legend;
    bool leftOpen = true;
    bool rightOpen = true;
    bool compact = false;  ///< little room: signs and short words
};

/// \param scale pixels per design pixel. \param legendRows how many rows the legend needs.
[[nodiscard]] Layout layoutOf(const glm::vec2& windowPx, float scale, const session::AppState& state, int legendRows);

/// True if the window is too small for rows of buttons.
[[nodiscard]] bool compactAt(const glm::vec2& windowPx, float scale);

/// Height of the bar at the top, and of a row of the legend, design pixels.
inline constexpr float topHeight = 48.0F;
inline constexpr float barRow = 32.0F;

}  // namespace myo::ui
