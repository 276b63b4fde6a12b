#include <algorithm>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "body/fibre_lookup.h"
#include "body/ray_caster.h"
#include "model_files.h"
#include "own_model/model_landmarks.h"
#include "own_model/open_model.h"
#include "support/built_bodies.h"
#include "support/hostile.h"
#include "support/meshes.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::test;
using namespace myo::own_model;

namespace {

// The built-in body as the product uses it.
const BuiltInBody& builtIn() {
    static const BuiltInBody model(std::make_shared<const body::Body>(maleBody()),
                                   body::readJoints(assetFolder() / "joints_male.tsv").value());
    return model;
}

// A model's body, opened once per file content.
RegisteredBody opened(const body::Mesh& mesh, const std::string& name,
                      void (*write)(const body::Mesh&, const std::filesystem::path&)) {
    const ScratchFile file(name);
    write(mesh, file.path());
    auto body = openModel(builtIn(), file.path());
    INFO((body ? std::string() : body.problem().text()));
    REQUIRE(body.ok());
    return std::move(body).value();
}

struct Misses {
    float mean = 0.0F;
    float worst = 0.0F;
    std::string worstId;
};

// How far the skin's landmarks lie from where the map says; a model may stand elsewhere in depth.
template <class Map>
Misses missesOf(const body::Landmarks& found, const Map& map) {
    const body::RayCaster skin(maleBody().skin());
    std::vector<std::pair<std::string, glm::vec3>> offsets;
    std::set<std::string> stretched;  // around the shoulder nothing tells how the skin is stretched
    for (const auto& [key, place] : maleBody().landmarks.all()) {
        if (skin.closestPoint(place)->distance < 0.75F) {
            const float share = armShare(place);
            if (share > 0.02F && share < 0.98F) {
                stretched.insert(key.first.value);
            }
            offsets.emplace_back(key.first.value, found.all().at(key) - map(place));
        }
    }
    float depth = 0.0F;
    for (const auto& [id, offset] : offsets) {
        depth += offset.z / static_cast<float>(offsets.size());
    }
    Misses misses;
    for (const auto& [id, offset] : offsets) {
        const float miss = glm::length(offset - glm::vec3(0, 0, depth));
        misses.mean += miss / static_cast<float>(offsets.size());
        if (miss > misses.worst && !stretched.contains(id)) {
            misses.worst = miss;
            misses.worstId = id;
        }
    }
    return misses;
}

body::Mesh inCentimetresZUpFacingBack(body::Mesh mesh) {
    for (glm::vec3& p : mesh.positions) {
        p = glm::vec3(-p.x, p.z, p.y) * 0.1F;
    }
    return mesh;
}

}  // namespace

TEST_CASE("the landmarks of a known model come back from a file of other unit and axes") {
    const RegisteredBody own = opened(inCentimetresZUpFacingBack(smallSkin()), "turned.stl", writeStl);
    const Misses misses = missesOf(own.body.landmarks, [](const glm::vec3& p) { return p; });
    INFO(misses.worstId);
    CHECK(misses.worst < 6.0F);
    CHECK(misses.mean < 2.0F);
    CHECK(!own.quality.poor());
    CHECK(own.quality.meanMm < 1.0F);
    CHECK(own.body.statureMm == Approx(maleBody().statureMm).margin(3.0));
}

