// Pain drawings: what is painted, what a file keeps, and what is said about broken ones.
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "real_body.h"
#include "referral/drawing_file.h"
#include "referral/matching.h"
#include "referral/pain_drawing.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;

namespace {

const body::BodyIdentity maleIdentity{body::BodyKind::builtIn, "male", "00000000000000aa"};

const std::shared_ptr<const body::Body>& shippedBody() {
    static const std::shared_ptr<const body::Body> male = realBody();
    return male;
}

// The atlas that ships, on the male body: made once.
struct Shipped {
    atlas::Atlas atlas = realAtlas();
    Referral referral{atlas, shippedBody()};
    Matcher matcher{referral};
};
const Shipped& shipped() {
    static const Shipped all;
    return all;
}

// Only regions: quick to make.
const Referral& bare() {
    static const Referral referral(regionsOnly(), shippedBody());
    return referral;
}

glm::vec3 landmark(const std::string& id, Side side = Side::left) {
    const auto place = shippedBody()->landmarks.find(LandmarkId(id), side);
    REQUIRE(place.has_value());
    return *place;
}

std::shared_ptr<const PainStroke> dabAt(const std::string& id, Side side = Side::left, int level = 2,
                                        float radius = 20.0F) {
    return std::make_shared<const PainStroke>(PainStroke{level, radius, false, {landmark(id, side)}, {}});
}

std::shared_ptr<const PainStroke> regionStroke(const std::string& id, BodySide side, int level = 2) {
    PainStroke stroke;
    stroke.level = level;
    stroke.region = SidedRegion{RegionId(id), side};
    return std::make_shared<const PainStroke>(stroke);
}

PainDrawing drawingOf(std::vector<std::shared_ptr<const PainStroke>> strokes) {
    return {maleIdentity, std::move(strokes)};
}

float areaOf(const body::Footprint& patch) {
    float area = 0.0F;
    for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
        area += patch.strengths[i] * bare().surface().vertexAreas()[patch.vertices[i]];
    }
    return area;
}

std::vector<std::string> firstMuscles(const PainDrawing& drawing, std::size_t count) {
    std::vector<std::string> out;
    const Ranking ranking = shipped().matcher.rank(resolveDrawing(drawing, shipped().referral), 200);
    for (const Match& match : ranking.matches) {
        const std::string& muscle = match.point.point.muscle.value;
        if (out.size() < count && std::find(out.begin(), out.end(), muscle) == out.end()) {
            out.push_back(muscle);
        }
    }
    return out;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string complaint(const std::string& text) {
    const auto drawing = parseDrawing(text, "pain.json");
    REQUIRE_FALSE(drawing.ok());
    return drawing.problem().text();
}

std::string withStroke(const std::string& stroke) {
    return R"({"format": 1, "body": "male", "strokes": [)" + stroke + "]}";
}

}  // namespace

TEST_CASE("touches painted one by one give the skin of the whole stroke", "[drawing]") {
    PainStroke whole{1, 15.0F, false, {}, {}};
    PaintedSkin grown;
    for (int i = 0; i < 12; ++i) {
        const float share = static_cast<float>(i) / 11.0F;
        const glm::vec3 place = glm::mix(landmark("patella"), landmark("thigh_lower_ant"), share);
        whole.points.push_back(place);
        grown = paintOver(grown, PainStroke{1, 15.0F, false, {place}, {}}, bare());
    }
    const PaintedSkin atOnce = paintOver({}, whole, bare());
    REQUIRE(atOnce.levels[0]->vertices == grown.levels[0]->vertices);
    for (std::size_t i = 0; i < atOnce.levels[0]->strengths.size(); ++i) {
        CHECK(atOnce.levels[0]->strengths[i] == Approx(grown.levels[0]->strengths[i]).margin(0.02));
    }
    CHECK_FALSE(atOnce.empty());
}

TEST_CASE("a later level covers an earlier one, and the eraser takes every level away", "[drawing]") {
    const auto little = dabAt("patella", Side::left, 1, 30.0F);
    const auto worst = dabAt("patella", Side::left, 3, 12.0F);
    const PaintedSkin both = resolveDrawing(drawingOf({little, worst}), bare());
    CHECK(areaOf(*both.levels[2]) == Approx(areaOf(*resolveDrawing(drawingOf({worst}), bare()).levels[2])));
    CHECK(areaOf(*both.levels[0]) < areaOf(*resolveDrawing(drawingOf({little}), bare()).levels[0]));
    PainStroke rubber = *little;
    rubber.erase = true;
    rubber.radiusMm = 60.0F;
    const PaintedSkin gone = paintOver(both, rubber, bare());
    CHECK(gone.empty());
    CHECK(both.empty() == false);
}

