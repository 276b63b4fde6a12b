// Muscles, points and regions.
#include <algorithm>

#include "content/blocks.h"
#include "content/documents.h"
#include "content/words.h"

namespace myo::content {

namespace {

using atlas::Atlas;
using atlas::Muscle;
using atlas::Tier;
using atlas::TriggerPoint;

constexpr const char* between = " \xC2\xB7 ";  // middle dot

// What holds for the muscle whichever of its points is meant. The order is the promise: how sure it is, what to rule
// out, and only then what to do.
void addMuscleBlocks(Document& out, const Text& text, const Atlas& atlas, const Muscle& muscle,
                     const TriggerPoint* point, std::optional<Side> side) {
    out.add(evidenceBlock(text, atlas, muscle, point));
    out.add(redFlagBlock(text, muscle.redFlags));
    out.add(lookAlikeBlock(text, muscle));
    if (point == nullptr) {
        out.add(pointEvidenceBlock(text, atlas, muscle));
    }
    out.add(reportBlock(text, muscle));
    out.add(causeBlock(text, muscle));
    out.add(palpationBlock(text, muscle));
    out.add(selfCareBlock(text, muscle));
    out.add(anatomyBlock(text, muscle));
    out.add(relatedBlock(text, atlas, muscle, side));
    out.add(clinicianBlock(text, muscle));
    out.add(sourceBlock(text, atlas, muscle, point));
}

struct RegionSource {
    SidedPoint id;
    std::optional<float> covered;  ///< share of the region
};

// The points whose zones of that tier cover a part of the region, those that cover most first.
std::vector<RegionSource> measuredSources(const referral::Referral& referral, const SidedRegion& region, Tier tier) {
    constexpr float least = 0.05F;  // a grazed edge is no reason to suspect a muscle
    std::vector<RegionSource> sources;
    for (const referral::ResolvedPoint& point : referral.points()) {
        if (const referral::ResolvedZone* zone = point.zone(tier)) {
            for (const auto& coverage : zone->coverage) {
                if (coverage.region == region && coverage.covered >= least) {
                    sources.push_back({point.id, coverage.covered});
                }
            }
        }
    }
    std::stable_sort(sources.begin(), sources.end(),
                     [](const RegionSource& a, const RegionSource& b) { return *a.covered > *b.covered; });
    return sources;
}

// The points whose data say that they reach the region.
std::vector<RegionSource> claimedSources(const Atlas& atlas, const RegionId& region, Tier tier) {
    const auto names = [&](const std::vector<RegionId>& list) {
        return std::find(list.begin(), list.end(), region) != list.end();
    };
    std::vector<RegionSource> sources;
    for (const TriggerPoint* point : atlas.points()) {
        if (std::any_of(point->zones.begin(), point->zones.end(), [&](const atlas::Zone& zone) {
                return zone.tier == tier && (names(zone.regions) || names(zone.internal));
            })) {
            sources.push_back({{point->id, Side::left}, {}});
        }
    }
    return sources;
}

Block regionSourceBlock(const Text& text, const Atlas& atlas, const std::vector<RegionSource>& sources, Tier tier,
                        bool sided) {
    Block block = emptyBlock(text, tier == Tier::primary ? BlockId::primarySources : BlockId::spilloverSources);
    for (const RegionSource& source : sources) {
        Line line = plainLine(
            pointWords(text, atlas, source.id.point, sided ? std::optional(source.id.side) : std::optional<Side>()));
        if (source.covered) {
            line.note = text("content.region.covers", {{"percent", static_cast<double>(*source.covered) * 100.0}});
        }
        line.target = source.id;
        line.tier = tier;
        block.lines.push_back(std::move(line));
    }
    return block;
}

}  // namespace

Document muscleDocument(const Text& text, const Atlas& atlas, const MuscleId& id, std::optional<BodySide> side) {
    Document out;
    out.about = SidedMuscle{id, side.value_or(BodySide::left)};
    out.title = muscleName(atlas, id);
    out.subtitle = side ? sideWords(text, *side) : "";
    const Muscle* muscle = atlas.find(id);
    if (muscle == nullptr) {
        out.status = text("content.muscle.neighbour");
        return out;
    }
    if (!muscle->lay.empty()) {
        out.subtitle += (out.subtitle.empty() ? "" : between) + muscle->lay;
    }
    std::optional<Side> pointSide;
    if (side) {
        pointSide = *side == BodySide::right ? Side::right : Side::left;
    }
    for (const TriggerPoint& point : muscle->points) {
        out.add(pointBlock(text, atlas, point, pointSide));
    }
    addMuscleBlocks(out, text, atlas, *muscle, nullptr, pointSide);
    return out;
}

Document pointDocument(const Text& text, const Atlas& atlas, const PointId& id, std::optional<Side> side) {
    Document out;
    const Muscle* muscle = atlas.find(id.muscle);
    const TriggerPoint* point = atlas.find(id);
    if (muscle == nullptr || point == nullptr) {
        return out;
    }
    out.about = SidedPoint{id, side.value_or(Side::left)};
    out.title = muscle->name;
    out.subtitle = muscle->lay.empty() ? "" : muscle->lay + between;
    out.subtitle += pointLabel(text, *point);
    if (side) {
        out.subtitle += between + sideWords(text, toBodySide(*side));
    }
    out.evidence = atlas::evidenceStatus(*point);
    out.standing = evidenceBadge(text, *out.evidence);
    out.add(everydayBlock(text, atlas, *muscle, *point));
    out.add(locationBlock(text, *point));
    out.add(zoneBlock(text, atlas, *point, side));
    addMuscleBlocks(out, text, atlas, *muscle, point, side);
    return out;
}

Document regionDocument(const Text& text, const Atlas& atlas, const RegionId& id, std::optional<BodySide> side,
                        const referral::Referral* referral) {
    Document out;
    const atlas::Region* region = atlas.find(id);
    const SidedRegion sided{id, side.value_or(BodySide::left)};
    out.about = sided;
    out.title = side ? referenceWords(text, atlas, sided) : capitalised(regionName(atlas, id));
    if (region != nullptr && !region->clinical.empty()) {
        out.subtitle = text("content.region.clinical", {{"names", joined(text, region->clinical)}});
    }
    for (const Tier tier : {Tier::primary, Tier::spillover}) {
        const bool measured = referral != nullptr && side;
        out.add(regionSourceBlock(text, atlas,
                                  measured ? measuredSources(*referral, sided, tier) : claimedSources(atlas, id, tier),
                                  tier, measured));
    }
    if (out.blocks.empty()) {
        out.status = text("content.region.unreached");
    }
    return out;
}

}  // namespace myo::content
