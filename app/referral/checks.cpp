#include "referral/checks.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace myo::referral {

namespace {

using Coverage = ResolvedZone::Coverage;

// What the data of one tier says in words.
struct Words {
    std::set<RegionId> same;
    std::set<RegionId> opposite;
    bool internal = false;
    const atlas::Zone* first = nullptr;  // for the place in the file

    [[nodiscard]] bool name(const SidedRegion& region, Side side) const {
        if (region.side == BodySide::mid) {
            return same.contains(region.region) || opposite.contains(region.region);
        }
        return (region.side == toBodySide(side) ? same : opposite).contains(region.region);
    }
};

Words wordsOf(const atlas::TriggerPoint& point, atlas::Tier tier) {
    Words words;
    for (const atlas::Zone& zone : point.zones) {
        if (zone.tier == tier) {
            words.same.insert(zone.regions.begin(), zone.regions.end());
            words.opposite.insert(zone.contraRegions.begin(), zone.contraRegions.end());
            words.internal = words.internal || !zone.internal.empty();
            words.first = words.first == nullptr ? &zone : words.first;
        }
    }
    return words;
}

std::string tierName(atlas::Tier tier) {
    return tier == atlas::Tier::primary ? "primary" : "spillover";
}

class PointCheck {
public:
    PointCheck(const atlas::Atlas& atlas, const ResolvedPoint& resolved, const atlas::TriggerPoint& point,
               const ZoneLimits& limits, Diagnostics& findings)
        : atlas_(atlas), resolved_(resolved), point_(point), limits_(limits), findings_(findings) {}

    void run() const {
        const Words primary = wordsOf(point_, atlas::Tier::primary);
        const Words spillover = wordsOf(point_, atlas::Tier::spillover);
        checkTier(atlas::Tier::primary, primary, primary);
        checkTier(atlas::Tier::spillover, spillover, primary);
        const ResolvedZone* inner = resolved_.zone(atlas::Tier::primary);
        const ResolvedZone* outer = resolved_.zone(atlas::Tier::spillover);
        if (inner != nullptr && outer != nullptr && outer->areaMm2 > 0.0F && inner->areaMm2 > outer->areaMm2) {
            report(primary, Severity::warning,
                   fmt::format("the primary zone ({:.0f} cm2) is larger than the spillover ({:.0f} cm2)",
                               inner->areaMm2 / 100.0F, outer->areaMm2 / 100.0F),
                   "a spillover around or beyond the primary zone");
        }
    }

private:
    void report(const Words& words, Severity severity, const std::string& what, const std::string& expected) const {
        findings_.push_back({words.first != nullptr ? words.first->place : point_.place,
                             fmt::format("{}: {}", point_.id.text(), what), expected, severity});
    }

    // Spillover may lie on what the primary zone has named: it surrounds it.
    void checkTier(atlas::Tier tier, const Words& words, const Words& primary) const {
        const ResolvedZone* zone = resolved_.zone(tier);
        if (zone == nullptr) {
            return;
        }
        if (zone->areaMm2 <= 0.0F && !words.internal) {
            report(words, Severity::error, fmt::format("the {} zone paints no skin", tierName(tier)),
                   "a dab or a stroke on the body");
            return;
        }
        const Side other = opposite(resolved_.id.side);
        for (const RegionId& region : words.same) {
            checkNamed(tier, words, region, resolved_.id.side);
        }
        for (const RegionId& region : words.opposite) {
            checkNamed(tier, words, region, other);
        }
        for (const Coverage& coverage : zone->coverage) {
            if (coverage.share > limits_.mostUnnamedShare && !words.name(coverage.region, resolved_.id.side) &&
                !primary.name(coverage.region, resolved_.id.side)) {
                report(words, Severity::warning,
                       fmt::format("{:.0f} % of the {} zone lies in '{}', which it does not name",
                                   coverage.share * 100.0F, tierName(tier), coverage.region.text()),
                       "the region among `regions`, or less paint there");
            }
        }
    }

    void checkNamed(atlas::Tier tier, const Words& words, const RegionId& region, Side side) const {
        const atlas::Region* known = atlas_.find(region);
        if (known == nullptr || known->kind != atlas::RegionKind::surface) {
            return;
        }
        const SidedRegion sided{region, known->midline ? BodySide::mid : toBodySide(side)};
        Coverage best;
        for (const ResolvedZone& zone : resolved_.zones) {
            // The two tiers together make the spillover's picture; the primary zone stands for itself.
            if (zone.tier != tier && tier == atlas::Tier::primary) {
                continue;
            }
            for (const Coverage& coverage : zone.coverage) {
                if (coverage.region == sided) {
                    best.covered = std::max(best.covered, coverage.covered);
                    best.share = std::max(best.share, coverage.share);
                }
            }
        }
        if (best.covered < limits_.leastCovered && best.share < limits_.leastShare) {
            report(words, Severity::error,
                   fmt::format("the {} zone names '{}', but its paint covers {:.0f} % of it", tierName(tier),
                               sided.text(), best.covered * 100.0F),
                   fmt::format("at least {:.0f} % of the region, or {:.0f} % of the zone there",
                               limits_.leastCovered * 100.0F, limits_.leastShare * 100.0F));
        }
    }

    const atlas::Atlas& atlas_;
    const ResolvedPoint& resolved_;
    const atlas::TriggerPoint& point_;
    const ZoneLimits& limits_;
    Diagnostics& findings_;
};

}  // namespace

Diagnostics checkZones(const atlas::Atlas& atlas, const Referral& referral, const ZoneLimits& limits) {
    Diagnostics findings;
    for (const atlas::TriggerPoint* point : atlas.points()) {
        if (const ResolvedPoint* resolved = referral.find({point->id, Side::left})) {
            PointCheck(atlas, *resolved, *point, limits, findings).run();
        }
    }
    return findings;
}

}  // namespace myo::referral
