#include "referral/topology.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace myo::referral {

Topology::Topology(const body::Mesh& mesh) : positions_(mesh.positions), triangles_(mesh.triangles) {
    const std::size_t halves = triangles_.size() * 3;
    lengths_.resize(halves);
    areas_.resize(triangles_.size());
    for (std::uint32_t half = 0; half < halves; ++half) {
        lengths_[half] = glm::distance(positions_[from(half)], positions_[to(half)]);
    }
    for (std::uint32_t t = 0; t < triangles_.size(); ++t) {
        const glm::vec3 a = corner(t, 0);
        areas_[t] = 0.5F * glm::length(glm::cross(corner(t, 1) - a, corner(t, 2) - a));
    }
    joinTwins();
    listAround();
    findBends();
}

void Topology::joinTwins() {
    // Sorted by their undirected edge, the two half-edges of an edge become neighbours.
    std::vector<std::uint32_t> order(triangles_.size() * 3);
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [this](std::uint32_t half) {
        const std::uint32_t a = from(half);
        const std::uint32_t b = to(half);
        return (static_cast<std::uint64_t>(std::min(a, b)) << 32U) | std::max(a, b);
    };
    std::vector<std::uint64_t> keys(order.size());
    for (const std::uint32_t half : order) {
        keys[half] = key(half);
    }
    std::sort(order.begin(), order.end(),
              [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
    twins_.assign(order.size(), none);
    for (std::size_t i = 0; i + 1 < order.size();) {
        const std::uint32_t a = order[i];
        const std::uint32_t b = order[i + 1];
        if (keys[a] == keys[b] && from(a) == to(b)) {
            twins_[a] = b;
            twins_[b] = a;
            i += 2;
        } else {
            ++i;
        }
    }
}

void Topology::listAround() {
    starts_.assign(positions_.size() + 1, 0);
    for (std::uint32_t half = 0; half < twins_.size(); ++half) {
        ++starts_[from(half) + 1];
    }
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    outgoing_.resize(twins_.size());
    std::vector<std::uint32_t> fill(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t half = 0; half < twins_.size(); ++half) {
        outgoing_[fill[from(half)]++] = half;
    }
}

void Topology::findBends() {
    std::vector<float> angles(positions_.size(), 0.0F);
    bends_.assign(positions_.size(), 0);
    for (std::uint32_t half = 0; half < twins_.size(); ++half) {
        const glm::vec3 at = positions_[from(half)];
        const glm::vec3 a = positions_[to(half)] - at;
        const glm::vec3 b = positions_[from(previous(half))] - at;
        angles[from(half)] += std::atan2(glm::length(glm::cross(a, b)), glm::dot(a, b));
        if (twins_[half] == none) {
            bends_[from(half)] = 1;
            bends_[to(half)] = 1;
        }
    }
    constexpr float fullTurn = 2.0F * std::numbers::pi_v<float>;
    for (std::size_t v = 0; v < angles.size(); ++v) {
        if (angles[v] > fullTurn + 1e-4F) {
            bends_[v] = 1;
        }
    }
}

}  // namespace myo::referral
