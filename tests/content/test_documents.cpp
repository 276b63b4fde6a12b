// What the documents say of the shipped atlas, and in which order.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "content/documents.h"
#include "content/words.h"
#include "support/english.h"
#include "support/shipped_atlas.h"

using namespace myo;
using namespace myo::content;

namespace {

const std::string root = MYOATLAS_SOURCE_DIR;

using test::shipped;

const Text& english() {
    return *test::english();
}

int place(const Document& document, BlockId id) {
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(),
                                    [&](const Block& block) { return block.id == id; });
    return found != document.blocks.end() ? static_cast<int>(found - document.blocks.begin()) : -1;
}

// Every document that the shipped atlas can give.
std::vector<Document> allDocuments(const Text& text) {
    const atlas::Atlas& atlas = shipped();
    std::vector<Document> out;
    std::vector<SidedPoint> some;
    for (const atlas::Muscle& muscle : atlas.muscles) {
        out.push_back(muscleDocument(text, atlas, muscle.id));
        out.push_back(muscleDocument(text, atlas, muscle.id, BodySide::right));
        for (const atlas::TriggerPoint& point : muscle.points) {
            out.push_back(pointDocument(text, atlas, point.id, Side::left));
        }
        some.push_back({muscle.points.front().id, Side::left});
    }
    for (const atlas::Region& region : atlas.regions) {
        out.push_back(regionDocument(text, atlas, region.id));
    }
    for (const atlas::Scenario& scenario : atlas.scenarios) {
        out.push_back(tourDocument(text, atlas, scenario));
        for (int stop = 0; stop <= static_cast<int>(scenario.steps.size()); ++stop) {
            out.push_back(tourStopDocument(text, atlas, scenario, stop));
        }
    }
    for (const atlas::Guide& guide : atlas.guides) {
        out.push_back(guideDocument(text, atlas, guide));
    }
    out.push_back(comparisonDocument(text, atlas, std::span(some).first(4), nullptr));
    out.push_back(evidenceDocument(text, atlas));
    out.push_back(aboutDocument(text, atlas, "1.0"));
    return out;
}

// A muscle with what the documents tell apart.
atlas::Atlas small() {
    atlas::Atlas out;
    for (const char* id : {"first", "second"}) {
        atlas::Muscle muscle;
        muscle.id = MuscleId{id};
        muscle.name = capitalised(id);
        muscle.fma = "FMA22542";
        muscle.ta2 = "2660";
        muscle.redFlags = {"A clot: see a doctor today"};
        muscle.provokes = {"Walking " + muscle.name};
        muscle.palpation = "With the flat hand";
        atlas::TriggerPoint point;
        point.id = {muscle.id, 1};
        point.location = "In the middle";
        atlas::Zone zone;
        zone.regions = {RegionId{"temple"}, RegionId{"cheek"}};
        zone.contraRegions = {RegionId{"cheek"}};
        point.zones = {zone};
        point.citations = {{CitationId{"book"}, "Ch. 1", "pattern", atlas::Verification::verified, {}}};
        atlas::StudyFrequency study;
        study.region = RegionId{"cheek"};
        study.percent = 12.5F;
        study.sampleSize = 40;
        study.people = "healthy adults";
        study.method = "pressure";
        study.controlPercent = 5.0F;
        study.controlSize = 20;
        study.control = "others";
        study.source = CitationId{"book"};
        study.verification = atlas::Verification::verified;
        point.frequencies = {study};
        muscle.points = {point};
        out.muscles.push_back(muscle);
    }
    for (const char* id : {"temple", "cheek"}) {
        atlas::Region region;
        region.id = RegionId{id};
        region.name = id;
        out.regions.push_back(region);
    }
    atlas::Citation book;
    book.id = CitationId{"book"};
    book.authors = "Author A, Author B";
    book.year = 1999;
    book.title = "The Book";
    out.citations = {book};
    out.reindex();
    return out;
}

}  // namespace

TEST_CASE("red flags and look-alikes stand before self-care, and how sure it is before both") {
    for (const Document& document : allDocuments(english())) {
        INFO(document.title << " " << document.subtitle);
        const int care = place(document, BlockId::selfCare);
        if (care < 0) {
            continue;
        }
        for (const BlockId id : {BlockId::evidence, BlockId::redFlags, BlockId::lookAlikes}) {
            CHECK(place(document, id) >= 0);
            CHECK(place(document, id) < care);
        }
    }
}

TEST_CASE("a red flag never stands without its warning, and nothing else is ever above it in a tour") {
    for (const Document& document : allDocuments(english())) {
        INFO(document.title << " " << document.subtitle);
        for (const Block& block : document.blocks) {
            if (block.id == BlockId::redFlags || block.id == BlockId::lookAlikes) {
                CHECK(block.kind == BlockKind::caution);
                CHECK(block.heading == english()(headingKey(block.id)));
            }
        }
        if (std::holds_alternative<ScenarioId>(document.about)) {
            CHECK(document.blocks.front().id == BlockId::redFlags);
        }
    }
    const atlas::Scenario& tour = shipped().scenarios.front();
    CHECK(tourStopDocument(english(), shipped(), tour, 0).blocks.front().openAtFirst);
    CHECK(tourStopDocument(english(), shipped(), tour, 99).subtitle ==
          tourStopDocument(english(), shipped(), tour, static_cast<int>(tour.steps.size())).subtitle);
}

