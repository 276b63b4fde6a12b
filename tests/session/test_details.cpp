// What the details panel says, and in which order.
#include <algorithm>

#include <catch2/catch.hpp>

#include "content/documents.h"
#include "content/words.h"
#include "fixture.h"
#include "session/details.h"
#include "session/problems.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

Details of(const Target& target) {
    return details(fixture::after(fixture::start(library()), {Select{target}}, library()), library());
}

content::Document documentOf(const Target& target) {
    return of(target).document;
}

std::string titleOf(const AppState& state) {
    return details(state, library()).document.title;
}

}  // namespace

TEST_CASE("the panel says of a muscle and of a point what the atlas says of it, on the side that is chosen") {
    const Text& text = *library().text;
    for (const Side side : {Side::left, Side::right}) {
        const content::Document point = documentOf(fixture::frontPoint(side));
        CHECK(point.title == "Front muscle");
        CHECK(point.blocks.size() ==
              content::pointDocument(text, *library().atlas, fixture::frontPoint().point, side).blocks.size());
        CHECK_THAT(point.subtitle, Catch::Contains(content::sideWords(text, toBodySide(side))));
    }
    const Details muscle = of(SidedMuscle{MuscleId{"front_muscle"}, BodySide::left});
    REQUIRE(muscle.tabs.size() == 1);
    CHECK(muscle.tabs.front().label == "TrP1");
    CHECK_FALSE(muscle.tabs.front().current);
    CHECK(of(fixture::frontPoint()).tabs.front().current);
}

TEST_CASE("a neighbour without trigger points says that it is one") {
    const Details shown = of(SidedMuscle{MuscleId{"deep_muscle"}, BodySide::left});
    CHECK(shown.document.title == "Deep muscle");
    CHECK_THAT(shown.document.status, Catch::Contains("neighbour"));
    CHECK(shown.tabs.empty());
}

TEST_CASE("a point says what it is, on which side, and where its pain is felt") {
    const content::Document shown = documentOf(fixture::backPoint(Side::right));
    CHECK(shown.title == "Back muscle");
    CHECK_THAT(shown.subtitle, Catch::Contains("TrP1") && Catch::Contains("right"));
    const content::Block* zones = shown.find(content::BlockId::zones);
    REQUIRE(zones != nullptr);
    REQUIRE(zones->lines.size() == 2);
    CHECK(zones->lines[0].text == "Right: belly.");
    CHECK(zones->lines[0].tier == atlas::Tier::primary);
    CHECK_THAT(zones->lines[0].note, Catch::Contains("nearly everyone"));
    CHECK(zones->lines[1].tier == atlas::Tier::spillover);
}

TEST_CASE("a region lists the points that send pain there, primary before spillover, each a way to it") {
    const content::Document shown = documentOf(SidedRegion{RegionId{"belly"}, BodySide::left});
    CHECK(shown.title == "Belly \xC2\xB7 left");
    REQUIRE_FALSE(shown.blocks.empty());
    CHECK(shown.blocks[0].id == content::BlockId::primarySources);
    const auto& lines = shown.blocks[0].lines;
    const auto found = std::find_if(lines.begin(), lines.end(), [](const content::Line& line) {
        return line.target == content::Reference{fixture::backPoint()};
    });
    REQUIRE(found != lines.end());
    const auto action = actionFor(found->target);
    REQUIRE(action);
    CHECK(fixture::after(fixture::start(library()), {*action}, library()).choice.selected ==
          Target{fixture::backPoint()});
}

TEST_CASE("what is read rather than pointed at is opened by a click, and plain text leads nowhere") {
    CHECK(std::holds_alternative<StartTour>(actionFor(ScenarioId{"desk"}).value()));
    CHECK(std::holds_alternative<OpenGuide>(actionFor(GuideId{"primer"}).value()));
    CHECK_FALSE(actionFor(content::Reference{}));
}

TEST_CASE("while zones are being resolved the panel says so") {
    Library early = library();
    early.referral = nullptr;
    const AppState state = fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}}, early);
    CHECK_THAT(details(state, early).document.status, Catch::Contains("being worked out"));
    CHECK(details(state, library()).document.status.empty());
    const AppState region =
        fixture::after(fixture::start(library()), {Select{SidedRegion{RegionId{"belly"}, BodySide::left}}}, early);
    CHECK_THAT(details(region, early).document.status, Catch::Contains("being worked out"));
    CHECK(details(region, early).document.blocks.empty());
}

TEST_CASE("how to start gives way to what helps while one paints or opens a figure") {
    AppState state = fixture::start(library());
    const std::string start = titleOf(state);
    state.paint.on = true;
    CHECK(titleOf(state) != start);
    state = fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}}, library());
    state.model.placed = std::make_shared<PlacedModel>();
    for (const ModelStep step : {ModelStep::place, ModelStep::landmarks}) {
        state.model.step = step;
        const Details shown = details(state, library());
        // Nothing is said about a point, as none is shown on the figure.
        CHECK(shown.document.title == "Your model");
        CHECK(shown.tabs.empty());
        CHECK(shown.document.status.empty());
    }
}

TEST_CASE("of a zone that may lie wrong on a figure of one's own the muscle is named, of broken data the file") {
    Library own = library();
    own.problems = {{{"data/muscles/broken.toml", 3, 1}, "a quote is missing", "close it"}};
    CHECK(problemList(own).doubtful.empty());
    REQUIRE(problemList(own).unread.size() == 1);
    CHECK_THAT(problemList(own).unread[0], Catch::Contains("broken.toml:3:1"));
    // The fixture's body is nobody's built-in one; a zone of one of its muscles hangs on a landmark that it lacks.
    auto atlas = std::make_shared<atlas::Atlas>(*own.atlas);
    atlas::Muscle& muscle = atlas->muscles.back();
    for (atlas::Zone& zone : muscle.points[0].zones) {
        zone.place.file = "data/muscles/" + muscle.id.value + ".toml";
        zone.dabs.push_back({fixture::at("a place it lacks"), 60.0F});
    }
    own.atlas = atlas;
    own.setReferral(std::make_shared<const referral::Referral>(*atlas, own.body));
    REQUIRE(own.problems.size() > 2);
    CHECK(problemList(own).unread.size() == 1);
    CHECK(problemList(own).doubtful == std::vector<std::string>{muscle.name});
    // On a built-in body only the data can be wrong, so the places in them are told.
    auto man = std::make_shared<body::Body>(*own.body);
    man->identity = {body::BodyKind::builtIn, "male", {}};
    own.body = man;
    CHECK(problemList(own).doubtful.empty());
    CHECK(problemList(own).unread.size() == own.problems.size());
}
