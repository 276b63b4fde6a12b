// Distances, ways and brushes on shapes whose answers are known.
#include <algorithm>
#include <map>
#include <thread>

#include <catch2/catch.hpp>

#include "referral/geodesics.h"
#include "referral/surface.h"
#include "referral/topology.h"
#include "shapes.h"

using namespace myo;
using namespace myo::referral;
using namespace myo::testing;

namespace {

body::Footprint dab(const Surface& surface, const glm::vec3& place, float radius, float softness) {
    const BrushPoint point{surface.snap(place), radius};
    return surface.airbrush({&point, 1}, softness);
}

std::map<std::uint32_t, float> strengths(const body::Footprint& footprint) {
    std::map<std::uint32_t, float> out;
    for (std::size_t i = 0; i < footprint.vertices.size(); ++i) {
        out[footprint.vertices[i]] = footprint.strengths[i];
    }
    return out;
}

}  // namespace

TEST_CASE("distances on a plane of ragged triangles are exact", "[surface]") {
    const body::Mesh mesh = shakenPlane(100.0F, 33);
    const Surface surface(mesh);
    const SurfacePoint at = surface.snap({3.3F, -4.1F, 5.0F});
    REQUIRE(glm::distance(at.position, glm::vec3(3.3F, -4.1F, 0.0F)) < 1e-3F);
    const GeodesicSource source{at, 0.0F};
    const auto reached = surface.geodesics().reach({&source, 1}, 40.0F);
    for (const Reached& r : reached) {
        REQUIRE(r.value == Approx(glm::distance(mesh.positions[r.vertex], at.position)).margin(0.01));
    }
    const auto inside = std::count_if(mesh.positions.begin(), mesh.positions.end(),
                                      [&](const glm::vec3& p) { return glm::distance(p, at.position) < 39.99F; });
    REQUIRE(static_cast<long>(reached.size()) >= inside);
}

TEST_CASE("a source on a corner or an edge sees all around", "[surface]") {
    const body::Mesh mesh = shakenPlane(60.0F, 15);
    const Surface surface(mesh);
    const std::uint32_t corner = 8 * 16 + 8;
    const std::uint32_t beside = corner + 1;
    for (const glm::vec3& place : {mesh.positions[corner], (mesh.positions[corner] + mesh.positions[beside]) * 0.5F}) {
        const GeodesicSource source{surface.snap(place), 0.0F};
        const auto reached = surface.geodesics().reach({&source, 1}, 25.0F);
        REQUIRE(reached.size() > 50);
        for (const Reached& r : reached) {
            REQUIRE(r.value == Approx(glm::distance(mesh.positions[r.vertex], place)).margin(0.01));
        }
    }
}

TEST_CASE("a dab on a tube is as round as on the unrolled sheet", "[surface]") {
    const float radius = 20.0F;
    const body::Mesh mesh = tube(radius, 120.0F, 60, 60);
    const Surface surface(mesh);
    const auto painted = strengths(dab(surface, {0.0F, 0.0F, radius}, 18.0F, 4.0F));
    for (std::uint32_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::vec3& p = mesh.positions[v];
        const float unrolled = std::hypot(radius * std::atan2(p.x, p.z), p.y);
        const float strength = painted.contains(v) ? painted.at(v) : 0.0F;
        const float expected = std::clamp(0.5F - (unrolled - 18.0F) / 4.0F, 0.0F, 1.0F);
        REQUIRE(strength == Approx(expected).margin(0.03 * 18.0 / 4.0));
    }
}

TEST_CASE("distances on a sphere are arcs", "[surface]") {
    const body::Mesh mesh = sphere(50.0F, 5);
    const Surface surface(mesh);
    const GeodesicSource source{surface.snap({0.0F, 0.0F, 60.0F}), 0.0F};
    const auto reached = surface.geodesics().reach({&source, 1}, 300.0F);
    REQUIRE(reached.size() == mesh.positions.size());
    for (const Reached& r : reached) {
        const float arc = 50.0F * std::acos(std::clamp(mesh.positions[r.vertex].z / 50.0F, -1.0F, 1.0F));
        REQUIRE(r.value == Approx(arc).epsilon(0.01).margin(0.05));
    }
}

