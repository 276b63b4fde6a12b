// What a search found and understood, in sentences for a person.
#pragma once

#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "core/text.h"
#include "search/search_index.h"

namespace myo::content {

/// "primary zone: temple", "people say: I cannot look over my shoulder".
[[nodiscard]] std::string reasonWords(const Text& text, const atlas::Atlas& atlas, const search::Reason& reason);

/// One line for each kind of thing understood, without an end mark: "place: temple (right)", "not there: back of
/// thigh", "when: on stairs", "feels: burning", "absent: headache". Empty if nothing was.
[[nodiscard]] std::vector<std::string> understoodWords(const Text& text, const atlas::Atlas& atlas,
                                                       const search::SearchAnswer& answer);

/// What to do when there is no result; empty if there are some.
[[nodiscard]] std::string adviceWithoutResults(const Text& text, const search::SearchAnswer& answer);

}  // namespace myo::content
