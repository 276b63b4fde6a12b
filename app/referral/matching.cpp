#include "referral/matching.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "referral/soft_rim.h"
#include "referral/topology.h"

namespace myo::referral {

namespace {

constexpr float painted = 0.5F;
constexpr std::uint16_t noArea = 0xFFFF;
constexpr int mostAreas = 12;          // smaller ones are counted with the last
constexpr float leastAreaMm2 = 60.0F;  // a fleck is no area of its own

// Between points that explain a drawing equally well: how often each is met, by the editors' reading.
float tieBreak(atlas::Occurrence occurrence) {
    switch (occurrence) {
        case atlas::Occurrence::common:
            return 1.0F;
        case atlas::Occurrence::occasional:
            return 0.5F;
        case atlas::Occurrence::rare:
            break;
    }
    return 0.0F;
}

std::uint8_t byte(float gain) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(gain, 0.0F, 1.0F) * 255.0F));
}

// Where two lists name a vertex, the greater gain counts.
void mergeInto(std::vector<RimGain>& all, const std::vector<RimGain>& more) {
    std::vector<RimGain> merged;
    merged.reserve(all.size() + more.size());
    std::merge(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(merged),
               [](const RimGain& a, const RimGain& b) {
                   return a.vertex != b.vertex ? a.vertex < b.vertex : a.gain > b.gain;
               });
    const auto last = std::unique(merged.begin(), merged.end(),
                                  [](const RimGain& a, const RimGain& b) { return a.vertex == b.vertex; });
    merged.erase(last, merged.end());
    all = std::move(merged);
}

}  // namespace

// The drawing as the formula sees it.
struct Matcher::Paint {
    struct Spot {
        std::uint32_t vertex = 0;
        std::uint16_t area = noArea;
        float mm2 = 0.0F;
        float weight = 0.0F;  // mm^2 times the level's weight
    };
    std::vector<Spot> spots;
    std::vector<float> areaWeights;  // pain of each separate area
    float mm2 = 0.0F;
    float weight = 0.0F;
};

