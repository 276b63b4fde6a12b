// Painting and comparing, as actions on the state.
#include <algorithm>
#include <optional>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/compare.h"
#include "session/paint.h"
#include "session/pick.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;

namespace {

Library paintingLibrary() {
    Library library = fixture::library();
    library.matcher = std::make_shared<const referral::Matcher>(*library.referral);
    return library;
}

AppState painting(const Library& library) {
    return update(fixture::start(library), SetPainting{true}, library).state;
}

AppState act(AppState state, const Library& library, std::initializer_list<Action> actions) {
    for (const Action& action : actions) {
        state = update(std::move(state), action, library).state;
    }
    return state;
}

// Where a place of the figure appears.
glm::vec2 pxOf(const AppState& state, const glm::vec3& place) {
    const auto at = project(state.camera, state.viewportPx, place);
    REQUIRE(at.has_value());
    return at->px;
}

const glm::vec3 chest{70.0F, 1100.0F, 109.0F};

}  // namespace

TEST_CASE("a stroke paints the skin, ranks while it moves, and undo takes it back", "[paint]") {
    const Library library = paintingLibrary();
    const AppState before = painting(library);
    const glm::vec2 at = pxOf(before, chest);
    const AppState pressed = act(before, library, {BrushDown{at}});
    CHECK_FALSE(pressed.paint.skin().empty());
    CHECK(pressed.paint.answer != nullptr);
    CHECK(pressed.paint.strokes() == 0);
    const AppState painted = act(pressed, library, {BrushTo{at + glm::vec2(20.0F, 0.0F)}, BrushUp{}});
    CHECK(painted.paint.strokes() == 1);
    REQUIRE(painted.paint.answer != nullptr);
    CHECK_FALSE(painted.paint.answer->regions.empty());
    const AppState undone = act(painted, library, {Undo{}});
    CHECK(undone.paint.skin().empty());
    CHECK(undone.paint.answer == nullptr);
    const AppState redone = act(undone, library, {Redo{}});
    CHECK(redone.paint.skin() == painted.paint.skin());
    CHECK(act(redone, library, {ClearDrawing{}}).paint.skin().empty());
    CHECK(act(redone, library, {ClearDrawing{}, Undo{}}).paint.skin() == painted.paint.skin());
}

TEST_CASE("what is drawn at once is what the file would give", "[paint]") {
    const Library library = paintingLibrary();
    const AppState start = painting(library);
    const glm::vec2 at = pxOf(start, chest);
    const AppState painted = act(start, library, {BrushDown{at}, BrushTo{at + glm::vec2(40.0F, 25.0F)}, BrushUp{}});
    const auto again = resolveDrawing(painted.paint.now->drawing, *library.referral);
    const auto& levels = painted.paint.skin().levels;
    CHECK(again.levels[1]->vertices == levels[1]->vertices);
}

TEST_CASE("the mirror paints both sides, the eraser takes away", "[paint]") {
    const Library library = paintingLibrary();
    const AppState start = act(painting(library), library, {SetBrush{20.0F, 3, false, true}});
    const glm::vec2 at = pxOf(start, chest);
    const AppState painted = act(start, library, {BrushDown{at}, BrushUp{}});
    CHECK(painted.paint.strokes() == 2);
    CHECK_FALSE(painted.paint.skin().levels[2]->vertices.empty());
    const AppState erased = act(painted, library, {SetBrush{50.0F, 3, true, true}, BrushDown{at}, BrushUp{}});
    CHECK(erased.paint.skin().empty());
}

TEST_CASE("beside the body, or without painting, the brush does nothing", "[paint]") {
    const Library library = paintingLibrary();
    CHECK(act(painting(library), library, {BrushDown{{1.0F, 1.0F}}, BrushUp{}}).paint.strokes() == 0);
    const AppState idle = fixture::start(library);
    CHECK(act(idle, library, {BrushDown{pxOf(idle, chest)}, BrushUp{}}).paint.strokes() == 0);
    CHECK(act(painting(library), library, {PaintRegion{{RegionId("nowhere"), BodySide::left}}}).paint.strokes() == 0);
    CHECK(act(painting(library), library, {BrushTo{{9.0F, 9.0F}}, BrushUp{}, Undo{}, Redo{}}).paint.strokes() == 0);
}

