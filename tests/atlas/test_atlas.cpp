// Anchors, the figures' tables, look-ups, and the atlas that ships.
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <variant>

#include "folder.h"

using namespace myo;
using namespace myo::atlas;
using namespace myo::atlas::test;

TEST_CASE("Anchors read as they are written in the data") {
    const auto plain = parseAnchor("mastoid").anchor;
    REQUIRE(plain);
    CHECK(plain->from == LandmarkRef{LandmarkId{"mastoid"}, false});
    CHECK_FALSE(plain->to);

    const auto full = parseAnchor("  contra:psis>sacrum_mid @ .25+( 5,-10.5 , +2 ) ").anchor;
    REQUIRE(full);
    CHECK(full->from == LandmarkRef{LandmarkId{"psis"}, true});
    CHECK(full->to == LandmarkRef{LandmarkId{"sacrum_mid"}, false});
    CHECK(full->share == Approx(0.25F));
    CHECK(full->offset == glm::vec3(5.0F, -10.5F, 2.0F));
}

TEST_CASE("What is no anchor is refused with a reason") {
    for (const char* text : {"",
                             "  ",
                             "a b",
                             "a >",
                             "a > b",
                             "a > b @",
                             "a > b @ 1.1",
                             "a > b @ -0.1",
                             "a > b @ x",
                             "> b @ 0.5",
                             "a + 5",
                             "a + (1, 2)",
                             "a + (1, 2, 3",
                             "a + (1, 2, nan)",
                             "a + (1, 2, inf)",
                             "a + (0, 900, 0)",
                             "contra:",
                             "left:a",
                             "a @ 0.5",
                             "a + (1,2,3) > b @ 0.5",
                             "\xC3\xA4"}) {
        INFO(text);
        const AnchorParse parsed = parseAnchor(text);
        CHECK_FALSE(parsed.anchor);
        CHECK_FALSE(parsed.problem.empty());
    }
}

TEST_CASE("No text makes the anchor parser do anything but answer") {
    std::mt19937 random(5);
    const std::string alphabet = "ab_>@+(),.:-09 \t\n\xFF";
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 40, ' ');
        for (char& c : text) {
            c = alphabet[random() % alphabet.size()];
        }
        const AnchorParse parsed = parseAnchor(text);
        CHECK(parsed.anchor.has_value() == parsed.problem.empty());
    }
}

TEST_CASE("The figures' tables give landmarks and pieces") {
    const auto context = loadContext(std::string(MYOATLAS_SOURCE_DIR) + "/assets/anatomy");
    REQUIRE(context);
    CHECK(context.value().landmarks.size() > 300);
    CHECK(context.value().pieces.size() > 189);
    CHECK(context.value().pieces.at(MuscleId{"longus_colli"}).size() == 3);
    CHECK(context.value().pieces.at(MuscleId{"iliopsoas"}) == std::vector<std::string>{"iliacus", "psoas_major"});
}

TEST_CASE("A broken table is said with file and line") {
    const Folder folder;
    CHECK(loadContext(folder.path()).problem().text().find("landmarks.tsv: there is no such file") !=
          std::string::npos);
    folder.write("landmarks.tsv", "# c\nid\tname\tkind\tside\na\ta\tsurface\tleft\nb\tb\tsurface\tup\n");
    folder.write("muscles.tsv", "muscle_id\tpieces\nsoleus\tmain\n");
    const auto context = loadContext(folder.path());
    REQUIRE_FALSE(context);
    CHECK(context.problem().place.line == 4);
    CHECK(context.problem().place.column == 13);
    CHECK(context.problem().what == "unknown side 'up'");
}