Matcher::Matcher(const Referral& referral, const MatchWeights& weights) : weights_(weights) {
    const Surface& surface = referral.surface();
    const Topology& topology = surface.topology();
    areas_.assign(surface.vertexAreas().begin(), surface.vertexAreas().end());
    skinMm2_ = std::accumulate(areas_.begin(), areas_.end(), 0.0F);
    neighbourStarts_.push_back(0);
    for (std::uint32_t vertex = 0; vertex < areas_.size(); ++vertex) {
        for (const std::uint32_t half : topology.around(vertex)) {
            neighbours_.push_back(topology.to(half));
        }
        neighbourStarts_.push_back(static_cast<std::uint32_t>(neighbours_.size()));
    }

    const Reach reach{weights.reachShare, weights.leastReachMm, weights.mostReachMm, weights.edgeGain};
    SoftRim softener(surface, reach);
    std::vector<std::pair<std::uint32_t, Entry>> all;
    for (const ResolvedPoint& point : referral.points()) {
        const auto number = static_cast<std::uint16_t>(candidates_.size());
        const ResolvedZone* primary = point.zone(atlas::Tier::primary);
        Candidate candidate{point.id, 0.0F, tieBreak(point.occurrence)};
        const auto gainsOf = [&](const ResolvedZone* zone) {
            std::vector<RimGain> out;
            if (zone == nullptr) {
                return out;
            }
            out = softener.gains(*zone->footprint);
            for (const RegionId& region : zone->internal) {
                const auto glow = referral.glow({region, toBodySide(point.id.side)});
                if (const auto middle = glow ? glow : referral.glow({region, BodySide::mid})) {
                    mergeInto(out, softener.gains(*middle));
                }
            }
            return out;
        };
        const std::vector<RimGain> often = gainsOf(primary);
        const std::vector<RimGain> sometimes = gainsOf(point.zone(atlas::Tier::spillover));
        for (const RimGain& s : often) {
            candidate.primaryMm2 += s.gain >= 1.0F ? areas_[s.vertex] : 0.0F;
        }
        candidates_.push_back(candidate);
        for (auto a = often.begin(), b = sometimes.begin(); a != often.end() || b != sometimes.end();) {
            const bool first = b == sometimes.end() || (a != often.end() && a->vertex <= b->vertex);
            const bool second = a == often.end() || (b != sometimes.end() && b->vertex <= a->vertex);
            const std::uint32_t vertex = first ? a->vertex : b->vertex;
            const Entry entry{number, first ? byte(a->gain) : std::uint8_t{0},
                              second ? byte(b->gain) : std::uint8_t{0}};
            if (entry.primary > 0 || entry.spillover > 0) {
                all.emplace_back(vertex, entry);
            }
            a += first ? 1 : 0;
            b += second ? 1 : 0;
        }
    }
    starts_.assign(areas_.size() + 1, 0);
    for (const auto& [vertex, entry] : all) {
        ++starts_[vertex + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) {
        starts_[i] += starts_[i - 1];
    }
    entries_.resize(all.size());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (const auto& [vertex, entry] : all) {
        entries_[next[vertex]++] = entry;
    }
}

std::size_t Matcher::bytes() const {
    return candidates_.size() * sizeof(Candidate) + starts_.size() * sizeof(std::uint32_t) +
           entries_.size() * sizeof(Entry) + areas_.size() * sizeof(float) +
           (neighbourStarts_.size() + neighbours_.size()) * sizeof(std::uint32_t);
}

Matcher::Paint Matcher::paintOf(const PaintedSkin& skin) const {
    Paint paint;
    std::vector<float> weightOf(areas_.size(), 0.0F);
    std::vector<float> strengthOf(areas_.size(), 0.0F);
    for (std::size_t level = 0; level < skin.levels.size(); ++level) {
        const body::Footprint& patch = *skin.levels[level];
        for (std::size_t i = 0; i < patch.vertices.size(); ++i) {
            strengthOf[patch.vertices[i]] += patch.strengths[i];
            weightOf[patch.vertices[i]] += patch.strengths[i] * weights_.levels[level];
        }
    }
    // Patches that hang together are one area.
    struct Area {
        std::size_t first = 0;
        std::size_t last = 0;
        float mm2 = 0.0F;
    };
    std::vector<Area> found;
    for (std::uint32_t seed = 0; seed < strengthOf.size(); ++seed) {
        if (strengthOf[seed] < painted) {
            continue;
        }
        Area area{paint.spots.size(), 0, 0.0F};
        const auto take = [&](std::uint32_t vertex) {
            const float share = weightOf[vertex] / strengthOf[vertex];
            paint.spots.push_back({vertex, noArea, areas_[vertex], areas_[vertex] * share});
            area.mm2 += areas_[vertex];
            strengthOf[vertex] = 0.0F;
        };
        take(seed);
        for (std::size_t i = area.first; i < paint.spots.size(); ++i) {
            const std::uint32_t vertex = paint.spots[i].vertex;
            for (std::uint32_t k = neighbourStarts_[vertex]; k < neighbourStarts_[vertex + 1]; ++k) {
                if (strengthOf[neighbours_[k]] >= painted) {
                    take(neighbours_[k]);
                }
            }
        }
        area.last = paint.spots.size();
        found.push_back(area);
    }
    std::sort(found.begin(), found.end(), [](const Area& a, const Area& b) { return a.mm2 > b.mm2; });
    for (const Area& area : found) {
        const bool own = paint.areaWeights.empty() ||
                         (area.mm2 >= leastAreaMm2 && paint.areaWeights.size() < static_cast<std::size_t>(mostAreas));
        if (own) {
            paint.areaWeights.push_back(0.0F);
        }
        for (std::size_t i = area.first; i < area.last; ++i) {
            Paint::Spot& spot = paint.spots[i];
            spot.area = static_cast<std::uint16_t>(paint.areaWeights.size() - 1);
            paint.areaWeights.back() += spot.weight;
            paint.mm2 += spot.mm2;
            paint.weight += spot.weight;
        }
    }
    return paint;
}

float Matcher::felt(const Entry& entry) const {
    return std::max(static_cast<float>(entry.primary), weights_.spillover * static_cast<float>(entry.spillover)) /
           255.0F;
}

std::vector<Match> Matcher::judge(const Paint& paint) const {
    struct Total {
        float covers = 0.0F;
        float primary = 0.0F;
        float bySpillover = 0.0F;
        float inPrimaryMm2 = 0.0F;
    };
    const std::size_t areas = paint.areaWeights.size();
    std::vector<float> feltIn(candidates_.size() * areas, 0.0F);
    std::vector<Total> totals(candidates_.size());
    constexpr float unit = 1.0F / 255.0F;
    for (const Paint::Spot& spot : paint.spots) {
        for (std::uint32_t i = starts_[spot.vertex]; i < starts_[spot.vertex + 1]; ++i) {
            const Entry& entry = entries_[i];
            const float primary = unit * static_cast<float>(entry.primary);
            const float spillover = unit * static_cast<float>(entry.spillover);
            feltIn[entry.point * areas + spot.area] += spot.weight * std::max(primary, weights_.spillover * spillover);
            Total& total = totals[entry.point];
            total.covers += spot.weight * std::max(primary, spillover);
            total.primary += spot.weight * primary;
            total.bySpillover += spot.weight * weights_.spillover * spillover;
            total.inPrimaryMm2 += spot.mm2 * primary;
        }
    }
    // A small area far from the large one was painted on purpose: areas weigh by their root.
    std::vector<float> shares(areas);
    float allShares = 0.0F;
    for (std::size_t a = 0; a < areas; ++a) {
        shares[a] = std::sqrt(paint.areaWeights[a]);
        allShares += shares[a];
    }
    std::vector<Match> out;
    for (std::size_t p = 0; p < candidates_.size(); ++p) {
        float explained = 0.0F;
        int explainedAreas = 0;
        for (std::size_t a = 0; a < areas; ++a) {
            const float share = feltIn[p * areas + a] / paint.areaWeights[a];
            explained += shares[a] / allShares * share;
            explainedAreas += share >= weights_.areaExplained * weights_.spillover ? 1 : 0;
        }
        if (explained < weights_.leastExplained) {
            continue;
        }
        const Candidate& candidate = candidates_[p];
        const Total& total = totals[p];
        Match match;
        match.point = candidate.id;
        match.covers = std::min(1.0F, total.covers / paint.weight);
        match.primary = std::min(1.0F, total.primary / paint.weight);
        match.filled = candidate.primaryMm2 > 0.0F
                           ? std::min(1.0F, total.inPrimaryMm2 / (weights_.filledFrom * candidate.primaryMm2))
                           : 0.0F;
        match.areas = explainedAreas;
        match.tier = total.primary >= total.bySpillover ? atlas::Tier::primary : atlas::Tier::spillover;
        const float several =
            areas > 1 ? static_cast<float>(std::max(0, explainedAreas - 1)) / static_cast<float>(areas - 1) : 0.0F;
        match.score = std::min(1.0F, weights_.explained * explained + weights_.filled * match.filled * explained +
                                         weights_.usual * candidate.usual + weights_.several * several);
        out.push_back(match);
    }
    std::stable_sort(out.begin(), out.end(), [](const Match& a, const Match& b) { return a.score > b.score; });
    return out;
}

Ranking Matcher::rank(const PaintedSkin& skin, std::size_t limit) const {
    Ranking out;
    const Paint paint = paintOf(skin);
    out.areas = static_cast<int>(paint.areaWeights.size());
    out.paintedMm2 = paint.mm2;
    out.shareOfSkin = skinMm2_ > 0.0F ? paint.mm2 / skinMm2_ : 0.0F;
    if (paint.spots.empty()) {
        return out;
    }
    out.matches = judge(paint);
    out.matches.resize(std::min(out.matches.size(), limit));
    return out;
}

Explanation Matcher::explain(const PaintedSkin& skin) const {
    constexpr std::size_t mostParts = 4;
    constexpr float leastAdded = 0.1F;
    constexpr float enough = 0.9F;
    // Once a spillover reaches a place, no second point is needed there.
    const auto settled = [this](float felt) { return std::min(1.0F, felt / weights_.spillover); };
    Explanation out;
    const Paint paint = paintOf(skin);
    std::vector<float> scores(candidates_.size(), 0.0F);
    if (!paint.spots.empty()) {
        for (const Match& match : judge(paint)) {
            const auto found = std::lower_bound(candidates_.begin(), candidates_.end(), match.point,
                                                [](const Candidate& c, const SidedPoint& id) { return c.id < id; });
            scores[static_cast<std::size_t>(found - candidates_.begin())] = match.score;
        }
    }
    std::vector<float> left;
    for (const Paint::Spot& spot : paint.spots) {
        left.push_back(spot.weight);
    }
    std::vector<float> gains(candidates_.size());
    while (out.parts.size() < mostParts && out.covers < enough && !paint.spots.empty()) {
        std::fill(gains.begin(), gains.end(), 0.0F);
        for (std::size_t s = 0; s < paint.spots.size(); ++s) {
            const std::uint32_t vertex = paint.spots[s].vertex;
            for (std::uint32_t i = starts_[vertex]; i < starts_[vertex + 1]; ++i) {
                gains[entries_[i].point] += left[s] * settled(felt(entries_[i]));
            }
        }
        std::size_t best = 0;
        float bestWorth = 0.0F;
        for (std::size_t p = 0; p < gains.size(); ++p) {
            const float worth = gains[p] * (0.5F + scores[p]);
            if (worth > bestWorth) {
                best = p;
                bestWorth = worth;
            }
        }
        const float adds = gains[best] / paint.weight;
        if (adds < leastAdded) {
            break;
        }
        out.parts.push_back({candidates_[best].id, adds});
        out.covers += adds;
        for (std::size_t s = 0; s < paint.spots.size(); ++s) {
            const std::uint32_t vertex = paint.spots[s].vertex;
            for (std::uint32_t i = starts_[vertex]; i < starts_[vertex + 1]; ++i) {
                if (entries_[i].point == best) {
                    left[s] *= 1.0F - settled(felt(entries_[i]));
                }
            }
        }
    }
    return out;
}

}  // namespace myo::referral