TEST_CASE("blocks are told apart by id and number, and no block and no line is empty") {
    for (const Document& document : allDocuments(english())) {
        INFO(document.title << " " << document.subtitle);
        CHECK_FALSE(document.title.empty());
        std::set<std::pair<BlockId, int>> seen;
        for (const Block& block : document.blocks) {
            CHECK(seen.emplace(block.id, block.number).second);
            CHECK_FALSE(block.lines.empty());
            for (const Line& line : block.lines) {
                INFO(block.heading);
                CHECK_FALSE(line.text.empty());
            }
        }
    }
}

TEST_CASE("every heading is in the table") {
    std::set<std::string_view> keys;
    for (const BlockId id : allBlockIds) {
        if (const std::string_view key = headingKey(id); !key.empty()) {
            INFO(key);
            CHECK(english().has(key));
            CHECK(keys.insert(key).second);
        }
    }
    CHECK(keys.size() > 20);
}

TEST_CASE("all words that are not the data's come from the table") {
    const auto fromTable = [](const std::string& words) { return words.empty() || words.front() == '['; };
    for (const Document& document : allDocuments(*test::pseudoEnglish())) {
        for (const Block& block : document.blocks) {
            INFO(block.heading);
            CHECK((block.ownHeading || fromTable(block.heading)));
            for (const Line& line : block.lines) {
                INFO(line.text);
                if (line.status || line.tier) {
                    CHECK(
                        (line.status ? fromTable(line.text) : block.kind != BlockKind::zones || fromTable(line.note)));
                }
                for (const Source& source : line.sources) {
                    CHECK(fromTable(source.standing));
                }
            }
        }
    }
}

TEST_CASE("a zone is told by side, or as on the same and the other side where none is chosen") {
    const atlas::Atlas atlas = small();
    const atlas::Zone& zone = atlas.muscles[0].points[0].zones[0];
    CHECK(zoneWords(english(), atlas, zone, Side::left) == "Left: temple and cheek. Right: cheek.");
    CHECK(zoneWords(english(), atlas, zone, Side::right) == "Right: temple and cheek. Left: cheek.");
    CHECK(zoneWords(english(), atlas, zone, {}) == "Same side: temple and cheek. Other side: cheek.");
}

TEST_CASE("a muscle tells of every point where it lies, where it is felt and what stands behind it") {
    const atlas::Atlas& atlas = shipped();
    for (const atlas::Muscle& muscle : atlas.muscles) {
        const Document document = muscleDocument(english(), atlas, muscle.id);
        const Block* evidence = document.find(BlockId::pointEvidence);
        REQUIRE(evidence != nullptr);
        for (const atlas::TriggerPoint& point : muscle.points) {
            INFO(point.id.text());
            const auto block = std::find_if(document.blocks.begin(), document.blocks.end(), [&](const Block& one) {
                return one.about == Reference{SidedPoint{point.id, Side::left}};
            });
            REQUIRE(block != document.blocks.end());
            CHECK(block->lines.front().text == point.location);
            CHECK(block->lines.size() == 1 + point.zones.size());
            const auto behind = std::find_if(evidence->lines.begin(), evidence->lines.end(), [&](const Line& line) {
                return line.label == pointLabel(english(), point);
            });
            REQUIRE(behind != evidence->lines.end());
            CHECK(behind->status == atlas::evidenceStatus(point));
        }
    }
}

TEST_CASE("every claim shows its chapter and whether it was confirmed") {
    const atlas::Atlas atlas = small();
    const Document document = pointDocument(english(), atlas, {MuscleId{"first"}, 1});
    const Block* evidence = document.find(BlockId::evidence);
    REQUIRE(evidence != nullptr);
    const Line& status = evidence->lines.at(0);
    CHECK_THAT(status.text, Catch::Contains("Only one source"));
    CHECK(status.status == atlas::EvidenceStatus::oneSource);
    REQUIRE(status.sources.size() == 1);
    CHECK(status.sources[0].words == "Author A et al. 1999, Ch. 1");
    CHECK(status.sources[0].standing == "confirmed, in it or in two others");
    CHECK(evidence->lines.at(1).text ==
          "Measured: 12.5 % of 40 people felt it there: cheek (healthy adults); 5 % of 20 others");
    CHECK(evidence->lines.at(1).note == "pressure");
    const Block* sources = document.find(BlockId::sources);
    REQUIRE(sources != nullptr);
    REQUIRE(sources->lines.size() == 1);
    CHECK(sources->lines[0].text == "Author A, Author B (1999). The Book.");
    CHECK(sources->lines[0].note == "Ch. 1: confirmed, in it or in two others");
}

