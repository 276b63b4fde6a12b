#include "own_model/body_features.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace myo::own_model {

namespace {

// Shares of the stature.
constexpr float navelHeight = 0.58F;
constexpr float lowestNeck = 0.81F;
constexpr float highestNeck = 0.92F;
constexpr float scanStep = 0.004F;
constexpr float scanWindow = 0.1F;
constexpr float suddenGrowth = 1.5F;  // of the perimeter, where a limb joins the trunk

std::uint32_t farthest(const std::vector<float>& field) {
    std::uint32_t best = 0;
    float most = -1.0F;
    for (std::uint32_t v = 0; v < field.size(); ++v) {
        if (std::isfinite(field[v]) && field[v] > most) {
            most = field[v];
            best = v;
        }
    }
    return best;
}

// The level at which the ring around a limb suddenly becomes longer; nothing if it never does.
std::optional<float> joinOf(const SurfaceGraph& graph, const std::vector<float>& field, float from, float to,
                            float stature) {
    std::vector<float> perimeters;
    const auto window = static_cast<std::size_t>(scanWindow / scanStep);
    for (int step = 0;; ++step) {
        const float level = from + static_cast<float>(step) * scanStep * stature;
        if (level >= to) {
            return std::nullopt;
        }
        const float perimeter = graph.ring(field, level).perimeter;
        if (perimeters.size() >= window) {
            std::vector<float> recent(perimeters.end() - static_cast<std::ptrdiff_t>(window), perimeters.end());
            std::nth_element(recent.begin(), recent.begin() + static_cast<std::ptrdiff_t>(window / 2), recent.end());
            if (perimeter > suddenGrowth * recent[window / 2]) {
                return level;
            }
        }
        perimeters.push_back(perimeter);
    }
}

std::optional<Limb> limbFrom(const SurfaceGraph& graph, std::uint32_t tip, float from, float to, float stature) {
    Limb limb;
    limb.tip = tip;
    const std::array<std::uint32_t, 1> source{tip};
    limb.field = graph.distances(source);
    const auto join = joinOf(graph, limb.field, from * stature, to * stature, stature);
    if (!join) {
        return std::nullopt;
    }
    limb.reach = *join;
    return limb;
}

// The five places of the hand that are farthest from the wrist and from each other.
std::optional<std::array<std::uint32_t, 5>> fingertipsOf(const SurfaceGraph& graph, const Limb& arm) {
    constexpr float forearmShare = 0.45F;  // the thumb's tip is as far from the middle finger's as the wrist
    constexpr float leastApart = 0.11F;    // of the arm's reach: between neighbouring tips, along the skin
    std::vector<float> field(arm.field.size());
    const float forearm = forearmShare * arm.reach;
    std::vector<std::uint32_t> beyond;
    for (std::uint32_t v = 0; v < field.size(); ++v) {
        if (arm.field[v] > forearm) {
            beyond.push_back(v);
        }
    }
    field = graph.distances(beyond);
    std::array<std::uint32_t, 5> tips{};
    for (std::uint32_t& tip : tips) {
        tip = farthest(field);
        if (field[tip] < leastApart * arm.reach) {
            return std::nullopt;
        }
        graph.lower(field, tip);
    }
    return tips;
}

// The middle of the thinnest level section between shoulders and head.
glm::vec3 neckOf(const SurfaceGraph& graph, float floor, float stature) {
    std::vector<float> heights;
    for (const glm::vec3& p : graph.mesh().positions) {
        heights.push_back(p.y - floor);
    }
    Ring thinnest;
    thinnest.perimeter = std::numeric_limits<float>::max();
    const int steps = static_cast<int>((highestNeck - lowestNeck) / scanStep);
    for (int step = 0; step <= steps; ++step) {
        const float level = (lowestNeck + static_cast<float>(step) * scanStep) * stature;
        const Ring ring = graph.ring(heights, level);
        if (ring.perimeter > 0.0F && ring.perimeter < thinnest.perimeter) {
            thinnest = ring;
        }
    }
    return thinnest.centre;
}

// The front and the back of the trunk at the height of the navel.
std::vector<std::uint32_t> trunkMiddle(const body::Mesh& mesh, float floor, float stature) {
    constexpr float tolerance = 0.03F;
    std::optional<std::uint32_t> front;
    std::optional<std::uint32_t> back;
    for (std::uint32_t v = 0; v < mesh.positions.size(); ++v) {
        const glm::vec3& p = mesh.positions[v];
        if (std::abs(p.x) > tolerance * stature ||
            std::abs(p.y - floor - navelHeight * stature) > tolerance * stature) {
            continue;
        }
        front = front && mesh.positions[*front].z >= p.z ? front : v;
        back = back && mesh.positions[*back].z <= p.z ? back : v;
    }
    return front ? std::vector{*front, *back} : std::vector<std::uint32_t>{};
}

// Hands, feet and crown: one after the other the place farthest from the trunk and from those found before.
std::array<std::uint32_t, 5> extremities(const SurfaceGraph& graph, const std::vector<std::uint32_t>& trunk) {
    std::vector<float> field = graph.distances(trunk);
    std::array<std::uint32_t, 5> ends{};
    for (std::uint32_t& end : ends) {
        end = farthest(field);
        graph.lower(field, end);
    }
    return ends;
}

Diagnostic unlike(const char* what) {
    return {{}, what, "a whole human body, standing, arms away from the trunk, fingers apart"};
}

}  // namespace

Result<BodyFeatures> findFeatures(const SurfaceGraph& graph) {
    const body::Mesh& mesh = graph.mesh();
    const Aabb box = mesh.bounds();
    const float stature = box.high.y - box.low.y;
    const std::vector<std::uint32_t> trunk = trunkMiddle(mesh, box.low.y, stature);
    if (trunk.empty()) {
        return unlike("the trunk cannot be found");
    }
    std::array<std::uint32_t, 5> ends = extremities(graph, trunk);
    const auto place = [&](std::uint32_t v) { return mesh.positions[v]; };
    std::sort(ends.begin(), ends.end(), [&](auto a, auto b) { return place(a).y < place(b).y; });
    // The lowest two are the feet; of the others the one nearest to the midline is the crown.
    std::sort(ends.begin() + 2, ends.end(),
              [&](auto a, auto b) { return std::abs(place(a).x) < std::abs(place(b).x); });
    const auto leftFirst = [&](auto a, auto b) { return place(a).x > place(b).x; };
    std::sort(ends.begin(), ends.begin() + 2, leftFirst);
    std::sort(ends.begin() + 3, ends.end(), leftFirst);
    BodyFeatures features;
    features.crown = ends[2];
    if (place(ends[0]).x * place(ends[1]).x > 0.0F || place(ends[3]).x * place(ends[4]).x > 0.0F ||
        place(features.crown).y - box.low.y < 0.8F * stature) {
        return unlike("head, hands and feet cannot be told apart");
    }
    features.neck = neckOf(graph, box.low.y, stature);
    for (std::size_t side = 0; side < 2; ++side) {
        auto leg = limbFrom(graph, ends[side], 0.3F, 0.8F, stature);
        auto arm = limbFrom(graph, ends[3 + side], 0.2F, 0.6F, stature);
        if (!leg || !arm) {
            return unlike(leg ? "an arm cannot be told from the trunk" : "the legs cannot be told from the trunk");
        }
        features.legs[side] = std::move(*leg);
        features.arms[side] = std::move(*arm);
        features.fingertips[side] = fingertipsOf(graph, features.arms[side]);
    }
    return features;
}

}  // namespace myo::own_model
