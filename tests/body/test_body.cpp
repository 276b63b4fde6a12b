#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>

#include <catch2/catch.hpp>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "core/content_hash.h"
#include "support/built_bodies.h"
#include "support/meshes.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::test;
using namespace myo::body;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Mesh tetrahedron() {
    Mesh mesh;
    mesh.positions = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {0, 0, 10}};
    mesh.triangles = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
    computeNormals(mesh);
    return mesh;
}

Body smallBody() {
    Body body;
    body.identity.name = "small";
    body.structures.push_back({"skin", BodySide::mid, StructureKind::skin, 1, {}, tetrahedron()});
    Structure bone{"femur", BodySide::left, StructureKind::bone, 1, {}, tetrahedron()};
    body.structures.push_back(bone);
    body.landmarks.set(LandmarkId("knee"), BodySide::left, {5, 1, 2});
    return body;
}

float farthestApart(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b) {
    float worst = 0.0F;
    for (std::size_t i = 0; i < a.size(); ++i) {
        worst = std::max(worst, glm::distance(a[i], b[i]));
    }
    return worst;
}

}  // namespace

TEST_CASE("a body comes back from its file as it was saved") {
    const ScratchFile file("body.glb");
    const Body& made = maleBody();
    REQUIRE(saveBody(made, file.path()));
    CHECK(std::filesystem::file_size(file.path()) < 12'000'000);
    const Body read = loadBody(file.path()).value();
    CHECK(read.identity == BodyIdentity{BodyKind::bodyFile, "male", fileHash(file.path())});
    CHECK(read.statureMm == Approx(made.statureMm).margin(0.01));
    CHECK(read.skinMirror == made.skinMirror);
    REQUIRE(read.structures.size() == made.structures.size());
    for (const Structure& expected : made.structures) {
        INFO(expected.nodeName());
        const Structure* found = read.find(expected.id, expected.side);
        REQUIRE(found != nullptr);
        CHECK(found->side == expected.side);
        CHECK(found->kind == expected.kind);
        CHECK(found->depthLayer == expected.depthLayer);
        CHECK(found->aliasOf == expected.aliasOf);
        REQUIRE(found->mesh.positions.size() == expected.mesh.positions.size());
        CHECK(found->mesh.triangles == expected.mesh.triangles);
        CHECK(farthestApart(found->mesh.positions, expected.mesh.positions) < 0.001F);
        CHECK(farthestApart(found->mesh.normals, expected.mesh.normals) < 0.001F);
        REQUIRE(found->mesh.fibres.size() == expected.mesh.fibres.size());
        CHECK(farthestApart(found->mesh.fibres, expected.mesh.fibres) < 0.02F);
        REQUIRE(found->mesh.fibreCoordinates.size() == expected.mesh.fibreCoordinates.size());
        for (std::size_t i = 0; i < expected.mesh.tendon.size(); ++i) {
            const glm::vec2 apart = glm::abs(found->mesh.fibreCoordinates[i] - expected.mesh.fibreCoordinates[i]);
            if (std::abs(found->mesh.tendon[i] - expected.mesh.tendon[i]) > 0.005F || apart.x > 1e-4F ||
                apart.y > 1e-4F) {
                FAIL_CHECK("channels differ at vertex " << i);
            }
        }
    }
    REQUIRE(read.landmarks.all().size() == made.landmarks.all().size());
    for (const auto& [key, place] : made.landmarks.all()) {
        CHECK(glm::distance(read.landmarks.all().at(key), place) < 0.001F);
    }
}

TEST_CASE("a structure is found by name and side, whether or not there is an index, and after one has joined") {
    for (const bool indexed : {false, true}) {
        Body body = smallBody();
        if (indexed) {
            body.indexStructures();
        }
        CHECK(body.find("femur", BodySide::left) == &body.structures[1]);
        CHECK(body.find("femur", BodySide::right) == nullptr);
        CHECK(body.find("skin", BodySide::right) == &body.structures[0]);
        CHECK(body.find("tibia", BodySide::left) == nullptr);
        body.structures.push_back({"atlas", BodySide::mid, StructureKind::bone, 1, {}, tetrahedron()});
        CHECK(body.find("atlas", BodySide::left) == &body.structures[2]);
        CHECK(body.find("femur", BodySide::left) == &body.structures[1]);
    }
}

