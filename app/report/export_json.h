// The whole resolved atlas as one JSON document.
#pragma once

#include <nlohmann/json.hpp>

#include "atlas/atlas.h"
#include "body/body.h"
#include "referral/referral.h"

namespace myo::report {

/// Format 1 of the export: muscles, points (left side; region sides relative to the point: ipsi, contra, mid), regions
/// with their areas, and the body they were resolved on (vertices and triangles are the skin's).
[[nodiscard]] nlohmann::ordered_json exportAtlas(const atlas::Atlas& atlas, const referral::Referral& referral,
                                                 const body::Body& body);

/// One muscle with all its fields, in the shape of the data files.
[[nodiscard]] nlohmann::ordered_json toJson(const atlas::Muscle& muscle);

/// A point as the data describe it, its zones in words: tier, regions, contra_regions, internal.
[[nodiscard]] nlohmann::ordered_json toJson(const atlas::TriggerPoint& point);

[[nodiscard]] nlohmann::ordered_json toJson(const atlas::Scenario& scenario);
[[nodiscard]] nlohmann::ordered_json toJson(const atlas::Guide& guide);

/// A resolved point with its citations, in the shape of the export's `points`.
[[nodiscard]] nlohmann::ordered_json toJson(const atlas::TriggerPoint& point, const referral::ResolvedPoint& resolved);

}  // namespace myo::report
