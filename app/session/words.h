// Names of what can be pointed at, and which words of a search result tell something.
#pragma once

#include <string>
#include <vector>

#include "content/words.h"
#include "search/search_index.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// The same thing as a text of the atlas calls it.
[[nodiscard]] content::Reference referenceOf(const Target& target);
/// What a text leads to; nothing for a tour or a guide, which are read rather than pointed at.
[[nodiscard]] Target targetOf(const content::Reference& reference);

/// "Trapezius, upper fibres · TrP1 · left", "Soleus · right", "Temple · left"; empty for nothing.
/// \pre library.atlas is there.
[[nodiscard]] std::string targetWords(const Library& library, const Target& target);

/// The reasons of a search result that tell something, in their order: the first for the place, the first for anything
/// else, and none that only repeats the muscle's name, which heads the result. \param muscle may be nullptr.
[[nodiscard]] std::vector<search::Reason> tellingReasons(const atlas::Muscle* muscle,
                                                         const std::vector<search::Reason>& because);

}  // namespace myo::session
