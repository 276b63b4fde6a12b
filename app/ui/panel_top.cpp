// The bar along the top: the name, and what concerns the window as a whole.
#include <string>

#include "session/problems.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// What the product is, where there is room before the buttons.
void words(const Ui& ui, float before) {
    const char* text = "An atlas of referred muscle pain. It explains; it does not diagnose.";
    ImGui::SameLine(0.0F, ui.px(14));
    ImGui::PushFont(ui.fonts.small);
    const float width = ImGui::CalcTextSize(text).x;
    ImGui::PopFont();
    if (ImGui::GetCursorPosX() + width < before) {
        ImGui::SetCursorPosY(ui.px(15));
        wrapped(ui, ui.fonts.small, ui.colors.dim, text);
    } else {
        ImGui::NewLine();
    }
}

}  // namespace

void topBar(const Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(8)));
    if (beginPanel("##top", place, ImGuiWindowFlags_NoScrollbar)) {
        hairline(ui, {place.at.x, place.end().y - 1.0F}, {place.end().x, place.end().y - 1.0F});
        ImGui::PushFont(ui.fonts.title);
        ImGui::TextUnformatted("Myoatlas");
        ImGui::PopFont();

        const bool roomy = place.size.x > ui.px(960);
        std::vector<std::pair<const char*, std::string>> buttons;
        if (const std::size_t count = session::problemList(ui.library).count(); count > 0) {
            buttons.emplace_back("problems", "Problems (" + std::to_string(count) + ")");
        }
        buttons.emplace_back("paint", roomy ? "Paint where it hurts" : "Paint");
        buttons.emplace_back("learn", "Learn");
        buttons.emplace_back("figure", roomy ? "Open figure" : "Figure");
        if (roomy) {
            buttons.emplace_back("undo", "Undo");
            buttons.emplace_back("picture", "Save picture");
            buttons.emplace_back("palette", "Zone colour");
        }
        if (place.size.x > ui.px(420)) {
            buttons.emplace_back("scale.down", "A-");
            buttons.emplace_back("scale.up", "A+");
        }
        buttons.emplace_back("theme", findAction(ui.commands, "theme").name);
        if (roomy) {
            buttons.emplace_back("about", "About");
        }
        buttons.emplace_back("help", "?");
        float width = 0.0F;
        const float gap = ui.px(6);
        for (const auto& [id, label] : buttons) {
            width += buttonWidth(ui, label) + gap;
        }
        float x = place.size.x - width - ui.px(8);
        words(ui, x - gap);
        for (const auto& [id, label] : buttons) {
            ImGui::SameLine();
            ImGui::SetCursorPos(ImVec2(x, ui.px(8)));
            commandButton(ui, id, label.c_str());
            x += buttonWidth(ui, label) + gap;
        }
    }
    endPanel();
    ImGui::PopStyleVar();
}

}  // namespace myo::ui
