#include "anatomy/own_model/mesh_clean.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace myo::anatomy {

namespace {

constexpr auto unused = std::numeric_limits<std::uint32_t>::max();

// Drops vertices that no triangle uses.
void compact(Mesh& mesh) {
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

double areaOf(const Mesh& mesh, const Triangle& t) {
    const glm::dvec3 a = mesh.positions[t[0]];
    return glm::length(glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a)) / 2;
}

// Union-find over the vertices.
class Parts {
public:
    explicit Parts(const Mesh& mesh) : parent_(mesh.positions.size()) {
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

void weld(Mesh& mesh) {
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

std::size_t keepLargestSurfaces(Mesh& mesh, float share) {
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

bool turnOutward(Mesh& mesh) {
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

float openEdgeShare(const Mesh& mesh) {
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

Mesh subdivided(const Mesh& mesh) {
    Mesh result;
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

Mesh simplified(const Mesh& mesh, std::size_t triangles) {
    Mesh result;
    result.positions = mesh.positions;
    result.triangles = mesh.triangles;
    if (mesh.triangles.size() <= triangles) {
        return result;
    }
    static_assert(sizeof(Triangle) == 3 * sizeof(unsigned int));
    auto* indices = reinterpret_cast<unsigned int*>(result.triangles.data());
    const std::size_t count = meshopt_simplify(
        indices, reinterpret_cast<const unsigned int*>(mesh.triangles.data()), mesh.triangles.size() * 3,
        &mesh.positions.front().x, mesh.positions.size(), sizeof(glm::vec3), triangles * 3, 1.0F, 0, nullptr);
    result.triangles.resize(count / 3);
    compact(result);
    return result;
}

}  // namespace myo::anatomy