TEST_CASE("paint does not jump a gap of 3 mm", "[surface]") {
    const body::Mesh mesh = bentSheet(3.0F, 80.0F, 60.0F, 80);
    const Surface surface(mesh);
    const auto footprint = dab(surface, {-1.5F, -50.0F, 0.0F}, 20.0F, 6.0F);
    REQUIRE(footprint.vertices.size() > 20);
    for (const std::uint32_t v : footprint.vertices) {
        REQUIRE(mesh.positions[v].x < 0.0F);
    }
    // Near the bend it goes around, as far as the way along the sheet allows.
    const auto around = dab(surface, {-1.5F, -8.0F, 0.0F}, 20.0F, 6.0F);
    const bool other = std::any_of(around.vertices.begin(), around.vertices.end(),
                                   [&](std::uint32_t v) { return mesh.positions[v].x > 1.4F; });
    REQUIRE(other);
    for (const std::uint32_t v : around.vertices) {
        REQUIRE((mesh.positions[v].x < 1.4F || mesh.positions[v].y > -20.0F));
    }
}

TEST_CASE("a finger does not stain its neighbour", "[surface]") {
    body::Mesh mesh = tube(8.0F, 70.0F, 24, 30);
    const std::size_t first = mesh.positions.size();
    const body::Mesh second = mesh;
    for (std::size_t i = 0; i < first; ++i) {
        mesh.positions.push_back(second.positions[i] + glm::vec3(17.0F, 0.0F, 0.0F));  // 1 mm apart
        mesh.normals.push_back(second.normals[i]);
    }
    for (const auto& [a, b, c] : second.triangles) {
        const auto n = static_cast<std::uint32_t>(first);
        mesh.triangles.push_back({a + n, b + n, c + n});
    }
    const Surface surface(mesh);
    const auto footprint = dab(surface, {8.0F, 0.0F, 0.0F}, 15.0F, 6.0F);
    REQUIRE(footprint.vertices.size() > 30);
    REQUIRE(footprint.vertices.back() < first);
}

TEST_CASE("the way along a tube is a helix, cut into equal steps", "[surface]") {
    const float radius = 20.0F;
    const body::Mesh mesh = tube(radius, 120.0F, 72, 60);
    const Surface surface(mesh);
    const std::vector<SurfacePoint> ends{surface.snap({0.0F, -30.0F, radius}), surface.snap({radius, 30.0F, 0.0F})};
    const auto path = surface.path(ends, 5.0F);
    const float expected = std::hypot(radius * pi * 0.5F, 60.0F);
    float length = 0.0F;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const float step = glm::distance(path[i].position, path[i + 1].position);
        REQUIRE(step <= 5.0F + 1e-3F);
        length += step;
    }
    REQUIRE(length == Approx(expected).epsilon(0.01));
    for (const SurfacePoint& p : path) {
        const float angle = std::atan2(p.position.x, p.position.z);
        REQUIRE(p.position.y == Approx(-30.0F + 60.0F * angle / (pi * 0.5F)).margin(0.6));
        REQUIRE(p.weights.x + p.weights.y + p.weights.z == Approx(1.0F));
        const Triangle& t = mesh.triangles[p.triangle];
        const glm::vec3 back = mesh.positions[t[0]] * p.weights.x + mesh.positions[t[1]] * p.weights.y +
                               mesh.positions[t[2]] * p.weights.z;
        REQUIRE(glm::distance(back, p.position) < 0.01F);
    }
}

TEST_CASE("a way around a sphere is a great circle", "[surface]") {
    const body::Mesh mesh = sphere(50.0F, 5);
    const Surface surface(mesh);
    const glm::vec3 a = glm::normalize(glm::vec3(0.3F, 0.9F, 0.2F)) * 50.0F;
    const glm::vec3 b = glm::normalize(glm::vec3(-0.7F, -0.4F, 0.6F)) * 50.0F;
    const std::vector<SurfacePoint> ends{surface.snap(a), surface.snap(b)};
    const auto path = surface.path(ends, 2.0F);
    REQUIRE(path.size() > 10);
    const glm::vec3 axis = glm::normalize(glm::cross(a, b));
    for (const SurfacePoint& p : path) {
        REQUIRE(std::abs(glm::dot(axis, p.position)) < 1.0F);
    }
}

