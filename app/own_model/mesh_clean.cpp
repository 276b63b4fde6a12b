#include "own_model/mesh_clean.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace myo::own_model {

namespace {

constexpr auto unused = std::numeric_limits<std::uint32_t>::max();

// Drops vertices that no triangle uses.
void compact(body::Mesh& mesh) {
    std::vector<std::uint32_t> fresh(mesh.positions.size(), unused);
    std::vector<glm::vec3> kept;
    for (Triangle& t : mesh.triangles) {
        for (std::uint32_t& corner : t) {
            if (fresh[corner] == unused) {
                fresh[corner] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(mesh.positions[corner]);
            }
            corner = fresh[corner];
        }
    }
    mesh.positions = std::move(kept);
}

double areaOf(const body::Mesh& mesh, const Triangle& t) {
    const glm::dvec3 a = mesh.positions[t[0]];
    return glm::length(glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a)) / 2;
}

// Union-find over the vertices.
class Parts {
public:
    explicit Parts(const body::Mesh& mesh) : parent_(mesh.positions.size()) {
        std::iota(parent_.begin(), parent_.end(), 0U);
        for (const Triangle& t : mesh.triangles) {
            parent_[root(t[0])] = root(t[1]);
            parent_[root(t[1])] = root(t[2]);
        }
    }
    std::uint32_t root(std::uint32_t v) {
        while (parent_[v] != v) {
            parent_[v] = parent_[parent_[v]];
            v = parent_[v];
        }
        return v;
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace

void weld(body::Mesh& mesh) {
    const Aabb box = mesh.bounds();
    const float cell = std::max(box.radius() * 2e-6F, std::numeric_limits<float>::min());
    // Three coordinates of 21 bits: the cells along an edge of the box are a million at most.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(mesh.positions.size());
    for (std::uint32_t v = 0; v < keys.size(); ++v) {
        const glm::vec3 p = (mesh.positions[v] - box.low) / cell;
        const auto bits = [](float x) { return static_cast<std::uint64_t>(std::llround(x)) & 0x1FFFFFU; };
        keys[v] = {bits(p.x) << 42U | bits(p.y) << 21U | bits(p.z), v};
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> target(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool same = i > 0 && keys[i].first == keys[i - 1].first;
        target[keys[i].second] = same ? target[keys[i - 1].second] : keys[i].second;
    }
    for (Triangle& t : mesh.triangles) {
        for (std::uint32_t& corner : t) {
            corner = target[corner];
        }
    }
    std::erase_if(mesh.triangles, [&](const Triangle& t) {
        return t[0] == t[1] || t[1] == t[2] || t[2] == t[0] || areaOf(mesh, t) <= double{cell} * cell * 1e-3;
    });
    mesh.normals.clear();
    compact(mesh);
}

std::size_t keepLargestSurfaces(body::Mesh& mesh, float share) {
    Parts parts(mesh);
    std::vector<double> areas(mesh.positions.size(), 0.0);
    for (const Triangle& t : mesh.triangles) {
        areas[parts.root(t[0])] += areaOf(mesh, t);
    }
    const double largest = areas.empty() ? 0.0 : *std::max_element(areas.begin(), areas.end());
    const double least = largest * static_cast<double>(share);
    const auto dropped = std::count_if(areas.begin(), areas.end(), [&](double a) { return a > 0.0 && a < least; });
    std::erase_if(mesh.triangles, [&](const Triangle& t) { return areas[parts.root(t[0])] < least; });
    compact(mesh);
    return static_cast<std::size_t>(dropped);
}

bool turnOutward(body::Mesh& mesh) {
    const glm::dvec3 centre = mesh.bounds().centre();
    double volume = 0.0;
    for (const Triangle& t : mesh.triangles) {
        volume +=
            glm::dot(glm::dvec3(mesh.positions[t[0]]) - centre,
                     glm::cross(glm::dvec3(mesh.positions[t[1]]) - centre, glm::dvec3(mesh.positions[t[2]]) - centre));
    }
    if (volume >= 0.0) {
        return false;
    }
    for (Triangle& t : mesh.triangles) {
        std::swap(t[1], t[2]);
    }
    return true;
}

float openEdgeShare(const body::Mesh& mesh) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(mesh.triangles.size() * 3);
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t k = 0; k < 3; ++k) {
            edges.emplace_back(std::minmax(t[k], t[(k + 1) % 3]));
        }
    }
    std::sort(edges.begin(), edges.end());
    std::size_t open = 0;
    std::size_t all = 0;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t j = i + 1;
        while (j < edges.size() && edges[j] == edges[i]) {
            ++j;
        }
        open += j - i == 1 ? 1 : 0;
        ++all;
        i = j;
    }
    return all == 0 ? 1.0F : static_cast<float>(open) / static_cast<float>(all);
}

