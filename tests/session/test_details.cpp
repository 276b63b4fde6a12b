// What the details panel says, and in which order.
#include <algorithm>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/details.h"
#include "session/problems.h"

using namespace myo;
using namespace myo::session;

namespace {

const Library& library() {
    static const Library shared = fixture::library();
    return shared;
}

int place(const Details& details, const char* heading) {
    for (std::size_t i = 0; i < details.blocks.size(); ++i) {
        if (details.blocks[i].heading == heading) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

Details of(const Target& target) {
    return details(fixture::after(fixture::start(library()), {Select{target}}, library()), library());
}

}  // namespace

TEST_CASE("red flags and look-alikes stand before self-care, for points and for muscles") {
    for (const Target& target :
         {Target{fixture::frontPoint()}, Target{SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}}}) {
        const Details shown = of(target);
        const int flags = place(shown, redFlagHeading);
        const int alike = place(shown, lookAlikeHeading);
        const int care = place(shown, selfCareHeading);
        CHECK(flags >= 0);
        CHECK(alike >= 0);
        REQUIRE(care >= 0);
        CHECK(flags < care);
        CHECK(alike < care);
        CHECK(shown.blocks[static_cast<std::size_t>(flags)].kind == BlockKind::caution);
        CHECK(shown.blocks[static_cast<std::size_t>(flags)].openAtFirst);
        CHECK(place(shown, evidenceHeading) < care);
    }
}

TEST_CASE("a muscle says by which ids other programs know it") {
    const Details shown = of(Target{SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}});
    const int anatomy = place(shown, "Anatomy");
    REQUIRE(anatomy >= 0);
    const auto& lines = shown.blocks[static_cast<std::size_t>(anatomy)].lines;
    CHECK(std::any_of(lines.begin(), lines.end(), [](const DetailLine& line) {
        return line.text.find("FMA22542") != std::string::npos && line.text.find("TA2 2660") != std::string::npos;
    }));
}

TEST_CASE("a point says what it is, on which side, and where its pain is felt") {
    const Details shown = of(fixture::backPoint(Side::right));
    CHECK(shown.title == "Back muscle");
    CHECK(shown.subtitle.find("TrP1") != std::string::npos);
    CHECK(shown.subtitle.find("right") != std::string::npos);
    const int zones = place(shown, zoneHeading);
    REQUIRE(zones >= 0);
    const DetailBlock& block = shown.blocks[static_cast<std::size_t>(zones)];
    REQUIRE(block.lines.size() == 2);
    CHECK(block.lines[0].text == "Right: belly.");
    CHECK(block.lines[0].tier == atlas::Tier::primary);
    CHECK(block.lines[0].note.find("nearly everyone") != std::string::npos);
    CHECK(block.lines[1].tier == atlas::Tier::spillover);
}

TEST_CASE("every claim shows its chapter and whether it was confirmed") {
    const Details shown = of(fixture::frontPoint());
    const int evidence = place(shown, evidenceHeading);
    REQUIRE(evidence >= 0);
    const auto& lines = shown.blocks[static_cast<std::size_t>(evidence)].lines;
    CHECK_THAT(lines.at(0).text, Catch::Contains("Only one source"));
    const DetailLine& line = lines.at(1);
    CHECK(line.text == "Author A et al. 1999, Ch. 1");
    CHECK(line.note == "confirmed, in it or in two others");
}

TEST_CASE("a region lists the points that send pain there, primary before spillover, each a way to it") {
    const Details shown = of(SidedRegion{RegionId{"belly"}, BodySide::left});
    CHECK(shown.title == "Belly \xC2\xB7 left");
    REQUIRE_FALSE(shown.blocks.empty());
    const auto& lines = shown.blocks[0].lines;
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [](const DetailLine& line) { return line.target == Target{fixture::backPoint()}; }));
}

TEST_CASE("while zones are being resolved the panel says so") {
    Library early = library();
    early.referral = nullptr;
    const AppState state = fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}}, early);
    CHECK(details(state, early).status.find("being worked out") != std::string::npos);
    CHECK(details(state, library()).status.empty());
}

TEST_CASE("the evidence note names a source for every number") {
    for (const EvidenceParagraph& paragraph : evidenceNote()) {
        const bool number = paragraph.text.find_first_of("0123456789") != std::string::npos;
        INFO(paragraph.text);
        CHECK((!number || !paragraph.source.empty()));
    }
}

TEST_CASE("how to start gives way to what helps while one paints or opens a figure") {
    AppState state = fixture::start(library());
    const std::string start = details(state, library()).title;
    state.paint.on = true;
    CHECK(details(state, library()).title != start);
    state = fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}}, library());
    state.model.placed = std::make_shared<PlacedModel>();
    for (const ModelStep step : {ModelStep::place, ModelStep::landmarks}) {
        state.model.step = step;
        const Details shown = details(state, library());
        // Nothing is said about a point, as none is shown on the figure.
        CHECK(shown.title == "Your figure");
        CHECK(shown.tabs.empty());
        CHECK(shown.status.empty());
    }
}

TEST_CASE("of a zone that may lie wrong on a figure of one's own the muscle is named, of broken data the file") {
    Library own = library();
    own.problems = {{{"data/muscles/broken.toml", 3, 1}, "a quote is missing", "close it"}};
    CHECK(problemList(own).doubtful.empty());
    REQUIRE(problemList(own).unread.size() == 1);
    CHECK_THAT(problemList(own).unread[0], Catch::Contains("broken.toml:3:1"));
    // The fixture's body is nobody's built-in one; a zone of one of its muscles hangs on a landmark that it lacks.
    auto atlas = std::make_shared<atlas::Atlas>(*own.atlas);
    atlas::Muscle& muscle = atlas->muscles.back();
    for (atlas::Zone& zone : muscle.points[0].zones) {
        zone.place.file = "data/muscles/" + muscle.id.value + ".toml";
        zone.dabs.push_back({fixture::at("a place it lacks"), 60.0F});
    }
    own.atlas = atlas;
    own.setReferral(std::make_shared<const referral::Referral>(*atlas, own.body));
    REQUIRE(own.problems.size() > 2);
    CHECK(problemList(own).unread.size() == 1);
    CHECK(problemList(own).doubtful == std::vector<std::string>{muscle.name});
    // On a built-in body only the data can be wrong, so the places in them are told.
    auto man = std::make_shared<body::Body>(*own.body);
    man->name = "male";
    own.body = man;
    CHECK(problemList(own).doubtful.empty());
    CHECK(problemList(own).unread.size() == own.problems.size());
}