TEST_CASE("a body of some layers keeps the places of trigger points") {
    Body skinOnly = maleBody();
    skinOnly.placesOnly.assign(skinOnly.structures.begin() + 1, skinOnly.structures.end());
    std::erase_if(skinOnly.placesOnly, [](const Structure& s) { return s.kind != StructureKind::muscle; });
    skinOnly.structures.resize(1);
    const ScratchFile file("skin_only.glb");
    REQUIRE(saveBody(skinOnly, file.path()));
    const Body read = loadBody(file.path()).value();
    REQUIRE(read.structures.size() == 1);
    CHECK(read.skin().triangles == maleBody().skin().triangles);
    CHECK(read.skinMirror == maleBody().skinMirror);
    CHECK(read.landmarks.all().size() == maleBody().landmarks.all().size());
    CHECK(read.find("soleus", BodySide::left) == nullptr);
    std::size_t muscles = 0;
    for (const Structure& expected : maleBody().structures) {
        if (expected.kind != StructureKind::muscle) {
            continue;
        }
        INFO(expected.nodeName());
        const Structure* found = read.findForPlaces(expected.id, expected.side);
        REQUIRE(found != nullptr);
        CHECK(found->aliasOf == expected.aliasOf);
        CHECK(found->depthLayer == expected.depthLayer);
        CHECK(found->mesh.triangles == expected.mesh.triangles);
        REQUIRE(found->mesh.positions.size() == expected.mesh.positions.size());
        CHECK(farthestApart(found->mesh.positions, expected.mesh.positions) < 0.001F);
        CHECK(found->mesh.fibreCoordinates == expected.mesh.fibreCoordinates);
        ++muscles;
    }
    CHECK(muscles > 100);
}

TEST_CASE("left and right are mirror images") {
    for (const Structure& left : maleBody().structures) {
        if (left.side != BodySide::left) {
            continue;
        }
        INFO(left.id);
        const Structure* right = maleBody().find(left.id, BodySide::right);
        REQUIRE(right != nullptr);
        REQUIRE(right->mesh.positions.size() == left.mesh.positions.size());
        bool same = true;
        for (std::size_t i = 0; i < left.mesh.positions.size(); ++i) {
            same = same && right->mesh.positions[i] == mirrored(left.mesh.positions[i]);
        }
        CHECK(same);
        CHECK(signedVolume(right->mesh) == Approx(signedVolume(left.mesh)).epsilon(1e-4));
    }
}

TEST_CASE("the first structure is the skin and it knows its mirror image") {
    const Body& body = maleBody();
    CHECK(body.structures.front().kind == StructureKind::skin);
    CHECK(body.statureMm == Approx(1693.0).margin(10.0));
    REQUIRE(body.skinMirror.size() == body.skin().positions.size());
    for (std::size_t i = 0; i < body.skinMirror.size(); ++i) {
        if (body.skin().positions[body.skinMirror[i]] != mirrored(body.skin().positions[i])) {
            FAIL_CHECK("vertex " << i << " is not mirrored");
        }
    }
    CHECK(exactMirror(tetrahedron()).empty());
}

TEST_CASE("a small body of another shape keeps its kinds and places") {
    const ScratchFile file("small.glb");
    REQUIRE(saveBody(smallBody(), file.path()));
    const Body read = loadBody(file.path()).value();
    CHECK(read.identity.name == "small");
    REQUIRE(read.find("femur", BodySide::left) != nullptr);
    CHECK(read.find("femur", BodySide::left)->kind == StructureKind::bone);
    CHECK(read.find("femur", BodySide::right) == nullptr);
    CHECK(read.landmarks.find(LandmarkId("knee"), Side::left) == glm::vec3(5, 1, 2));
    CHECK(read.skinMirror.empty());
}