TEST_CASE("a region is painted by its name and saved as such", "[paint]") {
    const Library library = paintingLibrary();
    const SidedRegion region = library.referral->regions().regions().front();
    const AppState painted = act(painting(library), library, {PaintRegion{region}});
    REQUIRE(painted.paint.strokes() == 1);
    CHECK(painted.paint.now->drawing.strokes[0]->region == region);
    const Update saved = update(painted, SaveDrawing{}, library);
    REQUIRE(saved.effects.size() == 1);
    CHECK(std::get<WriteDrawing>(saved.effects[0]).drawing == painted.paint.now->drawing);
    CHECK(update(painting(library), SaveDrawing{}, library).effects.empty());
}

TEST_CASE("escape ends painting and keeps the drawing", "[paint]") {
    const Library library = paintingLibrary();
    const SidedRegion region = library.referral->regions().regions().front();
    const AppState ended = act(painting(library), library, {PaintRegion{region}, Back{}});
    CHECK_FALSE(ended.paint.on);
    CHECK(ended.paint.strokes() == 1);
    CHECK(buildScene(ended, library).zones.empty());
    CHECK_FALSE(buildScene(act(ended, library, {SetPainting{true}}), library).zones.empty());
}

TEST_CASE("pinned points are compared side by side, each with its own look", "[compare]") {
    const Library library = paintingLibrary();
    const auto& points = library.referral->points();
    REQUIRE(points.size() >= 2);
    AppState state = act(fixture::start(library), library, {PinPoint{points[0].id}});
    CHECK_FALSE(comparing(state));
    state = act(state, library, {PinPoint{points[1].id}});
    REQUIRE(comparing(state));
    const content::Document table = comparison(state, library);
    REQUIRE(table.blocks.size() > 3);
    CHECK(table.blocks[0].id == content::BlockId::compared);
    CHECK(table.blocks[0].lines.size() == 2);
    CHECK(table.blocks[1].id == content::BlockId::overlap);
    CHECK(table.blocks[1].lines.size() == 1);
    CHECK(table.blocks[2].kind == content::BlockKind::caution);
    CHECK_FALSE(table.blocks.back().kind == content::BlockKind::caution);
    CHECK(act(state, library, {PinPoint{points[0].id}}).pinned == std::vector{points[1].id});
    CHECK(act(state, library, {Back{}}).pinned.empty());
    for (std::size_t a = 0; a < mostPins; ++a) {
        for (std::size_t b = a + 1; b < mostPins; ++b) {
            CHECK(compareLook(a).color != compareLook(b).color);
            CHECK(compareLook(a).pattern != compareLook(b).pattern);
        }
    }
}

TEST_CASE("rivals are of other muscles and at most as many as can be told apart", "[compare]") {
    std::vector<SidedPoint> ranked;
    for (const char* muscle : {"a", "a", "b", "c", "d", "e"}) {
        ranked.push_back({{MuscleId(muscle), 1}, Side::left});
    }
    const auto found = rivals({{MuscleId("b"), 2}, Side::left}, ranked);
    REQUIRE(found.size() == mostPins);
    CHECK(found[0].point.number == 2);
    CHECK(found[1].point.muscle.value == "a");
    CHECK(found[2].point.muscle.value == "c");
}

TEST_CASE("of several warnings each stands on its own line of the comparison", "[compare]") {
    Library library = paintingLibrary();
    auto atlas = std::make_shared<atlas::Atlas>(*library.atlas);
    for (atlas::Muscle& muscle : atlas->muscles) {
        muscle.redFlags = {"A first sign", "A second sign"};
    }
    atlas->reindex();
    library.atlas = atlas;
    const AppState state =
        act(fixture::start(library), library, {PinPoint{fixture::frontPoint()}, PinPoint{fixture::backPoint()}});
    const content::Document table = comparison(state, library);
    const content::Block* warnings = table.find(content::BlockId::redFlags);
    REQUIRE(warnings != nullptr);
    REQUIRE(warnings->lines.size() == 2);  // both points share them, so they are said once
    CHECK(warnings->lines[0].label == "1, 2");
    CHECK(warnings->lines[0].text == "A first sign");
    CHECK(warnings->lines[1].text == "A second sign");
    CHECK((warnings->lines[0].bullet && warnings->lines[1].bullet));
}

TEST_CASE("what is said about a drawing is all in the language of the table", "[paint]") {
    Library library = paintingLibrary();
    library.text = test::pseudoEnglish();
    const AppState before = painting(library);
    const AppState painted = act(before, library, {BrushDown{pxOf(before, chest)}, BrushUp{}});
    REQUIRE(painted.paint.answer != nullptr);
    REQUIRE_FALSE(painted.paint.answer->rows.empty());
    for (const PainAnswer::Row& row : painted.paint.answer->rows) {
        CHECK(row.reason.front() == '[');
    }
    const std::string fewest = smallestSetWords(*library.text, *library.atlas, painted.paint.answer->smallest);
    CHECK(fewest.front() == '[');
    CHECK(act(before, library, {SaveDrawing{}}).notice.front() == '[');
}

