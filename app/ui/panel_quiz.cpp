// The quiz's panel: what to learn, and the way in.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "core/utf8.h"
#include "session/quiz_deck.h"
#include "session/quiz_progress.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::QuizEvent;
using session::QuizPage;
using session::QuizSet;
using study::CardKind;

struct KindWords {
    CardKind kind;
    const char* key;
};
constexpr std::array<KindWords, 9> kindWords{{{CardKind::zone, "quiz.kind.zone"},
                                              {CardKind::muscle, "quiz.kind.muscle"},
                                              {CardKind::points, "quiz.kind.points"},
                                              {CardKind::complaint, "quiz.kind.complaint"},
                                              {CardKind::lookAlikes, "quiz.kind.look_alikes"},
                                              {CardKind::origin, "quiz.kind.origin"},
                                              {CardKind::insertion, "quiz.kind.insertion"},
                                              {CardKind::action, "quiz.kind.action"},
                                              {CardKind::nerve, "quiz.kind.nerve"}}};

struct SetKind {
    QuizSet::Kind kind;
    const char* key;
};
constexpr std::array<SetKind, 7> setKinds{{{QuizSet::Kind::everything, "quiz.sets.everything"},
                                           {QuizSet::Kind::part, "quiz.sets.part"},
                                           {QuizSet::Kind::region, "quiz.sets.region"},
                                           {QuizSet::Kind::family, "quiz.sets.family"},
                                           {QuizSet::Kind::muscle, "quiz.sets.muscle"},
                                           {QuizSet::Kind::scenario, "quiz.sets.tour"},
                                           {QuizSet::Kind::weak, "quiz.sets.weak"}}};

void gap(const Ui& ui, float design) {
    ImGui::Dummy(ImVec2(0, ui.px(design)));
}

void streakLine(const Ui& ui) {
    const int days = ui.state.quiz.learner->streak(ui.state.clock);
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            days > 0 ? ui.text("quiz.streak", {{"count", days}}) : ui.text("quiz.no_streak"));
}

std::string countsWords(const Ui& ui) {
    const study::DayCounts left = ui.state.quiz.learner->left(ui.state.clock);
    return ui.text("quiz.today", {{"due", left.reviews + left.steps}, {"fresh", left.fresh}});
}

bool asks(const session::QuizState& quiz, CardKind kind) {
    return quiz.kinds.empty() || std::find(quiz.kinds.begin(), quiz.kinds.end(), kind) != quiz.kinds.end();
}

// None chosen means all; the last one cannot be let go.
void toggleKind(const Ui& ui, CardKind kind) {
    const session::QuizState& quiz = ui.state.quiz;
    std::vector<CardKind> kinds;
    for (const KindWords& each : kindWords) {
        if (asks(quiz, each.kind) != (each.kind == kind)) {
            kinds.push_back(each.kind);
        }
    }
    if (kinds.size() == kindWords.size()) {
        kinds.clear();
    }
    if (!kinds.empty() || !quiz.kinds.empty()) {
        ui.push(QuizEvent{session::QuizChoose{quiz.set, std::move(kinds)}});
    }
}

void kindBoxes(const Ui& ui) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("quiz.kinds"));
    for (const KindWords& each : kindWords) {
        bool on = asks(ui.state.quiz, each.kind);
        if (checkbox(ui, ui.text(each.key), each.key, &on)) {
            toggleKind(ui, each.kind);
        }
    }
}

void setKindRow(const Ui& ui) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("quiz.what"));
    std::vector<Segment> all;
    for (const SetKind& each : setKinds) {
        all.push_back({ui.text(each.key), each.key, {}, ui.state.quiz.set.kind == each.kind});
    }
    const int pressed = segments(ui, "sets", all);
    if (pressed >= 0) {
        const QuizSet::Kind kind = setKinds.at(static_cast<std::size_t>(pressed)).kind;
        const std::vector<session::NamedSet> sets = session::setsOf(ui.library, kind);
        ui.memory.quizFilter.clear();
        if (!sets.empty()) {
            ui.push(QuizEvent{session::QuizChoose{sets.front().set, ui.state.quiz.kinds}});
        }
    }
}

