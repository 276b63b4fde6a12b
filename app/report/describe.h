// What the atlas knows, as plain text for a terminal.
#pragma once

#include <string>

#include "atlas/atlas.h"

namespace myo::report {

/// Everything known about a muscle and its points. Red flags and look-alikes stand before self-care.
[[nodiscard]] std::string describe(const atlas::Atlas& atlas, const atlas::Muscle& muscle);
[[nodiscard]] std::string describe(const atlas::Atlas& atlas, const atlas::TriggerPoint& point);
/// A region, and the trigger points whose zones the data claims to reach it, primary ones first.
[[nodiscard]] std::string describe(const atlas::Atlas& atlas, const atlas::Region& region);

/// A guided tour with its steps, red flags first.
[[nodiscard]] std::string describe(const atlas::Atlas& atlas, const atlas::Scenario& scenario);
/// A text to read, section by section.
[[nodiscard]] std::string describe(const atlas::Atlas& atlas, const atlas::Guide& guide);

/// "Simons DG, Travell JG, Simons LS (1999). Title. Container. Ch. 6 [unverified]"
[[nodiscard]] std::string citationText(const atlas::Atlas& atlas, const atlas::CitationRef& citation);

}  // namespace myo::report
