#include <cmath>
#include <map>
#include <numbers>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "generate/skin_remesh.h"
#include "generate/skin_trace.h"

namespace {

using namespace myo;
using namespace myo::generate;

constexpr double radius = 20.0;
constexpr double step = 1.7;

double sphere(const glm::dvec3& p) {
    return glm::length(p) - radius;
}

GridPlanes halfSpace() {
    GridPlanes grid;
    for (int i = 0; i <= 30; ++i) {
        grid.x.push_back(i * step * 0.6);
        grid.y.push_back((i - 15) * step);
        grid.z.push_back((i - 15) * step * 1.1);
    }
    return grid;
}

double areaOf(const TriangleMesh& mesh) {
    double area = 0.0;
    for (const Triangle& t : mesh.triangles) {
        const glm::dvec3& a = mesh.positions[t[0]];
        area += 0.5 * glm::length(glm::cross(mesh.positions[t[1]] - a, mesh.positions[t[2]] - a));
    }
    return area;
}

// Every edge has a partner, but for those on x = 0.
bool openOnlyAtTheMidline(const TriangleMesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t i = 0; i < 3; ++i) {
            ++edges[{t[i], t[(i + 1) % 3]}];
        }
    }
    for (const auto& [edge, count] : edges) {
        const bool midline = mesh.positions[edge.first].x == 0.0 && mesh.positions[edge.second].x == 0.0;
        if (count != 1 || edges.contains({edge.second, edge.first}) == midline) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("a traced half sphere is whole, outward and open only at the midline", "[skin]") {
    const TriangleMesh mesh = traceSurface(halfSpace(), sphere);
    CHECK(openOnlyAtTheMidline(mesh));
    CHECK(areaOf(mesh) == Approx(2.0 * std::numbers::pi * radius * radius).epsilon(0.01));
    for (const Triangle& t : mesh.triangles) {
        const glm::dvec3& a = mesh.positions[t[0]];
        REQUIRE(glm::dot(glm::cross(mesh.positions[t[1]] - a, mesh.positions[t[2]] - a), a) > 0.0);
    }
}

TEST_CASE("only the surface that crosses the midline is traced", "[skin]") {
    const auto withMoon = [](const glm::dvec3& p) {
        return std::min(glm::length(p) - 12.0, glm::length(p - glm::dvec3(22.0, 0.0, 0.0)) - 5.0);
    };
    const auto mesh = traceSurface(halfSpace(), withMoon);
    REQUIRE_FALSE(mesh.positions.empty());
    for (const glm::dvec3& p : mesh.positions) {
        REQUIRE(glm::length(p) < 13.0);
    }
}

TEST_CASE("a field without a surface at the midline is refused", "[skin]") {
    CHECK_THROWS_AS(traceSurface(halfSpace(), [](const glm::dvec3&) { return 1.0; }), std::logic_error);
}

TEST_CASE("remeshing evens out the triangles and keeps the surface and the midline", "[skin]") {
    const double wanted = GENERATE(2.0, 4.0);
    const RemeshSurface surface{[&](const glm::dvec3&) { return wanted; },
                                [](glm::dvec3& p, double) {
                                    p *= radius / glm::length(p);
                                    return true;
                                }};
    const TriangleMesh mesh = remesh(traceSurface(halfSpace(), sphere), surface, 5);
    CHECK(openOnlyAtTheMidline(mesh));
    CHECK(areaOf(mesh) == Approx(2.0 * std::numbers::pi * radius * radius).epsilon(0.03));
    double sum = 0.0;
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t i = 0; i < 3; ++i) {
            const double length = glm::distance(mesh.positions[t[i]], mesh.positions[t[(i + 1) % 3]]);
            REQUIRE(length > 0.35 * wanted);
            REQUIRE(length < 1.6 * wanted);
            sum += length;
        }
    }
    CHECK(sum / (3.0 * static_cast<double>(mesh.triangles.size())) == Approx(wanted).epsilon(0.15));
    for (const glm::dvec3& p : mesh.positions) {
        REQUIRE(p.x >= 0.0);
        REQUIRE(glm::length(p) == Approx(radius).margin(0.2));
    }
}
