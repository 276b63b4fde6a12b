// What the atlas knows about the selection.
#include <string>

#include "session/compare.h"
#include "session/details.h"
#include "ui/document.h"
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

void sideButtons(const Ui& ui) {
    if (session::isNothing(ui.state.choice.selected) || ui.state.model.previewing()) {
        return;
    }
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    for (const char* id : {"side.swap", "side.both", "view.frame", "pin", "rivals"}) {
        flow.item(buttonWidth(ui, findAction(ui.commands, id).name));
        commandButton(ui, id);
    }
    for (const char* id : {"muscle.dig", "muscle.hide", "muscle.ghost", "muscle.isolate", "muscle.all"}) {
        if (findAction(ui.commands, id).enabled) {
            flow.item(buttonWidth(ui, findAction(ui.commands, id).name));
            commandButton(ui, id);
        }
    }
}

// Title with a way to hide the panel beside it, and what stands below the title.
void documentHead(const Ui& ui, const content::Document& document) {
    const std::string words = (*ui.library.text)("content.window.hide");
    const float hide = buttonWidth(ui, words);
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::PushFont(ui.fonts.title);
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - hide);
    ImGui::TextUnformatted(document.title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    const ImVec2 below = ImGui::GetCursorPos();
    ImGui::SetCursorPos(ImVec2(ImGui::GetWindowContentRegionMax().x - hide + ui.px(10), at.y));
    ImGui::PushFont(ui.fonts.small);
    if (link(ui, (words + "###hide").c_str())) {
        ui.push(session::OpenPanel{session::Panel::details, false});
    }
    ImGui::PopFont();
    ImGui::SetCursorPos(below);
    if (!document.subtitle.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, document.subtitle);
    }
    if (!document.status.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.caution, document.status);
    }
}

}  // namespace

void detailsPanel(const Ui& ui, const Rect& place, bool open) {
    if (!open) {
        if (closedRail(ui, "##details", place, (*ui.library.text)("content.window.open_details").c_str(), false)) {
            ui.push(session::OpenPanel{session::Panel::details, true});
        }
        return;
    }
    if (beginPanel("##details", place)) {
        if (!(ui.memory.shown == ui.state.choice.selected) || ui.memory.shownTour != ui.state.tour) {
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
        sideButtons(ui);
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        for (const content::Block& block : shown.document.blocks) {
            documentBlock(ui, block);
        }
    }
    endPanel();
}

}  // namespace myo::ui