body::Mesh subdivided(const body::Mesh& mesh) {
    body::Mesh result;
    result.positions = mesh.positions;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        const auto [place, fresh] =
            middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(result.positions.size()));
        if (fresh) {
            result.positions.push_back(0.5F * (mesh.positions[a] + mesh.positions[b]));
        }
        return place->second;
    };
    for (const Triangle& t : mesh.triangles) {
        const Triangle m{middle(t[0], t[1]), middle(t[1], t[2]), middle(t[2], t[0])};
        result.triangles.insert(result.triangles.end(),
                                {{t[0], m[0], m[2]}, {m[0], t[1], m[1]}, {m[2], m[1], t[2]}, m});
    }
    return result;
}

namespace {

// On flat ground every collapse costs nothing, and what is left are splinters, along which distances are hard to
// measure. A little roughness, far below the size of the triangles, makes them fall evenly.
std::vector<glm::vec3> roughened(const body::Mesh& mesh) {
    double length = 0.0;
    for (const Triangle& t : mesh.triangles) {
        length += glm::distance(mesh.positions[t[0]], mesh.positions[t[1]]);
    }
    constexpr float share = 0.2F;  // of the mean edge
    std::uniform_real_distribution<float> any(-share, share);
    std::minstd_rand random(1);  // the same for every run
    const auto mean = static_cast<float>(length / static_cast<double>(mesh.triangles.size()));
    std::vector<glm::vec3> out = mesh.positions;
    for (glm::vec3& place : out) {
        const float x = any(random);
        const float y = any(random);
        place += mean * glm::vec3(x, y, any(random));
    }
    return out;
}

}  // namespace

