// A teacher's exam: questions without help, one after the other, until they or the time are over.
#include <algorithm>

#include "session/quiz_grade.h"
#include "session/updater.h"

namespace myo::session {

std::optional<study::Moment> examEnd(const QuizState& quiz) {
    if (!quiz.exam || !quiz.exam->set.minutes) {
        return std::nullopt;
    }
    return quiz.exam->result.started + *quiz.exam->set.minutes;
}

void Updater::onQuiz(const ExamOpen& event) {
    state_.quiz.examProblem.clear();
    effects_.emplace_back(ReadExam{event.file});
}

void Updater::onQuiz(const ExamOpened& event) {
    if (state_.quiz.examining()) {
        return;
    }
    onQuiz(QuizGoTo{QuizPage::exam});
    ExamRun run;
    run.set = event.set;
    run.cards = event.cards;
    state_.quiz.exam = std::make_shared<const ExamRun>(std::move(run));
    state_.quiz.page = QuizPage::exam;
}

void Updater::onQuiz(const ExamRefused& event) {
    if (!state_.quiz.running()) {
        onQuiz(QuizGoTo{QuizPage::choose});
        state_.quiz.examProblem = event.sentence;
    }
}

void Updater::onQuiz(const ExamBegin& /*event*/) {
    QuizState& quiz = state_.quiz;
    if (!quiz.exam || quiz.exam->cards.empty() || !library_.referral || quiz.running()) {
        return;
    }
    ExamRun run = *quiz.exam;
    run.at = 0;
    run.saved.clear();
    run.result = {};
    run.result.title = run.set.title;
    run.result.started = state_.clock;
    run.result.passMark = run.set.passMark;
    for (const study::Card& card : run.cards) {
        run.result.answers.push_back(study::openAnswer(card));
    }
    quiz.exam = std::make_shared<const ExamRun>(std::move(run));
    askCard(quiz.exam->cards.front());
}

void Updater::examAnswered(std::optional<double> score) {
    QuizState& quiz = state_.quiz;
    ExamRun run = *quiz.exam;
    study::ExamAnswer& answer = run.result.answers.at(run.at);
    const double seconds = std::max(0.0, state_.nowSeconds - quiz.question->askedSeconds);
    answer.took = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000.0));
    answer.answered = score.has_value();
    answer.score = score.value_or(0.0);
    ++run.at;
    const bool more = run.at < run.cards.size();
    quiz.exam = std::make_shared<const ExamRun>(std::move(run));
    if (more) {
        askCard(quiz.exam->cards[quiz.exam->at]);
    } else {
        onQuiz(ExamEnd{});
    }
}

void Updater::onQuiz(const ExamSkip& /*event*/) {
    if (state_.quiz.examining()) {
        examAnswered(std::nullopt);
    }
}

void Updater::onQuiz(const ExamEnd& /*event*/) {
    QuizState& quiz = state_.quiz;
    if (!quiz.examining()) {
        return;
    }
    leaveQuestion();
    ExamRun run = *quiz.exam;
    run.result.ended = state_.clock;
    if (const auto end = examEnd(quiz)) {
        run.result.ended = std::min(run.result.ended, *end);
    }
    effects_.emplace_back(KeepExam{run.result});
    quiz.exam = std::make_shared<const ExamRun>(std::move(run));
    quiz.page = QuizPage::examEnded;
}

void Updater::onQuiz(const ExamSaved& event) {
    if (state_.quiz.exam) {
        ExamRun run = *state_.quiz.exam;
        run.saved = event.where;
        state_.quiz.exam = std::make_shared<const ExamRun>(std::move(run));
    }
}

void Updater::watchExam() {
    const auto end = examEnd(state_.quiz);
    if (end && state_.quiz.examining() && state_.clock >= *end) {
        onQuiz(ExamEnd{});
        state_.notice = (*library_.text)("quiz.exam_time_over");
    }
}

}  // namespace myo::session
