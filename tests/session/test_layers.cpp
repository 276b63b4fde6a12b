// Peeling, single muscles, the cut, digging and labels.
#include <algorithm>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/dig.h"
#include "session/pick.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

AppState after(std::initializer_list<Action> actions) {
    AppState state = fixture::after(fixture::start(library()), {ShowPoints{false}, ShowBones{true}}, library());
    return fixture::after(state, actions, library());
}

SidedMuscle muscle(const char* id, BodySide side = BodySide::left) {
    return {MuscleId{id}, side};
}

Shown shownOf(const AppState& state, const char* id, BodySide side = BodySide::left) {
    const auto shown = shownStructures(state, library());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const body::Structure& structure = library().body->structures[i];
        if (structure.id == id && structure.side == side) {
            return shown[i];
        }
    }
    return Shown::hidden;
}

// What a click in the middle of a muscle hits, seen as the camera stands.
Target under(const AppState& state, const glm::vec3& place) {
    const auto at = project(state.camera, state.viewportPx, place);
    REQUIRE(at);
    return pick(state, library(), at->px);
}

const glm::vec3 chest(70.0F, 1100.0F, 80.0F);

}  // namespace

TEST_CASE("one slider leads from the skin through the muscles to the skeleton and back") {
    CHECK(depthLevel(after({}).choice.layers) == 0);
    for (int level = 0; level <= deepestLevel; ++level) {
        const AppState state = after({SetDepth{level}});
        CHECK(depthLevel(state.choice.layers) == level);
        CHECK((shownOf(state, "front_muscle") == Shown::full) == (level == 1 || level == 2));
        CHECK((shownOf(state, "deep_muscle") == Shown::full) == (level >= 1 && level <= 4));
        CHECK(buildScene(state, library()).skin == (level == 0   ? render::SkinMode::opaque
                                                    : level == 1 ? render::SkinMode::ghosted
                                                                 : render::SkinMode::hidden));
    }
    CHECK(depthLevel(after({SetDepth{99}}).choice.layers) == deepestLevel);
    CHECK(depthLevel(after({SetDepth{3}, SetDepth{-5}}).choice.layers) == 0);
}

TEST_CASE("a hidden muscle is not drawn and not hit; the one behind it is") {
    const AppState open = after({SetDepth{1}});
    CHECK(under(open, chest) == Target{muscle("front_muscle")});
    const AppState hidden = after({SetDepth{1}, Select{muscle("front_muscle")}, HideMuscle{}, Tick{9.0}, Select{},
                                   Snap{SnapView::anterior}, Tick{10.0}});
    CHECK(shownOf(hidden, "front_muscle") == Shown::hidden);
    CHECK(shownOf(hidden, "front_muscle", BodySide::right) == Shown::full);
    CHECK(under(hidden, chest) == Target{muscle("deep_muscle")});
    const AppState back = fixture::after(hidden, {ShowAllMuscles{}}, library());
    CHECK(under(back, chest) == Target{muscle("front_muscle")});
}

TEST_CASE("a ghosted muscle lets what is behind it be seen and hit") {
    const AppState state = after({SetDepth{1}, Select{muscle("front_muscle")}, GhostMuscle{}, Tick{9.0}, Select{},
                                  Snap{SnapView::anterior}, Tick{10.0}});
    CHECK(shownOf(state, "front_muscle") == Shown::ghost);
    CHECK(under(state, chest) == Target{muscle("deep_muscle")});
}

TEST_CASE("hide, ghost and isolate switch back, follow both sides, and can be undone") {
    const AppState chosen = after({SetDepth{1}, Select{muscle("front_muscle")}});
    for (const Action& action : {Action{HideMuscle{}}, Action{GhostMuscle{}}, Action{IsolateMuscle{}}}) {
        const AppState once = fixture::after(chosen, {action}, library());
        CHECK_FALSE(once.choice.layers == chosen.choice.layers);
        CHECK(fixture::after(once, {action}, library()).choice.layers == chosen.choice.layers);
        CHECK(fixture::after(once, {Undo{}}, library()).choice == chosen.choice);
    }
    const AppState alone = fixture::after(chosen, {IsolateMuscle{}}, library());
    CHECK(shownOf(alone, "front_muscle") == Shown::full);
    CHECK(shownOf(alone, "back_muscle") == Shown::hidden);
    const AppState both = fixture::after(chosen, {SetBothSides{true}, HideMuscle{}}, library());
    CHECK(shownOf(both, "front_muscle", BodySide::right) == Shown::hidden);
}

TEST_CASE("without a chosen muscle nothing is hidden") {
    const AppState state = after({SetDepth{1}});
    for (const Action& action :
         {Action{HideMuscle{}}, Action{GhostMuscle{}}, Action{IsolateMuscle{}}, Action{DigToMuscle{}}}) {
        CHECK(fixture::after(state, {action}, library()) == state);
    }
}

TEST_CASE("digging leaves nothing between the eye and the muscle") {
    const SidedMuscle deep = muscle("deep_muscle");
    const AppState state = after({Select{deep}, DigToMuscle{}, Tick{99.0}});
    CHECK(state.choice.selected == Target{deep});
    CHECK(under(state, {70.0F, 1100.0F, 30.0F}) == Target{deep});
    CHECK_FALSE(zonesPainted(state, library()));
    // From the side it is free at once: no muscle has to go.
    CHECK(digTo(library(), deep, state.camera, state.viewportPx).covering.empty());
    CHECK(shownOf(state, "back_muscle") == Shown::full);
}

