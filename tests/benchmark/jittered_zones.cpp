#include "jittered_zones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "core/parallel.h"
#include "referral/geodesics.h"
#include "referral/referral.h"
#include "referral/topology.h"
#include "study/grade.h"

namespace myo::benchmark {

namespace {

using Json = nlohmann::ordered_json;
using Members = std::vector<char>;

constexpr std::array<double, 4> overlaps{0.9, 0.7, 0.5, 0.3};

class Jitter {
public:
    explicit Jitter(const referral::Referral& referral)
        : referral_(referral), mesh_(referral.surface().topology()), areas_(referral.surface().vertexAreas()) {}

    [[nodiscard]] Members membersOf(const referral::ResolvedPoint& point, atlas::Tier tier) const {
        Members out(areas_.size(), 0);
        if (const referral::ResolvedZone* zone = point.zone(tier)) {
            for (std::size_t i = 0; i < zone->footprint->vertices.size(); ++i) {
                out[zone->footprint->vertices[i]] = zone->footprint->strengths[i] >= 0.5F ? 1 : 0;
            }
        }
        return out;
    }

    [[nodiscard]] double area(const Members& of) const {
        double sum = 0.0;
        for (std::size_t v = 0; v < of.size(); ++v) {
            sum += of[v] != 0 ? areas_[v] : 0.0F;
        }
        return sum;
    }

    // The zone moved in space and put back on the skin: a vertex is painted if it comes from the zone.
    [[nodiscard]] Members moved(const Members& zone, const glm::vec3& by) const {
        const auto& places = mesh_.positions();
        Members out(zone.size(), 0);
        Aabb box;
        for (std::size_t v = 0; v < zone.size(); ++v) {
            if (zone[v] != 0) {
                box.add(places[v] + by);
            }
        }
        constexpr float around = 15.0F;
        for (std::uint32_t v = 0; v < zone.size(); ++v) {
            const bool near = glm::all(glm::greaterThan(places[v], box.low - around)) &&
                              glm::all(glm::lessThan(places[v], box.high + around));
            if (!near) {
                continue;
            }
            out[v] = comesFrom(zone, places[v] - by) ? 1 : 0;
        }
        return out;
    }

    // What of the zone is met when it is moved.
    [[nodiscard]] double metBy(const Members& zone, const glm::vec3& by) const {
        double sum = 0.0;
        for (std::uint32_t v = 0; v < zone.size(); ++v) {
            sum += zone[v] != 0 && comesFrom(zone, mesh_.positions()[v] - by) ? areas_[v] : 0.0F;
        }
        return sum;
    }

    // Vertices by their distance from those of the set, the set itself first.
    [[nodiscard]] std::vector<referral::Reached> distances(const Members& from, float limit) const {
        std::vector<referral::GeodesicSource> sources;
        for (std::uint32_t v = 0; v < from.size(); ++v) {
            if (from[v] != 0 && !mesh_.around(v).empty()) {
                const auto half = mesh_.around(v).front();
                referral::SurfacePoint at;
                at.triangle = referral::Topology::triangleOf(half);
                at.weights = glm::vec3(0.0F);
                at.weights[static_cast<int>(half % 3)] = 1.0F;
                at.position = mesh_.positions()[v];
                sources.push_back({at, 0.0F});
            }
        }
        auto reached = referral_.surface().geodesics().reach(sources, limit);
        std::stable_sort(reached.begin(), reached.end(),
                         [](const auto& a, const auto& b) { return a.value < b.value; });
        return reached;
    }

    // How far beyond its rim one has to look at most, mm.
    [[nodiscard]] float reachOf(const Members& zone) const {
        return 20.0F + 1.5F * static_cast<float>(std::sqrt(area(zone) / std::numbers::pi));
    }

    // Outside the zone, the nearest first.
    [[nodiscard]] std::vector<referral::Reached> outwards(const Members& zone) const {
        auto order = distances(rimOf(zone), reachOf(zone));
        std::erase_if(order, [&](const auto& each) { return zone[each.vertex] != 0; });
        return order;
    }

