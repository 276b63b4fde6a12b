#include "referral/coverage.h"

#include <algorithm>
#include <array>
#include <map>

#include "referral/topology.h"

namespace myo::referral {

namespace {

constexpr float edge = 0.5F;  // strength at which the zone ends

// A triangle cut into nine: the middle of each part, and the corner whose third of the triangle it belongs to. Parts
// halfway between two corners are shared out in turn, so that each corner gets three.
struct Part {
    glm::vec3 weights;
    int corner;
};
constexpr float ninth = 1.0F / 9.0F;
const std::array<Part, 9> parts{{{{7 * ninth, ninth, ninth}, 0},
                                 {{ninth, 7 * ninth, ninth}, 1},
                                 {{ninth, ninth, 7 * ninth}, 2},
                                 {{5 * ninth, 2 * ninth, 2 * ninth}, 0},
                                 {{2 * ninth, 5 * ninth, 2 * ninth}, 1},
                                 {{2 * ninth, 2 * ninth, 5 * ninth}, 2},
                                 {{4 * ninth, 4 * ninth, ninth}, 0},
                                 {{ninth, 4 * ninth, 4 * ninth}, 1},
                                 {{4 * ninth, ninth, 4 * ninth}, 2}}};

float strengthAt(const body::Footprint& patch, std::uint32_t vertex) {
    const auto found = std::lower_bound(patch.vertices.begin(), patch.vertices.end(), vertex);
    return found != patch.vertices.end() && *found == vertex
               ? patch.strengths[static_cast<std::size_t>(std::distance(patch.vertices.begin(), found))]
               : 0.0F;
}

}  // namespace

PatchMeasure measurePatch(const body::Footprint& patch, const Surface& surface, const RegionMap* regions) {
    const Topology& topology = surface.topology();
    PatchMeasure result;
    std::map<std::uint16_t, float> areas;
    for (const std::uint32_t vertex : patch.vertices) {
        for (const std::uint32_t half : topology.around(vertex)) {
            const std::uint32_t triangle = Topology::triangleOf(half);
            const Triangle& corners = topology.triangles()[triangle];
            const glm::vec3 strengths{strengthAt(patch, corners[0]), strengthAt(patch, corners[1]),
                                      strengthAt(patch, corners[2])};
            // Each triangle once: at the first of its corners that the patch holds.
            std::size_t first = 0;
            while (strengths[static_cast<int>(first)] <= 0.0F) {
                ++first;
            }
            if (corners[first] != vertex) {
                continue;
            }
            for (const Part& part : parts) {
                if (glm::dot(part.weights, strengths) < edge) {
                    continue;
                }
                const float area = topology.area(triangle) / static_cast<float>(parts.size());
                result.areaMm2 += area;
                if (regions != nullptr) {
                    areas[regions->regionOfCorner(triangle, part.corner)] += area;
                }
            }
        }
    }
    for (const auto& [region, area] : areas) {
        if (region != RegionMap::none && area > 0.0F) {
            result.coverage.push_back(
                {regions->regions()[region], std::min(1.0F, area / regions->areaMm2(region)), area / result.areaMm2});
        }
    }
    std::sort(result.coverage.begin(), result.coverage.end(), [](const auto& a, const auto& b) {
        return a.share != b.share ? a.share > b.share : a.region < b.region;
    });
    return result;
}

body::Footprint unite(const body::Footprint& a, const body::Footprint& b) {
    body::Footprint out;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.vertices.size() || j < b.vertices.size()) {
        const bool fromA = j == b.vertices.size() || (i < a.vertices.size() && a.vertices[i] <= b.vertices[j]);
        const bool fromB = i == a.vertices.size() || (j < b.vertices.size() && b.vertices[j] <= a.vertices[i]);
        out.vertices.push_back(fromA ? a.vertices[i] : b.vertices[j]);
        out.strengths.push_back(std::max(fromA ? a.strengths[i] : 0.0F, fromB ? b.strengths[j] : 0.0F));
        i += fromA ? 1 : 0;
        j += fromB ? 1 : 0;
    }
    return out;
}

}  // namespace myo::referral
