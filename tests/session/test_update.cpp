// Actions: what a person does, and what comes of it.
#include <algorithm>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/frame_pacer.h"
#include "session/pick.h"
#include "session/present.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;
using fixture::after;

namespace {

// One library for all cases: it is constant, and resolving takes its time.
using fixture::library;

AppState start() {
    return fixture::start(library());
}

bool paints(const AppState& state, render::Pattern pattern) {
    const auto zones = buildScene(state, library()).zones;
    return std::any_of(zones.begin(), zones.end(), [&](const auto& zone) { return zone.pattern == pattern; });
}

}  // namespace

TEST_CASE("selecting a point paints primary solid and spillover stippled, and glides to it") {
    const AppState before = start();
    CHECK(buildScene(before, library()).zones.empty());
    CHECK_FALSE(zonesPainted(before, library()));
    CHECK_FALSE(needsFrame(before));

    const AppState state = after(before, {Tick{5.0}, Select{fixture::frontPoint()}}, library());
    CHECK(paints(state, render::Pattern::solid));
    CHECK(paints(state, render::Pattern::stippled));
    CHECK(zonesPainted(state, library()));
    CHECK(needsFrame(state));

    const AppState later = after(state, {Tick{5.1}, Tick{6.0}}, library());
    CHECK_FALSE(needsFrame(later));
    CHECK(later.camera.distanceMm < before.camera.distanceMm);
    const auto screen = project(later.camera, later.viewportPx, library().find(fixture::frontPoint())->position);
    REQUIRE(screen);
    CHECK(screen->px.x > 0.0F);
    CHECK(screen->px.x < static_cast<float>(later.viewportPx.x));
}

TEST_CASE("a hand on the figure stops a flight where it is") {
    const AppState flying =
        after(start(), {Tick{1.0}, Select{fixture::frontPoint()}, Tick{1.0 + Flight::durationSeconds / 2}}, library());
    REQUIRE(needsFrame(flying));
    const AppState held = after(flying, {Orbit{{10.0F, 0.0F}}}, library());
    const AppState later = after(held, {Tick{1.0 + Flight::durationSeconds}}, library());
    CHECK_FALSE(needsFrame(later));
    CHECK(later.camera == held.camera);
    CHECK(held.camera.distanceMm == Approx(flying.camera.distanceMm));
}

TEST_CASE("a resting pointer names nothing while the body slides away under it") {
    AppState state = start();
    const auto at = project(state.camera, state.viewportPx, shownPlace(state, *library().find(fixture::frontPoint())));
    REQUIRE(at);
    state = after(state, {PointerMoved{at->px}, Tick{1.0}}, library());
    CHECK(state.hovered == Target{fixture::frontPoint()});
    state = after(state, {Snap{SnapView::posterior}, Tick{1.1}}, library());
    CHECK(isNothing(state.hovered));
    state = after(state, {Tick{9.0}}, library());
    CHECK(state.hovered == pick(state, library(), at->px));
}

TEST_CASE("both sides paint twice as much, and the other side is one action away") {
    const AppState one = after(start(), {Select{fixture::frontPoint()}}, library());
    const AppState both = after(one, {SetBothSides{true}}, library());
    CHECK(buildScene(both, library()).zones.size() == 2 * buildScene(one, library()).zones.size());
    const AppState swapped = after(one, {SwapSide{}}, library());
    CHECK(swapped.choice.selected == Target{fixture::frontPoint(Side::right)});
}

