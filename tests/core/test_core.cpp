// Ids, results, diagnostics, nearest names, UTF-8: what everything else stands on.
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/diagnostic.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/utf8.h"

using namespace myo;

TEST_CASE("A diagnostic says where, what and what was expected") {
    const Diagnostic full{{"a.toml", 3, 7}, "unknown key 'nmae'", "did you mean 'name'?"};
    CHECK(full.text() == "a.toml:3:7: unknown key 'nmae'; did you mean 'name'?");
    CHECK(Diagnostic{{"a.toml"}, "the file is empty", ""}.text() == "a.toml: the file is empty");
    CHECK(Diagnostic{{}, "no such id", ""}.text() == "no such id");
}

TEST_CASE("Warnings alone are no errors") {
    const Diagnostic warning{{}, "odd", "", Severity::warning};
    CHECK_FALSE(hasErrors({}));
    CHECK_FALSE(hasErrors({warning}));
    CHECK(hasErrors({warning, {{}, "wrong", ""}}));
}

TEST_CASE("A result holds a value or the reason why there is none") {
    const Result<int> good = 5;
    REQUIRE(good.ok());
    CHECK(good.value() == 5);
    const Result<int> bad = Diagnostic{{"f"}, "broken", ""};
    REQUIRE_FALSE(bad);
    CHECK(bad.problem().what == "broken");
    CHECK_THROWS_WITH(bad.value(), "f: broken");
}

TEST_CASE("The nearest name is found through slips, and none is guessed from afar") {
    const std::vector<std::string> known = {"soleus", "supraspinatus", "infraspinatus", "subscapularis"};
    CHECK(nearestName("infraspinatus", known) == "infraspinatus");
    CHECK(nearestName("infrapsinatus", known) == "infraspinatus");
    CHECK(nearestName("sloeus", known) == "soleus");
    CHECK(nearestName("supraspinatous", known) == "supraspinatus");
    CHECK(nearestName("xylophone", known).empty());
    CHECK(nearestName("", known).empty());
    CHECK(nearestName("soleus", {}).empty());
}

TEST_CASE("Whatever single slip is made in a long name, it is found again") {
    const std::vector<std::string> known = {"extensor_carpi_radialis_longus", "gluteus_minimus_anterior",
                                            "sternocleidomastoid", "quadratus_lumborum"};
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const std::string& name = known[random() % known.size()];
        std::string typed = name;
        const std::size_t at = random() % (typed.size() - 1);
        switch (random() % 4) {
            case 0:
                typed.erase(at, 1);
                break;
            case 1:
                typed.insert(at, 1, 'x');
                break;
            case 2:
                typed[at] = 'x';
                break;
            default:
                std::swap(typed[at], typed[at + 1]);
        }
        INFO(typed);
        CHECK(nearestName(typed, known) == name);
    }
}

TEST_CASE("A point id is a muscle and a number, and nothing else") {
    const auto point = PointId::parse("gluteus_minimus_anterior.2");
    REQUIRE(point);
    CHECK(point->muscle.value == "gluteus_minimus_anterior");
    CHECK(point->number == 2);
    CHECK(point->text() == "gluteus_minimus_anterior.2");
    for (const char* wrong : {"", ".", "soleus", "soleus.", ".1", "soleus.0", "soleus.-1", "soleus.1x", "soleus. 1",
                              "soleus.99999999999999999999"}) {
        INFO(wrong);
        CHECK_FALSE(PointId::parse(wrong));
    }
}

TEST_CASE("Sides read and write alike, and the opposite of the opposite is the side") {
    for (const Side side : {Side::left, Side::right}) {
        CHECK(parseSide(name(side)) == side);
        CHECK(opposite(opposite(side)) == side);
        CHECK(opposite(side) != side);
        CHECK(name(toBodySide(side)) == name(side));
    }
    CHECK_FALSE(parseSide("Left"));
    CHECK_FALSE(parseSide("mid"));
    CHECK(name(BodySide::mid) == "mid");
    CHECK(SidedPoint{{MuscleId{"soleus"}, 3}, Side::right}.text() == "soleus.3:right");
    CHECK(SidedRegion{RegionId{"temple"}, BodySide::mid}.text() == "temple:mid");
}

TEST_CASE("Only valid UTF-8 is read as characters") {
    CHECK(firstCharacter("a").value == U'a');
    CHECK(firstCharacter("\xC3\xA9").value == U'\u00E9');
    CHECK(firstCharacter("\xE2\x82\xAC").length == 3);
    CHECK(firstCharacter("\xF0\x9F\xA6\xB5").length == 4);
    for (const char* broken : {"", "\x80", "\xC0\x80", "\xC3", "\xE2\x82", "\xE0\x80\x80", "\xED\xA0\x80",
                               "\xF5\x80\x80\x80", "\xF4\x90\x80\x80", "\xFF"}) {
        CHECK(firstCharacter(broken).length == 0);
    }
}

TEST_CASE("Whatever bytes come in, what is shown is valid UTF-8 without control characters and not too long") {
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        std::string bytes(random() % 60, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random() % 256);
        }
        const std::string shown = presentable(bytes, 20);
        REQUIRE(shown.size() <= 20);
        CHECK(presentable(shown, 20) == shown);
        for (std::string_view rest = shown; !rest.empty();) {
            const Utf8Character character = firstCharacter(rest);
            REQUIRE(character.length > 0);
            CHECK(character.value >= 0x20);
            rest.remove_prefix(character.length);
        }
    }
    CHECK(presentable("behind the eye", 100) == "behind the eye");
    CHECK(presentable("\xC3\xA9\xC3\xA9", 3) == "\xC3\xA9");
}
