// Every zone redrawn worse and worse: does the score fall each time?
#pragma once

#include <memory>

#include <nlohmann/json.hpp>

#include "atlas/atlas.h"
#include "body/body.h"

namespace myo::benchmark {

/// Redraws both zones of every point with overlaps of 0.9, 0.7, 0.5 and 0.3 by moving, shrinking, growing and leaving
/// patches out, and counts in how many neighbouring pairs the score is strictly higher for the larger overlap.
/// \param each 1 = all points; n = every n-th, for a quick look
[[nodiscard]] nlohmann::ordered_json jitteredZones(const atlas::Atlas& atlas,
                                                   const std::shared_ptr<const body::Body>& body, std::size_t each);

}  // namespace myo::benchmark
