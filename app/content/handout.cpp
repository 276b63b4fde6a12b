#include "content/handout.h"

#include <algorithm>
#include <set>

#include "atlas/evidence_status.h"
#include "content/blocks.h"
#include "content/words.h"

namespace myo::content {

namespace {

using atlas::Muscle;
using atlas::TriggerPoint;

constexpr std::size_t mostCauses = 3;
constexpr std::string_view expectedSection = "after_treatment";

// The regions of a tier in everyday words, without those that the tier before names already.
std::vector<std::string> regionsOf(const atlas::Atlas& atlas, const TriggerPoint& point, atlas::Tier tier) {
    std::vector<std::string> named;
    std::set<RegionId> before;
    for (const atlas::Zone& zone : point.zones) {
        if (zone.tier == atlas::Tier::primary && tier == atlas::Tier::spillover) {
            before.insert(zone.regions.begin(), zone.regions.end());
        }
    }
    for (const atlas::Zone& zone : point.zones) {
        for (const RegionId& region : zone.regions) {
            if (zone.tier == tier && before.insert(region).second) {
                named.push_back(regionName(atlas, region));
            }
        }
    }
    return named;
}

Block feltBlock(const Text& text, const atlas::Atlas& atlas, const Muscle& muscle, const TriggerPoint& point,
                Side side) {
    Block block = emptyBlock(text, BlockId::point);
    block.heading = capitalised(text("content.handout.heading", {{"muscle", everydayName(atlas, muscle.id)},
                                                                 {"side", sideWords(text, toBodySide(side))}}));
    block.about = SidedPoint{point.id, side};
    block.lines = everydayBlock(text, atlas, muscle, point).lines;
    if (const auto regions = regionsOf(atlas, point, atlas::Tier::spillover); !regions.empty()) {
        Line line = plainLine(text("content.handout.spillover", {{"regions", joined(text, regions)}}));
        line.tier = atlas::Tier::spillover;
        block.lines.push_back(std::move(line));
    }
    return block;
}

Block bringsOnBlock(const Text& text, const Muscle& muscle) {
    Block block = emptyBlock(text, BlockId::provokes);
    block.heading = text("content.handout.brings_on");
    for (const std::vector<std::string>* sentences : {&muscle.provokes, &muscle.activates, &muscle.perpetuates}) {
        for (const std::string& sentence : *sentences) {
            if (block.lines.size() < mostCauses) {
                block.lines.push_back(bulletLine(sentence));
            }
        }
    }
    return block;
}

Block helpBlock(const Text& text, const std::vector<const Muscle*>& muscles) {
    std::vector<std::string> flags;
    for (const Muscle* muscle : muscles) {
        for (const std::string& flag : muscle->redFlags) {
            if (std::find(flags.begin(), flags.end(), flag) == flags.end()) {
                flags.push_back(flag);
            }
        }
    }
    Block block = redFlagBlock(text, flags);
    block.heading = text("content.handout.help");
    return block;
}

Block expectBlock(const Text& text, const atlas::Atlas& atlas) {
    Block block = emptyBlock(text, BlockId::expect);
    for (const atlas::Guide& guide : atlas.guides) {
        for (const atlas::GuideSection& section : guide.sections) {
            if (section.id == expectedSection) {
                for (const std::string& sentence : section.points) {
                    block.lines.push_back(bulletLine(sentence));
                }
            }
        }
    }
    return block;
}

Block knownFromBlock(const Text& text, const atlas::Atlas& atlas, const std::vector<const TriggerPoint*>& points) {
    Block block = emptyBlock(text, BlockId::sources);
    std::vector<std::string> works;
    for (const TriggerPoint* point : points) {
        for (const atlas::CitationRef& ref : point->citations) {
            std::string work = shortCitation(atlas, ref);
            if (std::find(works.begin(), works.end(), work) == works.end()) {
                works.push_back(std::move(work));
            }
        }
        Line line = plainLine(
            text("content.handout.standing", {{"muscle", capitalised(everydayName(atlas, point->id.muscle))},
                                              {"words", evidenceStatusWords(text, atlas::evidenceStatus(*point))}}));
        line.status = atlas::evidenceStatus(*point);
        const bool told = std::any_of(block.lines.begin(), block.lines.end(),
                                      [&](const Line& before) { return before.text == line.text; });
        if (!told) {
            block.lines.push_back(std::move(line));
        }
    }
    if (!works.empty()) {
        block.lines.push_back(plainLine(text("content.handout.source", {{"sources", joined(text, works)}})));
    }
    return block;
}

}  // namespace

std::string everydayName(const atlas::Atlas& atlas, const MuscleId& id) {
    const Muscle* muscle = atlas.find(id);
    return muscle != nullptr && !muscle->lay.empty() ? muscle->lay : muscleName(atlas, id);
}

Document handoutDocument(const Text& text, const atlas::Atlas& atlas, std::span<const SidedPoint> points) {
    Document document;
    std::vector<const Muscle*> muscles;
    std::vector<const TriggerPoint*> shown;
    std::vector<std::string> names;
    for (const SidedPoint& id : points.first(std::min(points.size(), mostOnHandout))) {
        const Muscle* muscle = atlas.find(id.point.muscle);
        const TriggerPoint* point = atlas.find(id.point);
        if (muscle == nullptr || point == nullptr) {
            continue;
        }
        Block block = feltBlock(text, atlas, *muscle, *point, id.side);
        shown.push_back(point);
        block.number = static_cast<int>(shown.size());
        document.add(std::move(block));
        names.push_back(pointWords(text, atlas, id.point, id.side));
        if (std::find(muscles.begin(), muscles.end(), muscle) == muscles.end()) {
            muscles.push_back(muscle);
        }
    }
    if (shown.empty()) {
        return document;
    }
    document.title = muscles.size() == 1
                         ? text("content.handout.title", {{"muscle", everydayName(atlas, muscles.front()->id)}})
                         : text("content.handout.title_several", {{"count", muscles.size()}});
    document.subtitle = joined(text, names);
    if (muscles.size() == 1) {
        document.add(bringsOnBlock(text, *muscles.front()));
    }
    document.add(helpBlock(text, muscles));
    for (std::size_t i = 0; i < muscles.size(); ++i) {
        Block block = selfCareBlock(text, *muscles[i]);
        block.number = static_cast<int>(i) + 1;
        block.heading = muscles.size() == 1
                            ? text("content.handout.yourself")
                            : text("content.handout.yourself_for", {{"muscle", everydayName(atlas, muscles[i]->id)}});
        document.add(std::move(block));
    }
    document.add(expectBlock(text, atlas));
    document.add(knownFromBlock(text, atlas, shown));
    Block limits = emptyBlock(text, BlockId::limits);
    limits.lines.push_back(plainLine(text("content.handout.limits")));
    document.add(std::move(limits));
    return document;
}

}  // namespace myo::content
