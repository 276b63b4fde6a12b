// What the atlas knows about the selection.
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/words.h"
#include "session/compare.h"
#include "session/details.h"
#include "session/visibility.h"
#include "ui/document.h"
#include "ui/icons.h"
#include "ui/result_row.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

void tabs(const Ui& ui, const session::Details& details) {
    if (details.tabs.size() < 2) {
        return;
    }
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    for (const session::PointTab& tab : details.tabs) {
        flow.item(buttonWidth(ui, tab.label));
        ImGui::PushID(tab.id.point.number);
        const std::string label = tab.label + "###tab";
        const bool pressed = tab.current ? primaryButton(ui, label.c_str()) : ImGui::Button(label.c_str());
        if (pressed) {
            ui.push(session::Select{tab.id});
        }
        ImGui::PopID();
    }
}

// Left, both, right as one choice.
void sideControl(const Ui& ui) {
    const session::Target& selected = ui.state.choice.selected;
    std::optional<Side> side;
    bool paired = true;
    if (const auto* point = std::get_if<SidedPoint>(&selected)) {
        side = point->side;
    } else if (const auto* muscle = std::get_if<session::SidedMuscle>(&selected); muscle != nullptr) {
        side = muscle->side == BodySide::mid    ? std::optional<Side>()
               : muscle->side == BodySide::left ? Side::left
                                                : Side::right;
    } else if (const auto* region = std::get_if<SidedRegion>(&selected)) {
        paired = false;
        side = region->side == BodySide::mid    ? std::optional<Side>()
               : region->side == BodySide::left ? Side::left
                                                : Side::right;
    }
    if (!side) {
        return;
    }
    const bool both = paired && ui.state.choice.bothSides;
    const std::string swap = withKeys(findAction(ui.commands, "side.swap").tooltip, "X");
    // Seen from the front the body's right is on the left hand; the words go the way they are read.
    std::vector<Segment> all{{ui.text("card.left"), "left", swap, !both && *side == Side::left}};
    if (paired) {
        all.push_back(
            {ui.text("card.both"), "both", withKeys(findAction(ui.commands, "side.both").tooltip, "M"), both});
    }
    all.push_back({ui.text("card.right"), "right", swap, !both && *side == Side::right});
    const int pressed = segments(ui, "side", all);
    if (pressed >= 0) {
        const char* id = all[static_cast<std::size_t>(pressed)].id;
        ui.push(session::ChooseSide{id[0] == 'l'   ? std::optional<Side>(Side::left)
                                    : id[0] == 'r' ? std::optional<Side>(Side::right)
                                                   : std::nullopt});
    }
}

struct Tool {
    const char* id;
    const char* icon;
};

// Small buttons with a sign and a word each.
void toolbar(const Ui& ui) {
    constexpr std::array<Tool, 8> tools{{{"view.frame", icon::frame},
                                         {"muscle.isolate", icon::isolate},
                                         {"muscle.ghost", icon::ghost},
                                         {"muscle.hide", icon::hide},
                                         {"muscle.dig", icon::dig},
                                         {"muscle.all", icon::showAll},
                                         {"pin", icon::pin},
                                         {"rivals", icon::compare}}};
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(6), ui.px(4)));
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(4));
    const bool narrow = ImGui::GetContentRegionAvail().x < ui.px(400);
    for (const Tool& tool : tools) {
        const ActionInfo& command = findAction(ui.commands, tool.id);
        // Comparing has no sign that everybody knows.
        const bool said = !narrow || tool.icon == icon::pin || tool.icon == icon::compare;
        if (command.enabled) {
            const std::string words =
                said ? signWords(ui, tool.icon, command.name) : signAlone(ui, tool.icon, command.name);
            flow.item(buttonWidth(ui, words));
            commandButton(ui, tool.id, words);
        }
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

// Words on a line, the open one underlined.
void cardTabs(const Ui& ui) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorPosX();
    Flow flow(left, width, 0.0F);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const char* id : {"card.pain", "card.find", "card.evidence"}) {
        const ActionInfo& command = findAction(ui.commands, id);
        const std::string words = ui.text(id);
        ImGui::PushFont(ui.fonts.strong);
        flow.item(buttonWidth(ui, words));
        ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
        ImGui::PushStyleColor(ImGuiCol_Text, command.active ? ui.colors.accent : ui.colors.dim);
        if (ImGui::Button(labelled(words, id).c_str())) {
            ui.push(command.action);
        }
        ImGui::PopStyleColor(2);
        ImGui::PopFont();
        tooltip(ui, withKeys(command.tooltip, command.shortcuts.front()));
        const ImVec2 low = ImGui::GetItemRectMin();
        const ImVec2 high = ImGui::GetItemRectMax();
        draw->AddRectFilled(ImVec2(low.x, high.y), ImVec2(high.x, high.y + ui.px(command.active ? 3.0F : 1.0F)),
                            ImGui::GetColorU32(command.active ? ui.colors.accent : ui.colors.line));
    }
    ImGui::SetCursorPosX(left);
}