TEST_CASE("a mirrored stroke paints the other side alike", "[drawing]") {
    const auto left = dabAt("masseter_mid");
    const PaintedSkin one = resolveDrawing(drawingOf({left}), bare());
    const PaintedSkin other = paintOver({}, mirroredStroke(*left), bare());
    CHECK(areaOf(*one.levels[1]) == Approx(areaOf(*other.levels[1])).epsilon(0.03));
    CHECK(paintedRegions(one, bare()).front().side == BodySide::left);
    CHECK(paintedRegions(other, bare()).front().side == BodySide::right);
    CHECK(mirroredStroke(mirroredStroke(*left)) == *left);
}

TEST_CASE("a region chosen by name is painted as a whole", "[drawing]") {
    const PaintedSkin skin = resolveDrawing(drawingOf({regionStroke("heel_plantar", BodySide::right)}), bare());
    const SidedRegion heel{RegionId("heel_plantar"), BodySide::right};
    CHECK(paintedRegions(skin, bare()) == std::vector{heel});
    CHECK(areaOf(*skin.levels[1]) == Approx(bare().regions().areaMm2(*bare().regions().indexOf(heel))).epsilon(0.1));
    CHECK_FALSE(resolveDrawing(drawingOf({regionStroke("ear_deep", BodySide::left)}), bare()).empty());
    CHECK(resolveDrawing(drawingOf({regionStroke("no_such_region", BodySide::left)}), bare()).empty());
}

TEST_CASE("a file gives back what was saved", "[drawing][file]") {
    PainStroke rubber{2, 8.0F, true, {landmark("patella")}, {}};
    const PainDrawing drawing = drawingOf({dabAt("patella", Side::left, 3), regionStroke("temple", BodySide::right, 1),
                                           std::make_shared<const PainStroke>(rubber)});
    const auto again = parseDrawing(drawingText(drawing), "pain.json");
    REQUIRE(again.ok());
    REQUIRE(again.value().strokes.size() == 3);
    CHECK(again.value().body == drawing.body);
    CHECK(glm::distance(again.value().strokes[0]->points[0], landmark("patella")) < 0.1F);
    CHECK(again.value().strokes[0]->level == 3);
    CHECK(again.value().strokes[1]->region == SidedRegion{RegionId("temple"), BodySide::right});
    CHECK(again.value().strokes[2]->erase);
    CHECK_FALSE(misfit(again.value(), maleIdentity, bare(), "pain.json").has_value());
    // What was read once is saved and read without any further change.
    CHECK(parseDrawing(drawingText(again.value()), "pain.json").value() == again.value());
}

TEST_CASE("a drawing cut off anywhere is refused with a sentence", "[drawing][file]") {
    const std::string text =
        drawingText(drawingOf({dabAt("patella"), dabAt("achilles"), regionStroke("temple", BodySide::left)}));
    const std::size_t end = text.find_last_of('}');
    for (std::size_t length = 0; length <= end; ++length) {
        const auto cut = parseDrawing(text.substr(0, length), "pain.json");
        REQUIRE_FALSE(cut.ok());
        CHECK(cut.problem().text().rfind("pain.json", 0) == 0);
        CHECK(cut.problem().what.size() > 10);
    }
}

TEST_CASE("bad values are named with their stroke", "[drawing][file]") {
    const std::string good = R"({"level": 2, "radius_mm": 12, "points": [[0, 1000, 100]]})";
    CHECK(complaint("").find("empty") != std::string::npos);
    CHECK(complaint("[1, 2]").find("no pain drawing") != std::string::npos);
    CHECK(complaint(R"({"format": 2, "strokes": []})").find("newer version") != std::string::npos);
    CHECK(complaint(R"({"format": "one", "strokes": []})").find("format") != std::string::npos);
    CHECK(complaint(R"({"format": 1, "strokes": []})").find("which body") != std::string::npos);
    CHECK(complaint(withStroke(R"({"level": 2, "radius_mm": 12, "points": [[NaN, 1, 1]]})")).find("damaged") !=
          std::string::npos);
    CHECK(complaint(withStroke(good + R"(, {"level": 2, "radius_mm": 12, "points": [[null, 1, 1]]})"))
              .find("stroke 2: a coordinate") != std::string::npos);
    CHECK(complaint(withStroke(R"({"level": 2, "radius_mm": 12, "points": [[1e999, 1, 1]]})")).size() > 20);
    CHECK(complaint(withStroke(R"({"level": 9, "radius_mm": 12, "points": []})")).find("'level'") != std::string::npos);
    CHECK(complaint(withStroke(R"({"radius_mm": 12, "points": []})")).find("'level' is missing") != std::string::npos);
    CHECK(complaint(withStroke(R"({"level": 2, "radius_mm": -3, "points": []})")).find("'radius_mm'") !=
          std::string::npos);
    CHECK(complaint(withStroke(R"({"level": 2, "radius_mm": 3, "points": [[1, 2]]})")).find("three coordinates") !=
          std::string::npos);
    CHECK(complaint(withStroke(R"({"level": 2, "region": "temple"})")).find("side") != std::string::npos);
    CHECK(parseDrawing(withStroke(good), "pain.json").ok());
    CHECK(parseDrawing(withStroke(""), "pain.json").value().strokes.empty());
}

