#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <queue>
#include <set>

#include <catch2/catch.hpp>

#include "skin_fixture.h"

namespace {

using namespace myo;
using namespace myo::generate;
using myo::generate::skins::skinOf;

using Edge = std::pair<std::uint32_t, std::uint32_t>;

std::map<Edge, int> directedEdges(const body::Mesh& mesh) {
    std::map<Edge, int> edges;
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t i = 0; i < 3; ++i) {
            ++edges[{t[i], t[(i + 1) % 3]}];
        }
    }
    return edges;
}

glm::dvec3 areaVector(const body::Mesh& mesh, const Triangle& t) {
    const glm::dvec3 a = mesh.positions[t[0]];
    return 0.5 * glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a);
}

std::uint32_t vertexNearest(const body::Mesh& mesh, const glm::vec3& p) {
    const auto closer = [&](const glm::vec3& a, const glm::vec3& b) {
        return glm::distance(a, p) < glm::distance(b, p);
    };
    return static_cast<std::uint32_t>(std::min_element(mesh.positions.begin(), mesh.positions.end(), closer) -
                                      mesh.positions.begin());
}

// Length of the shortest way along edges.
double wayAlongSkin(const body::Mesh& mesh, std::uint32_t start, std::uint32_t goal) {
    std::vector<std::vector<std::uint32_t>> neighbours(mesh.positions.size());
    for (const auto& [edge, count] : directedEdges(mesh)) {
        neighbours[edge.first].push_back(edge.second);
    }
    std::vector<double> best(mesh.positions.size(), std::numeric_limits<double>::max());
    std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>, std::greater<>>
        queue;
    best[start] = 0.0;
    queue.emplace(0.0, start);
    while (!queue.empty()) {
        const auto [length, v] = queue.top();
        queue.pop();
        if (v == goal) {
            return length;
        }
        for (const std::uint32_t n : neighbours[v]) {
            const double longer = length + glm::distance(mesh.positions[v], mesh.positions[n]);
            if (longer < best[n]) {
                best[n] = longer;
                queue.emplace(longer, n);
            }
        }
    }
    return best[goal];
}

void checkClosed(const body::Mesh& mesh) {
    const auto edges = directedEdges(mesh);
    for (const auto& [edge, count] : edges) {
        if (count != 1 || !edges.contains({edge.second, edge.first})) {
            FAIL("edge " << edge.first << "-" << edge.second << " does not join exactly two triangles");
        }
    }
    const auto vertices = static_cast<long>(mesh.positions.size());
    const auto triangles = static_cast<long>(mesh.triangles.size());
    CHECK(vertices - static_cast<long>(edges.size() / 2) + triangles == 2);

    // One surface: everything is reached from anywhere. (With one fan per vertex, which the Euler number needs.)
    std::vector<std::uint32_t> root(mesh.positions.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t v) {
        while (root[v] != v) {
            v = root[v] = root[root[v]];
        }
        return v;
    };
    for (const auto& [edge, count] : edges) {
        root[find(edge.first)] = find(edge.second);
    }
    std::set<std::uint32_t> pieces;
    for (std::uint32_t v = 0; v < root.size(); ++v) {
        pieces.insert(find(v));
    }
    CHECK(pieces.size() == 1);
}

void checkSymmetric(const GeneratedSkin& skin) {
    const body::Mesh& mesh = skin.mesh;
    REQUIRE(skin.mirror.size() == mesh.positions.size());
    std::set<std::array<std::uint32_t, 3>> triangles;
    const auto canonical = [](Triangle t) {
        std::rotate(t.begin(), std::min_element(t.begin(), t.end()), t.end());
        return t;
    };
    for (const Triangle& t : mesh.triangles) {
        triangles.insert(canonical(t));
    }
    std::size_t midline = 0;
    for (std::uint32_t v = 0; v < skin.mirror.size(); ++v) {
        const std::uint32_t m = skin.mirror[v];
        REQUIRE(skin.mirror[m] == v);
        REQUIRE(mesh.positions[m] == mirrored(mesh.positions[v]));
        REQUIRE(mesh.normals[m] == mirrored(mesh.normals[v]));
        REQUIRE((m == v) == (mesh.positions[v].x == 0.0F));
        midline += m == v ? 1 : 0;
    }
    CHECK(midline > 200);
    for (const Triangle& t : mesh.triangles) {
        REQUIRE(triangles.contains(canonical({skin.mirror[t[0]], skin.mirror[t[2]], skin.mirror[t[1]]})));
    }
}