TEST_CASE("undo and redo walk through selections and layers") {
    const AppState first = after(start(), {Select{fixture::frontPoint()}}, library());
    const AppState second = after(first, {SetSkin{render::SkinMode::ghosted}, Select{fixture::backPoint()}}, library());
    const AppState undone = after(second, {Undo{}}, library());
    CHECK(undone.choice.selected == Target{fixture::frontPoint()});
    CHECK(undone.choice.layers.skin == render::SkinMode::ghosted);
    CHECK(after(undone, {Undo{}}, library()).choice == first.choice);
    CHECK(after(undone, {Redo{}}, library()).choice == second.choice);
    const AppState bottom = after(undone, {Undo{}, Undo{}, Undo{}, Undo{}}, library());
    CHECK(bottom.choice == start().choice);
    CHECK(after(bottom, {Redo{}, Redo{}, Redo{}, Redo{}}, library()).choice == second.choice);
    // A new choice ends what could be redone.
    CHECK(after(undone, {ShowPoints{false}}, library()).future.empty());
}

TEST_CASE("choosing the same again is nothing to undo") {
    const AppState once = after(start(), {Select{fixture::frontPoint()}}, library());
    const AppState twice = after(once, {Select{fixture::frontPoint()}, SetSkin{render::SkinMode::opaque}}, library());
    CHECK(twice.past.size() == once.past.size());
}

TEST_CASE("escape closes what is on top, then clears the selection, then the search") {
    AppState state =
        after(start(), {SetSearchText{"front"}, Select{fixture::frontPoint()}, ShowOverlay{Overlay::help}}, library());
    state = after(state, {Back{}}, library());
    CHECK(state.overlay == Overlay::none);
    CHECK_FALSE(isNothing(state.choice.selected));
    state = after(state, {Back{}}, library());
    CHECK(isNothing(state.choice.selected));
    CHECK(buildScene(state, library()).zones.empty());
    CHECK(state.search.text == "front");
    state = after(state, {Back{}}, library());
    CHECK(state.search.text.empty());
}

TEST_CASE("ids that do not exist change nothing") {
    const AppState before = start();
    CHECK(after(before, {Select{SidedPoint{{MuscleId{"nonsense"}, 1}, Side::left}}}, library()) == before);
    CHECK(after(before, {Select{SidedPoint{{MuscleId{"front_muscle"}, 9}, Side::left}}}, library()) == before);
    CHECK(after(before, {TakeResult{7}, TakeResult{-1}, Undo{}, Redo{}}, library()) == before);
}

TEST_CASE("typing finds, arrows highlight, enter takes") {
    const AppState typed = after(start(), {SetSearchText{"back muscle"}}, library());
    REQUIRE_FALSE(typed.search.rows.empty());
    CHECK(typed.search.rows.front().muscle == MuscleId{"back_muscle"});
    CHECK(after(typed, {MoveHighlight{-5}}, library()).search.highlighted == 0);
    const AppState taken = after(typed, {TakeResult{-1}}, library());
    CHECK(taken.choice.selected == Target{fixture::backPoint()});
    CHECK(taken.lastPanel == Panel::details);
}

TEST_CASE("filters narrow what the words find, say how much they leave out, and go with escape") {
    session::AppState state = after(start(), {SetSearchText{"aches when I reach"}}, library());
    REQUIRE(state.search.rows.size() == 2);
    ResultFilter filter;
    filter.bodyPart = atlas::BodyPart::foot;
    state = after(state, {SetFilter{filter}}, library());
    CHECK(state.search.rows.empty());
    CHECK(state.search.leftOut == 2);
    filter = {};
    filter.depth = DepthChoice::superficial;
    filter.confirmed = true;
    filter.selfTreatable = true;
    state = after(state, {SetFilter{filter}}, library());
    CHECK(state.search.rows.size() == 2);
    CHECK(state.search.leftOut == 0);
    filter.depth = DepthChoice::deep;
    state = after(state, {SetFilter{filter}}, library());
    CHECK(state.search.leftOut == 2);
    state = after(state, {Back{}, Back{}}, library());
    CHECK(state.search.text.empty());
    CHECK_FALSE(state.search.filter.any());
}

