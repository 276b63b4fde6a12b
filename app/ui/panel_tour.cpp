// The card of a guided tour, on top of the details.
#include "session/tour.h"

#include "ui/document.h"
#include "ui/widgets.h"

namespace myo::ui {

void tourPanel(const Ui& ui) {
    const auto card = session::tourCard(ui.state, ui.library);
    if (!card) {
        return;
    }
    ImGui::PushID("tour");
    wrapped(ui, ui.fonts.small, ui.colors.accent, ui.text("content.tour.named", {{"name", card->document.title}}));
    wrapped(ui, ui.fonts.title, ui.colors.text, card->document.subtitle);
    for (const content::Block& block : card->document.blocks) {
        documentBlock(ui, block);
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
    button(ui.text("content.tour.previous"), "previous", !card->first, session::StepTour{-1}, false);
    tooltip(ui, ui.text("content.tour.previous_hint"));
    button(ui.text(card->first ? "content.tour.start" : "content.tour.next"), "next", !card->last, session::StepTour{1},
           true);
    tooltip(ui, ui.text("content.tour.next_hint"));
    const bool playing = ui.state.tour->playing;
    button(ui.text(playing ? "content.tour.pause" : "content.tour.play"), "play", !card->last,
           session::PlayTour{!playing}, false);
    tooltip(ui, withKeys(ui.text("content.tour.play_hint"), "Y"));
    if (card->last && ui.state.quiz.learner) {
        button(ui.text("content.tour.quiz"), "quiz", ui.library.referral != nullptr, session::QuizOnTour{}, true);
    }
    button(ui.text("content.tour.end"), "end", true, session::EndTour{}, card->last && !ui.state.quiz.learner);
    ImGui::Dummy(ImVec2(0, ui.px(8)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, ImVec2(at.x + ImGui::GetContentRegionAvail().x, at.y),
                                        ImGui::GetColorU32(ui.colors.edge));
    ImGui::Dummy(ImVec2(0, ui.px(8)));
    ImGui::PopID();
}

}  // namespace myo::ui