TEST_CASE("a body without skin, with holes in its numbers or in a bad place is refused") {
    const ScratchFile file("bad.glb");
    Body body = smallBody();
    body.structures.erase(body.structures.begin());
    CHECK_THROWS_AS(body.skin(), std::logic_error);
    REQUIRE(saveBody(body, file.path()));
    CHECK_THAT(loadBody(file.path()).problem().text(), Catch::Contains("no skin") && Catch::Contains("bad.glb"));
    body = smallBody();
    body.structures[1].mesh.positions[2].y = std::numeric_limits<float>::quiet_NaN();
    REQUIRE(saveBody(body, file.path()));
    CHECK_THAT(loadBody(file.path()).problem().text(), Catch::Contains("not a number"));
    CHECK(!saveBody(smallBody(), "/no/such/folder/body.glb").ok());
}

TEST_CASE("a missing, cut or foreign file is a sentence that says what to do") {
    CHECK_THAT(loadBody("/no/such/body.glb").problem().text(),
               Catch::Contains("/no/such/body.glb") && Catch::Contains("missing") && Catch::Contains("cmake --build"));
    const ScratchFile whole("whole.glb");
    REQUIRE(saveBody(smallBody(), whole.path()));
    const std::string bytes = bytesOf(whole.path());
    for (std::size_t length = 1; length < bytes.size(); length += bytes.size() / 23) {
        INFO(length);
        const ScratchFile cut("cut.glb", bytes.substr(0, length));
        CHECK(!loadBody(cut.path()).ok());
    }
    for (const std::string& content : {std::string("not a body at all"), std::string(4000, '\0')}) {
        const ScratchFile foreign("foreign.glb", content);
        const Result<Body> read = loadBody(foreign.path());
        REQUIRE(!read.ok());
        CHECK_THAT(read.problem().text(), Catch::Contains("foreign.glb") && Catch::Contains("cmake --build"));
    }
}

TEST_CASE("rays meet the nearest visible surface") {
    std::vector<Structure> structures;
    structures.push_back({"near", BodySide::mid, StructureKind::muscle, 1, {}, tetrahedron()});
    structures.push_back({"far", BodySide::mid, StructureKind::muscle, 1, {}, tetrahedron()});
    for (glm::vec3& p : structures[1].mesh.positions) {
        p.z -= 50.0F;
    }
    RayCaster caster(structures);
    const Ray ray{{1.0F, 1.0F, 100.0F}, {0.0F, 0.0F, -1.0F}};
    std::optional<Hit> hit = caster.cast(ray);
    REQUIRE(hit.has_value());
    CHECK(hit->structure == 0);
    CHECK(hit->position.z == Approx(8.0).margin(1e-3));
    CHECK(hit->t == Approx(92.0).margin(1e-3));
    CHECK(hit->normal.z > 0.0F);
    const Mesh& mesh = structures[0].mesh;
    const Triangle& t = mesh.triangles[hit->triangle];
    const glm::vec3 place = hit->barycentric.x * mesh.positions[t[0]] + hit->barycentric.y * mesh.positions[t[1]] +
                            hit->barycentric.z * mesh.positions[t[2]];
    CHECK(glm::distance(place, hit->position) < 1e-3F);
    caster.setVisible(0, false);
    hit = caster.cast(ray);
    REQUIRE(hit.has_value());
    CHECK(hit->structure == 1);
    caster.setVisible(1, false);
    CHECK(!caster.cast(ray).has_value());
    CHECK(!caster.closestPoint({0, 0, 0}).has_value());
}

TEST_CASE("nearest points and containment agree with geometry") {
    const RayCaster caster(tetrahedron());
    CHECK(caster.contains({1, 1, 1}));
    CHECK(!caster.contains({6, 6, 6}));
    CHECK(!caster.contains({-1, 1, 1}));
    const std::optional<NearestPoint> nearest = caster.closestPoint({2, -3, 2});
    REQUIRE(nearest.has_value());
    CHECK(nearest->distance == Approx(3.0).margin(1e-4));
    CHECK(glm::distance(nearest->position, glm::vec3(2, 0, 2)) < 1e-3F);
    CHECK(nearest->normal.y < -0.9F);
    CHECK(!caster.closestPoint({2, -3, 2}, 1.0F).has_value());
    Mesh twice = tetrahedron();
    Mesh moved = tetrahedron();
    for (glm::vec3& p : moved.positions) {
        p += glm::vec3(0.5F);
    }
    append(twice, moved);
    CHECK(RayCaster(twice).contains({2, 2, 2}));
}