TEST_CASE("Every key of a muscle arrives in the atlas") {
    const Folder folder;
    writeSound(folder);
    folder.write("muscles/longus_colli.toml", R"toml(#:schema ../schema/muscle.schema.json
format = 1
id = "longus_colli"
name = "Longus colli"
latin = "Musculus longus colli"
lay = "deep front neck muscle"
aliases = ["lc"]
family = "neck"
body_part = "neck"
fma = "FMA1"
ta2 = "2"
origin = "here"
insertion = "there"
actions = ["bends"]
innervation = { nerve = "C nerves", roots = ["C2", "C3"] }
activates = ["crash"]
perpetuates = ["desk"]
palpation = "careful"
reports = ["Hard to swallow."]
provokes = ["swallowing"]
satellites = ["soleus"]
red_flags = ["fever"]
evidence_note = "thin"
citations = [{ source = "book", where = "p. 2", claim = "anatomy", verification = "disputed" }]
[[look_alikes]]
name = "Thyroid"
kind = "visceral"
tell = "blood test"
[self_care]
pressure_allowed = false
pressure = "no"
heat = "h"
stretch = "s"
avoid = "a"
afterwards = "w"
[clinician_care]
compression = "c"
stretch = "t"
needling = "n"
structures_at_risk = "r"
[[points]]
label = "TrP1"
location = "deep"
position = { piece = "vertical", along = 0.25, across = 0.75 }
approach = "posteromedial"
basis = "analogy"
evidence_note = "rare"
citations = [{ source = "book", where = "p. 3" }]
  [[points.zones]]
  tier = "spillover"
  regions = ["temple"]
  contra_regions = ["mastoid"]
  strokes = [{ path = ["contra:temple", "temple > mastoid @ 0.5 + (1, 2, 3)"], radius = [3, 4.5] }]
  [[points.frequencies]]
  region = "temple"
  percent = 42.1
  sample_size = 133
  method = "palpation"
  source = "book"
  kind = "felt_there"
  unit = "muscles"
  control_percent = 10
  control_size = 20
[[points]]
label = "TrP2"
location = "deep"
position = { at = "mastoid", depth = 12 }
approach = "mastoid + (1, 2, 3)"
citations = [{ source = "book", where = "p. 3", verification = "verified", seen_in = "study" }]
  [[points.zones]]
  tier = "primary"
  internal = ["ear_deep"]
)toml");
    const LoadedAtlas loaded = loadAtlas(folder.path(), smallContext());
    for (const Diagnostic& finding : loaded.findings) {
        FAIL_CHECK(finding.text());
    }
    const Muscle* muscle = loaded.atlas.find(MuscleId{"longus_colli"});
    REQUIRE(muscle != nullptr);
    CHECK(muscle->latin == "Musculus longus colli");
    CHECK(muscle->fma == "FMA1");
    CHECK(muscle->ta2 == "2");
    CHECK(muscle->innervation.roots == std::vector<std::string>{"C2", "C3"});
    CHECK(muscle->satellites == std::vector<MuscleId>{MuscleId{"soleus"}});
    CHECK(muscle->lookAlikes.at(0).kind == LookAlikeKind::visceral);
    CHECK_FALSE(muscle->selfCare.pressureAllowed);
    CHECK(muscle->selfCare.afterwards == "w");
    CHECK(muscle->clinicianCare.structuresAtRisk == "r");
    CHECK(muscle->citations.at(0).verification == Verification::disputed);
    REQUIRE(muscle->points.size() == 2);
    const auto& fibres = std::get<FibrePosition>(muscle->points[0].position);
    CHECK(fibres.pieceIndex == 1);
    CHECK(fibres.along == Approx(0.25F));
    const Zone& zone = muscle->points[0].zones.at(0);
    CHECK(zone.tier == Tier::spillover);
    CHECK(zone.contraRegions == std::vector<RegionId>{RegionId{"mastoid"}});
    REQUIRE(zone.strokes.at(0).path.size() == 2);
    CHECK(zone.strokes.at(0).path.at(0).from.contra);
    CHECK(zone.strokes.at(0).radiiMm == std::vector<float>{3.0F, 4.5F});
    CHECK(muscle->points[0].frequencies.at(0).sampleSize == 133);
    CHECK(muscle->points[0].approach.side == ApproachSide::posteromedial);
    CHECK(muscle->points[0].basis == PatternBasis::analogy);
    REQUIRE(muscle->points[1].approach.at.has_value());
    CHECK(muscle->points[1].approach.at->offset.z == Approx(3.0F));
    CHECK(muscle->points[1].citations.at(0).seenIn == SeenIn::study);
    CHECK(muscle->points[0].frequencies.at(0).unit == "muscles");
    CHECK(muscle->points[0].frequencies.at(0).controlPercent == Approx(10.0F));
    CHECK(std::get<AnchorPosition>(muscle->points[1].position).depthMm == Approx(12.0F));
}

TEST_CASE("Look-ups answer with and without the index, and after the lists have changed") {
    Atlas atlas;
    for (const char* id : {"b", "a", "c"}) {
        Muscle muscle;
        muscle.id = MuscleId{id};
        atlas.muscles.push_back(muscle);
    }
    const auto findsAll = [&] {
        for (const Muscle& muscle : atlas.muscles) {
            CHECK(atlas.find(muscle.id) == &muscle);
        }
        CHECK(atlas.find(MuscleId{"d"}) == nullptr);
    };
    findsAll();
    atlas.reindex();
    findsAll();
    atlas.muscles.erase(atlas.muscles.begin());
    findsAll();
    const Atlas copy = atlas;
    CHECK(copy.find(MuscleId{"a"}) == &copy.muscles[0]);
}

TEST_CASE("A mistyped id of any kind finds its neighbour") {
    const Folder folder;
    writeSound(folder);
    const Atlas atlas = loadAtlas(folder.path(), smallContext()).atlas;
    CHECK(atlas.nearestId("solues") == "soleus");
    CHECK(atlas.nearestId("soleus.2") == "soleus.1");
    CHECK(atlas.nearestId("Ear deep") == "ear_deep");
    CHECK(atlas.nearestId("").empty());
    CHECK(atlas.nearestId(std::string(1000000, 'x')).empty());
}

TEST_CASE("The atlas that ships has no findings, and all of it hangs together") {
    const auto context = loadContext(std::string(MYOATLAS_SOURCE_DIR) + "/assets/anatomy");
    REQUIRE(context);
    const LoadedAtlas loaded = loadAtlas(std::string(MYOATLAS_SOURCE_DIR) + "/data", context.value());
    for (const Diagnostic& finding : loaded.findings) {
        FAIL_CHECK(finding.text());
    }
    const Atlas& atlas = loaded.atlas;
    CHECK(std::is_sorted(atlas.muscles.begin(), atlas.muscles.end(), [](const Muscle& a, const Muscle& b) {
        return std::tie(a.family, a.id) < std::tie(b.family, b.id);
    }));
    std::set<std::string> ids;
    for (const TriggerPoint* point : atlas.points()) {
        INFO(point->id.text());
        CHECK(ids.insert(point->id.text()).second);
        CHECK(atlas.find(point->id) == point);
        CHECK_FALSE(point->citations.empty());
        CHECK_FALSE(point->zones.empty());
    }
    CHECK_FALSE(atlas.redFlags.empty());
    CHECK_FALSE(atlas.synonyms.empty());
}
