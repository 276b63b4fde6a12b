#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "figures.h"
#include "generate/faces_inside.h"

using namespace myo;
using namespace myo::generate;

namespace {

// How far the faces of a mesh come out of a skin, looked at every few millimetres.
float farthestOutside(const body::Mesh& mesh, const body::RayCaster& skin) {
    constexpr float spacing = 4.0F;
    float farthest = 0.0F;
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3& a = mesh.positions[t[0]];
        const glm::vec3 ab = mesh.positions[t[1]] - a;
        const glm::vec3 ac = mesh.positions[t[2]] - a;
        const float longest = std::max({glm::length(ab), glm::length(ac), glm::length(ac - ab)});
        if (!skin.closestPoint(a + (ab + ac) / 3.0F, longest)) {
            continue;  // far below it
        }
        const int parts = static_cast<int>(longest / spacing) + 1;
        for (int i = 0; i <= parts; ++i) {
            for (int j = 0; j <= parts - i; ++j) {
                const glm::vec3 place =
                    a + (static_cast<float>(i) * ab + static_cast<float>(j) * ac) / static_cast<float>(parts);
                if (!skin.contains(place)) {
                    farthest = std::max(farthest, skin.closestPoint(place)->distance);
                }
            }
        }
    }
    return farthest;
}

}  // namespace

TEST_CASE("a sheet that bridges a hollow of the skin is laid into it") {
    body::Mesh skin = block({-100, -100, -40}, {100, 100, 10});
    for (glm::vec3& place : skin.positions) {
        if (place.z > 0.0F) {
            place.z -= 15.0F * std::exp(-place.x * place.x / 400.0F);
        }
    }
    body::computeNormals(skin);
    const body::RayCaster caster(skin);
    std::vector<body::Structure> sheets{
        {"sheet", BodySide::left, body::StructureKind::muscle, 1, {}, block({-60, -60, 2}, {60, 60, 4}, 40.0F)}};
    REQUIRE(farthestOutside(sheets[0].mesh, caster) > 5.0F);
    const std::size_t before = sheets[0].mesh.triangles.size();
    keepFacesInside(sheets, skin);
    CHECK(farthestOutside(sheets[0].mesh, caster) < 0.5F);
    CHECK(closedManifold(sheets[0].mesh));
    CHECK(sheets[0].mesh.fibreCoordinates.size() == sheets[0].mesh.positions.size());
    CHECK(sheets[0].mesh.triangles.size() > before);
}

TEST_CASE("a sheet under flat skin keeps its faces") {
    std::vector<body::Structure> sheets{
        {"sheet", BodySide::left, body::StructureKind::muscle, 1, {}, block({-60, -60, 4}, {60, 60, 6}, 40.0F)}};
    const std::size_t before = sheets[0].mesh.triangles.size();
    keepFacesInside(sheets, block({-100, -100, -40}, {100, 100, 10}));
    CHECK(sheets[0].mesh.triangles.size() == before);
}

TEST_CASE("in both finished bodies no face comes out of the skin, and every surface is closed") {
    for (const body::Body* body : {&maleBody(), &femaleBody()}) {
        const body::RayCaster skin(body->skin());
        for (const body::Structure& part : body->structures) {
            // Teeth show between the lips.
            if (part.kind == body::StructureKind::skin || part.alias() || part.side == BodySide::right ||
                part.id.starts_with("tooth")) {
                continue;
            }
            INFO(body->identity.name << ' ' << part.id);
            CHECK(farthestOutside(part.mesh, skin) < 0.3F);
            CHECK(closedManifold(part.mesh));
        }
    }
}
