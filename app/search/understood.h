// What the search made of the words, in sentences for a person.
#pragma once

#include <string>
#include <vector>

#include "search/search_index.h"

namespace myo::search {

/// One line for each kind of thing understood, without an end mark: "place: temple (right)", "not there: back of
/// thigh", "when: on stairs", "feels: burning", "absent: headache". Empty if nothing was.
[[nodiscard]] std::vector<std::string> understoodLines(const SearchAnswer& answer, const atlas::Atlas& atlas);

/// What to do when there is no result; empty if there are some.
[[nodiscard]] std::string adviceWithoutResults(const SearchAnswer& answer);

}  // namespace myo::search
