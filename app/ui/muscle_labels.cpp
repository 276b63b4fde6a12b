// Names of the muscles in sight, with leader lines, at both edges of the figure.
#include "session/muscle_labels.h"

#include <algorithm>

#include "ui/widgets.h"

namespace myo::ui {

void muscleLabels(const Ui& ui, const Rect& place) {
    ImFont* font = ui.fonts.small;
    const float row = font->FontSize + ui.px(9);
    const float pad = ui.px(6);
    const float margin = ui.px(8);
    const float widest = std::max(place.size.x * 0.34F, ui.px(60));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 ink = ImGui::GetColorU32(ui.colors.text);
    const ImU32 line = ImGui::GetColorU32(ui.colors.dim);
    // Names in front, leader lines behind: no line or dot crosses the letters of another name.
    ImDrawListSplitter planes;
    planes.Split(draw, 2);
    for (const session::MuscleLabel& label : session::muscleLabels(ui.state, ui.library, row)) {
        const ImVec2 text = font->CalcTextSizeA(font->FontSize, 1e6F, 0.0F, label.text.c_str());
        const float width = std::min(text.x, widest) + 2 * pad;
        const float x = label.leftColumn ? place.at.x + margin : place.end().x - margin - width;
        const float middle = place.at.y + label.middlePx;
        const float half = font->FontSize * 0.5F + ui.px(3);
        const ImVec2 low(x, middle - half);
        const ImVec2 high(x + width, middle + half);
        const ImVec2 anchor(place.at.x + label.anchorPx.x, place.at.y + label.anchorPx.y);
        const ImVec2 from(label.leftColumn ? high.x : low.x, middle);
        planes.SetCurrentChannel(draw, 0);
        draw->AddLine(from, anchor, line, std::max(1.0F, ui.px(1)));
        draw->AddCircleFilled(anchor, ui.px(2.5F), ink);
        planes.SetCurrentChannel(draw, 1);
        draw->AddRectFilled(low, high, ImGui::GetColorU32(ui.colors.panel), ui.px(4));
        const ImVec4 clip(low.x, low.y, high.x - pad * 0.5F, high.y);
        draw->AddText(font, font->FontSize, ImVec2(low.x + pad, middle - font->FontSize * 0.5F), ink,
                      label.text.c_str(), nullptr, 0.0F, &clip);
    }
    planes.Merge(draw);
}

}  // namespace myo::ui