TEST_CASE("a muscle that must not be pressed does not pass the filter for self-care") {
    atlas::Muscle muscle = *library().atlas->find(MuscleId{"front_muscle"});
    ResultFilter filter;
    filter.selfTreatable = true;
    CHECK(passes(filter, muscle, nullptr));
    muscle.selfCare.pressureAllowed = false;
    CHECK_FALSE(passes(filter, muscle, nullptr));
    ResultFilter confirmed;
    confirmed.confirmed = true;
    CHECK(passes(confirmed, muscle, nullptr));
    muscle.points[0].citations[0].verification = atlas::Verification::unverified;
    CHECK_FALSE(passes(confirmed, muscle, nullptr));
}

TEST_CASE(
    "while one types, the best result's zone is shown from the side where it is felt, until something is chosen") {
    session::AppState state = after(start(), {SetSearchText{"front"}}, library());
    REQUIRE_FALSE(state.search.rows.empty());
    CHECK(buildScene(state, library()).zones.size() == 2);
    CHECK(zonesPainted(state, library()));
    state = after(state, {MoveHighlight{1}, Select{fixture::backPoint()}, Back{}}, library());
    CHECK(state.search.text == "front");
    CHECK(buildScene(state, library()).zones.empty());
    state = after(start(), {SetSearchText{"back muscle"}, Tick{9.0}}, library());
    CHECK(state.search.rows.front().muscle == MuscleId{"back_muscle"});
    CHECK(axes(state.camera).toEye.z > 0.9F);  // its zone is on the belly
}

TEST_CASE("a point chosen before its zones are known is shown when they arrive") {
    Library early = library();
    early.referral = nullptr;
    const AppState waiting = after(start(), {Select{fixture::frontPoint()}, Tick{9.0}}, early);
    CHECK(buildScene(waiting, early).zones.empty());
    const AppState shown = after(waiting, {LibraryChanged{}}, library());
    CHECK(zonesPainted(shown, library()));
    CHECK(needsFrame(shown));
}

TEST_CASE("next and previous walk through every trigger point and come round") {
    AppState state = start();
    std::vector<std::string> seen;
    for (int i = 0; i < 2; ++i) {
        state = after(state, {SelectNeighbour{1}}, library());
        seen.push_back(idText(state.choice.selected));
    }
    CHECK(seen == std::vector<std::string>{"back_muscle.1:left", "front_muscle.1:left"});
    state = after(state, {SelectNeighbour{1}}, library());
    CHECK(idText(state.choice.selected) == "back_muscle.1:left");
    state = after(state, {SelectNeighbour{-1}}, library());
    CHECK(idText(state.choice.selected) == "front_muscle.1:left");
}

TEST_CASE("settings changes ask to be saved; camera moves and selections do not") {
    const AppState state = start();
    CHECK(update(state, Orbit{{3.0F, 0.0F}}, library()).effects.empty());
    const Update themed = update(state, SetTheme{ThemeChoice::dark}, library());
    REQUIRE(themed.effects.size() == 1);
    CHECK(std::get<SaveSettings>(themed.effects[0]).settings.theme == ThemeChoice::dark);
    const Update calmed = update(state, SetReducedMotion{true}, library());
    REQUIRE(calmed.effects.size() == 1);
    CHECK(std::get<SaveSettings>(calmed.effects[0]).settings.reducedMotion);
    CHECK(update(state, Select{fixture::frontPoint()}, library()).effects.empty());
    CHECK(update(state, SetUiScale{99.0F}, library()).state.settings.uiScale <= 2.5F);
}

TEST_CASE("an action does not copy the history") {
    AppState state = after(start(), {Select{fixture::frontPoint()}, Select{fixture::backPoint()}}, library());
    REQUIRE_FALSE(state.past.empty());
    const Choice* history = state.past.data();
    for (int i = 0; i < 3; ++i) {
        state = update(std::move(state), Orbit{{3.0F, 0.0F}}, library()).state;
    }
    CHECK(state.past.data() == history);
}

