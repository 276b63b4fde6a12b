// The quiz: asked, answered, graded, overruled, taken back, stopped and gone on with; what it shows and what it hides.
#include <algorithm>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/mode.h"
#include "session/pick.h"
#include "session/quiz_deck.h"
#include "session/quiz_grade.h"
#include "session/scene_builder.h"
#include "study/learner.h"

using namespace myo;
using namespace myo::session;
using study::CardKind;

namespace {

const Library& egg() {
    static const Library shared = [] {
        Library out = fixture::library();
        out.matcher = std::make_shared<const referral::Matcher>(*out.referral);
        return out;
    }();
    return shared;
}

study::Moment evening() {
    return study::Moment(std::chrono::seconds(1796155200));
}

AppState learning(std::vector<CardKind> kinds) {
    AppState state = fixture::start(egg());
    auto deck = std::make_shared<const std::vector<study::Card>>(study::makeDeck(*egg().text, *egg().atlas));
    auto learner =
        std::make_shared<const study::Learner>(deck, std::vector<study::Review>{}, study::LearnerOptions{}, evening());
    return fixture::after(std::move(state),
                          {Tick{1.0, evening()}, QuizEvent{QuizLearned{learner}}, QuizEvent{QuizGoTo{QuizPage::choose}},
                           QuizEvent{QuizChoose{{}, std::move(kinds)}}},
                          egg());
}

// With the effects of the action.
Update acted(AppState state, const QuizEvent& event) {
    return update(std::move(state), event, egg());
}

template <class Wanted>
std::size_t countOf(const std::vector<Effect>& effects) {
    return static_cast<std::size_t>(std::count_if(
        effects.begin(), effects.end(), [](const Effect& effect) { return std::holds_alternative<Wanted>(effect); }));
}

}  // namespace

TEST_CASE("a zone is painted on a skin of the quiz's own, and what a person had painted comes back") {
    AppState state = learning({CardKind::zone});
    state = fixture::after(std::move(state), {SetMode{Mode::paint}, PaintRegion{{RegionId{"loin"}, BodySide::left}}},
                           egg());
    const auto drawing = state.paint.now;
    REQUIRE(drawing);
    state = fixture::after(std::move(state), {QuizEvent{QuizStart{}}}, egg());
    REQUIRE(state.quiz.asking());
    CHECK(modeOf(state) == Mode::learn);
    CHECK(state.paint.on);
    CHECK(state.paint.strokes() == 0);

    Update painted = update(state, PaintRegion{{RegionId{"belly"}, BodySide::left}}, egg());
    CHECK(countOf<KeepDrawing>(painted.effects) == 0);
    CHECK(painted.state.paint.answer == nullptr);
    CHECK_FALSE(painted.state.paint.skin().empty());

    Update told = acted(std::move(painted.state), QuizEvent{QuizSubmit{}});
    CHECK(told.state.quiz.page == QuizPage::told);
    CHECK(countOf<KeepReview>(told.effects) == 1);
    REQUIRE(told.state.quiz.result);
    CHECK_FALSE(told.state.quiz.result->lines.empty());
    CHECK_FALSE(buildScene(told.state, egg()).zones.empty());

    const AppState back = fixture::after(std::move(told.state), {QuizEvent{QuizGoTo{QuizPage::closed}}}, egg());
    CHECK(back.paint.now == drawing);
    CHECK_FALSE(back.quiz.running());
}

TEST_CASE("the zone itself is easy, its neighbour is not, and what was left out is told in words") {
    AppState state = learning({CardKind::zone});
    state = fixture::after(std::move(state), {QuizEvent{QuizStart{}}}, egg());
    const auto& question = *state.quiz.question;
    const auto truth = truePoints(question, egg());
    REQUIRE(truth.size() == 1);
    auto version = std::make_shared<DrawingVersion>();
    version->skin.levels[1] = truth.front()->zone(atlas::Tier::primary)->footprint;
    version->skin.levels[0] = truth.front()->zone(atlas::Tier::spillover)->footprint;
    AppState right = state;
    right.paint.now = version;
    CHECK(gradeAnswer(right, egg()).proposed == study::Rating::easy);
    const QuizResult none = gradeAnswer(state, egg());
    CHECK(none.score == 0.0);
    CHECK(std::any_of(none.lines.begin(), none.lines.end(),
                      [](const QuizLine& line) { return line.look == QuizLine::Look::missed; }));
    CHECK_FALSE(none.missed.vertices.empty());
}

