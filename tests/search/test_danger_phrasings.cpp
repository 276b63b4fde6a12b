// How the warnings fare on the tuning half of dangers.tsv; the other half is read only to report figures.
#include <fstream>
#include <sstream>
#include <string>

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

struct Share {
    int all = 0;
    int warned = 0;

    void add(bool warns) {
        ++all;
        warned += warns ? 1 : 0;
    }
};

}  // namespace

TEST_CASE("Few harmless look-alikes in people's words take fright, and dangers are warned of many times as often") {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const search::SearchIndex index(
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas);
    std::ifstream file(root + "/tests/search/dangers.tsv");
    Share dangers;
    Share harmless;
    int lines = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        ++lines;
        std::istringstream fields(line);
        std::string text;
        std::string urgency;
        REQUIRE(std::getline(fields, text, '\t'));
        REQUIRE(std::getline(fields, urgency, '\t'));
        INFO(line);
        REQUIRE((urgency == "ambulance" || urgency == "today" || urgency == "doctor" || urgency == "none"));
        if (!heldOut(text)) {
            (urgency == "none" ? harmless : dangers).add(!index.search(text, 5).warnings.empty());
        }
    }
    INFO(dangers.warned << " of " << dangers.all << " dangers, " << harmless.warned << " of " << harmless.all
                        << " look-alikes");
    CHECK(lines > 850);
    CHECK(dangers.all > 150);
    CHECK(harmless.all > 150);
    CHECK(harmless.warned * 20 <= harmless.all);
    CHECK(dangers.warned * 3 >= dangers.all);
    CHECK(dangers.warned * harmless.all > 5 * harmless.warned * dangers.all);
}