TEST_CASE("choosing a deep muscle takes away what lies over it, and nothing elsewhere") {
    const AppState open = after({SetDepth{1}, Select{muscle("deep_muscle")}, Tick{9.0}});
    CHECK(shownOf(open, "deep_muscle") == Shown::full);
    CHECK(shownOf(open, "front_muscle") == Shown::hidden);
    CHECK(shownOf(open, "front_muscle", BodySide::right) == Shown::full);
    CHECK(shownOf(open, "back_muscle", BodySide::right) == Shown::full);
    CHECK(shownOf(open, "back_muscle") == Shown::full);  // not near it
    CHECK(depthLevel(open.choice.layers) == 1);
    CHECK(openedAround(open, library()) == 1);
    CHECK(openedAround(after({SetDepth{1}, Select{muscle("front_muscle")}}), library()) == 0);

    const AppState covered = fixture::after(open, {ForgetMuscleViews{ForgetMuscleViews::Kind::opened}}, library());
    CHECK(shownOf(covered, "front_muscle") == Shown::full);
    CHECK(openedAround(covered, library()) == 0);
    CHECK(fixture::after(covered, {Undo{}}, library()).choice == open.choice);
}

TEST_CASE("each kind of single view can be taken back, also when nothing is chosen any more") {
    using Kind = ForgetMuscleViews::Kind;
    const AppState front = after({SetDepth{1}, Select{muscle("front_muscle")}});
    for (const auto& [view, kind] :
         {std::pair{Action{HideMuscle{}}, Kind::hidden}, std::pair{Action{GhostMuscle{}}, Kind::ghosted},
          std::pair{Action{IsolateMuscle{}}, Kind::isolated}}) {
        const AppState changed = fixture::after(front, {view, Select{}}, library());
        CHECK_FALSE(changed.choice.layers.muscles == MuscleViews{});
        CHECK(fixture::after(changed, {ForgetMuscleViews{kind}}, library()).choice.layers.muscles == MuscleViews{});
    }
}

TEST_CASE("the dots of muscles that are not drawn go with them") {
    const auto dots = [](const AppState& state) {
        std::vector<SidedPoint> out;
        for (const ShownPoint& shown : shownPoints(state, library())) {
            out.push_back(shown.point->id);
        }
        return out;
    };
    const auto has = [&](const AppState& state, const SidedPoint& point) {
        const auto all = dots(state);
        return std::find(all.begin(), all.end(), point) != all.end();
    };
    const AppState front = after({ShowPoints{true}, SetDepth{1}, Snap{SnapView::anterior}, Tick{9.0}});
    REQUIRE(has(front, fixture::frontPoint()));
    CHECK_FALSE(has(fixture::after(front, {SetDepth{3}}, library()), fixture::frontPoint()));
    const AppState hidden = fixture::after(front, {Select{muscle("front_muscle")}, HideMuscle{}, Select{}}, library());
    CHECK_FALSE(has(hidden, fixture::frontPoint()));
    CHECK(has(fixture::after(hidden, {ShowAllMuscles{}}, library()), fixture::frontPoint()));
    // The chosen point itself is always to be seen.
    CHECK(has(fixture::after(front, {SetDepth{4}, Select{fixture::frontPoint()}}, library()), fixture::frontPoint()));
}

TEST_CASE("a cut opens the figure: nothing before its plane is hit, what is behind it is") {
    const AppState whole = after({});
    CHECK_FALSE(std::holds_alternative<SidedMuscle>(under(whole, chest)));
    Cut cut;
    cut.axis = CutAxis::coronal;
    cut.share = 0.70F;  // through z = 48: before the deep muscle, through the front one
    const AppState open = after({SetCut{cut}, Tick{9.0}});
    CHECK(under(open, chest) != Target{muscle("back_muscle")});
    cut.share = 0.5F;
    const AppState half = after({SetCut{cut}, Tick{9.0}});
    const glm::vec4 plane = buildScene(half, library()).cut;
    CHECK(cutAway(plane, chest));
    CHECK_FALSE(cutAway(plane, {70.0F, 1100.0F, -80.0F}));
    CHECK(under(half, {70.0F, 1100.0F, -80.0F}) == Target{muscle("back_muscle")});
    cut.flipped = true;
    CHECK_FALSE(cutAway(buildScene(after({SetCut{cut}}), library()).cut, chest));
}

TEST_CASE("sliding a cut is one step for undo") {
    Cut cut;
    cut.axis = CutAxis::sagittal;
    AppState state = after({SetCut{cut}});
    const std::size_t steps = state.past.size();
    for (int i = 0; i < 40; ++i) {
        cut.share = 0.01F * static_cast<float>(i);
        state = fixture::after(state, {SetCut{cut}}, library());
    }
    CHECK(state.past.size() == steps);
    CHECK(fixture::after(state, {Undo{}}, library()).choice.layers.cut.axis == CutAxis::none);
}

TEST_CASE("what was undone cannot come back after a cut has slid") {
    Cut cut;
    cut.axis = CutAxis::sagittal;
    AppState state = after({SetCut{cut}, ShowLabels{true}, Undo{}});
    REQUIRE_FALSE(state.choice.layers.labels);
    cut.share = 0.3F;
    state = fixture::after(state, {SetCut{cut}, Redo{}}, library());
    CHECK_FALSE(state.choice.layers.labels);
    CHECK(state.choice.layers.cut.share == 0.3F);
}

TEST_CASE("a cut that is set where it is takes no redo away") {
    Cut cut;
    cut.axis = CutAxis::sagittal;
    const AppState state = after({SetCut{cut}, ShowLabels{true}, Undo{}, SetCut{cut}, Redo{}});
    CHECK(state.choice.layers.labels);
}
