// The whole atlas: built once, read by everyone, looked up by id.
#pragma once

#include <string>
#include <vector>

#include "atlas/model.h"

namespace myo::atlas {

/// Immutable once built. Muscles are sorted by family, then id; everything else as in the files.
struct Atlas {
    std::vector<Muscle> muscles;
    std::vector<Region> regions;
    std::vector<Citation> citations;
    std::vector<Scenario> scenarios;
    std::vector<Landmark> landmarks;

    [[nodiscard]] const Muscle* find(const MuscleId& id) const;
    [[nodiscard]] const TriggerPoint* find(const PointId& id) const;
    [[nodiscard]] const Region* find(const RegionId& id) const;
    [[nodiscard]] const Citation* find(const CitationId& id) const;
    [[nodiscard]] const Scenario* find(const ScenarioId& id) const;
    [[nodiscard]] const Landmark* find(const LandmarkId& id) const;

    /// Every trigger point, in the order of the muscles.
    [[nodiscard]] std::vector<const TriggerPoint*> points() const;
    /// The id of any kind (muscle, point, region, scenario) nearest to a mistyped one; "" if none is near.
    [[nodiscard]] std::string nearestId(const std::string& text) const;
};

}  // namespace myo::atlas
