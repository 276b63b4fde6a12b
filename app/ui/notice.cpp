// A sentence over the figure that fades by itself, and moves nothing.
#include <algorithm>

#include "ui/widgets.h"

namespace myo::ui {

void noticeSheet(const Ui& ui, const Rect& figure) {
    if (ui.state.notice.empty()) {
        return;
    }
    const ImVec2 pad(ui.px(12), ui.px(8));
    const float most = std::min(ui.px(520), figure.size.x - ui.px(24)) - 2.0F * pad.x;
    const ImVec2 words = ImGui::CalcTextSize(ui.state.notice.c_str(), nullptr, false, std::max(most, ui.px(80)));
    const glm::vec2 size(words.x + 2.0F * pad.x + 1.0F, words.y + 2.0F * pad.y);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, pad);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, std::max(1.0F, ui.px(1)));
    const glm::vec2 at(figure.at.x + (figure.size.x - size.x) * 0.5F, figure.at.y + ui.px(12));
    if (beginFloating("##notice", {glm::max(at, glm::vec2(0.0F)), size},
                      ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
                          ImGuiWindowFlags_NoScrollbar)) {
        ImGui::PushTextWrapPos(size.x - pad.x + 1.0F);
        ImGui::TextUnformatted(ui.state.notice.c_str());
        ImGui::PopTextWrapPos();
    }
    endPanel();
    ImGui::PopStyleVar(3);
}

}  // namespace myo::ui
