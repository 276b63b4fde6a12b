// How often all that the search says it understood of a complaint is right: places, side, occasion, feeling, what is
// free.
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

// Alternatives, any of which will do; an optional group need not be met.
struct Expected {
    std::vector<std::string> any;
    bool optional = false;
};

struct Complaint {
    std::string query;
    std::vector<Expected> places;
    std::string side;
    std::vector<Expected> when;
    std::vector<Expected> feels;
    std::vector<Expected> free;
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::istringstream stream(text);
    std::vector<std::string> parts;
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

std::vector<Expected> groups(const std::string& field, char separator) {
    std::vector<Expected> out;
    for (std::string part : split(field, separator)) {
        if (part == "-" || part.empty()) {
            continue;
        }
        const bool optional = part.front() == '?';
        out.push_back({split(optional ? part.substr(1) : part, '|'), optional});
    }
    return out;
}

std::vector<Complaint> readComplaints() {
    std::ifstream file(std::string(MYOATLAS_SOURCE_DIR) + "/tests/search/understood.tsv");
    std::vector<Complaint> all;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const std::vector<std::string> field = split(line, '\t');
        REQUIRE(field.size() == 6);
        all.push_back({field[0], groups(field[1], ' '), field[2], groups(field[3], ';'), groups(field[4], ';'),
                       groups(field[5], ' ')});
    }
    return all;
}

// Every group is met, and nothing else was understood.
bool fits(const std::vector<Expected>& expected, const std::vector<std::string>& said) {
    const auto in = [](const Expected& group, const std::string& one) {
        return std::find(group.any.begin(), group.any.end(), one) != group.any.end();
    };
    return std::all_of(expected.begin(), expected.end(),
                       [&](const Expected& group) {
                           return group.optional || std::any_of(said.begin(), said.end(),
                                                                [&](const std::string& one) { return in(group, one); });
                       }) &&
           std::all_of(said.begin(), said.end(), [&](const std::string& one) {
               return std::any_of(expected.begin(), expected.end(),
                                  [&](const Expected& group) { return in(group, one); });
           });
}

std::vector<std::string> ids(const std::vector<RegionId>& regions) {
    std::vector<std::string> out;
    for (const RegionId& region : regions) {
        out.push_back(region.value);
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += word + ", ";
    }
    return out;
}

std::string sideOf(const search::SearchAnswer& answer) {
    if (answer.bothSides) {
        return "both";
    }
    return !answer.side ? "-" : *answer.side == Side::left ? "left" : "right";
}

}  // namespace

TEST_CASE("What is understood of whole complaints is right as a whole, mostly") {
    const std::string root = MYOATLAS_SOURCE_DIR;
    const search::SearchIndex index(
        atlas::loadAtlas(root + "/data", atlas::loadContext(root + "/assets/anatomy").value()).atlas);
    const std::vector<Complaint> all = readComplaints();
    REQUIRE(all.size() == 60);
    std::size_t right = 0;
    for (const Complaint& complaint : all) {
        const search::SearchAnswer answer = index.search(complaint.query, 5);
        const bool whole = fits(complaint.places, ids(answer.understoodRegions)) && sideOf(answer) == complaint.side &&
                           fits(complaint.when, answer.circumstances) && fits(complaint.feels, answer.qualities) &&
                           fits(complaint.free, ids(answer.absentRegions)) && answer.unknown.empty();
        right += whole ? 1 : 0;
        if (!whole) {
            UNSCOPED_INFO(complaint.query << "\n  " << joined(ids(answer.understoodRegions)) << "| " << sideOf(answer)
                                          << " | " << joined(answer.circumstances) << "| " << joined(answer.qualities)
                                          << "| free: " << joined(ids(answer.absentRegions))
                                          << "| unknown: " << joined(answer.unknown));
        }
    }
    UNSCOPED_INFO(right << " of " << all.size() << " wholly right");
    CHECK(right >= 38);
}
