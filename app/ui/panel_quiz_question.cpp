// A question of the quiz, the ways to answer it, and what became of the answer.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "content/words.h"
#include "session/compare.h"
#include "session/quiz_grade.h"
#include "session/quiz_progress.h"
#include "session/quiz_scene.h"
#include "ui/icons.h"
#include "ui/pattern_swatch.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::QuizEvent;
using session::QuizLine;
using study::CardKind;

void space(const Ui& ui, float design) {
    ImGui::Dummy(ImVec2(0, ui.px(design)));
}

bool isFresh(const Ui& ui) {
    return ui.memory.quizShown != ui.state.quiz.question || ui.memory.quizPage != ui.state.quiz.page;
}

const char* howKey(CardKind kind) {
    switch (kind) {
        case CardKind::zone:
            return "quiz.how.zone";
        case CardKind::muscle:
            return "quiz.how.muscle";
        case CardKind::points:
            return "quiz.how.points";
        case CardKind::complaint:
            return "quiz.how.complaint";
        case CardKind::lookAlikes:
            return "quiz.how.look_alikes";
        case CardKind::origin:
        case CardKind::insertion:
            return "quiz.how.place";
        case CardKind::action:
        case CardKind::nerve:
            break;
    }
    return "quiz.how.words";
}

bool hasSide(CardKind kind) {
    return kind == CardKind::zone || kind == CardKind::points || kind == CardKind::origin ||
           kind == CardKind::insertion;
}

// How far one has come today: x answered, y left.
void wayBar(const Ui& ui) {
    const session::QuizState& quiz = ui.state.quiz;
    const study::DayCounts left = quiz.learner->left(ui.state.clock);
    const int remaining = left.steps + left.reviews + left.fresh;
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.way", {{"done", quiz.answered}, {"left", remaining}}));
    const int all = quiz.answered + remaining;
    shareBar(ui, all > 0 ? static_cast<float>(quiz.answered) / static_cast<float>(all) : 0.0F,
             ImGui::GetContentRegionAvail().x);
    space(ui, 4);
}

void brushRow(const Ui& ui) {
    const session::PaintState& paint = ui.state.paint;
    const std::vector<Segment> all{
        {ui.text("quiz.tier_primary"), "primary", ui.text("quiz.tier_primary_tip"), !paint.erase && paint.level > 1},
        {ui.text("quiz.tier_spillover"), "spillover", ui.text("quiz.tier_spillover_tip"),
         !paint.erase && paint.level == 1},
        {ui.text("quiz.eraser"), "eraser", {}, paint.erase}};
    const int pressed = segments(ui, "tiers", all);
    if (pressed >= 0) {
        const int level = pressed == 1 ? 1 : pressed == 0 ? 2 : paint.level;
        ui.push(session::SetBrush{paint.radiusMm, level, pressed == 2, paint.mirror});
    }
    brushSize(ui);
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(4));
    for (const char* id : {"undo", "redo", "drawing.clear"}) {
        flow.item(buttonWidth(ui, findAction(ui.commands, id).name));
        commandButton(ui, id);
    }
    regionChooser(ui);
}

