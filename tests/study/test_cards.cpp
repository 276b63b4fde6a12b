// The cards of the atlas that ships, and which points are taken for one another.
#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "study/cards.h"
#include "support/english.h"
#include "support/shipped_atlas.h"

using namespace myo;
using namespace myo::study;

namespace {

using test::shipped;

}  // namespace

TEST_CASE("every point and every muscle has its cards, each with a question, an answer and an id of its own") {
    const std::vector<Card> deck = makeDeck(*test::english(), shipped());
    std::set<std::string> ids;
    std::map<CardKind, std::size_t> kinds;
    for (const Card& card : deck) {
        INFO(card.id);
        CHECK(ids.insert(card.id).second);
        CHECK(card.id.rfind(std::string(kindName(card.kind)) + ":", 0) == 0);
        CHECK_FALSE(card.prompt.empty());
        CHECK_FALSE(card.answer.empty());
        CHECK(card.prompt.find("study.") == std::string::npos);
        CHECK(shipped().find(card.muscle) != nullptr);
        ++kinds[card.kind];
    }
    CHECK(kinds[CardKind::zone] == shipped().points().size());
    CHECK(kinds[CardKind::muscle] == shipped().points().size());
    CHECK(kinds[CardKind::origin] == shipped().muscles.size());
    CHECK(kinds[CardKind::complaint] > 200);
    CHECK(kinds[CardKind::lookAlikes] > 50);
    CHECK(ids.contains("zone:soleus.1"));
}

TEST_CASE("a question does not give its answer away") {
    for (const Card& card : makeDeck(*test::english(), shipped(), {{}, {}, {}, {CardKind::muscle}})) {
        INFO(card.id);
        CHECK(card.prompt.find(shipped().find(card.muscle)->name) == std::string::npos);
    }
}

TEST_CASE("a deck keeps to the parts, muscles, points and kinds that are asked for") {
    const Text& text = *test::english();
    const auto some = makeDeck(text, shipped(), {{atlas::BodyPart::foot}, {}, {}, {}});
    REQUIRE_FALSE(some.empty());
    CHECK(std::all_of(some.begin(), some.end(),
                      [](const Card& card) { return shipped().find(card.muscle)->bodyPart == atlas::BodyPart::foot; }));
    const auto soleus = makeDeck(text, shipped(), {{}, {MuscleId{"soleus"}}, {}, {CardKind::zone}});
    CHECK(soleus.size() == shipped().find(MuscleId{"soleus"})->points.size());
    const auto point = makeDeck(text, shipped(), {{}, {}, {*PointId::parse("soleus.3")}, {CardKind::zone}});
    REQUIRE(point.size() == 1);
    CHECK(point.front().id == "zone:soleus.3");
}

TEST_CASE("look-alikes are of other muscles and share regions") {
    const atlas::TriggerPoint& point = *shipped().find(*PointId::parse("gluteus_minimus_posterior.1"));
    const auto others = lookAlikesOf(shipped(), point);
    CHECK(others.size() <= 2);
    for (const PointId& other : others) {
        CHECK(other.muscle != point.id.muscle);
    }
}

TEST_CASE("a card of the whole deck belongs to a choice if the choice's own deck has it") {
    const Text& text = *test::english();
    const std::vector<Card> whole = makeDeck(text, shipped());
    const PointId point = *PointId::parse("soleus.2");
    for (const DeckChoice& choice :
         {DeckChoice{{atlas::BodyPart::foot}, {}, {}, {}},
          DeckChoice{{}, {MuscleId{"soleus"}}, {}, {CardKind::zone, CardKind::nerve}}, DeckChoice{{}, {}, {point}, {}},
          DeckChoice{{}, {}, {point}, {CardKind::lookAlikes}}}) {
        std::set<std::string> own;
        for (const Card& card : makeDeck(text, shipped(), choice)) {
            own.insert(card.id);
        }
        for (const Card& card : whole) {
            INFO(card.id);
            CHECK(choice.holds(shipped(), card) == own.contains(card.id));
        }
    }
}
