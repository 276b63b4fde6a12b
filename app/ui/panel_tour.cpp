// The card of a guided tour, on top of the details.
#include "session/tour.h"

#include "ui/widgets.h"

namespace myo::ui {

void tourPanel(const Ui& ui) {
    const auto card = session::tourCard(ui.state, ui.library);
    if (!card) {
        return;
    }
    ImGui::PushID("tour");
    wrapped(ui, ui.fonts.small, ui.colors.accent, ui.text("tour.title", {{"name", card->name}}));
    wrapped(ui, ui.fonts.title, ui.colors.text, card->place);
    for (const session::DetailBlock& block : card->blocks) {
        detailBlock(ui, block);
    }
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    const auto button = [&](const std::string& words, const char* id, bool enabled, const session::Action& action,
                            bool main) {
        const std::string label = labelled(words, id);
        flow.item(buttonWidth(ui, label));
        ImGui::BeginDisabled(!enabled);
        if (main && enabled ? primaryButton(ui, label) : ImGui::Button(label.c_str())) {
            ui.push(action);
        }
        ImGui::EndDisabled();
    };
    button(ui.text("tour.previous"), "previous", !card->first, session::StepTour{-1}, false);
    tooltip(ui, withKeys(ui.text("tour.previous_tip"), ","));
    button(ui.text(card->first ? "tour.start" : "tour.next"), "next", !card->last, session::StepTour{1}, true);
    tooltip(ui, withKeys(ui.text("tour.next_tip"), "."));
    button(ui.text("tour.end"), "end", true, session::EndTour{}, card->last);
    ImGui::Dummy(ImVec2(0, ui.px(8)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + ImGui::GetContentRegionAvail().x, at.y),
                                        ImGui::GetColorU32(ui.colors.edge));
    ImGui::Dummy(ImVec2(0, ui.px(8)));
    ImGui::PopID();
}

}  // namespace myo::ui
