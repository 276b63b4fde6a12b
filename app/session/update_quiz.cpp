// The quiz on its way: a set, a question, an answer, what it was worth, the next one.
#include <algorithm>
#include <set>
#include <utility>

#include "session/camera_views.h"
#include "session/pick.h"
#include "session/quiz_deck.h"
#include "session/quiz_grade.h"
#include "session/quiz_progress.h"
#include "session/updater.h"
#include "study/learner.h"

namespace myo::session {

namespace {

using study::CardKind;

bool namesMuscles(CardKind kind) {
    return kind == CardKind::muscle || kind == CardKind::complaint;
}

bool placesDots(CardKind kind) {
    return kind == CardKind::points || kind == CardKind::origin || kind == CardKind::insertion;
}

}  // namespace

void Updater::on(const QuizEvent& event) {
    std::visit([this](const auto& concrete) { onQuiz(concrete); }, event.what);
}

void Updater::onQuiz(const QuizLearned& event) {
    state_.quiz.learner = event.learner;
    state_.quiz.chosen = cardsOf(state_.quiz, library_, state_.clock);
}

void Updater::onQuiz(const QuizTrouble& event) {
    state_.quiz.trouble = event.sentence;
}

void Updater::onQuiz(const QuizGoTo& event) {
    QuizState& quiz = state_.quiz;
    if (quiz.examining()) {
        onQuiz(ExamEnd{});  // an exam that is left is over
        return;
    }
    leaveQuestion();
    quiz.exam.reset();
    quiz.examProblem.clear();
    quiz.page = event.page;
    if (event.page == QuizPage::closed) {
        return;
    }
    if (!state_.learning) {
        on(SetMode{Mode::learn});
    }
    quiz.page = event.page;
    state_.tour.reset();
    quiz.chosen = cardsOf(quiz, library_, state_.clock);
    quiz.map = event.page == QuizPage::progress ? progressMap(quiz, library_) : nullptr;
}

void Updater::onQuiz(const QuizChoose& event) {
    state_.quiz.set = event.set;
    state_.quiz.kinds = event.kinds;
    state_.quiz.chosen = cardsOf(state_.quiz, library_, state_.clock);
}

void Updater::onQuiz(const QuizStart& event) {
    QuizState& quiz = state_.quiz;
    if (quiz.page == QuizPage::closed || quiz.page == QuizPage::progress) {
        onQuiz(QuizGoTo{QuizPage::choose});
    }
    if (!library_.referral || !quiz.learner) {
        return;
    }
    study::Learner learner = *quiz.learner;
    study::LearningSet set;
    set.cards = std::set<std::string>(quiz.chosen.begin(), quiz.chosen.end());
    set.ahead = event.ahead;
    learner.choose(std::move(set));
    quiz.learner = std::make_shared<const study::Learner>(std::move(learner));
    quiz.ahead = event.ahead;
    quiz.answered = 0;
    onQuiz(QuizNext{});
}

void Updater::onQuiz(const QuizNext& /*event*/) {
    QuizState& quiz = state_.quiz;
    const auto next = quiz.learner ? quiz.learner->next(state_.clock) : std::nullopt;
    const study::Card* card = next ? quiz.learner->find(next->card) : nullptr;
    if (card == nullptr) {
        leaveQuestion();
        quiz.page = QuizPage::ended;
        return;
    }
    askCard(*card);
}

void Updater::onQuiz(const QuizType& event) {
    state_.quiz.answer.words = event.words;
}

void Updater::nameMuscle(const MuscleId& muscle) {
    QuizAnswer& answer = state_.quiz.answer;
    if (state_.quiz.question->card.kind != CardKind::complaint) {
        answer.muscles = {muscle};
        return;
    }
    if (const auto found = std::find(answer.muscles.begin(), answer.muscles.end(), muscle);
        found != answer.muscles.end()) {
        answer.muscles.erase(found);
    } else if (answer.muscles.size() < study::mostCauses) {
        answer.muscles.push_back(muscle);
    }
}

void Updater::onQuiz(const QuizName& /*event*/) {
    if (!state_.quiz.asking() || !namesMuscles(state_.quiz.question->card.kind) || !library_.atlas) {
        return;
    }
    if (const auto muscle = study::muscleNamed(*library_.atlas, state_.quiz.answer.words)) {
        nameMuscle(*muscle);
        state_.quiz.answer.words.clear();
    }
}

void Updater::onQuiz(const QuizUnname& event) {
    QuizAnswer& answer = state_.quiz.answer;
    if (event.index < answer.muscles.size()) {
        answer.muscles.erase(answer.muscles.begin() + static_cast<std::ptrdiff_t>(event.index));
    } else if (event.index < answer.places.size()) {
        answer.places.erase(answer.places.begin() + static_cast<std::ptrdiff_t>(event.index));
    }
}

void Updater::onQuiz(const QuizAssign& event) {
    QuizAnswer& answer = state_.quiz.answer;
    if (!state_.quiz.asking() || event.letter >= answer.who.size()) {
        return;
    }
    // A name stands for one letter only.
    for (std::optional<PointId>& who : answer.who) {
        if (who == event.point) {
            who.reset();
        }
    }
    answer.who[event.letter] = event.point;
}

void Updater::onQuiz(const QuizAlone& event) {
    std::optional<std::size_t>& alone = state_.quiz.answer.alone;
    alone = alone == event.letter ? std::nullopt : std::optional(event.letter);
}

void Updater::onQuiz(const QuizPick& event) {
    std::vector<std::string>& picked = state_.quiz.answer.picked;
    if (const auto found = std::find(picked.begin(), picked.end(), event.statement); found != picked.end()) {
        picked.erase(found);
    } else {
        picked.push_back(event.statement);
    }
}

bool Updater::clickAnswer(const glm::vec2& px) {
    if (!state_.quiz.running()) {
        return false;
    }
    const CardKind kind = state_.quiz.question->card.kind;
    if (!state_.quiz.asking()) {
        return true;
    }
    if (namesMuscles(kind)) {
        const Target target = pick(state_, library_, px);
        if (const auto* muscle = std::get_if<SidedMuscle>(&target)) {
            nameMuscle(muscle->muscle);
            state_.choice.selected = target;  // so that it can be hidden, to see what lies below
        }
        return true;
    }
    if (!placesDots(kind) || !library_.caster || !library_.body) {
        return true;
    }
    std::optional<glm::vec3> place;
    if (kind == CardKind::points) {
        place = skinUnder(state_, library_, px);
    } else {
        glm::vec3 hit(0.0F);
        const std::vector<Shown> shown = shownStructures(state_, library_);
        constexpr float nowhere = -1e9F;
        hit = glm::vec3(nowhere);
        static_cast<void>(
            structureAlong(state_, library_, shown, rayThrough(state_.camera, state_.viewportPx, px), &hit));
        place = hit.x > nowhere ? std::optional(hit) : std::nullopt;
    }
    if (place && kind == CardKind::points) {
        if (state_.quiz.answer.places.size() < state_.quiz.question->card.points.size()) {
            state_.quiz.answer.places.push_back(*place);
        }
    } else if (place) {
        state_.quiz.answer.places = {*place};
    }
    return true;
}

void Updater::onQuiz(const QuizHint& /*event*/) {
    QuizState& quiz = state_.quiz;
    if (quiz.asking() && !quiz.examining() && !hintWords(*quiz.question, library_, quiz.question->hints).empty()) {
        QuizQuestion question = *quiz.question;
        ++question.hints;
        quiz.question = std::make_shared<const QuizQuestion>(std::move(question));
    }
}

void Updater::onQuiz(const QuizShowMe& /*event*/) {
    if (state_.quiz.asking() && !state_.quiz.examining()) {
        tell(shownAnswer(state_, library_));
    }
}

void Updater::onQuiz(const QuizSubmit& /*event*/) {
    QuizState& quiz = state_.quiz;
    if (!quiz.asking() || !library_.atlas || !library_.referral) {
        return;
    }
    if (!quiz.answer.words.empty() && namesMuscles(quiz.question->card.kind)) {
        onQuiz(QuizName{});
        if (quiz.answer.muscles.empty()) {
            return;  // no muscle is called so: it can be typed again
        }
    }
    if (quiz.examining()) {
        examAnswered(gradeAnswer(state_, library_).score);
        return;
    }
    tell(gradeAnswer(state_, library_));
}

void Updater::onQuiz(const QuizRate& event) {
    QuizState& quiz = state_.quiz;
    if (quiz.page != QuizPage::told || !quiz.result || quiz.result->rating == event.rating) {
        return;
    }
    QuizResult result = *quiz.result;
    result.rating = event.rating;
    quiz.result = std::make_shared<const QuizResult>(std::move(result));
    takeAnswerBack();
    keepAnswer(event.rating);
}

void Updater::onQuiz(const QuizTakeBack& /*event*/) {
    QuizState& quiz = state_.quiz;
    if (quiz.examining()) {
        return;
    }
    const std::optional<std::string> id = takeAnswerBack();
    const study::Card* card = id ? quiz.learner->find(*id) : nullptr;
    if (card != nullptr) {
        quiz.answered = std::max(0, quiz.answered - 1);
        askCard(*card);
    }
}

void Updater::keepAnswer(study::Rating rating) {
    QuizState& quiz = state_.quiz;
    const std::string& card = quiz.question->card.id;
    if (!quiz.learner || quiz.learner->find(card) == nullptr) {
        return;
    }
    study::Learner learner = *quiz.learner;
    const double seconds = std::max(0.0, state_.nowSeconds - quiz.question->askedSeconds);
    const auto took = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000.0));
    study::Review review = learner.answer(card, rating, quiz.result->score, took, state_.clock);
    quiz.learner = std::make_shared<const study::Learner>(std::move(learner));
    effects_.emplace_back(KeepReview{std::move(review)});
}

std::optional<std::string> Updater::takeAnswerBack() {
    QuizState& quiz = state_.quiz;
    if (!quiz.learner) {
        return std::nullopt;
    }
    study::Learner learner = *quiz.learner;
    const std::optional<study::Review> review = learner.undo();
    if (!review) {
        return std::nullopt;
    }
    quiz.learner = std::make_shared<const study::Learner>(std::move(learner));
    effects_.emplace_back(TakeBackReview{review->id});
    return review->card;
}

bool Updater::quizBack() {
    QuizState& quiz = state_.quiz;
    if (quiz.page == QuizPage::closed) {
        return false;
    }
    if (quiz.examining()) {
        return true;  // an exam is ended by its button alone
    }
    const bool within = quiz.running() || quiz.page == QuizPage::ended || quiz.page == QuizPage::exam ||
                        quiz.page == QuizPage::examEnded;
    onQuiz(QuizGoTo{within ? QuizPage::choose : QuizPage::closed});
    return true;
}

}  // namespace myo::session
