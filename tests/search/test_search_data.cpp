// The search on the atlas that ships, with what people type.
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "search/search_index.h"

using namespace myo;

namespace {

struct Asked {
    std::string query;
    std::size_t rank = 0;
    std::vector<std::string> muscles;
};

std::vector<Asked> readQueries() {
    std::ifstream file(std::string(MYOATLAS_SOURCE_DIR) + "/tests/search/queries.tsv");
    std::vector<Asked> all;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::istringstream fields(line);
        Asked asked;
        std::string rank;
        std::getline(fields, asked.query, '\t');
        std::getline(fields, rank, '\t');
        asked.rank = std::stoul(rank);
        for (std::string muscle; fields >> muscle;) {
            asked.muscles.push_back(muscle);
        }
        all.push_back(std::move(asked));
    }
    return all;
}

atlas::Atlas shippedAtlas() {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const auto context = atlas::loadContext(root + "/assets/anatomy");
    REQUIRE(context);
    return atlas::loadAtlas(root + "/data", context.value()).atlas;
}

bool metWithin(const Asked& asked, const std::vector<search::SearchResult>& results, std::size_t rank) {
    const auto end = results.begin() + static_cast<std::ptrdiff_t>(std::min(rank, results.size()));
    return std::any_of(results.begin(), end, [&](const search::SearchResult& result) {
        return std::find(asked.muscles.begin(), asked.muscles.end(), result.muscle.value) != asked.muscles.end();
    });
}

std::string listed(const std::vector<search::SearchResult>& results) {
    std::string text;
    for (const search::SearchResult& result : results) {
        text += " " + result.muscle.value;
    }
    return text;
}

}  // namespace

TEST_CASE("People meet the muscle they look for: at least 95 of 100 queries among the first five") {
    const search::SearchIndex index(shippedAtlas());
    const std::vector<Asked> all = readQueries();
    REQUIRE(all.size() >= 60);
    std::size_t hits = 0;
    std::size_t atRank = 0;
    for (const Asked& asked : all) {
        const search::SearchAnswer answer = index.search(asked.query, 5);
        hits += metWithin(asked, answer.results, 5) ? 1 : 0;
        const bool met = metWithin(asked, answer.results, asked.rank);
        atRank += met ? 1 : 0;
        if (!met) {
            WARN(asked.query << " (within " << asked.rank << "):" << listed(answer.results));
        }
    }
    CHECK(static_cast<double>(hits) >= 0.95 * static_cast<double>(all.size()));
    CHECK(static_cast<double>(atRank) >= 0.92 * static_cast<double>(all.size()));
}

TEST_CASE("Every muscle is first for its own name, and near the top for its id and each alias of its own") {
    const atlas::Atlas atlas = shippedAtlas();
    const search::SearchIndex index(atlas);
    for (const atlas::Muscle& muscle : atlas.muscles) {
        const auto answer = index.search(muscle.name, 1);
        INFO(muscle.name);
        REQUIRE_FALSE(answer.results.empty());
        CHECK(answer.results.front().muscle == muscle.id);
        const Asked byId{muscle.id.value, 1, {muscle.id.value}};
        CHECK(metWithin(byId, index.search(muscle.id.value, 1).results, 1));
    }
}

TEST_CASE(
    "What people are quoted with, and what a muscle is also called, leads to it: 97 of 100 within the first five") {
    const atlas::Atlas atlas = shippedAtlas();
    const search::SearchIndex index(atlas);
    std::size_t asked = 0;
    std::size_t met = 0;
    for (const atlas::Muscle& muscle : atlas.muscles) {
        for (const auto* texts : {&muscle.reports, &muscle.aliases}) {
            for (const std::string& text : *texts) {
                ++asked;
                met += metWithin({text, 5, {muscle.id.value}}, index.search(text, 5).results, 5) ? 1 : 0;
            }
        }
    }
    INFO(met << " of " << asked);
    CHECK(static_cast<double>(met) >= 0.97 * static_cast<double>(asked));
}

TEST_CASE("While a name is typed its muscle arrives and then stays") {
    const search::SearchIndex index(shippedAtlas());
    for (const std::string name : {"soleus", "infraspinatus", "piriformis", "temporalis", "brachialis"}) {
        bool arrived = false;
        for (std::size_t typed = 1; typed <= name.size(); ++typed) {
            const bool met = metWithin({"", 5, {name}}, index.search(name.substr(0, typed), 5).results, 5);
            INFO(name.substr(0, typed));
            CHECK((met || !arrived));
            arrived = arrived || met;
        }
        CHECK(arrived);
    }
}

TEST_CASE("Dangerous words bring their warning, harmless ones and denied ones do not") {
    const search::SearchIndex index(shippedAtlas());
    const std::vector<std::pair<std::string, std::string>> dangerous = {
        {"crushing chest pain going into my left arm", "heart attack"},
        {"an ache in the chest that goes down my arm", "heart attack"},
        {"worst headache ever", "emergency"},
        {"saddle numbness", "between the legs"},
        {"I lost control of my bladder", "between the legs"},
        {"low back pain, no control of my bladder", "between the legs"},
        {"fever with a stiff neck", "meningitis"},
        {"sudden weakness of face and arm", "stroke"},
        {"sudden weaknes in my arm", "stroke"},
        {"calf swollen after a long flight", "clot"},
        {"losing weight and back pain at night", "loss of weight"},
    };
    for (const auto& [query, part] : dangerous) {
        INFO(query);
        const auto warnings = index.search(query, 5).warnings;
        CHECK(std::any_of(warnings.begin(), warnings.end(),
                          [&](const std::string& sentence) { return sentence.find(part) != std::string::npos; }));
    }
    for (const char* harmless :
         {"headache behind the eye", "stiff neck no fever", "infraspinatus", "calf cramp at night", "low back pain",
          "tight calf", "numb little finger", "thumb pain", "arm pain"}) {
        INFO(harmless);
        CHECK(index.search(harmless, 5).warnings.empty());
    }
}