// Title with a way to hide the panel beside it, and what stands below the title.
void documentHead(const Ui& ui, const content::Document& document) {
    const std::string close = signAlone(ui, icon::close, "x");
    const float width = buttonWidth(ui, close);
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::PushFont(ui.fonts.title);
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - width);
    ImGui::TextUnformatted(document.title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    const ImVec2 below = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ImVec2(ImGui::GetWindowContentRegionMax().x - width + ui.px(4), at.y - ui.px(4)));
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    if (ImGui::Button(labelled(close, "hide").c_str())) {
        ui.push(session::OpenPanel{session::Panel::details, false});
    }
    ImGui::PopStyleColor();
    tooltip(ui, withKeys(ui.text("content.window.hide"), "Ctrl+2"));
    ImGui::SetCursorPos(below);
    if (!document.subtitle.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, document.subtitle);
    }
    if (document.evidence) {
        const bool weak = *document.evidence >= atlas::EvidenceStatus::unconfirmed;
        badge(ui, signWords(ui, standingSign(*document.evidence), document.standing),
              weak ? ui.colors.caution : ui.colors.dim);
        tooltip(ui, content::evidenceStatusWords(*ui.library.text, *document.evidence));
    }
    if (!document.status.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.caution, document.status);
    }
}

}  // namespace

void detailsPanel(const Ui& ui, const Rect& place, bool open) {
    if (!open) {
        if (closedRail(ui, "##details", place, withKeys(ui.text("content.window.open_details"), "Ctrl+2"), false)) {
            ui.push(session::OpenPanel{session::Panel::details, true});
        }
        return;
    }
    if (beginPanel("##details", place)) {
        if (!(ui.memory.shown == ui.state.choice.selected) || ui.memory.shownTour != ui.state.tour ||
            ui.memory.shownTab != ui.state.cardTab) {
            ui.memory.shownTab = ui.state.cardTab;
            ui.memory.shownTour = ui.state.tour;
            ui.memory.shown = ui.state.choice.selected;
            ImGui::SetScrollY(0.0F);
        }
        if (session::comparing(ui.state)) {
            comparePanel(ui);
            endPanel();
            return;
        }
        tourPanel(ui);
        if (ui.state.tour && session::isNothing(ui.state.choice.selected)) {
            endPanel();
            return;  // the card says what to do; how to start without a tour would only distract
        }
        const session::Details shown = session::details(ui.state, ui.library);
        documentHead(ui, shown.document);
        tabs(ui, shown);
        if (!ui.state.model.previewing()) {
            sideControl(ui);
            toolbar(ui);
        }
        const bool card = session::selectedMuscle(ui.state).has_value() && !ui.state.model.previewing();
        if (card) {
            ImGui::Dummy(ImVec2(0, ui.px(4)));
            cardTabs(ui);
        }
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        for (const content::Block& block : shown.document.blocks) {
            if (!card || session::tabOf(block.id) == ui.state.cardTab) {
                documentBlock(ui, block);
            }
        }
    }
    endPanel();
}

}  // namespace myo::ui