// One test for all that must hold, as opening the model takes seconds.
TEST_CASE("a model with raised arms gets a whole body") {
    constexpr float degrees = 30.0F;
    const RegisteredBody own = opened(raisedArms(degrees), "raised.glb", writeGlb);
    const body::Body& body = own.body;

    {
        INFO("its landmarks move with the arms");
        const Misses misses = missesOf(body.landmarks, [](const glm::vec3& p) { return withRaisedArms(p, degrees); });
        INFO(misses.worstId);
        CHECK(misses.worst < 15.0F);
        CHECK(misses.mean < 4.0F);
    }
    {
        INFO("landmarks of the skin lie on it, on both sides");
        const body::RayCaster skin(body.skin());
        const body::RayCaster builtInSkin(maleBody().skin());
        CHECK(body.landmarks.all().size() == maleBody().landmarks.all().size());
        for (const auto& [key, place] : maleBody().landmarks.all()) {
            if (builtInSkin.closestPoint(place)->distance < 0.75F) {
                CHECK(skin.closestPoint(body.landmarks.all().at(key))->distance < 0.5F);
            }
        }
    }
    {
        INFO("its muscles lie in it, with fibres along which points are found");
        REQUIRE(body.structures.size() == maleBody().structures.size());
        const body::RayCaster skin(body.skin());
        std::size_t inside = 0;
        std::size_t all = 0;
        for (const body::Structure& structure : body.structures) {
            if (structure.kind != body::StructureKind::muscle || structure.alias()) {
                continue;
            }
            for (std::size_t v = 0; v < structure.mesh.positions.size(); v += 20) {
                ++all;
                inside += skin.contains(structure.mesh.positions[v]) ? 1 : 0;
            }
            CHECK(structure.mesh.fibres.size() == structure.mesh.positions.size());
        }
        CHECK(static_cast<double>(inside) > 0.97 * static_cast<double>(all));
        const auto biceps = body::pointInMuscle(*body.find("biceps_brachii", BodySide::left), 0, 0.5F, 0.5F);
        const auto before = body::pointInMuscle(*maleBody().find("biceps_brachii", BodySide::left), 0, 0.5F, 0.5F);
        REQUIRE(biceps.has_value());
        CHECK(biceps->x > before->x + 40.0F);
        CHECK(skin.contains(*biceps));
    }
}

TEST_CASE("a model that is no body is refused with advice") {
    const ScratchFile file("box.obj");
    body::Mesh box = boxMesh({-200, 0, -100}, {200, 1700, 100});
    for (int i = 0; i < 4; ++i) {
        body::Mesh finer;
        finer.positions = box.positions;
        for (const Triangle& t : box.triangles) {
            const auto centre = static_cast<std::uint32_t>(finer.positions.size());
            finer.positions.push_back((box.positions[t[0]] + box.positions[t[1]] + box.positions[t[2]]) / 3.0F);
            finer.triangles.insert(finer.triangles.end(),
                                   {{t[0], t[1], centre}, {t[1], t[2], centre}, {t[2], t[0], centre}});
        }
        box = finer;
    }
    writeObj(box, file.path());
    const auto body = openModel(builtIn(), file.path());
    REQUIRE(!body.ok());
    CHECK_THAT(body.problem().text(), Catch::Contains("box.obj") && Catch::Contains("landmarks"));
}

TEST_CASE("bodies of the program are told from models") {
    const ScratchFile own("body.glb");
    REQUIRE(body::saveBody(maleBody(), own.path()).ok());
    CHECK(body::isBuiltBody(own.path()));
    const ScratchFile model("model.glb");
    writeGlb(smallSkin(), model.path());
    CHECK(!body::isBuiltBody(model.path()));
    CHECK(!body::isBuiltBody("no/such/file.glb"));
}

namespace {

// What a user would click on the model with raised arms, in a file that lies askew.
glm::vec3 askew(const glm::vec3& p) {
    return glm::vec3(0.36F * p.x + 0.48F * p.y - 0.8F * p.z, -0.8F * p.x + 0.6F * p.y,
                     0.48F * p.x + 0.64F * p.y + 0.6F * p.z) *
           0.001F;
}

constexpr float clickedDegrees = 25.0F;

ClickedLandmarks clicksOn() {
    ClickedLandmarks clicked;
    for (const LandmarkPrompt& prompt : landmarkPrompts()) {
        const body::Landmarks::Key key{LandmarkId(prompt.id), prompt.side};
        clicked[key] = askew(withRaisedArms(maleBody().landmarks.all().at(key), clickedDegrees));
    }
    return clicked;
}

body::Mesh askewFigure() {
    body::Mesh mesh = raisedArms(clickedDegrees);
    for (glm::vec3& p : mesh.positions) {
        p = askew(p);
    }
    return mesh;
}

}  // namespace

