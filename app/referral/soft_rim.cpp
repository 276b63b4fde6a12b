#include "referral/soft_rim.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

#include "referral/topology.h"

namespace myo::referral {

namespace {

constexpr float inside = 0.5F;  // strength of a zone's edge
constexpr float unreached = std::numeric_limits<float>::max();

}  // namespace

SoftRim::SoftRim(const Surface& surface, const Reach& reach)
    : surface_(surface), reach_(reach), distances_(surface.vertexCount(), unreached) {}

std::vector<RimGain> SoftRim::gains(const body::Footprint& patch) {
    using Step = std::pair<float, std::uint32_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> queue;
    std::vector<std::uint32_t> touched;
    float area = 0.0F;
    for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
        if (patch.strengths[i] >= inside) {
            const std::uint32_t vertex = patch.vertices[i];
            distances_[vertex] = 0.0F;
            touched.push_back(vertex);
            queue.emplace(0.0F, vertex);
            area += surface_.vertexAreas()[vertex];
        }
    }
    const float radius = std::sqrt(area / std::numbers::pi_v<float>);
    const float reach = std::clamp(reach_.shareOfRadius * radius, reach_.leastMm, reach_.mostMm);
    const Topology& topology = surface_.topology();
    while (!queue.empty()) {
        const auto [distance, vertex] = queue.top();
        queue.pop();
        if (distance > distances_[vertex]) {
            continue;
        }
        for (const std::uint32_t half : topology.around(vertex)) {
            const std::uint32_t to = topology.to(half);
            const float further = distance + topology.length(half);
            if (further < reach && further < distances_[to]) {
                if (distances_[to] == unreached) {
                    touched.push_back(to);
                }
                distances_[to] = further;
                queue.emplace(further, to);
            }
        }
    }
    std::sort(touched.begin(), touched.end());
    std::vector<RimGain> out;
    out.reserve(touched.size());
    for (const std::uint32_t vertex : touched) {
        const float distance = distances_[vertex];
        out.push_back({vertex, distance <= 0.0F ? 1.0F : reach_.edgeGain * (1.0F - distance / reach)});
        distances_[vertex] = unreached;
    }
    return out;
}

}  // namespace myo::referral