    // In the zone, the nearest to its rim first.
    [[nodiscard]] std::vector<referral::Reached> inwards(const Members& zone) const {
        Members outside(zone.size(), 0);
        for (std::size_t v = 0; v < zone.size(); ++v) {
            outside[v] = zone[v] == 0 ? 1 : 0;
        }
        auto order = distances(rimOf(outside), reachOf(zone));
        std::erase_if(order, [&](const auto& each) { return zone[each.vertex] == 0; });
        return order;
    }

    // Grown until the zone is that share of it.
    [[nodiscard]] Members grown(const Members& zone, const std::vector<referral::Reached>& outwards,
                                double share) const {
        const double wanted = area(zone) / share;
        Members out = zone;
        double sum = area(zone);
        for (const auto& each : outwards) {
            if (sum < wanted) {
                out[each.vertex] = 1;
                sum += areas_[each.vertex];
            }
        }
        return out;
    }

    // Only that share of it, from the inside out.
    [[nodiscard]] Members shrunk(const Members& zone, const std::vector<referral::Reached>& inwards,
                                 double share) const {
        return takenFrom(inwards, area(zone) * share);
    }

    // Only that share of it, from one end on.
    [[nodiscard]] Members cut(const Members& zone, const glm::vec3& along, double share) const {
        std::vector<referral::Reached> order;
        for (std::uint32_t v = 0; v < zone.size(); ++v) {
            if (zone[v] != 0) {
                order.push_back({v, glm::dot(mesh_.positions()[v], along)});
            }
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
        return takenFrom(order, area(zone) * share);
    }

private:
    // The skin nearest to a place belongs to the zone.
    [[nodiscard]] bool comesFrom(const Members& zone, const glm::vec3& place) const {
        constexpr float furthest = 40.0F;
        const auto from = referral_.surface().snap(place);
        const Triangle& triangle = mesh_.triangles()[from.triangle];
        float inside = 0.0F;
        for (int corner = 0; corner < 3; ++corner) {
            inside += zone[triangle[static_cast<std::size_t>(corner)]] != 0 ? from.weights[corner] : 0.0F;
        }
        return inside >= 0.5F && glm::distance(from.position, place) <= furthest;
    }
    // Of the set, what has a neighbour outside of it.
    [[nodiscard]] Members rimOf(const Members& set) const {
        Members rim(set.size(), 0);
        for (std::uint32_t v = 0; v < set.size(); ++v) {
            if (set[v] != 0) {
                const auto around = mesh_.around(v);
                rim[v] = std::any_of(around.begin(), around.end(),
                                     [&](std::uint32_t half) { return set[mesh_.to(half)] == 0; })
                             ? 1
                             : 0;
            }
        }
        return rim;
    }
    [[nodiscard]] Members takenFrom(const std::vector<referral::Reached>& order, double wanted) const {
        Members out(areas_.size(), 0);
        double sum = 0.0;
        for (auto each = order.rbegin(); each != order.rend() && sum < wanted; ++each) {
            out[each->vertex] = 1;
            sum += areas_[each->vertex];
        }
        return out;
    }

    const referral::Referral& referral_;
    const referral::Topology& mesh_;
    std::span<const float> areas_;
};

std::shared_ptr<const body::Footprint> footprintOf(const Members& members) {
    auto out = std::make_shared<body::Footprint>();
    for (std::uint32_t v = 0; v < members.size(); ++v) {
        if (members[v] != 0) {
            out->vertices.push_back(v);
            out->strengths.push_back(1.0F);
        }
    }
    return out;
}

// How far to go so that the zone is met by that share.
float distanceFor(const Jitter& jitter, const Members& zone, const glm::vec3& direction, double share) {
    float near = 0.0F;
    float far = 400.0F;
    const double whole = jitter.area(zone);
    constexpr int halvings = 9;
    for (int i = 0; i < halvings; ++i) {
        const float middle = (near + far) / 2.0F;
        (jitter.metBy(zone, direction * middle) > share * whole ? near : far) = middle;
    }
    return near;
}

struct Orders {
    std::vector<referral::Reached> inwards;
    std::vector<referral::Reached> outwards;
};

struct Count {
    int pairs = 0;
    int rising = 0;
    int level = 0;
};

constexpr std::array<const char*, 4> ways{"moved", "shrunk", "grown", "cut"};

std::array<Count, ways.size()> countsOf(const referral::ResolvedPoint& point, const Jitter& jitter,
                                        const referral::Referral& referral, unsigned seed) {
    const Members primary = jitter.membersOf(point, atlas::Tier::primary);
    Members spillover = jitter.membersOf(point, atlas::Tier::spillover);
    for (std::size_t v = 0; v < spillover.size(); ++v) {
        spillover[v] = static_cast<char>(spillover[v] & ~primary[v] & 1);
    }
    const bool hasPrimary = jitter.area(primary) > 0.0;
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    const glm::vec3 direction = glm::normalize(glm::vec3(normal(random), normal(random), normal(random)));
    const Orders ofPrimary{jitter.inwards(primary), jitter.outwards(primary)};
    const Orders ofSpillover{jitter.inwards(spillover), jitter.outwards(spillover)};
    std::array<Count, ways.size()> out;
    for (std::size_t way = 0; way < ways.size(); ++way) {
        double before = 2.0;
        for (const double overlap : overlaps) {
            const auto drawn = [&](const Members& zone, const Orders& orders, float mm) {
                return way == 0   ? jitter.moved(zone, direction * mm)
                       : way == 1 ? jitter.shrunk(zone, orders.inwards, overlap)
                       : way == 2 ? jitter.grown(zone, orders.outwards, overlap)
                                  : jitter.cut(zone, direction, overlap);
            };
            const float mm =
                way == 0 ? distanceFor(jitter, hasPrimary ? primary : spillover, direction, overlap) : 0.0F;
            referral::PaintedSkin paint;
            paint.levels[1] = footprintOf(drawn(primary, ofPrimary, mm));
            paint.levels[0] = footprintOf(drawn(spillover, ofSpillover, mm));
            const double score = study::gradeZones(point, paint, referral).score;
            if (before <= 1.0) {
                ++out[way].pairs;
                out[way].rising += score < before ? 1 : 0;
                out[way].level += score == before ? 1 : 0;
            }
            before = score;
        }
    }
    return out;
}

}  // namespace

Json jitteredZones(const atlas::Atlas& atlas, const std::shared_ptr<const body::Body>& body, std::size_t each) {
    const referral::Referral referral(atlas, body);
    const Jitter jitter(referral);
    std::vector<const referral::ResolvedPoint*> points;
    std::size_t seen = 0;
    for (const referral::ResolvedPoint& point : referral.points()) {
        const bool left = point.id.side == Side::left;
        const auto painted = [&](atlas::Tier tier) { return jitter.area(jitter.membersOf(point, tier)) > 0.0; };
        if (left && ++seen % each == 0 && (painted(atlas::Tier::primary) || painted(atlas::Tier::spillover))) {
            points.push_back(&point);
        }
    }
    std::vector<std::array<Count, ways.size()>> counts(points.size());
    parallelFor(
        points.size(),
        [&](std::size_t i) { counts[i] = countsOf(*points[i], jitter, referral, static_cast<unsigned>(i)); }, 1);
    Json out{{"points", points.size()}};
    int pairs = 0;
    int rising = 0;
    for (std::size_t way = 0; way < ways.size(); ++way) {
        Count sum;
        for (const auto& each : counts) {
            sum.pairs += each[way].pairs;
            sum.rising += each[way].rising;
            sum.level += each[way].level;
        }
        out[ways[way]] = {{"pairs", sum.pairs}, {"rising", sum.rising}, {"level", sum.level}};
        pairs += sum.pairs;
        rising += sum.rising;
    }
    out["share_rising"] = static_cast<double>(rising) / pairs;
    return out;
}

}  // namespace myo::benchmark