TEST_CASE("whatever changes the drawing has it kept, and what was left behind can be taken back", "[paint]") {
    const Library library = paintingLibrary();
    const auto kept = [](const Update& next) -> std::optional<std::size_t> {
        for (const Effect& effect : next.effects) {
            if (const auto* keep = std::get_if<KeepDrawing>(&effect)) {
                return keep->drawing.strokes.size();
            }
        }
        return std::nullopt;
    };
    const auto holds = [](const Update& next, auto wanted) {
        return std::any_of(next.effects.begin(), next.effects.end(),
                           [](const Effect& effect) { return std::holds_alternative<decltype(wanted)>(effect); });
    };
    const AppState start = painting(library);
    const AppState pressed = act(start, library, {BrushDown{pxOf(start, chest)}});
    const Update stroke = update(pressed, BrushUp{}, library);
    CHECK(kept(stroke) == 1);
    CHECK(kept(update(stroke.state, Undo{}, library)) == 0);
    CHECK(kept(update(stroke.state, ClearDrawing{}, library)) == 0);
    CHECK_FALSE(kept(update(stroke.state, SetPainting{false}, library)));

    const AppState left = act(start, library, {DrawingLeft{"before.json"}});
    const Update asked = update(left, RestoreDrawing{}, library);
    REQUIRE(holds(asked, ReadDrawing{}));
    const DrawingOpened opened{stroke.state.paint.now->drawing, stroke.state.paint.now->skin, "before.json"};
    const Update back = update(asked.state, opened, library);
    CHECK(kept(back) == 1);
    CHECK(holds(back, DropLeftDrawing{}));
    CHECK(back.state.paint.leftFile.empty());
    CHECK(back.state.paint.skin() == stroke.state.paint.skin());
    DrawingOpened other = opened;
    other.file = "another.json";
    CHECK(update(asked.state, other, library).state.paint.leftFile == "before.json");
}

TEST_CASE("who asks for the search while painting gets it, and keeps what the brush has begun", "[paint]") {
    const Library library = paintingLibrary();
    const AppState start = painting(library);
    const AppState pressed = act(start, library, {BrushDown{pxOf(start, chest)}});
    const AppState searching = act(pressed, library, {FocusSearch{}});
    CHECK_FALSE(searching.paint.on);
    CHECK(searching.searchOpen);
    CHECK(searching.search.focusRequests == pressed.search.focusRequests + 1);
    CHECK(searching.paint.strokes() == 1);
}

TEST_CASE("a row stands for both sides where both sides of a point are in the answer", "[paint]") {
    const auto match = [](const SidedPoint& point, float covers) {
        referral::Match out;
        out.point = point;
        out.covers = covers;
        return PainAnswer::Row{out, "why"};
    };
    PainAnswer answer;
    answer.rows = {match(fixture::frontPoint(), 0.6F), match(fixture::backPoint(), 0.5F),
                   match(fixture::frontPoint(Side::right), 0.4F)};
    answer.smallest.parts = {{fixture::backPoint(), 0.7F}, {fixture::backPoint(Side::right), 0.2F}};
    const auto rows = listRows(answer);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].point == fixture::frontPoint());
    CHECK(rows[0].bothSides);
    CHECK_FALSE(rows[1].bothSides);
    const auto fewest = fewestRows(answer);
    REQUIRE(fewest.size() == 1);
    CHECK(fewest[0].bothSides);
}

TEST_CASE("what calls for an ambulance stands above a nerve root", "[paint]") {
    atlas::Atlas atlas;
    atlas.muscles.resize(1);
    atlas.muscles[0].id = MuscleId{"one"};
    atlas.muscles[0].lookAlikes = {{"C6", atlas::LookAlikeKind::nerveRoot, "The thumb tingles."}};
    atlas.muscles[0].redFlags = {"A lump needs a doctor.", "Crushing pain: call an ambulance."};
    atlas.reindex();
    referral::Match match;
    match.point = {{MuscleId{"one"}, 1}, Side::left};
    const auto cautions = painCautions(*test::english(), atlas, {match});
    REQUIRE(cautions.size() == 2);
    CHECK(cautions[0].text == "Crushing pain: call an ambulance.");
    CHECK(cautions[0].urgency == atlas::Urgency::ambulance);
    CHECK(cautions[1].nerveRoot);
}
