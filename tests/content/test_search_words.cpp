// What a search found, in the words that the command line and the window share.
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "content/search_words.h"
#include "support/english.h"

using namespace myo;

TEST_CASE("What was understood is told: place, side, circumstance, quality and what is absent") {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const atlas::Atlas atlas =
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas;
    const search::SearchIndex index(atlas);
    const auto told = [&](const std::string& query) {
        return content::understoodWords(*test::english(), atlas, index.search(query, 5));
    };
    CHECK(told("right temple") == std::vector<std::string>{"place: temple (right)"});
    CHECK(told("kneecap hurts on both sides, worse on stairs") ==
          std::vector<std::string>{"place: front of knee (both sides)", "when: on stairs"});
    CHECK(told("burning kneecap, not in the groin") ==
          std::vector<std::string>{"place: front of knee", "feels: burning", "not there: groin"});
    CHECK(told("temple, no headache") == std::vector<std::string>{"place: temple", "absent: headache"});
    CHECK(told("temple xqzzy") == std::vector<std::string>{"place: temple", "not understood: xqzzy"});
    CHECK(told("soleus").empty());
}

TEST_CASE("Words that lead nowhere get advice that names what is unknown") {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const search::SearchIndex index(
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas);
    const auto advice = [&](const std::string& query) {
        return content::adviceWithoutResults(*test::english(), index.search(query, 5));
    };
    for (const char* query : {"it hurts", "please help", "no headache", "xqzzy", "I have pain on the left"}) {
        INFO(query);
        CHECK(advice(query).find("paint") != std::string::npos);
    }
    CHECK(advice("right xqzzy").find("\"xqzzy\"") != std::string::npos);
    CHECK(advice("soleus").empty());
}

TEST_CASE("A reason is told by its kind, a zone by its region's name") {
    atlas::Atlas atlas;
    atlas::Region temple;
    temple.id = RegionId{"temple"};
    temple.name = "temple";
    atlas.regions.push_back(temple);
    atlas.reindex();
    const auto words = [&](const search::Reason& reason) {
        return content::reasonWords(*test::english(), atlas, reason);
    };
    CHECK(words({search::ReasonKind::primaryZone, {}, RegionId{"temple"}}) == "primary zone: temple");
    CHECK(words({search::ReasonKind::report, "Hats hurt.", {}}) == "people say: Hats hurt.");
}