// A field for an answer in words; it has the keyboard when the question comes. \return true on Enter.
bool answerField(const Ui& ui, const char* hint) {
    if (isFresh(ui)) {
        ui.memory.quizWords.clear();
        ImGui::SetKeyboardFocusHere();
    }
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    const bool entered = ImGui::InputTextWithHint("##answer", ui.text(hint).c_str(), &ui.memory.quizWords,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    popOutline();
    if (ui.memory.quizWords != ui.state.quiz.answer.words) {
        ui.push(QuizEvent{session::QuizType{ui.memory.quizWords}});
    }
    return entered && !ImGui::GetIO().KeyCtrl;  // with Ctrl it is the command, which answers by itself
}

void muscleField(const Ui& ui) {
    const session::QuizAnswer& answer = ui.state.quiz.answer;
    const bool several = ui.state.quiz.question->card.kind == CardKind::complaint;
    const bool entered = answerField(ui, "quiz.type_muscle");
    const auto meant = study::muscleNamed(*ui.library.atlas, ui.memory.quizWords);
    if (!ui.memory.quizWords.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim,
                meant ? ui.text("quiz.meant", {{"muscle", content::muscleName(*ui.library.atlas, *meant)}})
                      : ui.text("quiz.unknown_muscle"));
    }
    if (entered && meant) {
        ui.push(QuizEvent{session::QuizName{}});
        ui.memory.quizWords.clear();
        if (!several) {
            ui.push(QuizEvent{session::QuizSubmit{}});
        }
    } else if (entered && ui.memory.quizWords.empty() && !answer.muscles.empty()) {
        ui.push(QuizEvent{session::QuizSubmit{}});
    }
    for (std::size_t i = 0; i < answer.muscles.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::SmallButton(labelled(signAlone(ui, icon::close, ui.text("quiz.remove")), "remove").c_str())) {
            ui.push(QuizEvent{session::QuizUnname{i}});
        }
        ImGui::SameLine();
        wrapped(ui, ui.fonts.strong, ui.colors.text, content::muscleName(*ui.library.atlas, answer.muscles[i]));
        ImGui::PopID();
    }
}

void middleButton(const Ui& ui) {
    const ActionInfo& middle = findAction(ui.commands, "quiz.middle");
    if (ImGui::Button(labelled(middle.name, "middle").c_str())) {
        ui.push(middle.action);
    }
    tooltip(ui, withKeys(middle.tooltip, middle.shortcuts.front()));
}

void placed(const Ui& ui) {
    const session::QuizAnswer& answer = ui.state.quiz.answer;
    const session::QuizQuestion& question = *ui.state.quiz.question;
    const bool points = question.card.kind == CardKind::points;
    const std::size_t wanted = points ? question.card.points.size() : 1;
    wrapped(ui, ui.fonts.body, ui.colors.text,
            ui.text("quiz.placed", {{"done", answer.places.size()}, {"count", wanted}}));
    middleButton(ui);
    if (!answer.places.empty()) {
        ImGui::SameLine(0.0F, ui.px(8));
        if (ImGui::Button(labelled(ui.text("quiz.unplace"), "unplace").c_str())) {
            ui.push(QuizEvent{session::QuizUnname{answer.places.size() - 1}});
        }
    }
}

// Which zone is whose: for each letter the names, one of them chosen.
void letters(const Ui& ui) {
    const session::QuizQuestion& question = *ui.state.quiz.question;
    const session::QuizAnswer& answer = ui.state.quiz.answer;
    for (std::size_t i = 0; i < question.shown.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const session::CompareLook look = session::compareLook(i);
        ImGui::PushFont(ui.fonts.strong);
        patternSwatch(ui, look.color, look.pattern);
        ImGui::TextUnformatted(std::string(1, static_cast<char>('A' + i)).c_str());
        ImGui::PopFont();
        ImGui::SameLine(0.0F, ui.px(12));
        const bool alone = answer.alone == i;
        if (link(ui, labelled(ui.text(alone ? "quiz.show_all" : "quiz.show_alone"), "alone"))) {
            ui.push(QuizEvent{session::QuizAlone{i}});
        }
        for (const PointId& id : question.card.points) {
            const std::string name = content::pointWords(*ui.library.text, *ui.library.atlas, id, std::nullopt);
            const bool chosen = i < answer.who.size() && answer.who[i] == id;
            const float box = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
            const std::string words = folded(name, ImGui::GetContentRegionAvail().x - box);
            pushOutline(ui);
            if (ImGui::RadioButton(labelled(words, id.text().c_str()).c_str(), chosen)) {
                ui.push(QuizEvent{session::QuizAssign{i, id}});
            }
            popOutline();
        }
        ImGui::PopID();
        space(ui, 2);
    }
}