TEST_CASE("a muscle says by which ids other programs know it") {
    const Document document = muscleDocument(english(), small(), MuscleId{"first"});
    const Block* anatomy = document.find(BlockId::anatomy);
    REQUIRE(anatomy != nullptr);
    CHECK_THAT(anatomy->lines.back().text, Catch::Contains("FMA22542") && Catch::Contains("TA2 2660"));
}

TEST_CASE("a region without a body lists the points whose data name it") {
    const Document document = regionDocument(english(), small(), RegionId{"temple"});
    CHECK(document.title == "Temple");
    const Block* sources = document.find(BlockId::primarySources);
    REQUIRE(sources != nullptr);
    CHECK(sources->lines.size() == 2);
    CHECK(sources->lines[0].note.empty());
    CHECK(idText(sources->lines[0].target) == "first.1");
    CHECK_FALSE(regionDocument(english(), small(), RegionId{"nowhere"}).status.empty());
}

TEST_CASE("what compared points have in common is said once, and what only one says bears its number") {
    const std::vector<SidedPoint> points{{{MuscleId{"first"}, 1}, Side::left},
                                         {{MuscleId{"second"}, 1}, Side::left},
                                         {{MuscleId{"unknown"}, 1}, Side::left}};
    const Document table = comparisonDocument(english(), small(), points, nullptr);
    CHECK(table.blocks.front().id == BlockId::compared);
    CHECK(table.blocks.front().lines.size() == 3);
    CHECK(table.find(BlockId::overlap) == nullptr);
    const Block* flags = table.find(BlockId::redFlags);
    REQUIRE(flags != nullptr);
    REQUIRE(flags->lines.size() == 1);
    CHECK(flags->lines[0].label == "1, 2");
    const Block* provokes = table.find(BlockId::provokes);
    REQUIRE(provokes != nullptr);
    REQUIRE(provokes->lines.size() == 2);
    CHECK(provokes->lines[0].label == "1");
    CHECK(provokes->lines[1].label == "2");
    const Block* press = table.find(BlockId::press);
    REQUIRE(press != nullptr);
    CHECK((press->lines.size() == 2 && press->lines[0].bullet));
    CHECK(place(table, BlockId::redFlags) < place(table, BlockId::press));
}

TEST_CASE("the note on evidence names its sources in full") {
    const Document note = evidenceDocument(english(), shipped());
    REQUIRE(note.blocks.size() == 1);
    CHECK(note.blocks[0].lines.size() >= 6);
    for (const Line& line : note.blocks[0].lines) {
        INFO(line.text);
        const bool number = line.text.find_first_of("0123456789") != std::string::npos;
        CHECK((!number || !line.sources.empty()));
        for (const Source& source : line.sources) {
            CHECK_THAT(source.words, Catch::Contains("(20"));
            CHECK(source.verification);
        }
    }
}

TEST_CASE("numbers choose the form of their sentence") {
    const Document about = aboutDocument(english(), small(), "2.0");
    CHECK_THAT(about.subtitle, Catch::StartsWith("Version 2.0. "));
    CHECK(about.blocks.front().lines.front().text ==
          "2 muscles, 2 trigger points, 2 primary zones, 0 spillover zones and 2 regions.");
    atlas::Scenario tour;
    tour.steps = {{{MuscleId{"first"}, 1}, "why", "care"}};
    CHECK(tourStopDocument(english(), small(), tour, 0).subtitle == "Before you start, 1 stop");
    tour.steps.push_back(tour.steps.front());
    CHECK(tourStopDocument(english(), small(), tour, 0).subtitle == "Before you start, 2 stops");
}

TEST_CASE("a measurement reads as a sentence with its number, unit and comparison") {
    const auto has = [](const std::string& words, const char* part) {
        INFO(words);
        CHECK(words.find(part) != std::string::npos);
    };
    atlas::StudyFrequency one;
    one.region = RegionId{"temple"};
    one.percent = 61.9F;
    one.sampleSize = 21;
    one.unit = "injections";
    for (const char* part : {"61.9 %", "21 injections", "temple"}) {
        has(frequencyWords(english(), shipped(), one), part);
    }
    one.measure = atlas::Measure::refers;
    one.unit = "people";
    one.people = "headache";
    one.controlPercent = 10.0F;
    one.controlSize = 30;
    one.control = "without";
    for (const char* part : {"61.9 %", "21 people", "headache", "10 % of 30", "without"}) {
        has(frequencyWords(english(), shipped(), one), part);
    }
}

TEST_CASE("warnings are ranked by what they tell people to do") {
    using atlas::Urgency;
    CHECK(atlas::urgencyOf("Crushing chest pain: call an ambulance.") == Urgency::ambulance);
    CHECK(atlas::urgencyOf("A hard bulge in the groin is an emergency.") == Urgency::ambulance);
    CHECK(atlas::urgencyOf("Fever with flank pain: see a doctor today.") == Urgency::today);
    CHECK(atlas::urgencyOf("A red, hot thumb needs a doctor the same day.") == Urgency::today);
    CHECK(atlas::urgencyOf("A lump that grows needs a doctor.") == Urgency::doctor);
}