namespace {

// An edge of a triangle, from the corner `corner` to the next one.
struct EdgeUse {
    std::uint32_t low, high;
    std::uint32_t triangle;
    std::uint32_t corner;

    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> key() const { return {low, high}; }
    friend bool operator<(const EdgeUse& a, const EdgeUse& b) { return a.key() < b.key(); }
};

std::vector<EdgeUse> edgeUses(const body::Mesh& mesh) {
    std::vector<EdgeUse> edges;
    edges.reserve(mesh.triangles.size() * 3);
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
        for (std::uint32_t k = 0; k < 3; ++k) {
            const auto [low, high] = std::minmax(mesh.triangles[t][k], mesh.triangles[t][(k + 1) % 3]);
            edges.push_back({low, high, t, k});
        }
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

float angleAt(const glm::vec3& corner, const glm::vec3& a, const glm::vec3& b) {
    return std::atan2(glm::length(glm::cross(a - corner, b - corner)), glm::dot(a - corner, b - corner));
}

// The two triangles of an edge with the edge laid the other way; nothing if that makes them no evener, or bends the
// surface.
std::optional<std::array<Triangle, 2>> flipped(const body::Mesh& mesh, const EdgeUse& one, const EdgeUse& other) {
    const Triangle& s = mesh.triangles[one.triangle];
    const Triangle& t = mesh.triangles[other.triangle];
    const std::uint32_t a = s[one.corner];
    const std::uint32_t b = s[(one.corner + 1) % 3];
    const std::uint32_t c = s[(one.corner + 2) % 3];
    const std::uint32_t d = t[(other.corner + 2) % 3];
    if (t[other.corner] != b || c == d) {
        return std::nullopt;
    }
    const auto& at = mesh.positions;
    constexpr float evenEnough = 3.1416F + 0.02F;
    if (angleAt(at[c], at[a], at[b]) + angleAt(at[d], at[a], at[b]) < evenEnough) {
        return std::nullopt;
    }
    const auto areaOf = [&](const Triangle& x) { return glm::cross(at[x[1]] - at[x[0]], at[x[2]] - at[x[0]]); };
    const std::array<Triangle, 2> turned{Triangle{a, d, c}, Triangle{d, b, c}};
    const glm::vec3 before = areaOf(s) + areaOf(t);
    for (const Triangle& x : turned) {
        constexpr float flat = 0.8F;  // cosine
        const glm::vec3 area = areaOf(x);
        if (glm::dot(area, before) <= flat * glm::length(area) * glm::length(before)) {
            return std::nullopt;
        }
    }
    return turned;
}

// One pass over all edges; those next to one that was turned wait for the next pass. \return how many were turned.
std::size_t turnEdges(body::Mesh& mesh) {
    const std::vector<EdgeUse> edges = edgeUses(mesh);
    std::vector<char> touched(mesh.triangles.size(), 0);
    std::set<std::pair<std::uint32_t, std::uint32_t>> made;
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < edges.size();) {
        std::size_t next = i + 1;
        while (next < edges.size() && edges[next].key() == edges[i].key()) {
            ++next;
        }
        const EdgeUse& one = edges[i];
        const EdgeUse& other = edges[i + 1];
        const bool between = next - i == 2 && touched[one.triangle] == 0 && touched[other.triangle] == 0;
        i = next;
        const auto turned = between ? flipped(mesh, one, other) : std::nullopt;
        if (!turned) {
            continue;
        }
        const auto [low, high] = std::minmax((*turned)[0][1], (*turned)[0][2]);
        if (std::binary_search(edges.begin(), edges.end(), EdgeUse{low, high, 0, 0}) ||
            !made.insert({low, high}).second) {
            continue;
        }
        mesh.triangles[one.triangle] = (*turned)[0];
        mesh.triangles[other.triangle] = (*turned)[1];
        touched[one.triangle] = touched[other.triangle] = 1;
        ++count;
    }
    return count;
}

// Turns edges until the triangles are about as even as their corners allow (Delaunay's condition). Along splinters
// distances are hard to measure.
void turnSplinters(body::Mesh& mesh) {
    constexpr int mostPasses = 20;
    for (int pass = 0; pass < mostPasses && turnEdges(mesh) > 0; ++pass) {
    }
}

}  // namespace

body::Mesh simplified(const body::Mesh& mesh, std::size_t triangles) {
    body::Mesh result;
    result.positions = mesh.positions;
    result.triangles = mesh.triangles;
    if (mesh.triangles.size() <= triangles) {
        return result;
    }
    static_assert(sizeof(Triangle) == 3 * sizeof(unsigned int));
    const std::vector<glm::vec3> rough = roughened(mesh);
    auto* indices = reinterpret_cast<unsigned int*>(result.triangles.data());
    const std::size_t count = meshopt_simplify(indices, reinterpret_cast<const unsigned int*>(mesh.triangles.data()),
                                               mesh.triangles.size() * 3, &rough.front().x, rough.size(),
                                               sizeof(glm::vec3), triangles * 3, 1.0F, 0, nullptr);
    result.triangles.resize(count / 3);
    compact(result);
    turnSplinters(result);
    return result;
}

}  // namespace myo::own_model
