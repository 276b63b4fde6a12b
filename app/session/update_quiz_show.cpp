// What a question and its answer do to the window: what is shown, from where, and the way back.
#include <algorithm>
#include <utility>

#include "session/camera_views.h"
#include "session/pick.h"
#include "session/quiz_grade.h"
#include "session/updater.h"
#include "study/learner.h"

namespace myo::session {

namespace {

using study::CardKind;

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
    if (state_.quiz.examining()) {
        onQuiz(ExamEnd{});
    }
    leaveQuestion();
    state_.quiz.map.reset();
    state_.quiz.page = QuizPage::closed;
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

// One sees the muscle until one paints; then what is painted, on the skin.
void Updater::closeSkin() {
    if (state_.quiz.running()) {
        state_.choice.layers.skin = render::SkinMode::opaque;
        state_.choice.layers.cut = {};
    }
}

}  // namespace myo::session