TEST_CASE("nothing is drawn while nothing changes") {
    FramePacer pacer;
    int frames = 0;
    while (pacer.wantsFrame(false)) {
        pacer.drawn();
        ++frames;
    }
    CHECK(frames <= FramePacer::settleFrames);
    CHECK_FALSE(pacer.wantsFrame(false));
    CHECK(pacer.wantsFrame(true));
    pacer.touch();
    CHECK(pacer.wantsFrame(false));
    // Equal states give equal scenes, so the renderer can keep its picture.
    const AppState state = after(start(), {Select{fixture::frontPoint()}}, library());
    CHECK(buildScene(state, library()) == buildScene(state, library()));
}

TEST_CASE("a notice fades by itself, and a longer one later") {
    const AppState said = after(start(), {Tick{10.0}, SetNotice{"Saved"}}, library());
    REQUIRE(nextChange(said, library()));
    CHECK(*nextChange(said, library()) > 12.0);
    CHECK(after(said, {Tick{*nextChange(said, library()) - 0.1}}, library()).notice == "Saved");
    const AppState faded = after(said, {Tick{*nextChange(said, library())}}, library());
    CHECK(faded.notice.empty());
    CHECK_FALSE(nextChange(faded, library()));
    const AppState longer = after(start(), {Tick{10.0}, SetNotice{std::string(200, 'a')}}, library());
    CHECK(*nextChange(longer, library()) > *nextChange(said, library()) + 5.0);
}

TEST_CASE("while something is chosen the keys in a list show the zone of the row that they are on") {
    AppState state = after(start(), {Select{fixture::backPoint()}, SetSearchText{"front muscle"}}, library());
    REQUIRE_FALSE(state.search.rows.empty());
    CHECK(previewedPoint(state) == fixture::frontPoint());
    CHECK(buildScene(state, library()).zones ==
          buildScene(after(start(), {SetSearchText{"front muscle"}}, library()), library()).zones);
    // So does the pointer.
    state = after(start(), {Select{fixture::backPoint()}, HoverTarget{fixture::frontPoint()}}, library());
    CHECK_FALSE(buildScene(state, library()).zones ==
                buildScene(after(start(), {Select{fixture::backPoint()}}, library()), library()).zones);
    // What is taken is shown itself, and data that arrive later do not put the preview over it.
    state = after(start(), {SetSearchText{"front muscle"}, Select{fixture::backPoint()}, LibraryChanged{}}, library());
    CHECK_FALSE(previewedPoint(state));
}

TEST_CASE("to frame nothing shows the whole body from where one looks at it") {
    AppState state =
        after(start(), {Tick{1.0}, Snap{SnapView::posterior}, Tick{9.0}, Zoom{6.0F, {100.0F, 100.0F}}}, library());
    state = after(state, {ShowSelection{}, Tick{19.0}}, library());
    CHECK(std::abs(std::cos(state.camera.yaw) + 1.0F) < 1e-3F);
    for (const float y : {library().bounds.low.y, library().bounds.high.y}) {
        const auto at = project(state.camera, state.viewportPx, {0.0F, y, 0.0F});
        REQUIRE(at);
        CHECK(at->px.y >= 0.0F);
        CHECK(at->px.y <= static_cast<float>(state.viewportPx.y));
    }
}

TEST_CASE("one action brings the whole closed body back") {
    const AppState state =
        after(start(),
              {Tick{1.0}, Select{SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}}, HideMuscle{}, SetDepth{3},
               LookFrom{{1.0F, 1.0F, 0.0F}}, Tick{9.0}, ResetView{}, Tick{19.0}},
              library());
    CHECK(state.choice.layers == Layers{});
    CHECK(state.camera.yaw == Approx(0.0F).margin(1e-3));
    CHECK(state.camera.pitch == Approx(0.0F).margin(1e-3));
}

