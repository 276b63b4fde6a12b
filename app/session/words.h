// Names as people read them.
#pragma once

#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "session/state.h"

namespace myo::session {

/// "temple (left)"; a midline region has no side. The id itself if the region is unknown.
[[nodiscard]] std::string regionWords(const atlas::Atlas& atlas, const SidedRegion& region);

/// "a, b and c".
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// "Trapezius, upper fibres · TrP1 · left", "Soleus · right", "Temple - left"; empty for nothing.
[[nodiscard]] std::string targetWords(const atlas::Atlas& atlas, const Target& target);

/// Where a zone of the data is felt, for a point on that side, gathered by side: "Left: temple and cheek. Right:
/// cheek."
[[nodiscard]] std::string zoneWords(const atlas::Atlas& atlas, const atlas::Zone& zone, Side side);

/// What a tier means, in one sentence. It says how often, never how strongly.
[[nodiscard]] std::string tierMeaning(atlas::Tier tier);
/// The same in two or three words.
[[nodiscard]] std::string shortTierMeaning(atlas::Tier tier);
[[nodiscard]] std::string tierName(atlas::Tier tier);

/// First letter in upper case (ASCII).
[[nodiscard]] std::string capitalised(std::string text);

/// The reasons of a search result that tell something: each once, whatever its case, and none that only repeats the
/// muscle's name, which heads the result. \param muscle may be nullptr.
[[nodiscard]] std::vector<std::string> tellingReasons(const atlas::Muscle* muscle,
                                                      const std::vector<std::string>& because);

}  // namespace myo::session