TEST_CASE("twelve clicks lay the body into a model that lies askew in its file") {
    const ScratchFile file("askew.ply");
    writePly(askewFigure(), file.path());
    const std::filesystem::path landmarkFile = landmarkFileOf(file.path());
    REQUIRE(writeClickedLandmarks(clicksOn(), landmarkFile).ok());
    const auto own = openModel(builtIn(), file.path());
    std::filesystem::remove(landmarkFile);
    INFO((own ? std::string() : own.problem().text()));
    REQUIRE(own.ok());
    const Misses misses =
        missesOf(own.value().body.landmarks, [](const glm::vec3& p) { return withRaisedArms(p, clickedDegrees); });
    INFO(misses.worstId);
    CHECK(misses.mean < 5.0F);
    CHECK(misses.worst < 20.0F);
}

TEST_CASE("a preview follows the clicks from the third on") {
    ClickedLandmarks clicked;
    std::size_t number = 0;
    const ClickedLandmarks all = clicksOn();
    for (const LandmarkPrompt& prompt : landmarkPrompts()) {
        const body::Landmarks::Key key{LandmarkId(prompt.id), prompt.side};
        clicked[key] = all.at(key);
        const body::Mesh preview = previewFromLandmarks(builtIn(), clicked);
        CHECK(preview.positions.empty() == (++number < 3));
    }
    const body::Mesh preview = previewFromLandmarks(builtIn(), clicked);
    const body::RayCaster caster(preview);
    for (const auto& [key, place] : clicked) {
        INFO(key.first.value);
        CHECK(caster.closestPoint(place)->distance < 0.035F);  // the file is in metres
    }
}

TEST_CASE("clicks that contradict each other are named") {
    ClickedLandmarks clicked = clicksOn();
    const body::Mesh model = askewFigure();
    CHECK(placementFromLandmarks(builtIn(), model, clicked).ok());
    std::swap(clicked[{LandmarkId("patella"), BodySide::left}], clicked[{LandmarkId("patella"), BodySide::right}]);
    const auto swapped = placementFromLandmarks(builtIn(), model, clicked);
    REQUIRE(!swapped.ok());
    CHECK_THAT(swapped.problem().text(), Catch::Contains("swapped"));
}

TEST_CASE("a landmark file comes back as written, and a broken one is named with line and column") {
    const ScratchFile file("model.obj.landmarks.toml");
    const ClickedLandmarks clicked = clicksOn();
    REQUIRE(writeClickedLandmarks(clicked, file.path()).ok());
    const auto read = readClickedLandmarks(file.path());
    REQUIRE(read.ok());
    CHECK(read.value() == clicked);

    const auto problemOf = [&](const std::string& content) {
        std::ofstream(file.path()) << content;
        const auto broken = readClickedLandmarks(file.path());
        return broken ? std::string("none") : broken.problem().text();
    };
    CHECK_THAT(problemOf("[[landmark]]\nid = \"chin\"\nside = \"mid\"\nat = [1, 2\n"), Catch::Contains(".toml:"));
    CHECK_THAT(problemOf("[[landmark]]\nid = \"elbow\"\nside = \"left\"\nat = [1, 2, 3]\n"),
               Catch::Contains(".toml:1:") && Catch::Contains("elbow"));
    CHECK_THAT(problemOf("\n[[landmark]]\nid = \"chin\"\nside = \"mid\"\nat = [1, 2]\n"),
               Catch::Contains(".toml:2:") && Catch::Contains("at ="));
    CHECK_THAT(problemOf("[[landmark]]\nid = \"chin\"\nside = \"mid\"\nat = [1, 2, 3]\n"), Catch::Contains("missing"));
    CHECK_THAT(problemOf("format = 1\n"), Catch::Contains("twelve"));
    CHECK_THAT(problemOf(test::dottedKey(40000) + " = 1\n"), Catch::Contains(".toml:1:32: a key has more than"));
}
