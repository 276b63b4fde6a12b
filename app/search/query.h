// What a person typed, taken apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "search/text.h"

namespace myo::search {

/// What of a query is read; the rest is left out.
inline constexpr std::size_t mostQueryBytes = 1000;

struct QueryWord {
    std::string text;
    std::string stem;
    bool negated = false;  ///< "no headache": the person does not have it
    bool negator = false;  ///< the "no" itself
    bool stop = false;     ///< tells nothing; kept for phrases that need it
    bool open = false;     ///< still being typed
    bool aside = false;    ///< part of a gesture: "lift my hand above my head"
    bool tool = false;     ///< part that holds something, never a place that hurts: "hold the phone with my shoulder"
};

struct Query {
    std::vector<QueryWord> words;  ///< at most 40
    std::optional<Side> side;      ///< nothing if none or both were said
    bool bothSides = false;        ///< "both knees", "left and right"
};

/// Takes a query apart: words, body side (taken out of the words), negation up to the end of the clause.
[[nodiscard]] Query parseQuery(std::string_view text);

}  // namespace myo::search
