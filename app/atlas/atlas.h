// The whole atlas: built once, read by everyone, looked up by id.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "atlas/model.h"

namespace myo::atlas {

/// Where each id stands in the atlas' lists. An entry may be stale: whoever uses it compares the id.
struct AtlasIndex {
    std::unordered_map<std::string, std::size_t> muscles;
    std::unordered_map<std::string, std::size_t> regions;
    std::unordered_map<std::string, std::size_t> citations;
    std::unordered_map<std::string, std::size_t> scenarios;
    std::unordered_map<std::string, std::size_t> landmarks;
};

/// Immutable once built. Muscles are sorted by family, then id; everything else as in the files.
struct Atlas {
    std::vector<Muscle> muscles;
    std::vector<Region> regions;
    std::vector<Citation> citations;
    std::vector<Scenario> scenarios;
    std::vector<Guide> guides;
    std::vector<Landmark> landmarks;
    std::vector<Synonym> synonyms;
    std::vector<WordClass> wordClasses;
    std::vector<RedFlag> redFlags;
    std::vector<RuleOut> ruleOuts;
    std::vector<EvidenceParagraph> evidence;  ///< the note on evidence, in reading order
    /// Made by reindex(). The look-ups answer rightly without it or after a change of the lists, only slower.
    AtlasIndex index;

    /// To be called once after the lists have been filled.
    void reindex();

    [[nodiscard]] const Muscle* find(const MuscleId& id) const;
    [[nodiscard]] const TriggerPoint* find(const PointId& id) const;
    [[nodiscard]] const Region* find(const RegionId& id) const;
    [[nodiscard]] const Citation* find(const CitationId& id) const;
    [[nodiscard]] const Scenario* find(const ScenarioId& id) const;
    [[nodiscard]] const Guide* find(const GuideId& id) const;
    [[nodiscard]] const Landmark* find(const LandmarkId& id) const;

    /// Every trigger point, in the order of the muscles.
    [[nodiscard]] std::vector<const TriggerPoint*> points() const;
    /// The id of any kind (muscle, point, region, scenario, guide) nearest to a mistyped one; "" if none is near.
    [[nodiscard]] std::string nearestId(const std::string& text) const;
};

}  // namespace myo::atlas
