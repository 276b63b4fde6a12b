// The bar along the top: the name, and what concerns the window as a whole.
#include <string>
#include <utility>
#include <vector>

#include "session/problems.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// What the product is, where there is room before the buttons.
void words(const Ui& ui, float before) {
    const std::string slogan = ui.text("product.slogan");
    ImGui::SameLine(0.0F, ui.px(14));
    ImGui::PushFont(ui.fonts.small);
    const float width = ImGui::CalcTextSize(slogan.c_str()).x;
    ImGui::PopFont();
    if (ImGui::GetCursorPosX() + width < before) {
        ImGui::SetCursorPosY(ui.px(15));
        wrapped(ui, ui.fonts.small, ui.colors.dim, slogan);
    } else {
        ImGui::NewLine();
    }
}

// How much is offered, from a wide window to a narrow one; what is left out has its key all the same.
enum class Choice { all, brief, few, fewest };

using Buttons = std::vector<std::pair<const char*, std::string>>;

Buttons buttonsOf(const Ui& ui, Choice choice) {
    const bool all = choice == Choice::all;
    Buttons buttons;
    if (const std::size_t count = session::problemList(ui.library).count(); count > 0) {
        buttons.emplace_back("problems", ui.text("top.problems", {{"count", count}}));
    }
    buttons.emplace_back("paint", ui.text(all ? "top.paint" : "top.paint_short"));
    buttons.emplace_back("learn", ui.text("top.learn"));
    buttons.emplace_back("model", ui.text(all ? "top.model" : "top.model_short"));
    if (all) {
        buttons.emplace_back("undo", ui.text("top.undo"));
        buttons.emplace_back("picture", ui.text("top.picture"));
        buttons.emplace_back("palette", ui.text("top.palette"));
    }
    if (choice <= Choice::brief) {
        buttons.emplace_back("scale.down", ui.text("top.smaller"));
        buttons.emplace_back("scale.up", ui.text("top.larger"));
    }
    if (choice <= Choice::few) {
        buttons.emplace_back("theme", findAction(ui.commands, "theme").name);
    }
    if (all) {
        buttons.emplace_back("about", ui.text("top.about"));
    }
    buttons.emplace_back("help", "?");
    return buttons;
}

float widthOf(const Ui& ui, const Buttons& buttons) {
    float width = 0.0F;
    for (const auto& [id, label] : buttons) {
        width += buttonWidth(ui, label) + ui.px(6);
    }
    return width;
}

}  // namespace

void topBar(const Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(8)));
    if (beginPanel("##top", place, ImGuiWindowFlags_NoScrollbar)) {
        hairline(ui, {place.at.x, place.end().y - 1.0F}, {place.end().x, place.end().y - 1.0F});
        ImGui::PushFont(ui.fonts.title);
        ImGui::TextUnformatted("Myoatlas");  // the product's name is the same in every language
        ImGui::PopFont();

        const float before = ImGui::GetItemRectMax().x - place.at.x + ui.px(14);
        const float room = place.size.x - ui.px(8) - before;
        Buttons buttons;
        for (const Choice choice : {Choice::all, Choice::brief, Choice::few, Choice::fewest}) {
            buttons = buttonsOf(ui, choice);
            if (widthOf(ui, buttons) <= room) {
                break;
            }
        }
        const float gap = ui.px(6);
        const float width = widthOf(ui, buttons);
        float x = place.size.x - width - ui.px(8);
        words(ui, x - gap);
        for (const auto& [id, label] : buttons) {
            ImGui::SameLine();
            ImGui::SetCursorPos(ImVec2(x, ui.px(8)));
            commandButton(ui, id, label);
            x += buttonWidth(ui, label) + gap;
        }
    }
    endPanel();
    ImGui::PopStyleVar();
}

}  // namespace myo::ui