TEST_CASE("nothing on the body or under the pointer tells the answer while a question is asked") {
    for (const CardKind kind : {CardKind::zone, CardKind::points, CardKind::complaint}) {
        const AppState state = fixture::after(learning({kind}), {QuizEvent{QuizStart{}}}, egg());
        REQUIRE(state.quiz.asking());
        CHECK(shownPoints(state, egg()).empty());
        CHECK(labels(state, egg()).empty());
        CHECK(buildScene(state, egg()).zones.empty());
        const AppState after =
            fixture::after(state, {Select{fixture::frontPoint()}, SelectNeighbour{1}, SwapSide{}}, egg());
        CHECK(isNothing(after.choice.selected));
    }
}

TEST_CASE("a muscle is typed with a slip, or clicked") {
    AppState state = fixture::after(learning({CardKind::muscle}), {QuizEvent{QuizStart{}}}, egg());
    REQUIRE(state.quiz.asking());
    CHECK_FALSE(buildScene(state, egg()).zones.empty());
    const MuscleId wanted = state.quiz.question->card.muscle;
    const std::string slip = wanted.value == "back_muscle" ? "bakc muscle" : "frnt muscle";
    const AppState typed = fixture::after(state, {QuizEvent{QuizType{slip}}, QuizEvent{QuizSubmit{}}}, egg());
    REQUIRE(typed.quiz.page == QuizPage::told);
    CHECK(typed.quiz.result->score == 1.0);

    const AppState nonsense = fixture::after(state, {QuizEvent{QuizType{"banana"}}, QuizEvent{QuizSubmit{}}}, egg());
    CHECK(nonsense.quiz.asking());  // it can be typed again

    AppState clicked = state;
    clicked.flight.reset();
    clicked.camera = snapView(wanted.value == "back_muscle" ? SnapView::posterior : SnapView::anterior, egg().bounds,
                              clicked.viewportPx);
    const auto* structure = egg().body->find(wanted.value, BodySide::left);
    const auto at = project(clicked.camera, clicked.viewportPx, structure->mesh.bounds().centre());
    clicked = fixture::after(std::move(clicked), {Click{at->px}}, egg());
    CHECK(clicked.quiz.answer.muscles == std::vector<MuscleId>{wanted});
    clicked = fixture::after(std::move(clicked), {QuizEvent{QuizSubmit{}}}, egg());
    CHECK(clicked.quiz.result->score == 1.0);
}

TEST_CASE("points are placed by clicks, no more than there are, and taken back") {
    AppState state = fixture::after(learning({CardKind::points}), {QuizEvent{QuizStart{}}}, egg());
    REQUIRE(state.quiz.asking());
    const auto truth = truePoints(*state.quiz.question, egg());
    state.flight.reset();
    state.camera = snapView(truth.front()->surface.z > 0.0F ? SnapView::anterior : SnapView::posterior, egg().bounds,
                            state.viewportPx);
    const auto at = project(state.camera, state.viewportPx, truth.front()->surface);
    state = fixture::after(std::move(state), {Click{at->px}, Click{at->px + glm::vec2(30.0F)}}, egg());
    CHECK(state.quiz.answer.places.size() == truth.size());
    CHECK(buildScene(state, egg()).markers.size() == truth.size());
    AppState none = fixture::after(state, {QuizEvent{QuizUnname{0}}}, egg());
    CHECK(none.quiz.answer.places.size() == truth.size() - 1);
    state = fixture::after(std::move(state), {QuizEvent{QuizSubmit{}}}, egg());
    CHECK(state.quiz.result->score > 0.9);
}

TEST_CASE("an answer is overruled and taken back: the log says the same as the learner") {
    AppState state = fixture::after(learning({CardKind::muscle}), {QuizEvent{QuizStart{}}}, egg());
    const std::string card = state.quiz.question->card.id;
    Update told = acted(std::move(state), QuizEvent{QuizShowMe{}});
    CHECK(told.state.quiz.result->rating == study::Rating::again);
    CHECK(told.state.quiz.learner->standing(card) == study::Standing::learning);

    Update rated = acted(std::move(told.state), QuizEvent{QuizRate{study::Rating::good}});
    CHECK(countOf<TakeBackReview>(rated.effects) == 1);
    CHECK(countOf<KeepReview>(rated.effects) == 1);
    CHECK(rated.state.quiz.result->rating == study::Rating::good);
    CHECK(rated.state.quiz.result->proposed == study::Rating::again);
    CHECK(rated.state.quiz.learner->answeredToday(evening()) == 1);

    Update back = update(std::move(rated.state), Undo{}, egg());
    CHECK(countOf<TakeBackReview>(back.effects) == 1);
    CHECK(back.state.quiz.learner->answeredToday(evening()) == 0);
    CHECK(back.state.quiz.learner->standing(card) == study::Standing::fresh);
    CHECK(back.state.quiz.asking());
    CHECK(back.state.quiz.question->card.id == card);
}

