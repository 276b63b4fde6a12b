// A person's words as the rules of red flags read them: with sides, numbers and clauses, and with what is denied.
#pragma once

#include <string_view>
#include <vector>

#include "search/text.h"

namespace myo::search {

struct DangerWord {
    Word word;
    int clause = 0;       ///< number of the clause
    int place = 0;        ///< how many words that tell something stand before it
    bool filler = false;  ///< only holds the sentence together: "the", "my", "of"
    int deniedBy = -1;    ///< the word that says that this is not so: "no" in "no fever"; none if negative
    bool over50 = false;  ///< a number that can be an age of more than 50 years
    bool child = false;   ///< a number that is a child's age

    [[nodiscard]] bool denied() const { return deniedBy >= 0; }
};

using DangerText = std::vector<DangerWord>;

/// What of a text is read for dangers: more than for places, as a letter may have its danger at the end.
inline constexpr std::size_t mostDangerBytes = 6000;

[[nodiscard]] DangerText readDangerText(std::string_view text);

}  // namespace myo::search
