// All cards and reviews as a text that outlives the program: to keep, to move, to work on elsewhere.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/result.h"
#include "study/cards.h"
#include "study/review.h"

namespace myo::study {

/// No log of a lifetime is longer.
inline constexpr std::size_t longestLog = std::size_t{256} << 20U;

/// `{"format": 1, "cards": [{"card", "kind", "muscle", "prompt", "answer"}], "reviews": [{"id", "card", "at_ms",
/// "grade", "score", "took_ms"}]}`: reviews in the order given, times in milliseconds since 1970 UTC, numbers to the
/// last figure.
[[nodiscard]] std::string logJson(const std::vector<Card>& cards, const std::vector<Review>& reviews);

/// The reviews of such a text; cards come from the atlas and are not read. A problem names the file and the review; the
/// text is taken as a whole or not at all.
[[nodiscard]] Result<std::vector<Review>> readLog(const std::string& text, const std::string& file);

}  // namespace myo::study
