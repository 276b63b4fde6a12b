#include "ui/pattern_swatch.h"

namespace myo::ui {

void patternSwatch(const Ui& ui, const glm::vec3& color, render::Pattern pattern) {
    using render::Pattern;
    const float size = ui.px(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 low(at.x, at.y + (ImGui::GetTextLineHeight() - size) * 0.5F);
    const ImVec2 high(low.x + size, low.y + size);
    const ImU32 ink = ImGui::GetColorU32(ImVec4(color.x, color.y, color.z, 1.0F));
    constexpr ImU32 skin = IM_COL32(212, 184, 166, 255);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(low, high, pattern == Pattern::solid ? ink : skin, ui.px(3));
    draw->PushClipRect(low, high, true);
    const float step = ui.px(4);
    if (pattern == Pattern::stippled) {
        for (float x = step * 0.5F; x < size; x += step) {
            for (float y = step * 0.5F; y < size; y += step) {
                draw->AddCircleFilled(ImVec2(low.x + x, low.y + y), ui.px(1.2F), ink);
            }
        }
    } else if (pattern != Pattern::solid) {
        for (float x = -size; x < size; x += step) {
            draw->AddLine(ImVec2(low.x + x, high.y), ImVec2(low.x + x + size, low.y), ink, ui.px(1.4F));
            if (pattern == Pattern::crossed) {
                draw->AddLine(ImVec2(low.x + x, low.y), ImVec2(low.x + x + size, high.y), ink, ui.px(1.4F));
            }
        }
    }
    draw->PopClipRect();
    ImGui::Dummy(ImVec2(size, ImGui::GetTextLineHeight()));
    ImGui::SameLine(0.0F, ui.px(8));
}

}  // namespace myo::ui