void statements(const Ui& ui) {
    const session::QuizAnswer& answer = ui.state.quiz.answer;
    if (answerField(ui, "quiz.type_words") && !ui.memory.quizWords.empty()) {
        ui.push(QuizEvent{session::QuizType{ui.memory.quizWords}});
        ui.push(QuizEvent{session::QuizSubmit{}});
    }
    if (!foldingHeader(ui, ui.text("quiz.pick"), "pick")) {
        return;
    }
    int number = 0;
    for (const std::string& statement : ui.state.quiz.question->choices) {
        bool on = std::find(answer.picked.begin(), answer.picked.end(), statement) != answer.picked.end();
        ImGui::PushID(number++);
        if (checkbox(ui, statement, "choice", &on)) {
            ui.push(QuizEvent{session::QuizPick{statement}});
        }
        ImGui::PopID();
    }
}

void answerWays(const Ui& ui) {
    switch (ui.state.quiz.question->card.kind) {
        case CardKind::zone:
            brushRow(ui);
            break;
        case CardKind::muscle:
        case CardKind::complaint:
            muscleField(ui);
            middleButton(ui);
            break;
        case CardKind::points:
        case CardKind::origin:
        case CardKind::insertion:
            placed(ui);
            break;
        case CardKind::lookAlikes:
            letters(ui);
            break;
        case CardKind::action:
        case CardKind::nerve:
            statements(ui);
            break;
    }
}

// Where a click by the keyboard would go.
void crosshair(const Ui& ui) {
    const CardKind kind = ui.state.quiz.question->card.kind;
    if (kind == CardKind::zone || kind == CardKind::lookAlikes || kind == CardKind::action || kind == CardKind::nerve) {
        return;
    }
    const glm::vec2 middle = ui.memory.figureAt + glm::vec2(ui.state.viewportPx) * 0.5F;
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    const float in = ui.px(4);
    const float out = ui.px(10);
    for (const float width : {ui.px(3), ui.px(1.2F)}) {
        const ImU32 ink = width > ui.px(2) ? IM_COL32(255, 255, 255, 200) : IM_COL32(30, 30, 40, 255);
        draw->AddLine(ImVec2(middle.x - out, middle.y), ImVec2(middle.x - in, middle.y), ink, width);
        draw->AddLine(ImVec2(middle.x + in, middle.y), ImVec2(middle.x + out, middle.y), ink, width);
        draw->AddLine(ImVec2(middle.x, middle.y - out), ImVec2(middle.x, middle.y - in), ink, width);
        draw->AddLine(ImVec2(middle.x, middle.y + in), ImVec2(middle.x, middle.y + out), ink, width);
    }
}

void commandRow(const Ui& ui, std::initializer_list<std::pair<const char*, const char*>> all) {
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(8));
    for (const auto& [id, sign] : all) {
        const std::string words =
            sign != nullptr ? signWords(ui, sign, findAction(ui.commands, id).name) : findAction(ui.commands, id).name;
        flow.item(buttonWidth(ui, words));
        commandButton(ui, id, words);
    }
}

void lineOf(const Ui& ui, const QuizLine& line) {
    const session::QuizColors colors = session::quizColors();
    const bool zone = ui.state.quiz.question->card.kind == CardKind::zone;
    switch (line.look) {
        case QuizLine::Look::missed:
            if (zone) {
                patternSwatch(ui, colors.missed, render::Pattern::crossed);
            }
            wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
            break;
        case QuizLine::Look::extra:
            if (zone) {
                patternSwatch(ui, colors.extra, render::Pattern::hatched);
            }
            wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
            break;
        case QuizLine::Look::good:
            if (ui.fonts.icons) {
                ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.accent);
                ImGui::TextUnformatted(icon::right);
                ImGui::PopStyleColor();
                ImGui::SameLine(0.0F, ui.px(8));
            }
            wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
            break;
        case QuizLine::Look::plain:
            wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
            break;
        case QuizLine::Look::truth:
            wrapped(ui, ui.fonts.body, ui.colors.dim, line.text);
            break;
    }
    space(ui, 2);
}

