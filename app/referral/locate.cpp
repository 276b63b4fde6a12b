#include "referral/locate.h"

#include <algorithm>
#include <set>

namespace myo::referral {

namespace {

// The constants of docs/matching.md.
constexpr float spilloverWeight = 0.4F;  // some people feel it there, not nearly all
constexpr float fullyExplained = 0.5F;   // share of a region from which it counts as explained
constexpr float explainedWeight = 0.8F;
constexpr float specificWeight = 0.2F;
constexpr float internalArea = 500.0F;  // mm^2 that stand for a region without skin
constexpr float leastExplained = 0.02F;

// A point that is seldom met is seldom the cause, however well its zone fits.
float occurrenceWeight(atlas::Occurrence occurrence) {
    switch (occurrence) {
        case atlas::Occurrence::common:
            return 1.0F;
        case atlas::Occurrence::occasional:
            return 0.85F;
        case atlas::Occurrence::rare:
            break;
    }
    return 0.4F;
}

using Sides = std::set<BodySide>;

bool meets(const Sides& asked, BodySide side) {
    return side == BodySide::mid || asked.contains(BodySide::mid) || asked.contains(side);
}

bool names(const ResolvedZone& zone, const RegionId& region) {
    return std::find(zone.internal.begin(), zone.internal.end(), region) != zone.internal.end();
}

// The greatest share of a region, on one of the asked sides, that a zone covers.
float covered(const ResolvedZone* zone, const RegionId& region, const Sides& sides, Side pointSide) {
    if (zone == nullptr) {
        return 0.0F;
    }
    if (meets(sides, toBodySide(pointSide)) && names(*zone, region)) {
        return 1.0F;
    }
    float most = 0.0F;
    for (const ResolvedZone::Coverage& coverage : zone->coverage) {
        if (coverage.region.region == region && meets(sides, coverage.region.side)) {
            most = std::max(most, coverage.covered);
        }
    }
    return most;
}

struct Areas {
    float asked = 0.0F;
    float all = 0.0F;
};

// How much of a zone lies where the pain is.
Areas areasOf(const ResolvedZone& zone, const std::map<RegionId, Sides>& asked, Side pointSide) {
    Areas areas;
    areas.all = zone.areaMm2 + internalArea * static_cast<float>(zone.internal.size());
    for (const ResolvedZone::Coverage& coverage : zone.coverage) {
        const auto found = asked.find(coverage.region.region);
        if (found != asked.end() && meets(found->second, coverage.region.side)) {
            areas.asked += coverage.share * zone.areaMm2;
        }
    }
    for (const RegionId& region : zone.internal) {
        const auto found = asked.find(region);
        if (found != asked.end() && meets(found->second, toBodySide(pointSide))) {
            areas.asked += internalArea;
        }
    }
    return areas;
}

LocateResult judge(const ResolvedPoint& point, const std::map<RegionId, Sides>& asked) {
    LocateResult result;
    result.point = point.id;
    const ResolvedZone* primary = point.zone(atlas::Tier::primary);
    const ResolvedZone* spillover = point.zone(atlas::Tier::spillover);
    float explained = 0.0F;
    float byPrimary = 0.0F;
    float bySpillover = 0.0F;
    for (const auto& [region, sides] : asked) {
        const float inPrimary = covered(primary, region, sides, point.id.side);
        const float inSpillover = covered(spillover, region, sides, point.id.side);
        const float often = std::min(1.0F, inPrimary / fullyExplained);
        const float sometimes = spilloverWeight * std::min(1.0F, inSpillover / fullyExplained);
        explained += std::max(often, sometimes);
        byPrimary += often;
        bySpillover += sometimes;
        if (std::max(inPrimary, inSpillover) > 0.0F) {
            result.covers[region] = std::max(inPrimary, inSpillover);
        }
    }
    explained /= static_cast<float>(asked.size());
    if (explained < leastExplained) {
        return result;
    }
    Areas sum;
    for (const ResolvedZone& zone : point.zones) {
        const float weight = zone.tier == atlas::Tier::primary ? 1.0F : spilloverWeight;
        const Areas areas = areasOf(zone, asked, point.id.side);
        sum.asked += weight * areas.asked;
        sum.all += weight * areas.all;
    }
    const float specific = sum.all > 0.0F ? std::min(1.0F, sum.asked / sum.all) : 0.0F;
    result.score = occurrenceWeight(point.occurrence) * (explainedWeight * explained + specificWeight * specific);
    result.tier = byPrimary >= bySpillover ? atlas::Tier::primary : atlas::Tier::spillover;
    return result;
}

}  // namespace

std::vector<LocateResult> locate(std::span<const SidedRegion> regions, const Referral& referral, std::size_t limit) {
    std::map<RegionId, Sides> asked;
    for (const SidedRegion& region : regions) {
        asked[region.region].insert(region.side);
    }
    std::vector<LocateResult> results;
    if (asked.empty()) {
        return results;
    }
    for (const ResolvedPoint& point : referral.points()) {
        LocateResult result = judge(point, asked);
        if (result.score > 0.0F) {
            results.push_back(std::move(result));
        }
    }
    std::stable_sort(results.begin(), results.end(),
                     [](const LocateResult& a, const LocateResult& b) { return a.score > b.score; });
    results.resize(std::min(results.size(), limit));
    return results;
}

}  // namespace myo::referral