TEST_CASE("hints cost a little and run out") {
    AppState state = fixture::after(learning({CardKind::muscle}), {QuizEvent{QuizStart{}}}, egg());
    for (int i = 0; i < 5; ++i) {
        state = fixture::after(std::move(state), {QuizEvent{QuizHint{}}}, egg());
    }
    CHECK(state.quiz.question->hints == mostHints);
    state.quiz.answer.muscles = {state.quiz.question->card.muscle};
    CHECK(gradeAnswer(state, egg()).score < 0.8);
}

TEST_CASE("one stops in the middle and goes on; in the end nothing is left") {
    AppState state = fixture::after(learning({CardKind::muscle}), {QuizEvent{QuizStart{}}}, egg());
    const Choice before = state.quiz.before->choice;
    const std::string first = state.quiz.question->card.id;
    state = fixture::after(std::move(state),
                           {QuizEvent{QuizShowMe{}}, QuizEvent{QuizRate{study::Rating::easy}}, QuizEvent{QuizNext{}}},
                           egg());
    REQUIRE(state.quiz.asking());
    const std::string second = state.quiz.question->card.id;
    CHECK(second != first);
    state = fixture::after(std::move(state), {Back{}}, egg());
    CHECK(state.quiz.page == QuizPage::choose);
    CHECK(state.choice == before);
    state = fixture::after(std::move(state), {QuizEvent{QuizStart{}}}, egg());
    CHECK(state.quiz.question->card.id == second);
    for (int i = 0; i < 20 && state.quiz.page != QuizPage::ended; ++i) {
        state = fixture::after(
            std::move(state),
            {QuizEvent{QuizShowMe{}}, QuizEvent{QuizRate{study::Rating::easy}}, QuizEvent{QuizNext{}}}, egg());
    }
    CHECK(state.quiz.page == QuizPage::ended);
    CHECK_FALSE(state.quiz.running());
    state = fixture::after(std::move(state), {QuizEvent{QuizStart{true}}}, egg());  // all the same
    CHECK((state.quiz.asking() || state.quiz.page == QuizPage::ended));
}

TEST_CASE("leaving for another mode, a search, a tour or another body ends the question and gives the window back") {
    const AppState state = fixture::after(learning({CardKind::points}), {QuizEvent{QuizStart{}}}, egg());
    REQUIRE(state.choice.layers.muscles.isolated);
    for (const Action& action : std::initializer_list<Action>{SetMode{Mode::explore}, SetMode{Mode::paint},
                                                              SetMode{Mode::present}, FocusSearch{}}) {
        const AppState after = fixture::after(state, {action}, egg());
        CHECK_FALSE(after.quiz.running());
        CHECK_FALSE(after.choice.layers.muscles.isolated);
        CHECK(after.quiz.page == QuizPage::closed);
    }
    const AppState model = fixture::after(state, {ModelEvent{OpenModelDialog{}}}, egg());
    CHECK_FALSE(model.quiz.running());
}

TEST_CASE("distances are told in fingers and hands") {
    const Text& text = *egg().text;
    CHECK(distanceWords(text, 3.0F) == text("quiz.on_the_spot"));
    CHECK(distanceWords(text, 20.0F).find("finger") != std::string::npos);
    CHECK(distanceWords(text, 50.0F) == text("quiz.half_hand"));
    CHECK(distanceWords(text, 170.0F).find("hands") != std::string::npos);
}

TEST_CASE("a set holds what it is called for, and the map tells what is known") {
    AppState state = learning({});
    const std::size_t all = state.quiz.chosen.size();
    state = fixture::after(std::move(state),
                           {QuizEvent{QuizChoose{{QuizSet::Kind::muscle, "back_muscle"}, {CardKind::zone}}}}, egg());
    CHECK(state.quiz.chosen == std::vector<std::string>{"zone:back_muscle.1"});
    CHECK(all > 4);
    state = fixture::after(std::move(state), {QuizEvent{QuizGoTo{QuizPage::progress}}}, egg());
    REQUIRE(state.quiz.map);
    CHECK(state.quiz.map->known.vertices.empty());
    CHECK_FALSE(state.quiz.map->fresh.vertices.empty());
    CHECK_FALSE(buildScene(state, egg()).zones.empty());
}
