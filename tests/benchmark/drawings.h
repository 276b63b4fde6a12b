// How often a drawing of a zone, as inaccurate as people's drawings are, leads back to its muscle.
#pragma once

#include <memory>

#include <nlohmann/json.hpp>

#include "atlas/atlas.h"
#include "body/body.h"
#include "referral/referral.h"

namespace myo::benchmark {

/// Accuracy table, timings and memory of the matching; `seconds` of every part are in the report.
[[nodiscard]] nlohmann::ordered_json drawingReport(const atlas::Atlas& atlas, const body::Body& body,
                                                   const referral::Referral& referral);

}  // namespace myo::benchmark
