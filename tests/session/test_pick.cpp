// Pointing at the figure.
#include <algorithm>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/pick.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;
using fixture::after;

namespace {

using fixture::library;

glm::vec2 pixelOf(const AppState& state, const glm::vec3& place) {
    const auto at = project(state.camera, state.viewportPx, place);
    REQUIRE(at);
    return at->px;
}

}  // namespace

TEST_CASE("a point is hit within its reach at any zoom, also beneath the skin") {
    for (const float steps : {-2.0F, 0.0F, 6.0F, 12.0F}) {
        AppState state = fixture::start(library());
        const glm::vec3 place = shownPlace(state, *library().find(fixture::frontPoint()));
        state = after(state, {Zoom{steps, pixelOf(state, place)}}, library());
        const glm::vec2 at = pixelOf(state, place);
        CHECK(pick(state, library(), at) == Target{fixture::frontPoint()});
        CHECK(pick(state, library(), at + glm::vec2(0.0F, 11.0F)) == Target{fixture::frontPoint()});
        CHECK_FALSE(pick(state, library(), at + glm::vec2(0.0F, 14.0F)) == Target{fixture::frontPoint()});
    }
}

TEST_CASE("of two points on one line of sight the one in front is hit") {
    AppState state = fixture::start(library());
    const glm::vec3 front = library().find(fixture::frontPoint())->position;
    CHECK(pick(state, library(), pixelOf(state, front)) == Target{fixture::frontPoint()});
    state.camera = snapView(SnapView::posterior, library().bounds, state.viewportPx);
    const glm::vec3 back = library().find(fixture::backPoint())->position;
    CHECK(pick(state, library(), pixelOf(state, back)) == Target{fixture::backPoint()});
}

TEST_CASE("points that are switched off cannot be hit; the skin under them can") {
    const AppState state = after(fixture::start(library()), {ShowPoints{false}}, library());
    const glm::vec2 at = pixelOf(state, library().find(fixture::frontPoint())->position);
    CHECK(pick(state, library(), at) == Target{SidedRegion{RegionId{"chest"}, BodySide::left}});
}

TEST_CASE("a click on the skin names the region of that side") {
    const AppState state = fixture::start(library());
    const AppState right = after(state, {Click{pixelOf(state, {-60.0F, 750.0F, 100.0F})}}, library());
    CHECK(right.choice.selected == Target{SidedRegion{RegionId{"belly"}, BodySide::right}});
    CHECK(buildScene(right, library()).zones.size() == 1);
}

TEST_CASE("muscles can be hit once the skin is off, hidden ones never") {
    AppState state =
        after(fixture::start(library()), {ShowPoints{false}, SetSkin{render::SkinMode::hidden}}, library());
    const glm::vec2 at = pixelOf(state, {70.0F, 1100.0F, 80.0F});
    CHECK(pick(state, library(), at) == Target{SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}});
    state = after(state, {SetPeeled{1}}, library());
    CHECK(pick(state, library(), at) == Target{SidedMuscle{MuscleId{"deep_muscle"}, BodySide::left}});
    state = after(state, {SetPeeled{4}}, library());
    CHECK(isNothing(pick(state, library(), at)));
    const auto parts = buildScene(state, library()).parts;
    REQUIRE(parts.size() == library().body->structures.size());
    CHECK(std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part.visible; }));
}

TEST_CASE("what lies over a chosen muscle is taken away, so that it can be seen") {
    const AppState state = after(fixture::start(library()),
                                 {ShowPoints{false}, SetSkin{render::SkinMode::hidden},
                                  Select{SidedMuscle{MuscleId{"deep_muscle"}, BodySide::left}}},
                                 library());
    const auto& structures = library().body->structures;
    const auto parts = buildScene(state, library()).parts;
    for (std::size_t i = 0; i < structures.size(); ++i) {
        if (structures[i].id == "deep_muscle" && structures[i].side == BodySide::left) {
            CHECK(parts[i].visible);
        }
        if (structures[i].id == "front_muscle") {
            CHECK(parts[i].visible == (structures[i].side == BodySide::right));
        }
    }
}

TEST_CASE("a chosen muscle shows through an opaque skin") {
    const AppState state =
        after(fixture::start(library()), {Select{SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}}}, library());
    CHECK(state.choice.layers.skin == render::SkinMode::opaque);
    CHECK(buildScene(state, library()).skin == render::SkinMode::ghosted);
}

TEST_CASE("beside the body there is nothing, and a click there clears") {
    const AppState state = after(fixture::start(library()), {Select{fixture::frontPoint()}}, library());
    CHECK(isNothing(pick(state, library(), {3.0F, 3.0F})));
    CHECK(isNothing(after(state, {Click{{3.0F, 3.0F}}}, library()).choice.selected));
}

TEST_CASE("the name of what is pointed at stands beside it") {
    AppState state = fixture::start(library());
    const glm::vec2 at = pixelOf(state, library().find(fixture::frontPoint())->position);
    state = after(state, {PointerMoved{at}}, library());
    const auto names = labels(state, library());
    REQUIRE(names.size() == 1);
    CHECK(names[0].text.find("Front muscle") != std::string::npos);
    CHECK(names[0].text.find("left") != std::string::npos);
    CHECK(labels(after(state, {PointerLeft{}}, library()), library()).empty());
}

TEST_CASE("a point on the far side of the body says so; a free one does not") {
    const AppState state = fixture::start(library());
    const auto name = [&](const SidedPoint& point) {
        const auto names = labels(after(state, {HoverTarget{point}}, library()), library());
        REQUIRE_FALSE(names.empty());
        return names.back().text;
    };
    CHECK(name(fixture::backPoint()).find("far side") != std::string::npos);
    CHECK(name(fixture::frontPoint()).find("far side") == std::string::npos);
}

TEST_CASE("a pattern that nobody has described gets a broken edge, and the legend says why; others do not") {
    Library drawn = library();
    auto atlas = std::make_shared<atlas::Atlas>(*drawn.atlas);
    for (atlas::Muscle& muscle : atlas->muscles) {
        if (muscle.id == MuscleId{"back_muscle"}) {
            muscle.points.front().basis = atlas::PatternBasis::analogy;
        }
    }
    drawn.atlas = atlas;
    const AppState back = after(fixture::start(drawn), {Select{fixture::backPoint()}}, drawn);
    const AppState front = after(fixture::start(drawn), {Select{fixture::frontPoint()}}, drawn);
    REQUIRE_FALSE(buildScene(back, drawn).zones.empty());
    for (const render::ZonePaint& zone : buildScene(back, drawn).zones) {
        CHECK(zone.broken);
    }
    for (const render::ZonePaint& zone : buildScene(front, drawn).zones) {
        CHECK_FALSE(zone.broken);
    }
    REQUIRE(doubtsPainted(back, drawn) == std::vector{atlas::EvidenceStatus::noSource});
    CHECK(brokenEdgeWords(*drawn.text, atlas::EvidenceStatus::noSource).find("no source") != std::string::npos);
    CHECK(doubtsPainted(front, drawn).empty());
}
