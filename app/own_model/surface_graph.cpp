#include "own_model/surface_graph.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

namespace myo::own_model {

namespace {

struct Edge {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t opposite;
};

std::vector<Edge> sortedEdges(const body::Mesh& mesh) {
    std::vector<Edge> edges;
    edges.reserve(mesh.triangles.size() * 3);
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t k = 0; k < 3; ++k) {
            const auto [a, b] = std::minmax(t[k], t[(k + 1) % 3]);
            edges.push_back({a, b, t[(k + 2) % 3]});
        }
    }
    std::sort(edges.begin(), edges.end(),
              [](const Edge& x, const Edge& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return edges;
}

}  // namespace

SurfaceGraph::SurfaceGraph(const body::Mesh& mesh) : mesh_(&mesh) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    const std::vector<Edge> edges = sortedEdges(mesh);
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t j = i + 1;
        while (j < edges.size() && edges[j].a == edges[i].a && edges[j].b == edges[i].b) {
            ++j;
        }
        pairs.emplace_back(edges[i].a, edges[i].b);
        // The short cut across two triangles makes distances depend less on how the surface is divided.
        if (j - i == 2 && edges[i].opposite != edges[i + 1].opposite) {
            pairs.emplace_back(edges[i].opposite, edges[i + 1].opposite);
        }
        i = j;
    }
    first_.assign(mesh.positions.size() + 1, 0);
    for (const auto& [a, b] : pairs) {
        ++first_[a + 1];
        ++first_[b + 1];
    }
    for (std::size_t v = 1; v < first_.size(); ++v) {
        first_[v] += first_[v - 1];
    }
    links_.resize(pairs.size() * 2);
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const auto& [a, b] : pairs) {
        const float length = glm::distance(mesh.positions[a], mesh.positions[b]);
        links_[next[a]++] = {b, length};
        links_[next[b]++] = {a, length};
    }
}

void SurfaceGraph::walk(std::vector<float>& field, std::vector<std::pair<float, std::uint32_t>> heap) const {
    std::priority_queue queue(std::greater<>{}, std::move(heap));
    while (!queue.empty()) {
        const auto [distance, v] = queue.top();
        queue.pop();
        if (distance > field[v]) {
            continue;
        }
        for (std::uint32_t i = first_[v]; i < first_[v + 1]; ++i) {
            const float further = distance + links_[i].length;
            if (further < field[links_[i].to]) {
                field[links_[i].to] = further;
                queue.emplace(further, links_[i].to);
            }
        }
    }
}

std::vector<float> SurfaceGraph::distances(std::span<const std::uint32_t> sources) const {
    std::vector<float> field(mesh_->positions.size(), std::numeric_limits<float>::infinity());
    std::vector<std::pair<float, std::uint32_t>> heap;
    for (const std::uint32_t source : sources) {
        field[source] = 0.0F;
        heap.emplace_back(0.0F, source);
    }
    walk(field, std::move(heap));
    return field;
}

void SurfaceGraph::lower(std::vector<float>& field, std::uint32_t source) const {
    field[source] = 0.0F;
    walk(field, {{0.0F, source}});
}

Ring SurfaceGraph::ring(const std::vector<float>& field, float level) const {
    Ring ring;
    for (const Triangle& t : mesh_->triangles) {
        std::array<glm::vec3, 2> ends{};
        std::size_t count = 0;
        for (std::size_t k = 0; k < 3 && count < 2; ++k) {
            const std::uint32_t a = t[k];
            const std::uint32_t b = t[(k + 1) % 3];
            if ((field[a] < level) == (field[b] < level) || !std::isfinite(field[a] + field[b])) {
                continue;
            }
            const float share = (level - field[a]) / (field[b] - field[a]);
            ends[count++] = glm::mix(mesh_->positions[a], mesh_->positions[b], share);
        }
        if (count == 2) {
            const float length = glm::distance(ends[0], ends[1]);
            ring.perimeter += length;
            ring.centre += length * 0.5F * (ends[0] + ends[1]);
        }
    }
    if (ring.perimeter > 0.0F) {
        ring.centre /= ring.perimeter;
    }
    return ring;
}

std::uint32_t SurfaceGraph::nearestVertex(const glm::vec3& place) const {
    std::uint32_t best = 0;
    float least = std::numeric_limits<float>::max();
    for (std::uint32_t v = 0; v < mesh_->positions.size(); ++v) {
        const glm::vec3 offset = mesh_->positions[v] - place;
        const float distance = glm::dot(offset, offset);
        if (distance < least) {
            least = distance;
            best = v;
        }
    }
    return best;
}

}  // namespace myo::own_model
