#include <algorithm>

#include "atlas/loader/assemble.h"

namespace myo::atlas::loader {

namespace {

void keepRegions(std::vector<RegionId>& ids, const Atlas& atlas, std::optional<RegionKind> kind) {
    std::erase_if(ids, [&](const RegionId& id) {
        const Region* region = atlas.find(id);
        return region == nullptr || (kind && region->kind != *kind);
    });
}

void keepCitations(std::vector<CitationRef>& citations, const Atlas& atlas) {
    std::erase_if(citations, [&](const CitationRef& citation) { return atlas.find(citation.source) == nullptr; });
}

void keepFrequencies(std::vector<StudyFrequency>& frequencies, const Atlas& atlas) {
    std::erase_if(frequencies, [&](const StudyFrequency& frequency) {
        const bool nowhere = frequency.region.value.empty() ? frequency.measure == Measure::feltThere
                                                            : atlas.find(frequency.region) == nullptr;
        return nowhere || atlas.find(frequency.source) == nullptr;
    });
}

void clean(TriggerPoint& point, const Atlas& atlas) {
    for (Zone& zone : point.zones) {
        keepRegions(zone.internal, atlas, RegionKind::internal);
        keepRegions(zone.regions, atlas, RegionKind::surface);
        keepRegions(zone.contraRegions, atlas, RegionKind::surface);
    }
    std::erase_if(point.zones,
                  [](const Zone& zone) { return zone.dabs.empty() && zone.strokes.empty() && zone.internal.empty(); });
    keepCitations(point.citations, atlas);
    keepFrequencies(point.frequencies, atlas);
}

}  // namespace

void removeDeadEnds(Atlas& atlas) {
    for (Muscle& muscle : atlas.muscles) {
        keepCitations(muscle.citations, atlas);
        keepFrequencies(muscle.frequencies, atlas);
        for (TriggerPoint& point : muscle.points) {
            clean(point, atlas);
        }
        std::erase_if(muscle.points,
                      [](const TriggerPoint& point) { return point.zones.empty() || point.citations.empty(); });
    }
    for (Scenario& scenario : atlas.scenarios) {
        keepCitations(scenario.citations, atlas);
        std::erase_if(scenario.steps, [&](const ScenarioStep& step) { return atlas.find(step.point) == nullptr; });
    }
    std::erase_if(atlas.scenarios, [](const Scenario& scenario) { return scenario.steps.empty(); });
    for (Guide& guide : atlas.guides) {
        for (GuideSection& section : guide.sections) {
            keepCitations(section.citations, atlas);
        }
    }
    for (RedFlag& flag : atlas.redFlags) {
        keepCitations(flag.citations, atlas);
    }
    for (RuleOut& ruleOut : atlas.ruleOuts) {
        keepRegions(ruleOut.regions, atlas, std::nullopt);
    }
    for (EvidenceParagraph& paragraph : atlas.evidence) {
        keepCitations(paragraph.citations, atlas);
    }
    for (Synonym& synonym : atlas.synonyms) {
        keepRegions(synonym.regions, atlas, std::nullopt);
    }
}

}  // namespace myo::atlas::loader