TEST_CASE("a bad value is found by the line of its stroke", "[drawing][file]") {
    const std::string head = "{\"format\": 1, \"body\": \"a {[ \\\" body\",\n\"strokes\": [\n";
    const std::string good = "{\"level\": 2, \"radius_mm\": 12, \"points\": [[0, 1000, 100]]},\n";
    const auto read = parseDrawing(head + good + good + "{\"level\": 9, \"region\": \"temple:left\"}\n]}", "pain.json");
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().text().rfind("pain.json:5:1: stroke 3: 'level'", 0) == 0);
    CHECK(complaint(head + good + "7\n]}").find("stroke 2: not a stroke") != std::string::npos);
}

TEST_CASE("what is no file is refused at once, a pipe too", "[drawing][file]") {
    const std::filesystem::path pipe =
        std::filesystem::temp_directory_path() / ("myoatlas_pipe_" + std::to_string(::getpid()));
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto read = readDrawing(pipe);
    std::filesystem::remove(pipe);
    REQUIRE_FALSE(read.ok());
    CHECK(read.problem().what.find("cannot be opened") != std::string::npos);
    CHECK_FALSE(readDrawing(std::filesystem::temp_directory_path()).ok());
}

TEST_CASE("random damage never gets a broken drawing through", "[drawing][file]") {
    const std::string text = drawingText(drawingOf({dabAt("patella"), regionStroke("temple", BodySide::left)}));
    std::mt19937 random(7);
    for (int i = 0; i < 2000; ++i) {
        std::string damaged = text;
        for (unsigned k = 0; k <= random() % 3; ++k) {
            damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        }
        const auto read = parseDrawing(damaged, "pain.json");
        if (!read) {
            CHECK_FALSE(read.problem().text().empty());
            continue;
        }
        for (const auto& stroke : read.value().strokes) {
            CHECK((stroke->level >= 1 && stroke->level <= painLevels));
            for (const glm::vec3& place : stroke->points) {
                CHECK(std::isfinite(place.x + place.y + place.z));
            }
        }
    }
}

TEST_CASE("a drawing of another body, or far from the skin, does not fit", "[drawing][file]") {
    PainDrawing drawing = drawingOf({dabAt("patella")});
    drawing.body.name = "female";
    const auto other = misfit(drawing, maleIdentity, bare(), "pain.json");
    REQUIRE(other.has_value());
    CHECK(other->text().find("painted on the body 'female'") != std::string::npos);
    const PainStroke lost{2, 12.0F, false, {{0.0F, 5000.0F, 0.0F}}, {}};
    CHECK(misfit(drawingOf({std::make_shared<const PainStroke>(lost)}), maleIdentity, bare(), "")
              ->what.find("far from the skin") != std::string::npos);
    CHECK(
        misfit(drawingOf({regionStroke("nowhere", BodySide::left)}), maleIdentity, bare(), "")->what.find("nowhere") !=
        std::string::npos);
}

TEST_CASE("ten thousand strokes are painted, saved and read", "[drawing][file]") {
    const auto& places = shippedBody()->skin().positions;
    PainDrawing drawing{maleIdentity, {}};
    for (std::size_t i = 0; i < 10000; ++i) {
        const PainStroke stroke{1 + static_cast<int>(i / 2000 % 3), 6.0F, false, {places[i * 5 % places.size()]}, {}};
        drawing.strokes.push_back(std::make_shared<const PainStroke>(stroke));
    }
    const auto again = parseDrawing(drawingText(drawing), "pain.json");
    REQUIRE(again.ok());
    CHECK(again.value().strokes.size() == 10000);
    const PaintedSkin skin = resolveDrawing(again.value(), shipped().referral);
    CHECK_FALSE(skin.empty());
    const Ranking ranking = shipped().matcher.rank(skin, 10);
    CHECK(ranking.shareOfSkin > 0.2F);
    CHECK(ranking.matches.size() <= 10);
}

TEST_CASE("nothing painted explains nothing", "[matching]") {
    CHECK(shipped().matcher.rank({}, 10).matches.empty());
    CHECK(shipped().matcher.explain({}).parts.empty());
    CHECK(shipped().matcher.bytes() < 20U * 1024U * 1024U);
}

