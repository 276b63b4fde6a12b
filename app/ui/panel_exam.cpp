// A teacher's exam in the quiz's panel.
#include <algorithm>
#include <cmath>
#include <string>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::QuizEvent;

void examButton(const Ui& ui, Flow& flow, const char* key, const session::Action& action, bool main) {
    const std::string label = labelled(ui.text(key), key);
    flow.item(buttonWidth(ui, label));
    if (main ? primaryButton(ui, label) : ImGui::Button(label.c_str())) {
        ui.push(action);
    }
}

Flow rowOfButtons(const Ui& ui) {
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    return {ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(8)};
}

}  // namespace

void examField(const Ui& ui) {
    if (!foldingHeader(ui, ui.text("quiz.exam"), "exam")) {
        return;
    }
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.exam_about"));
    const std::string open = labelled(ui.text("paint.open"), "examopen");
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - buttonWidth(ui, open) - ui.px(8));
    pushOutline(ui);
    const bool entered = ImGui::InputTextWithHint("##examfile", ui.text("quiz.exam_hint").c_str(), &ui.memory.examFile,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    popOutline();
    ImGui::SameLine(0.0F, ui.px(8));
    if ((ImGui::Button(open.c_str()) || entered) && !ui.memory.examFile.empty()) {
        ui.push(QuizEvent{session::ExamOpen{ui.memory.examFile}});
    }
}

void examPage(const Ui& ui) {
    const session::ExamRun& exam = *ui.state.quiz.exam;
    wrapped(ui, ui.fonts.title, ui.colors.text, exam.set.title);
    wrapped(ui, ui.fonts.body, ui.colors.text, ui.text("quiz.exam_questions", {{"count", exam.cards.size()}}));
    if (exam.set.minutes) {
        wrapped(ui, ui.fonts.body, ui.colors.text,
                ui.text("quiz.exam_minutes", {{"count", exam.set.minutes->count()}}));
    }
    wrapped(ui, ui.fonts.body, ui.colors.text,
            ui.text("quiz.exam_pass", {{"percent", std::lround(exam.set.passMark * 100.0)}}));
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.exam_rules"));
    Flow flow = rowOfButtons(ui);
    const ActionInfo& begin = findAction(ui.commands, "exam.begin");
    ImGui::BeginDisabled(!begin.enabled);
    examButton(ui, flow, "quiz.exam_begin", begin.action, true);
    ImGui::EndDisabled();
    examButton(ui, flow, "quiz.exam_leave", QuizEvent{session::QuizGoTo{session::QuizPage::choose}}, false);
}

void examWay(const Ui& ui) {
    const session::QuizState& quiz = ui.state.quiz;
    const session::ExamRun& exam = *quiz.exam;
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            ui.text("quiz.exam_way", {{"number", exam.at + 1}, {"all", exam.cards.size()}}));
    if (const auto end = session::examEnd(quiz)) {
        const auto left = std::chrono::ceil<std::chrono::minutes>(*end - ui.state.clock);
        wrapped(ui, ui.fonts.small, ui.colors.dim,
                ui.text("quiz.exam_left", {{"count", std::max<std::int64_t>(0, left.count())}}));
    }
    shareBar(ui, static_cast<float>(exam.at) / static_cast<float>(exam.cards.size()), ImGui::GetContentRegionAvail().x);
    ImGui::Dummy(ImVec2(0, ui.px(4)));
}

void examResult(const Ui& ui) {
    const session::ExamRun& exam = *ui.state.quiz.exam;
    const study::ExamResult& result = exam.result;
    wrapped(ui, ui.fonts.title, ui.colors.text, ui.text(result.passed() ? "quiz.exam_passed" : "quiz.exam_failed"));
    wrapped(ui, ui.fonts.body, ui.colors.text,
            ui.text("quiz.exam_score", {{"percent", std::lround(result.score() * 100.0)},
                                        {"pass", std::lround(result.passMark * 100.0)}}));
    if (!exam.saved.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.exam_saved", {{"where", exam.saved}}));
    }
    Flow flow = rowOfButtons(ui);
    examButton(ui, flow, "quiz.exam_leave", QuizEvent{session::QuizGoTo{session::QuizPage::choose}}, true);
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    for (const study::ExamAnswer& answer : result.answers) {
        wrapped(ui, ui.fonts.small, ui.colors.text, answer.prompt);
        wrapped(ui, ui.fonts.small, ui.colors.dim,
                answer.answered ? ui.text("quiz.score", {{"percent", std::lround(answer.score * 100.0)}})
                                : ui.text("quiz.exam_open"));
        ImGui::Dummy(ImVec2(0, ui.px(2)));
    }
}

}  // namespace myo::ui
