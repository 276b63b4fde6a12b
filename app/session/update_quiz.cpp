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

// An order that differs from card to card and from one time to the next, and is the same for equal arguments.
std::uint32_t shuffled(const std::string& words, int time) {
    std::uint32_t hash = 2166136261U + static_cast<std::uint32_t>(time);
    for (const char letter : words) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
    return hash ^ (hash >> 15U);
}

template <class Value, class Name>
void shuffle(std::vector<Value>& list, int time, const Name& nameOf) {
    std::sort(list.begin(), list.end(),
              [&](const Value& a, const Value& b) { return shuffled(nameOf(a), time) < shuffled(nameOf(b), time); });
}

// Statements of other muscles nearby, and the right ones among them.
std::vector<std::string> choicesFor(const study::Card& card, const atlas::Atlas& atlas, int time) {
    constexpr std::size_t most = 7;
    const atlas::Muscle* own = atlas.find(card.muscle);
    std::vector<std::string> out;
    if (own == nullptr) {
        return out;
    }
    const bool nerve = card.kind == CardKind::nerve;
    std::vector<std::string> others;
    for (const atlas::Muscle& muscle : atlas.muscles) {
        if (muscle.bodyPart != own->bodyPart || muscle.id == own->id) {
            continue;
        }
        if (!nerve) {
            others.insert(others.end(), muscle.actions.begin(), muscle.actions.end());
        } else if (muscle.innervation.nerve != own->innervation.nerve) {
            std::string words = muscle.innervation.nerve;
            for (const std::string& root : muscle.innervation.roots) {
                words += (words.empty() ? "" : ", ") + root;
            }
            others.push_back(std::move(words));
        }
    }
    out = nerve ? std::vector<std::string>{card.answer} : own->actions;
    const auto byName = [](const std::string& s) { return s; };
    shuffle(others, time, byName);
    for (const std::string& other : others) {
        if (out.size() < most && !other.empty() && std::find(out.begin(), out.end(), other) == out.end()) {
            out.push_back(other);
        }
    }
    shuffle(out, time + 1, byName);
    return out;
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
    leaveQuestion();
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

void Updater::askCard(const study::Card& card) {
    QuizState& quiz = state_.quiz;
    if (!quiz.before) {
        quiz.before = std::make_shared<const QuizBefore>(
            QuizBefore{state_.choice, state_.paint, state_.pinned, cameraNow(), state_.past, state_.future});
    }
    QuizQuestion question;
    question.card = card;
    const int time = quiz.answered;
    question.side = shuffled(card.id, time) % 2 == 0 ? Side::left : Side::right;
    question.askedSeconds = state_.nowSeconds;
    if (card.kind == CardKind::lookAlikes) {
        question.shown = card.points;
        shuffle(question.shown, time, [](const PointId& id) { return id.text(); });
    }
    if (library_.atlas && (card.kind == CardKind::action || card.kind == CardKind::nerve)) {
        question.choices = choicesFor(card, *library_.atlas, time);
    }
    quiz.answer = {};
    quiz.answer.who.resize(question.shown.size());
    quiz.result.reset();
    quiz.question = std::make_shared<const QuizQuestion>(std::move(question));
    quiz.page = QuizPage::ask;
    showQuestion();
}

void Updater::showQuestion() {
    const QuizQuestion& question = *state_.quiz.question;
    const CardKind kind = question.card.kind;
    state_.pinned.clear();
    state_.hovered = {};
    state_.search.previewing = false;
    state_.keptBack = {};
    // One paints on a skin of the quiz's own; what a person has painted comes back afterwards.
    PaintState paint;
    paint.radiusMm = state_.paint.radiusMm;
    paint.on = kind == CardKind::zone;
    state_.paint = std::move(paint);
    const SidedMuscle muscle{question.card.muscle, toBodySide(question.side)};
    Choice choice;
    choice.layers.labels = false;
    choice.layers.points = false;
    switch (kind) {
        case CardKind::zone:
        case CardKind::points:
        case CardKind::action:
        case CardKind::nerve:
            choice.layers.skin = render::SkinMode::ghosted;
            choice.layers.muscles.isolated = muscle;
            break;
        case CardKind::muscle:
        case CardKind::complaint:
            choice.layers.skin = render::SkinMode::ghosted;
            break;
        case CardKind::origin:
        case CardKind::insertion:
            choice.layers.skin = render::SkinMode::hidden;
            choice.layers.peeled = Layers::deepest;
            break;
        case CardKind::lookAlikes:
            break;
    }
    state_.choice = choice;
    // Where to look from follows from what is shown, and tells nothing of the answer.
    if (kind == CardKind::complaint) {
        flyTo(snapView(SnapView::anterior, library_.bounds, state_.viewportPx));
    } else if (kind == CardKind::lookAlikes) {
        const auto points = truePoints(question, library_);
        if (!points.empty() && library_.body) {
            flyTo(bestView(points, library_.body->skin(), library_.referral->surface(), state_.viewportPx));
        }
    } else {
        const bool zone = kind == CardKind::muscle && !question.card.points.empty();
        state_.choice.selected =
            zone ? Target(SidedPoint{question.card.points.front(), question.side}) : Target(muscle);
        Camera camera = viewOfSelection();
        state_.choice.selected = {};
        // So that one sees where on the body one is; who paints needs the most.
        const float roomMm = kind == CardKind::zone ? 1300.0F : 700.0F;
        if (!zone) {
            camera.distanceMm = std::max(camera.distanceMm, roomMm);
        }
        flyTo(camera);
    }
}

void Updater::leaveQuestion() {
    QuizState& quiz = state_.quiz;
    quiz.question.reset();
    quiz.result.reset();
    quiz.answer = {};
    if (quiz.before) {
        const std::shared_ptr<const QuizBefore> before = std::exchange(quiz.before, nullptr);
        state_.choice = before->choice;
        state_.paint = before->paint;
        state_.paint.on = false;
        state_.pinned = before->pinned;
        state_.past = before->past;
        state_.future = before->future;
        flyTo(before->camera);
    }
}

void Updater::closeQuiz() {
    leaveQuestion();
    state_.quiz.map.reset();
    state_.quiz.page = QuizPage::closed;
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
    if (quiz.asking() && !hintWords(*quiz.question, library_, quiz.question->hints).empty()) {
        QuizQuestion question = *quiz.question;
        ++question.hints;
        quiz.question = std::make_shared<const QuizQuestion>(std::move(question));
    }
}

void Updater::onQuiz(const QuizShowMe& /*event*/) {
    if (state_.quiz.asking()) {
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
    tell(gradeAnswer(state_, library_));
}

void Updater::tell(QuizResult result) {
    QuizState& quiz = state_.quiz;
    // A stroke on its way is no less painted.
    state_.paint.growing.reset();
    state_.paint.on = false;
    quiz.result = std::make_shared<const QuizResult>(std::move(result));
    quiz.page = QuizPage::told;
    ++quiz.answered;
    if (quiz.learner) {
        QuizResult timed = *quiz.result;
        timed.intervals = quiz.learner->intervals(quiz.question->card.id, state_.clock);
        quiz.result = std::make_shared<const QuizResult>(std::move(timed));
    }
    keepAnswer(quiz.result->rating);
    const CardKind kind = quiz.question->card.kind;
    state_.choice.selected = {};
    if (kind == CardKind::zone) {
        closeSkin();
    } else if (kind != CardKind::lookAlikes) {
        state_.choice.layers.skin = render::SkinMode::ghosted;
        state_.choice.layers.peeled = 0;
        state_.choice.layers.muscles = {};
        state_.choice.layers.muscles.isolated =
            SidedMuscle{quiz.question->card.muscle, toBodySide(quiz.question->side)};
    }
    if (kind == CardKind::complaint) {
        state_.choice.selected = SidedMuscle{quiz.question->card.muscle, toBodySide(quiz.question->side)};
        flyTo(viewOfSelection());
        state_.choice.selected = {};
    }
    if (kind == CardKind::zone) {
        const auto points = truePoints(*quiz.question, library_);
        if (!points.empty() && library_.body) {
            flyTo(bestView(points, library_.body->skin(), library_.referral->surface(), state_.viewportPx));
        }
    }
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

// One sees the muscle until one paints; then what is painted, on the skin.
void Updater::closeSkin() {
    if (state_.quiz.running()) {
        state_.choice.layers.skin = render::SkinMode::opaque;
        state_.choice.layers.cut = {};
    }
}

bool Updater::quizBack() {
    QuizState& quiz = state_.quiz;
    if (quiz.page == QuizPage::closed) {
        return false;
    }
    onQuiz(QuizGoTo{quiz.running() || quiz.page == QuizPage::ended ? QuizPage::choose : QuizPage::closed});
    return true;
}

}  // namespace myo::session