// The grade that is proposed, and the others to overrule it: each with the time until the card comes again.
void ratings(const Ui& ui) {
    const session::QuizResult& result = *ui.state.quiz.result;
    constexpr std::array<std::pair<study::Rating, const char*>, 4> all{{{study::Rating::again, "quiz.again"},
                                                                        {study::Rating::hard, "quiz.hard"},
                                                                        {study::Rating::good, "quiz.good"},
                                                                        {study::Rating::easy, "quiz.easy"}}};
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("quiz.graded"));
    std::vector<Segment> row;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ActionInfo& command = findAction(ui.commands, all.at(i).second);
        row.push_back({command.name, all.at(i).second, withKeys(command.tooltip, command.shortcuts.front()),
                       result.rating == all.at(i).first});
    }
    const int pressed = segments(ui, "ratings", row);
    if (pressed >= 0) {
        ui.push(QuizEvent{session::QuizRate{all.at(static_cast<std::size_t>(pressed)).first}});
    }
    const auto again = result.intervals.at(static_cast<std::size_t>(static_cast<int>(result.rating) - 1));
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            ui.text("quiz.comes_again", {{"interval", session::intervalWords(*ui.library.text, again)}}));
}

}  // namespace

void quizQuestion(const Ui& ui) {
    const session::QuizQuestion& question = *ui.state.quiz.question;
    const bool exam = ui.state.quiz.examining();
    exam ? examWay(ui) : wayBar(ui);
    constexpr std::size_t brief = 80;  // letters that large type is for
    wrapped(ui, question.card.prompt.size() <= brief ? ui.fonts.title : ui.fonts.strong, ui.colors.text,
            question.card.prompt);
    if (hasSide(question.card.kind)) {
        wrapped(ui, ui.fonts.body, ui.colors.text,
                ui.text(question.side == Side::left ? "quiz.on_left" : "quiz.on_right"));
    }
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text(howKey(question.card.kind)));
    space(ui, 4);
    answerWays(ui);
    for (int hint = 0; hint < question.hints; ++hint) {
        cautionBox(ui, session::hintWords(question, ui.library, hint));
    }
    space(ui, 4);
    const ActionInfo& submit = findAction(ui.commands, "quiz.submit");
    if (primaryButton(ui, labelled(submit.name, "submit"))) {
        ui.push(submit.action);
    }
    tooltip(ui, withKeys(submit.tooltip, submit.shortcuts.front()));
    space(ui, 2);
    if (exam) {
        commandRow(ui, {{"exam.skip", icon::next}});
    } else {
        commandRow(ui, {{"quiz.hint", icon::hint}, {"quiz.show", icon::showAll}, {"quiz.back", icon::undo}});
    }
    crosshair(ui);
}

void quizAnswer(const Ui& ui) {
    const session::QuizResult& result = *ui.state.quiz.result;
    wayBar(ui);
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.state.quiz.question->card.prompt);
    wrapped(ui, ui.fonts.title, ui.colors.text, result.headline);
    // The way on stands first, so that the keyboard on it scrolls nothing out of sight.
    if (isFresh(ui)) {
        ImGui::SetKeyboardFocusHere();
    }
    const ActionInfo& next = findAction(ui.commands, "quiz.next");
    if (primaryButton(ui, labelled(next.name, "next"))) {
        ui.push(next.action);
    }
    space(ui, 2);
    for (const QuizLine& line : result.lines) {
        lineOf(ui, line);
    }
    space(ui, 2);
    ratings(ui);
    space(ui, 4);
    commandRow(ui, {{"quiz.back", icon::undo}});
}

}  // namespace myo::ui
