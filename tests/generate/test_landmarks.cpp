#include <catch2/catch.hpp>

#include "body/ray_caster.h"
#include "figures.h"

using namespace myo;
using namespace myo::generate;

TEST_CASE("every surface landmark was measured within 4 mm of the skin and ends on it") {
    const body::RayCaster skin(maleBody().skin());
    const Pose pose = makePose(maleFigures());
    for (const LandmarkFigure& figure : maleFigures().landmarks) {
        if (figure.bony) {
            continue;
        }
        INFO(figure.id.value);
        CHECK(skin.closestPoint(pose.applyToSkin(figure.position))->distance < 4.0F);
        const std::optional<glm::vec3> placed = maleBody().landmarks.find(figure.id, Side::left);
        REQUIRE(placed.has_value());
        CHECK(skin.closestPoint(*placed)->distance < 0.5F);
    }
}

TEST_CASE("bony landmarks lie under the skin") {
    const body::RayCaster skin(maleBody().skin());
    for (const LandmarkFigure& figure : maleFigures().landmarks) {
        if (!figure.bony) {
            continue;
        }
        INFO(figure.id.value);
        const glm::vec3 place = maleBody().landmarks.find(figure.id, Side::left).value();
        CHECK((skin.contains(place) || skin.closestPoint(place)->distance < 3.0F));
    }
}

TEST_CASE("landmarks are mirrored, and midline ones answer for both sides") {
    const body::Landmarks& landmarks = maleBody().landmarks;
    const glm::vec3 left = landmarks.find(LandmarkId("lateral_epicondyle"), Side::left).value();
    const glm::vec3 right = landmarks.find(LandmarkId("lateral_epicondyle"), Side::right).value();
    CHECK(left.x > 200.0F);
    CHECK(right == mirrored(left));
    const LandmarkId chin("chin");
    CHECK(landmarks.find(chin, Side::left) == landmarks.find(chin, Side::right));
    CHECK(landmarks.find(chin, Side::left)->x == 0.0F);
    CHECK(!landmarks.find(LandmarkId("no_such_place"), Side::left).has_value());
}

TEST_CASE("bony landmarks of the arm follow the skin's arm") {
    const body::Landmarks& landmarks = maleBody().landmarks;
    const auto apart = [&](const char* bone, const char* surface) {
        return glm::distance(landmarks.find(LandmarkId(bone), Side::right).value(),
                             landmarks.find(LandmarkId(surface), Side::right).value());
    };
    CHECK(apart("humerus_lateral_epicondyle", "lateral_epicondyle") < 15.0F);
    CHECK(apart("humerus_medial_epicondyle", "medial_epicondyle") < 15.0F);
    CHECK(apart("radial_styloid_process", "radial_styloid") < 20.0F);
    CHECK(apart("metacarpal_3_head", "mcp3") < 20.0F);
}

TEST_CASE("a broken table of landmarks is named with file, line and column") {
    const std::string head = "id\tname\tkind\tside\tframe\tbone\tx\ty\tz\n";
    const auto problemOf = [&](const std::string& rows) {
        const ScratchFile file("landmarks.tsv", head + rows);
        const auto landmarks = readLandmarks(file.path());
        return landmarks ? std::string("none") : landmarks.problem().text();
    };
    CHECK(problemOf("chin\tchin\tsurface\tmid\tskin\t-\t0\t1\t2\n") == "none");
    CHECK_THAT(problemOf("chin\tchin\tsurface\tmid\tskin\t-\t0\tx\t2\n"), Catch::Contains("landmarks.tsv:2:32: "));
    CHECK_THAT(problemOf("chin\tchin\tfleshy\tmid\tskin\t-\t0\t1\t2\n"), Catch::Contains("surface or bony"));
    CHECK_THAT(problemOf("chin\tchin\tsurface\ttop\tskin\t-\t0\t1\t2\n"), Catch::Contains("left or mid"));
    CHECK_THAT(problemOf("chin\tchin\tbony\tmid\tskin\t-\t0\t1\t2\n"), Catch::Contains("frame"));
    CHECK_THAT(problemOf("a\ta\tsurface\tmid\tskin\t-\t0\t1\t2\na\ta\tsurface\tmid\tskin\t-\t0\t1\t2\n"),
               Catch::Contains(":3:1: ") && Catch::Contains("twice"));
}

TEST_CASE("corrections move surface landmarks and refuse all others") {
    std::vector<LandmarkFigure> landmarks = readLandmarks(assetFolder() / "landmarks.tsv").value();
    const ScratchFile good("corrections.tsv", "id\tx\ty\tz\nvertex\t0\t1600\t-5\n");
    REQUIRE(readCorrections(good.path(), landmarks));
    for (const LandmarkFigure& landmark : landmarks) {
        CHECK(landmark.corrected.has_value() == (landmark.id.value == "vertex"));
    }
    const ScratchFile bony("bony.tsv", "id\tx\ty\tz\nasis_bone\t0\t1600\t-5\n");
    CHECK_THAT(readCorrections(bony.path(), landmarks).problem().text(),
               Catch::Contains("bony.tsv:2:1: ") && Catch::Contains("asis_bone"));
    CHECK(!readCorrections("/no/such.tsv", landmarks));
}
