#include "shell/window_status.h"

#include <array>
#include <stdexcept>

#include <fmt/format.h>

#include "session/model_view.h"
#include "session/pick.h"

namespace myo::shell {

namespace {

// "matches ID ID...; cautions N; painted REGION..."
std::string matchText(const session::AppState& state) {
    std::string text = "matches";
    if (!state.paint.answer) {
        return text;
    }
    for (const auto& row : state.paint.answer->rows) {
        text += " " + row.match.point.text();
    }
    text += "; cautions";
    for (const auto& caution : state.paint.answer->cautions) {
        text += " " + caution.text;
    }
    text += "; painted";
    for (const SidedRegion& region : state.paint.answer->regions) {
        text += " " + region.text();
    }
    return text;
}

std::string modelText(const session::ModelDialog& dialog) {
    if (dialog.busy()) {
        return "model working";
    }
    switch (dialog.step) {
        case session::ModelStep::closed:
            return "model closed";
        case session::ModelStep::choose:
            return "model choose";
        case session::ModelStep::place:
            return "model place";
        case session::ModelStep::landmarks:
            break;
    }
    return fmt::format("model landmark {} of {}", dialog.at, own_model::landmarkPrompts().size());
}

}  // namespace

WindowStatus::WindowStatus(const std::string& file) {
    if (!file.empty()) {
        out_.open(file);
        if (!out_) {
            throw std::runtime_error("the status file " + file + " cannot be written");
        }
    }
}

void WindowStatus::line(const std::string& text) {
    if (out_.is_open()) {
        out_ << text << std::endl;
    }
}

void WindowStatus::ready() {
    line("ready");
}

void WindowStatus::changed(const session::AppState& state, const session::Library& library) {
    if (!out_.is_open()) {
        return;
    }
    if (library.referral && !zonesReady_) {
        zonesReady_ = true;
        line("zones ready");
    }
    if (!(state.search.rows == last_.search.rows)) {
        std::string text = "results";
        for (const auto& row : state.search.rows) {
            text += " " + row.muscle.value;
        }
        line(text);
    }
    if (!(state.choice.selected == last_.choice.selected)) {
        line("selected " +
             (session::isNothing(state.choice.selected) ? "nothing" : session::idText(state.choice.selected)));
    }
    if (state.paint.on != last_.paint.on) {
        line(state.paint.on ? "painting" : "painting ended");
    }
    if (state.paint.answer != last_.paint.answer && !state.paint.growing) {
        line(matchText(state));
    }
    if (state.pinned != last_.pinned) {
        std::string text = "pinned";
        for (const SidedPoint& point : state.pinned) {
            text += " " + point.text();
        }
        line(text);
    }
    if (state.model.step != last_.model.step || state.model.work != last_.model.work ||
        state.model.at != last_.model.at) {
        line(modelText(state.model));
    }
    if (library.body && library.body->identity.name != body_) {
        body_ = library.body->identity.name;
        line("body " + body_);
    }
    const session::QuizState& quiz = state.quiz;
    if (quiz.page != last_.quiz.page || quiz.question != last_.quiz.question) {
        constexpr std::array<const char*, 8> pages{"closed", "choose",   "ask",  "told",
                                                   "ended",  "progress", "exam", "exam_ended"};
        line(fmt::format("quiz {}{}", pages.at(static_cast<std::size_t>(quiz.page)),
                         quiz.question ? " " + quiz.question->card.id : std::string()));
    }
    if (quiz.result != last_.quiz.result && quiz.result) {
        line(fmt::format("graded {} {:.2f}", static_cast<int>(quiz.result->rating), quiz.result->score));
    }
    if (quiz.examProblem != last_.quiz.examProblem && !quiz.examProblem.empty()) {
        line("exam refused " + quiz.examProblem);
    }
    if (quiz.learner && !last_.quiz.learner) {
        line("learner ready");
    }
    if (state.notice != last_.notice && !state.notice.empty()) {
        line("notice " + state.notice);
    }
    last_ = state;
}

void WindowStatus::controls(const std::vector<std::pair<std::string, glm::vec2>>& places, int frames) {
    if (!out_.is_open() || frames == lastIdle_) {
        return;
    }
    for (const auto& [name, at] : places) {
        line(fmt::format("button {} {:.0f} {:.0f}", name, at.x, at.y));
    }
}

void WindowStatus::idle(const session::AppState& state, const session::Library& library, const body::Body& body,
                        const glm::vec2& origin, int frames) {
    if (!out_.is_open() || frames == lastIdle_) {
        return;
    }
    lastIdle_ = frames;
    for (const session::ShownPoint& shown : session::shownPoints(state, library)) {
        const glm::vec2 at = origin + shown.screen.px;
        line(fmt::format("point {} {:.0f} {:.0f}", shown.point->id.text(), at.x, at.y));
    }
    if (const auto px = session::likelyPlace(state, library, body)) {
        line(fmt::format("landmark {} {:.0f} {:.0f}", state.model.at, px->x + origin.x, px->y + origin.y));
    }
    if (state.paint.on) {
        for (const auto& [region, px] : session::regionsInSight(state, library)) {
            line(fmt::format("region {} {:.0f} {:.0f}", region.text(), px.x + origin.x, px.y + origin.y));
        }
    }
    line(fmt::format("idle {}", frames));
}

}  // namespace myo::shell
