// How the warnings fare on the phrasings of dangers.tsv: the aims on the half for tuning, a floor on the other.
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "core/content_hash.h"
#include "search/search_index.h"

using namespace myo;

namespace {

// Bit 33 of the FNV-1a hash decides by chance; see the head of the file.
bool heldOut(const std::string& text) {
    ContentHash hash;
    hash.add(text);
    return (std::stoull(hash.text(), nullptr, 16) >> 33U & 1U) != 0;
}

bool listed(const std::string& causes, const std::string& id) {
    std::istringstream words(causes);
    for (std::string cause; words >> cause;) {
        if (cause == id) {
            return true;
        }
    }
    return false;
}

// What became of one half of the phrasings.
struct Fared {
    int dangers = 0;
    int warned = 0;
    int right = 0;       // the right cause is among the warnings
    int rightFirst = 0;  // and it leads them
    int harmless = 0;
    int silent = 0;

    void add(const std::string& urgency, const std::string& causes, const std::vector<search::Danger>& warnings) {
        if (urgency == "none") {
            ++harmless;
            silent += warnings.empty() ? 1 : 0;
            return;
        }
        const auto isRight = [&](const search::Danger& warning) { return listed(causes, warning.id); };
        ++dangers;
        warned += warnings.empty() ? 0 : 1;
        right += std::any_of(warnings.begin(), warnings.end(), isRight) ? 1 : 0;
        rightFirst += !warnings.empty() && isRight(warnings.front()) ? 1 : 0;
    }

    [[nodiscard]] std::string text() const {
        std::ostringstream out;
        out << dangers << " dangers: " << warned << " warned, " << right << " right, " << rightFirst << " right first; "
            << harmless << " look-alikes: " << silent << " silent";
        return out.str();
    }
};

bool atLeast(int part, int whole, double share) {
    return static_cast<double>(part) >= share * static_cast<double>(whole);
}

search::SearchIndex shippedIndex() {
    const std::string root = MYOATLAS_SOURCE_DIR;
    return search::SearchIndex(
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas);
}

}  // namespace

TEST_CASE("Dangers in people's words are warned of, with the right cause first; harmless look-alikes are not") {
    const search::SearchIndex index = shippedIndex();
    std::ifstream file(std::string(MYOATLAS_SOURCE_DIR) + "/tests/search/dangers.tsv");
    Fared tuning;
    Fared unread;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::istringstream fields(line);
        std::string text;
        std::string urgency;
        std::string causes;
        REQUIRE(std::getline(fields, text, '\t'));
        REQUIRE(std::getline(fields, urgency, '\t'));
        std::getline(fields, causes, '\t');
        (heldOut(text) ? unread : tuning).add(urgency, causes, index.search(text, 5).dangers);
    }
    INFO("tuning: " << tuning.text());
    INFO("hold-out: " << unread.text());
    CHECK(tuning.dangers > 150);
    CHECK(tuning.harmless > 150);
    CHECK(atLeast(tuning.warned, tuning.dangers, 0.95));
    CHECK(atLeast(tuning.right, tuning.dangers, 0.95));
    CHECK(atLeast(tuning.rightFirst, tuning.dangers, 0.9));
    CHECK(atLeast(tuning.silent, tuning.harmless, 0.97));
    // A floor only: these lines serve no tuning. The figures are in docs/search.md.
    CHECK(atLeast(unread.warned, unread.dangers, 0.85));
    CHECK(atLeast(unread.right, unread.dangers, 0.75));
    CHECK(atLeast(unread.silent, unread.harmless, 0.92));
}

TEST_CASE("A stroke of a racket or an arm is no stroke of the brain") {
    const search::SearchIndex index = shippedIndex();
    for (const char* harmless : {"swimmer's shoulder, hurts on every stroke", "sore lats from the butterfly stroke",
                                 "backstroke pain in the armpit", "my golf stroke hurts the elbow",
                                 "rowing stroke makes my forearm ache", "a kayak stroke pulls at my side"}) {
        INFO(harmless);
        CHECK(index.search(harmless, 5).dangers.empty());
    }
    CHECK_FALSE(index.search("I think mum had a stroke", 5).dangers.empty());
}

TEST_CASE("Each warning tells how fast help is needed, and names its sources") {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const atlas::Atlas atlas =
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas;
    REQUIRE(atlas.redFlags.size() > 30);
    for (const atlas::RedFlag& flag : atlas.redFlags) {
        INFO(flag.id);
        CHECK_FALSE(flag.citations.empty());
        const bool now = flag.say.find(" now") != std::string::npos;
        const bool today = flag.say.find("today") != std::string::npos;
        const bool doctor = flag.say.find("doctor") != std::string::npos;
        CHECK((flag.urgency == atlas::Urgency::ambulance ? now
               : flag.urgency == atlas::Urgency::today   ? today
                                                         : doctor));
    }
}
