#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace myo::ui {

namespace {

constexpr float rail = 40.0F;
constexpr float barPadding = 8.0F;
// For an audience: large words of four lines.
constexpr float captionHeight = 172.0F;
// The figure needs this much to stay the main thing beside both panels.
constexpr float figureWidth = 380.0F;

// Whether there is anything to tell on the right.
bool anythingToTell(const session::AppState& state) {
    return (!session::isNothing(state.choice.selected) && !state.quiz.running()) || state.pinned.size() > 1 ||
           state.tour || state.model.previewing();
}

}  // namespace

bool compactAt(const glm::vec2& windowPx, float scale) {
    return windowPx.x / scale < 900.0F || windowPx.y / scale < 520.0F;
}

Layout layoutOf(const glm::vec2& windowPx, float scale, const session::AppState& state, int legendRows) {
    const glm::vec2 room = windowPx / scale;
    Layout out;
    out.compact = compactAt(windowPx, scale);
    if (state.presenting) {
        const float words = std::round(std::min(captionHeight, room.y * 0.35F) * scale);
        out.viewport = {{0.0F, 0.0F}, {windowPx.x, windowPx.y - words}};
        out.legend = {{0.0F, windowPx.y - words}, {windowPx.x, words}};
        return out;
    }
    float left = std::clamp(room.x * 0.24F, 264.0F, 360.0F);
    float right = std::clamp(room.x * 0.28F, 300.0F, 440.0F);
    const bool opening = state.model.open();
    const bool telling = anythingToTell(state);
    out.leftOpen = state.searchOpen || opening;
    out.rightOpen = state.detailsOpen && telling;
    if (out.leftOpen && out.rightOpen && room.x - left - right < figureWidth) {
        (opening || state.lastPanel == session::Panel::search ? out.rightOpen : out.leftOpen) = false;
    }
    left = out.leftOpen ? std::min(left, room.x * 0.5F) : rail;
    right = out.rightOpen ? std::min(right, room.x * 0.55F) : telling ? rail : 0.0F;

    const float legend = static_cast<float>(legendRows) * barRow + barPadding;
    const float middle = std::max(room.y - topHeight - legend, 1.0F);
    // Edges are rounded once and shared, so that neighbours touch without a gap.
    const auto px = [scale](float value) { return std::round(value * scale); };
    const float y0 = px(topHeight);
    const float y1 = px(topHeight + middle);
    const float x0 = px(left);
    const float x1 = windowPx.x - px(right);
    out.top = {{0.0F, 0.0F}, {windowPx.x, y0}};
    out.left = {{0.0F, y0}, {x0, y1 - y0}};
    out.right = {{x1, y0}, {windowPx.x - x1, y1 - y0}};
    out.viewport = {{x0, y0}, {x1 - x0, y1 - y0}};
    out.legend = {{0.0F, y1}, {windowPx.x, windowPx.y - y1}};
    return out;
}

}  // namespace myo::ui
