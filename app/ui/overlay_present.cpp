// Before an audience: the figure alone, large words below it, and the pointer as a ring.
#include <algorithm>
#include <string>

#include "session/present.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

void pointerRing(const Ui& ui) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    if (at.x < 0.0F) {
        return;
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    draw->AddCircle(at, ui.px(20), IM_COL32(255, 255, 255, 230), 48, ui.px(5));
    draw->AddCircle(at, ui.px(20), ImGui::GetColorU32(ui.colors.danger), 48, ui.px(3));
}

}  // namespace

void presentation(const Ui& ui, const Rect& words) {
    const session::Caption said = session::caption(ui.state, ui.library);
    const std::string title = said.keptBack        ? ui.text("present.kept_back")
                              : said.title.empty() ? ui.text("present.nothing")
                                                   : said.title;
    const float pad = ui.px(20);
    const float inner = std::min(words.size.x - 4.0F * pad, ui.px(1100));
    const auto heightOf = [&](ImFont* font, float size, const std::string& text) {
        return text.empty() ? 0.0F : font->CalcTextSizeA(size, 1e6F, inner, text.c_str()).y + ui.px(4);
    };
    const float sentence = ui.px(20);
    const float height =
        heightOf(ui.fonts.large, ui.fonts.large->FontSize, title) + heightOf(ui.fonts.title, sentence, said.name) +
        heightOf(ui.fonts.title, sentence, said.sentence) +
        heightOf(ui.fonts.title, sentence, ui.text("present.keys")) + 3.0F * ImGui::GetStyle().ItemSpacing.y +
        2.0F * pad + (said.keptBack ? ImGui::GetFrameHeightWithSpacing() + ui.px(12) : 0.0F);
    ImVec4 ground = ui.colors.panel;
    ground.w = 0.90F;
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(2.0F * pad, pad));
    // More than there is room for grows over the figure.
    const float high = std::min(std::max(height, words.size.y), words.end().y);
    const Rect place{{words.at.x, words.end().y - high}, {words.size.x, high}};
    if (beginFloating("##caption", place, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoFocusOnAppearing)) {
        wrapped(ui, ui.fonts.large, ui.colors.text, title);
        if (!said.name.empty()) {
            wrapped(ui, ui.fonts.title, ui.colors.dim, said.name);
        }
        if (!said.sentence.empty()) {
            wrapped(ui, ui.fonts.title, ui.colors.text, said.sentence);
        }
        if (said.keptBack) {
            ImGui::PushFont(ui.fonts.title);
            if (ImGui::Button(labelled(ui.text("present.show"), "asked").c_str())) {
                ui.push(session::ShowAsked{});
            }
            ImGui::PopFont();
        }
        wrapped(ui, ui.fonts.title, ui.colors.dim, ui.text("present.keys"));
    }
    endPanel();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    pointerRing(ui);
}

}  // namespace myo::ui