// The sets of the chosen kind, to pick one by name.
void setList(const Ui& ui) {
    const std::vector<session::NamedSet> sets = session::setsOf(ui.library, ui.state.quiz.set.kind);
    if (sets.size() < 2) {
        return;
    }
    constexpr std::size_t short_ = 16;
    if (sets.size() > short_) {
        ImGui::SetNextItemWidth(-1.0F);
        pushOutline(ui);
        ImGui::InputTextWithHint("##quizfilter", ui.text("quiz.filter").c_str(), &ui.memory.quizFilter);
        popOutline();
    }
    const std::string wanted = lowered(ui.memory.quizFilter);
    const float height =
        std::min(ui.px(212), ui.px(8) + static_cast<float>(sets.size()) * ImGui::GetTextLineHeightWithSpacing());
    if (ImGui::BeginChild("sets", ImVec2(0, height), true, ImGuiWindowFlags_NavFlattened)) {
        for (const session::NamedSet& each : sets) {
            if (lowered(each.name).find(wanted) == std::string::npos) {
                continue;
            }
            const std::string words = folded(each.name, ImGui::GetContentRegionAvail().x);
            if (ImGui::Selectable(labelled(words, each.set.id.c_str()).c_str(), each.set == ui.state.quiz.set)) {
                ui.push(QuizEvent{session::QuizChoose{each.set, ui.state.quiz.kinds}});
            }
        }
    }
    ImGui::EndChild();
}

void chooser(const Ui& ui) {
    const session::QuizState& quiz = ui.state.quiz;
    streakLine(ui);
    gap(ui, 4);
    setKindRow(ui);
    setList(ui);
    gap(ui, 4);
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.cards", {{"count", quiz.chosen.size()}}));
    wrapped(ui, ui.fonts.small, ui.colors.dim, countsWords(ui));
    gap(ui, 4);
    const ActionInfo& begin = findAction(ui.commands, "quiz.start");
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(8));
    ImGui::BeginDisabled(!begin.enabled);
    const std::string start = labelled(signWords(ui, icon::begin, begin.name), "start");
    flow.item(buttonWidth(ui, start));
    if (primaryButton(ui, start)) {
        ui.push(begin.action);
    }
    tooltip(ui, withKeys(begin.tooltip, begin.shortcuts.front()));
    ImGui::EndDisabled();
    const std::string progress = labelled(signWords(ui, icon::progress, ui.text("quiz.progress")), "progress");
    flow.item(buttonWidth(ui, progress));
    if (ImGui::Button(progress.c_str())) {
        ui.push(QuizEvent{session::QuizGoTo{QuizPage::progress}});
    }
    gap(ui, 8);
    kindBoxes(ui);
    gap(ui, 8);
    examField(ui);
}

void over(const Ui& ui) {
    const session::QuizState& quiz = ui.state.quiz;
    wrapped(ui, ui.fonts.title, ui.colors.text, ui.text("quiz.over"));
    wrapped(ui, ui.fonts.body, ui.colors.text, ui.text("quiz.answered", {{"count", quiz.answered}}));
    if (const auto due = quiz.learner->nextDue()) {
        const auto wait = std::chrono::duration_cast<std::chrono::minutes>(*due - ui.state.clock);
        wrapped(ui, ui.fonts.body, ui.colors.dim,
                ui.text("quiz.next_due", {{"interval", session::intervalWords(*ui.library.text, wait)}}));
    }
    streakLine(ui);
    gap(ui, 8);
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(8));
    const auto button = [&](const char* key, const session::QuizEvent& event, bool main) {
        const std::string label = labelled(ui.text(key), key);
        flow.item(buttonWidth(ui, label));
        if (main ? primaryButton(ui, label) : ImGui::Button(label.c_str())) {
            ui.push(event);
        }
    };
    button("quiz.progress", QuizEvent{session::QuizGoTo{QuizPage::progress}}, true);
    button("quiz.go_on", QuizEvent{session::QuizStart{true}}, false);
    flow.item(buttonWidth(ui, findAction(ui.commands, "quiz.back").name));
    commandButton(ui, "quiz.back");
}