TEST_CASE("one looks from a face, an edge and a corner of the cube; without motion at once") {
    AppState state = after(start(), {SetReducedMotion{true}, LookFrom{{1.0F, 0.0F, 0.0F}}}, library());
    CHECK_FALSE(needsFrame(after(state, {Tick{1.0}}, library())));
    CHECK(axes(state.camera).toEye.x == Approx(1.0F).margin(1e-3));
    state = after(state, {LookFrom{{1.0F, 0.0F, 1.0F}}}, library());
    CHECK(axes(state.camera).toEye.x == Approx(axes(state.camera).toEye.z).margin(1e-3));
    state = after(state, {LookFrom{{0.0F, 1.0F, 0.0F}}}, library());
    CHECK(axes(state.camera).toEye.y > 0.99F);
}

TEST_CASE("left, both and right are one choice") {
    AppState state = after(start(), {Select{fixture::frontPoint()}, ChooseSide{}}, library());
    CHECK(state.choice.bothSides);
    CHECK(selectedPoints(state).size() == 2);
    state = after(state, {ChooseSide{Side::right}}, library());
    CHECK_FALSE(state.choice.bothSides);
    CHECK(state.choice.selected == Target{fixture::frontPoint(Side::right)});
    CHECK(after(state, {ChooseSide{Side::right}}, library()).choice == state.choice);
}

TEST_CASE("modes follow each other, and leaving painting keeps the drawing's mode of the window right") {
    Library painting = library();
    painting.matcher = std::make_shared<const referral::Matcher>(*painting.referral);
    AppState state = after(start(), {SetMode{Mode::learn}}, painting);
    CHECK(modeOf(state) == Mode::learn);
    state = after(state, {SetMode{Mode::paint}}, painting);
    CHECK(modeOf(state) == Mode::paint);
    const Update shown = update(state, SetMode{Mode::present}, painting);
    CHECK(modeOf(shown.state) == Mode::present);
    REQUIRE(shown.effects.size() == 1);
    CHECK(std::get<FillScreen>(shown.effects[0]).on);
    const Update back = update(shown.state, Back{}, painting);
    CHECK(modeOf(back.state) == Mode::explore);
    REQUIRE(back.effects.size() == 1);
    CHECK_FALSE(std::get<FillScreen>(back.effects[0]).on);
}

TEST_CASE("an audience is led on by steps, and sees what is not for everyone only when it is asked for") {
    Library shy = library();
    auto atlas = std::make_shared<atlas::Atlas>(*shy.atlas);
    atlas->muscles.front().bodyPart = atlas::BodyPart::pelvis;
    shy.atlas = atlas;
    const AppState presenting = after(start(), {SetMode{Mode::present}}, shy);
    AppState state = after(presenting, {StepOn{1}}, shy);
    CHECK(state.choice.selected == Target{fixture::frontPoint()});
    CHECK_FALSE(caption(state, shy).sentence.empty());
    CHECK(after(state, {StepOn{1}}, shy).choice.selected == Target{fixture::frontPoint()});
    state = after(state, {Select{fixture::backPoint()}}, shy);
    CHECK(caption(state, shy).keptBack);
    CHECK(caption(state, shy).title.empty());
    CHECK(isNothing(state.choice.selected));
    CHECK_FALSE(zonesPainted(state, shy));
    state = after(state, {ShowAsked{}}, shy);
    CHECK_FALSE(caption(state, shy).keptBack);
    CHECK_FALSE(caption(state, shy).sentence.empty());
    CHECK(state.choice.selected == Target{fixture::backPoint()});
    // What was chosen before is kept back as well, and is there again when the audience has gone.
    state = after(after(start(), {Select{fixture::backPoint()}}, shy), {SetMode{Mode::present}}, shy);
    CHECK(caption(state, shy).keptBack);
    CHECK_FALSE(zonesPainted(state, shy));
    CHECK(after(state, {SetMode{Mode::explore}}, shy).choice.selected == Target{fixture::backPoint()});
}
