// Guides and guided tours.
#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/tour.h"
#include "session/words.h"

using namespace myo;
using namespace myo::session;

namespace {

// The fixture's atlas with a tour of two stops and a guide.
const Library& libraryWithTour() {
    static const Library shared = [] {
        Library out = fixture::library();
        auto atlas = std::make_shared<atlas::Atlas>(*out.atlas);
        atlas::Scenario tour;
        tour.id = ScenarioId{"desk"};
        tour.name = "Desk work";
        tour.summary = "Long hours";
        tour.redFlags = {"Chest pain: call for help"};
        tour.steps = {{fixture::frontPoint().point, "It tires", "Rest it"},
                      {fixture::backPoint().point, "It is stretched", "Warm it"}};
        atlas->scenarios = {tour};
        atlas::Guide guide;
        guide.id = GuideId{"primer"};
        guide.name = "A primer";
        atlas->guides = {guide};
        atlas->reindex();
        out.atlas = atlas;
        return out;
    }();
    return shared;
}

AppState after(std::initializer_list<Action> actions) {
    return fixture::after(fixture::start(libraryWithTour()), actions, libraryWithTour());
}

}  // namespace

TEST_CASE("a tour says first what has to be ruled out, and then shows point after point") {
    const AppState begun = after({ShowOverlay{Overlay::learn}, StartTour{ScenarioId{"desk"}}});
    CHECK(begun.overlay == Overlay::none);
    CHECK(begun.detailsOpen);
    const auto first = tourCard(begun, libraryWithTour());
    REQUIRE(first);
    CHECK(first->first);
    const auto& blocks = first->document.blocks;
    REQUIRE_FALSE(blocks.empty());
    CHECK(blocks.front().id == content::BlockId::redFlags);
    CHECK(blocks.front().openAtFirst);
    CHECK(isNothing(begun.choice.selected));

    const AppState second = fixture::after(begun, {StepTour{1}}, libraryWithTour());
    CHECK(second.choice.selected == Target{fixture::frontPoint()});
    const auto card = tourCard(second, libraryWithTour());
    REQUIRE(card);
    const auto& stop = card->document.blocks;
    REQUIRE(stop.size() == 3);
    CHECK(stop[0].kind == content::BlockKind::caution);
    CHECK(stop[1].lines.front().text == "It tires");
    CHECK(stop[2].lines.front().text == "Rest it");
    CHECK(card->document.subtitle.find("1 of 2") != std::string::npos);
}

TEST_CASE("a tour ends at its last stop, goes back, and is left with Esc") {
    const AppState last = after({StartTour{ScenarioId{"desk"}}, StepTour{1}, StepTour{1}, StepTour{1}, StepTour{1}});
    CHECK(last.tour == Tour{ScenarioId{"desk"}, 2});
    CHECK(last.choice.selected == Target{fixture::backPoint()});
    CHECK(tourCard(last, libraryWithTour())->last);
    CHECK(fixture::after(last, {StepTour{-1}}, libraryWithTour()).choice.selected == Target{fixture::frontPoint()});
    const AppState left = fixture::after(last, {Back{}}, libraryWithTour());
    CHECK_FALSE(left.tour);
    CHECK(left.choice.selected == last.choice.selected);
    CHECK_FALSE(tourCard(left, libraryWithTour()));
}

TEST_CASE("a guide opens in its overlay, and Esc leads back to where it was found") {
    const AppState reading = after({SetMode{Mode::learn}, OpenGuide{GuideId{"primer"}}});
    CHECK(reading.overlay == Overlay::learn);
    CHECK(reading.guide == GuideId{"primer"});
    const AppState list = fixture::after(reading, {Back{}}, libraryWithTour());
    CHECK(list.overlay == Overlay::none);
    CHECK(modeOf(list) == Mode::learn);
    CHECK(modeOf(fixture::after(list, {Back{}}, libraryWithTour())) == Mode::explore);
}

TEST_CASE("tours and guides that do not exist change nothing") {
    const AppState state = after({});
    CHECK(after({StartTour{ScenarioId{"none"}}}) == state);
    CHECK(after({OpenGuide{GuideId{"none"}}}) == state);
    CHECK(after({StepTour{1}}) == state);
}

TEST_CASE("a result gives one reason for the place, one for the occasion, and none that only repeats its name") {
    using search::Reason;
    using search::ReasonKind;
    atlas::Muscle muscle;
    muscle.name = "Infraspinatus";
    const Reason name{ReasonKind::name, "infraspinatus", {}};
    const Reason zone{ReasonKind::primaryZone, {}, RegionId{"shoulder_front"}};
    const Reason spill{ReasonKind::spillover, {}, RegionId{"forearm"}};
    const Reason nerve{ReasonKind::nerve, "suprascapular", {}};
    const Reason action{ReasonKind::action, "turns the arm out", {}};
    CHECK(tellingReasons(&muscle, {name}).empty());
    CHECK(tellingReasons(&muscle, {name, nerve, zone, spill, action}) == std::vector<Reason>{nerve, zone});
    CHECK(tellingReasons(nullptr, {name}) == std::vector<Reason>{name});
}