TEST_CASE("well-known patterns lead to their muscles", "[matching]") {
    PainStroke headache{2, 14.0F, false, {}, {}};
    for (const char* place : {"temple", "mastoid", "neck_side_c4"}) {
        headache.points.push_back(landmark(place, Side::right));
    }
    CHECK(contains(firstMuscles(drawingOf({std::make_shared<const PainStroke>(headache)}), 5), "upper_trapezius"));
    const auto heel = firstMuscles(drawingOf({regionStroke("heel_plantar", BodySide::left)}), 5);
    CHECK(contains(heel, "soleus"));
}

TEST_CASE("scores are shares, in order, and of the painted side", "[matching]") {
    const PaintedSkin skin = resolveDrawing(
        drawingOf({dabAt("masseter_mid", Side::right), dabAt("patella", Side::right)}), shipped().referral);
    const Ranking ranking = shipped().matcher.rank(skin, 100);
    CHECK(ranking.areas == 2);
    REQUIRE(ranking.matches.size() > 3);
    float before = 1.0F;
    for (const Match& match : ranking.matches) {
        CHECK((match.score > 0.0F && match.score <= before));
        CHECK((match.covers >= 0.0F && match.covers <= 1.0F));
        CHECK(match.areas <= 2);
        before = match.score;
    }
    CHECK(ranking.matches.front().point.side == Side::right);
    // Face and knee have no muscle in common: two points are needed, and each adds something.
    const Explanation explanation = shipped().matcher.explain(skin);
    REQUIRE(explanation.parts.size() >= 2);
    CHECK(explanation.covers > explanation.parts.front().adds);
    CHECK(explanation.covers <= 1.001F);
}

TEST_CASE("a zone painted exactly ranks its own point among the first", "[matching][property]") {
    std::size_t first = 0;
    std::size_t all = 0;
    for (const ResolvedPoint& point : shipped().referral.points()) {
        const ResolvedZone* zone = point.zone(atlas::Tier::primary);
        if (zone == nullptr || zone->areaMm2 < 300.0F || all > 150) {
            continue;
        }
        PaintedSkin skin;
        skin.levels[1] = zone->footprint;
        const Ranking ranking = shipped().matcher.rank(skin, 5);
        ++all;
        first += std::any_of(ranking.matches.begin(), ranking.matches.end(),
                             [&](const Match& m) { return m.point == point.id; })
                     ? 1U
                     : 0U;
    }
    CHECK(static_cast<double>(first) >= 0.95 * static_cast<double>(all));
}

TEST_CASE("a drawing belongs to the body that it was painted on, not to one of the same name") {
    const body::BodyIdentity anna{body::BodyKind::ownModel, "anna", "0000000000000001"};
    const body::BodyIdentity otherAnna{body::BodyKind::ownModel, "anna", "0000000000000002"};
    const body::BodyIdentity renamed{body::BodyKind::ownModel, "anna (copy)", anna.hash};
    const body::BodyIdentity ownMale{body::BodyKind::ownModel, "male", "0000000000000003"};
    const body::BodyIdentity maleFile{body::BodyKind::bodyFile, "male", maleIdentity.hash};
    body::BodyIdentity newerMale = maleIdentity;
    newerMale.hash = "00000000000000bb";
    PainDrawing drawing = drawingOf({regionStroke("temple", BodySide::left)});
    CHECK_FALSE(misfit(drawing, newerMale, bare(), "pain.json"));
    CHECK(misfit(drawing, ownMale, bare(), "pain.json"));
    CHECK(misfit(drawing, maleFile, bare(), "pain.json"));
    drawing.body = anna;
    CHECK_FALSE(misfit(drawing, anna, bare(), "pain.json"));
    CHECK_FALSE(misfit(drawing, renamed, bare(), "pain.json"));
    CHECK(misfit(drawing, maleIdentity, bare(), "pain.json"));
    const auto problem = misfit(drawing, otherAnna, bare(), "pain.json");
    REQUIRE(problem);
    CHECK(problem->what.find("another one of that name") != std::string::npos);
}

TEST_CASE("a file keeps whose body it is; older ones are of a built-in body") {
    PainDrawing drawing = drawingOf({regionStroke("temple", BodySide::left)});
    drawing.body = {body::BodyKind::ownModel, "anna \"the model\"", "0123456789abcdef"};
    const auto again = parseDrawing(drawingText(drawing), "pain.json");
    REQUIRE(again.ok());
    CHECK(again.value().body == drawing.body);
    const auto old = parseDrawing(R"({"format": 1, "body": "male", "strokes": []})", "pain.json");
    REQUIRE(old.ok());
    CHECK_FALSE(misfit(old.value(), maleIdentity, bare(), "pain.json"));
    CHECK(parseDrawing(R"({"format": 1, "body": "male", "body_kind": "ghost", "strokes": []})", "")
              .problem()
              .what.find("body_kind") != std::string::npos);
    CHECK_FALSE(parseDrawing(R"({"format": 1, "body": "male", "body_hash": 7, "strokes": []})", "").ok());
}