std::string titleOf(const Ui& ui) {
    switch (ui.state.quiz.page) {
        case QuizPage::choose:
        case QuizPage::closed:
            return ui.text("quiz.title");
        case QuizPage::progress:
            return ui.text("quiz.progress");
        case QuizPage::exam:
        case QuizPage::examEnded:
            return ui.text("quiz.exam");
        case QuizPage::ask:
        case QuizPage::told:
        case QuizPage::ended:
            break;
    }
    return ui.state.quiz.exam ? ui.state.quiz.exam->set.title : session::setWords(ui.library, ui.state.quiz.set);
}

}  // namespace

void quizDoor(const Ui& ui) {
    const session::QuizState& quiz = ui.state.quiz;
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("quiz.title"));
    if (!quiz.learner) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.reading"));
        return;
    }
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.invitation"));
    wrapped(ui, ui.fonts.small, ui.colors.dim, countsWords(ui));
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(8));
    const std::string choose = labelled(signWords(ui, icon::begin, ui.text("quiz.choose")), "quiz");
    flow.item(buttonWidth(ui, choose));
    if (primaryButton(ui, choose)) {
        ui.push(QuizEvent{session::QuizGoTo{QuizPage::choose}});
    }
    const std::string progress = labelled(signWords(ui, icon::progress, ui.text("quiz.progress")), "progress");
    flow.item(buttonWidth(ui, progress));
    if (ImGui::Button(progress.c_str())) {
        ui.push(QuizEvent{session::QuizGoTo{QuizPage::progress}});
    }
}

void quizPanel(const Ui& ui, const Rect& place) {
    const session::QuizState& quiz = ui.state.quiz;
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        const bool running = quiz.running();
        const bool exam = quiz.examining();
        const std::string button = exam      ? ui.text("quiz.exam_end")
                                   : running ? ui.text("quiz.stop")
                                             : signAlone(ui, icon::close, ui.text("overlay.close"));
        const std::string hint = exam ? ui.text("quiz.exam_end_tip")
                                      : withKeys(ui.text(running ? "quiz.stop_tip" : "quiz.close_tip"), "Esc");
        if (panelHead(ui, titleOf(ui), button, hint)) {
            ui.push(exam ? QuizEvent{session::ExamEnd{}}
                         : QuizEvent{session::QuizGoTo{running ? QuizPage::choose : QuizPage::closed}});
        }
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            if (ui.memory.quizShown != quiz.question || ui.memory.quizPage != quiz.page) {
                ImGui::SetScrollY(0.0F);
            }
            if (!quiz.trouble.empty()) {
                cautionBox(ui, quiz.trouble);
            }
            if (!quiz.examProblem.empty()) {
                cautionBox(ui, quiz.examProblem);
            }
            if (!quiz.learner) {
                wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("quiz.reading"));
            } else if (quiz.page == QuizPage::ask && quiz.question) {
                quizQuestion(ui);
            } else if (quiz.page == QuizPage::told && quiz.question && quiz.result) {
                quizAnswer(ui);
            } else if (quiz.page == QuizPage::exam && quiz.exam) {
                examPage(ui);
            } else if (quiz.page == QuizPage::examEnded && quiz.exam) {
                examResult(ui);
            } else if (quiz.page == QuizPage::ended) {
                over(ui);
            } else if (quiz.page == QuizPage::progress) {
                quizProgress(ui);
            } else {
                chooser(ui);
            }
            ui.memory.quizShown = quiz.question;
            ui.memory.quizPage = quiz.page;
        }
        ImGui::EndChild();
    }
    endPanel();
}

}  // namespace myo::ui