TEST_CASE("places that are not connected have no way between them", "[surface]") {
    body::Mesh mesh = shakenPlane(20.0F, 4);
    const std::size_t n = mesh.positions.size();
    const body::Mesh copy = mesh;
    for (std::size_t i = 0; i < n; ++i) {
        mesh.positions.push_back(copy.positions[i] + glm::vec3(0.0F, 0.0F, 30.0F));
        mesh.normals.push_back(copy.normals[i]);
    }
    for (const auto& [a, b, c] : copy.triangles) {
        const auto k = static_cast<std::uint32_t>(n);
        mesh.triangles.push_back({a + k, b + k, c + k});
    }
    const Surface surface(mesh);
    const std::vector<SurfacePoint> ends{surface.snap({0.0F, 0.0F, 0.0F}), surface.snap({0.0F, 0.0F, 30.0F})};
    REQUIRE(surface.path(ends, 1.0F).size() == 2);
}

TEST_CASE("a stroke of several radii is the union of its dabs", "[surface]") {
    const body::Mesh mesh = shakenPlane(120.0F, 40);
    const Surface surface(mesh);
    const std::vector<SurfacePoint> ends{surface.snap({-30.0F, 0.0F, 0.0F}), surface.snap({30.0F, 10.0F, 0.0F})};
    std::vector<BrushPoint> brush;
    const auto path = surface.path(ends, 2.0F);
    for (std::size_t i = 0; i < path.size(); ++i) {
        brush.push_back({path[i], 8.0F + 10.0F * static_cast<float>(i) / static_cast<float>(path.size() - 1)});
    }
    const float softness = 6.0F;
    const auto painted = strengths(surface.airbrush(brush, softness));
    for (std::uint32_t v = 0; v < mesh.positions.size(); ++v) {
        float value = 1e9F;
        for (const BrushPoint& b : brush) {
            value = std::min(value, glm::distance(mesh.positions[v], b.at.position) - b.radiusMm);
        }
        const float expected = std::clamp(0.5F - value / softness, 0.0F, 1.0F);
        REQUIRE((painted.contains(v) ? painted.at(v) : 0.0F) == Approx(expected).margin(0.01));
    }
}

TEST_CASE("footprints are sorted, within 0..1 and grow with the radius", "[surface]") {
    const body::Mesh mesh = sphere(50.0F, 5);
    const Surface surface(mesh);
    std::map<std::uint32_t, float> before;
    for (const float radius : {4.0F, 9.0F, 17.0F, 30.0F}) {
        const auto footprint = dab(surface, {20.0F, 30.0F, 25.0F}, radius, 6.0F);
        REQUIRE(std::is_sorted(footprint.vertices.begin(), footprint.vertices.end()));
        REQUIRE(std::adjacent_find(footprint.vertices.begin(), footprint.vertices.end()) == footprint.vertices.end());
        for (const float s : footprint.strengths) {
            REQUIRE((s > 0.0F && s <= 1.0F));
        }
        const auto now = strengths(footprint);
        for (const auto& [vertex, strength] : before) {
            REQUIRE(now.contains(vertex));
            REQUIRE(now.at(vertex) >= strength - 1e-4F);
        }
        before = now;
    }
}

TEST_CASE("the areas of the vertices add up to the surface", "[surface]") {
    const Surface surface(tube(20.0F, 100.0F, 90, 30));
    float sum = 0.0F;
    for (const float area : surface.vertexAreas()) {
        sum += area;
    }
    REQUIRE(sum == Approx(2.0F * pi * 20.0F * 100.0F).epsilon(0.01));
}

TEST_CASE("queries on several threads give what one thread gives", "[surface]") {
    const body::Mesh mesh = sphere(50.0F, 5);
    const Surface surface(mesh);
    std::vector<body::Footprint> alone;
    std::vector<body::Footprint> together(24);
    const auto place = [](int i) {
        const float angle = static_cast<float>(i);
        return glm::vec3(std::cos(angle), std::sin(angle), std::cos(angle * 1.7F)) * 50.0F;
    };
    for (int i = 0; i < 24; ++i) {
        alone.push_back(dab(surface, place(i), 15.0F, 6.0F));
    }
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = t; i < 24; i += 4) {
                    together[static_cast<std::size_t>(i)] = dab(surface, place(i), 15.0F, 6.0F);
                }
            });
        }
    }
    REQUIRE(alone == together);
}