void checkNormals(const body::Mesh& mesh) {
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    double volume = 0.0;
    std::size_t against = 0;
    for (const Triangle& t : mesh.triangles) {
        const glm::dvec3 area = areaVector(mesh, t);
        volume += glm::dot(area, glm::dvec3(mesh.positions[t[0]])) / 3.0;
        for (const std::uint32_t v : t) {
            against += glm::dot(glm::dvec3(mesh.normals[v]), area) <= 0.0 ? 1 : 0;
        }
    }
    CHECK(volume > 40e6);  // mm^3: people of this size have 40 to 80 litres
    CHECK(volume < 80e6);
    CHECK(against <= mesh.triangles.size() / 5000);
    for (const glm::vec3& n : mesh.normals) {
        REQUIRE(glm::length(n) == Approx(1.0F).margin(1e-4));
    }
}

void checkStature(const body::Mesh& mesh, float stature) {
    const Aabb bounds = mesh.bounds();
    CHECK(std::abs(bounds.low.y) < 2.0F);
    CHECK(bounds.high.y == Approx(stature).margin(2.0));
}

void checkTriangles(const body::Mesh& mesh, const SkinFigure& figure) {
    CHECK(mesh.triangles.size() >= 85000);
    CHECK(mesh.triangles.size() <= 120000);
    double longest = 0.0;
    double slimmest = 1.0;
    double trunk = 0.0;
    double face = 0.0;
    std::size_t trunkEdges = 0;
    std::size_t faceEdges = 0;
    const double chin = figure.joints.at("chin").y;
    const double hip = figure.joints.at("hip").y;
    for (const Triangle& t : mesh.triangles) {
        double side = 0.0;
        for (std::size_t i = 0; i < 3; ++i) {
            const glm::dvec3 a = mesh.positions[t[i]];
            const double length = glm::distance(a, glm::dvec3(mesh.positions[t[(i + 1) % 3]]));
            side = std::max(side, length);
            if (a.y > chin && a.z > 40.0) {
                face += length;
                ++faceEdges;
            } else if (a.y > hip + 50.0 && a.y < chin - 80.0 && std::abs(a.x) < 100.0) {
                trunk += length;
                ++trunkEdges;
            }
        }
        longest = std::max(longest, side);
        slimmest = std::min(slimmest, 2.0 * glm::length(areaVector(mesh, t)) / (side * side));
    }
    CHECK(longest < 14.0);
    CHECK(slimmest > 0.05);  // height over length; 0.87 is equilateral
    CHECK(trunk / static_cast<double>(trunkEdges) < 8.5);
    CHECK(face / static_cast<double>(faceEdges) < 3.5);
}

void checkFingers(const body::Mesh& mesh, const SkinFigure& figure) {
    std::vector<std::uint32_t> tips;
    for (const char* name : {"finger2", "finger3", "finger4", "finger5"}) {
        const SkinSegment& finger = *figure.find(name);
        const double end = finger.stations.back().along + finger.capAfter;
        tips.push_back(vertexNearest(mesh, glm::vec3(finger.origin + end * finger.axis)));
    }
    for (std::size_t i = 0; i + 1 < tips.size(); ++i) {
        const double air = glm::distance(mesh.positions[tips[i]], mesh.positions[tips[i + 1]]);
        CHECK(wayAlongSkin(mesh, tips[i], tips[i + 1]) > air + 40.0);
    }
}

}  // namespace

// One case, so that a skin is generated once for all its sections.
TEST_CASE("the skin keeps its promises", "[skin]") {
    const auto [body, stature] = GENERATE(table<std::string, float>({{"male", 1694.0F}, {"female", 1593.0F}}));
    const SkinFigure figure = readSkinFigure(skins::figureFile(body)).value();
    const GeneratedSkin& skin = skinOf(body);
    INFO(body);
    SECTION("one closed surface without holes or handles") {
        checkClosed(skin.mesh);
    }
    SECTION("left and right are exact mirror images") {
        checkSymmetric(skin);
    }
    SECTION("the normals point outwards") {
        checkNormals(skin.mesh);
    }
    SECTION("it stands on the floor at the figure's height") {
        checkStature(skin.mesh, stature);
    }
    SECTION("triangles are small enough to paint on, finer at the face, and never slivers") {
        checkTriangles(skin.mesh, figure);
    }
    SECTION("fingers are separate: from tip to tip the way leads through the web") {
        checkFingers(skin.mesh, figure);
    }
}

TEST_CASE("the same figure gives the same skin", "[skin]") {
    const SkinFigure figure = readSkinFigure(skins::figureFile("female")).value();
    const SkinSettings quick{1.5, 30000, 1};
    const GeneratedSkin first = generateSkin(figure, quick);
    const GeneratedSkin second = generateSkin(figure, quick);
    CHECK(first.mesh.positions == second.mesh.positions);
    CHECK(first.mesh.triangles == second.mesh.triangles);
    CHECK(first.mirror == second.mirror);
}
