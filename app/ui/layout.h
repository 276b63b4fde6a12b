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

/// The panels tile the window: none overlaps another. A closed panel is a narrow rail with a button that opens it.
struct Layout {
    Rect top, left, right, viewport, legend, controls;
    bool leftOpen = true;
    bool rightOpen = true;
    bool compact = false;  ///< little room: lists instead of rows of buttons
};

/// \param scale pixels per design pixel. \param legendRows, controlRows how many rows their contents need.
[[nodiscard]] Layout layoutOf(const glm::vec2& windowPx, float scale, const session::AppState& state, int legendRows,
                              int controlRows);

/// True if the window is too small for rows of buttons.
[[nodiscard]] bool compactAt(const glm::vec2& windowPx, float scale);

/// Height of a row of the bars below the figure, design pixels.
inline constexpr float barRow = 31.0F;

}  // namespace myo::ui
