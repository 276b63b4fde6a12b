// Names of the muscles in sight, with leader lines, at both edges of the figure.
#include "session/muscle_labels.h"

#include <algorithm>

#include "ui/widgets.h"

namespace myo::ui {

void muscleLabels(const Ui& ui, const Rect& place) {
    ImFont* font = ui.fonts.small;
    const float pad = ui.px(6);
    session::LabelRoom room;
    room.rowPx = font->FontSize + ui.px(9);
    room.heightPx = font->FontSize + ui.px(6);
    room.marginPx = ui.px(8);
    room.dotPx = ui.px(5);
    const float widest = std::max(place.size.x * 0.34F, ui.px(60));
    const auto width = [&](const std::string& text) {
        return std::min(font->CalcTextSizeA(font->FontSize, 1e6F, 0.0F, text.c_str()).x, widest) + 2 * pad;
    };
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 ink = ImGui::GetColorU32(ui.colors.text);
    const ImU32 line = ImGui::GetColorU32(ui.colors.dim);
    const auto at = [&](const glm::vec2& px) { return ImVec2(place.at.x + px.x, place.at.y + px.y); };
    for (const session::MuscleLabel& label : session::muscleLabels(ui.state, ui.library, room, width)) {
        draw->AddLine(at(label.place.fromPx), at(label.place.anchorPx), line, std::max(1.0F, ui.px(1)));
        draw->AddCircleFilled(at(label.place.anchorPx), ui.px(2.5F), ink);
        const ImVec2 low = at(label.place.box.low);
        const ImVec2 high = at(label.place.box.high);
        draw->AddRectFilled(low, high, ImGui::GetColorU32(ui.colors.panel), ui.px(4));
        const ImVec4 clip(low.x, low.y, high.x - pad * 0.5F, high.y);
        draw->AddText(font, font->FontSize, ImVec2(low.x + pad, (low.y + high.y - font->FontSize) * 0.5F), ink,
                      label.text.c_str(), nullptr, 0.0F, &clip);
    }
}

}  // namespace myo::ui
