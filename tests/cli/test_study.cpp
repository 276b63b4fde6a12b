// myoatlas study, as a person or a program calls it.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "process.h"

using Json = nlohmann::json;
using namespace myo::test;

TEST_CASE("the deck lists the cards that are asked for") {
    const Workplace place;
    const Ran ran = myoatlas(place, {"study", "deck", "--muscle", "soleus", "--json"});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    const Json deck = Json::parse(ran.out);
    REQUIRE_FALSE(deck.empty());
    CHECK(deck[0]["card"] == "zone:soleus.1");
    for (const Json& card : deck) {
        CHECK(card["muscle"] == "soleus");
        for (const char* key : {"kind", "prompt", "answer"}) {
            CHECK_FALSE(card[key].get<std::string>().empty());
        }
    }
    const Ran tour = myoatlas(place, {"study", "deck", "--scenario", "desk_neck_headache"});
    CHECK(tour.code == 0);
    CHECK(myoatlas(place, {"study", "deck", "--part", "foot"}).out.find("zone:flexor_digitorum_brevis.1\t") !=
          std::string::npos);
}

TEST_CASE("names that a deck does not know are a wrong call") {
    const Workplace place;
    for (const auto& [option, name] :
         {std::pair("--muscle", "solius"), std::pair("--part", "tail"), std::pair("--scenario", "desk")}) {
        const Ran ran = myoatlas(place, {"study", "deck", option, name});
        INFO(ran.err);
        CHECK(ran.code == 2);
        CHECK(ran.err.find(name) != std::string::npos);
    }
    CHECK(myoatlas(place, {"study"}).code == 2);
}

TEST_CASE("a drawing is graded against a point's zones, and told what is missing and what is too much") {
    const Workplace place;
    place.write("right.json", R"({"format": 1, "body": "male", "strokes": [{"level": 2, "region": "heel_plantar:left"},
        {"level": 2, "region": "heel_posterior:left"}, {"level": 2, "region": "achilles:left"}]})");
    place.write("wrong.json", R"({"format": 1, "body": "male", "strokes": [{"level": 2, "region": "temple:left"}]})");
    const auto graded = [&](const char* file) {
        const Ran ran = myoatlas(place, {"study", "grade", "--point", "soleus.1", "--drawing", file, "--json"});
        INFO(ran.err);
        REQUIRE(ran.code == 0);
        return Json::parse(ran.out);
    };
    CHECK(graded("right.json")["score"] > 0.4);
    const Json wrong = graded("wrong.json");
    CHECK(wrong["score"] == 0.0);
    CHECK(wrong["grade"] == 1);
    CHECK(wrong["primary"]["extra"] == Json::array({"temple:left"}));
    CHECK_FALSE(wrong["primary"]["missed"].empty());
    const Ran other = myoatlas(place, {"study", "grade", "--point", "soleus.9", "--drawing", "wrong.json"});
    CHECK(other.code == 2);
    CHECK(myoatlas(place, {"study", "grade", "--point", "soleus.1", "--drawing", "none.json"}).code == 1);
    const Ran words = myoatlas(place, {"study", "grade", "--point", "soleus.1", "--drawing", "wrong.json"});
    CHECK(words.out.find("left out: ") != std::string::npos);
    CHECK(words.out.find("too much: temple (left)") != std::string::npos);
}

TEST_CASE("reviews are replayed in the shape in which they come") {
    const Workplace place;
    place.write("one.json", R"({"reviews": [{"minutes": 0, "rating": 3}, {"minutes": 10, "rating": 3}]})");
    const Ran ran = myoatlas(place, {"study", "replay", "one.json", "--json"});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    const Json answer = Json::parse(ran.out);
    CHECK(answer["reviews"][0]["state"] == 1);
    CHECK(answer["reviews"][0]["due_minutes"] == 10);
    CHECK(answer["reviews"][0]["retrievability_before"].is_null());
    CHECK(answer["reviews"][1]["state"] == 2);
    place.write("bad.json", "{");
    CHECK(myoatlas(place, {"study", "replay", "bad.json"}).code == 1);
    CHECK(myoatlas(place, {"study", "replay", "none.json"}).code == 1);
}

TEST_CASE("answers go out as JSON and come in again, once") {
    const Workplace place;
    place.write("log.json", R"({"format": 1, "cards": [], "reviews": [
        {"id": "a-1", "card": "zone:soleus.1", "at_ms": 1773169200123, "grade": 3, "score": 0.75, "took_ms": 8100},
        {"id": "a-2", "card": "zone:soleus.1", "at_ms": 1773169800000, "grade": 4, "score": 1.0, "took_ms": 900}]})");
    const Ran first = myoatlas(place, {"study", "import", "log.json"});
    INFO(first.err);
    CHECK(first.code == 0);
    CHECK(first.out == "2 reviews added, 0 known\n");
    CHECK(myoatlas(place, {"study", "import", "log.json"}).out == "0 reviews added, 2 known\n");
    REQUIRE(myoatlas(place, {"study", "export", "--json", "out.json", "--muscle", "soleus"}).code == 0);
    const Json out = Json::parse(readFile(place.file("out.json")));
    CHECK(out["reviews"] == Json::parse(readFile(place.file("log.json")))["reviews"]);
    CHECK(out["cards"][0]["card"] == "zone:soleus.1");
}

TEST_CASE("a log that is none is a failure, and an export to nowhere or of nothing too") {
    const Workplace place;
    place.write("half.json", R"({"format": 1, "reviews": [)");
    const Ran half = myoatlas(place, {"study", "import", "half.json"});
    CHECK(half.code == 1);
    CHECK(half.err.find("half.json:1") != std::string::npos);
    CHECK(myoatlas(place, {"study", "import", "none.json"}).code == 1);
    CHECK(myoatlas(place, {"study", "export"}).code == 2);
    CHECK(myoatlas(place, {"study", "export", "--text", "x.txt", "--muscle", "solius"}).code == 2);
    CHECK(myoatlas(place, {"study", "export", "--text", "missing/x.txt"}).code == 1);
}

TEST_CASE("cards go out for Anki, as text and as a package with pictures") {
    const Workplace place;
    const Ran ran =
        myoatlas(place, {"study", "export", "--text", "deck.txt", "--anki", "deck.apkg", "--muscle", "soleus"});
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    CHECK(readFile(place.file("deck.txt")).find("zone:soleus.1\tMyoatlas\t") != std::string::npos);
    const std::string package = readFile(place.file("deck.apkg"));
    CHECK(package.starts_with("PK"));
    CHECK(package.find("collection.anki2") != std::string::npos);
    CHECK(package.size() > 100000);  // the pictures
}
