// Reviews of cards through the scheduler, from a file to its results: to compare it with other implementations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "study/fsrs.h"

namespace myo::study {

struct ReplayReview {
    double minutes = 0.0;  ///< since the first review
    Rating rating = Rating::good;
    std::optional<double> retrievabilityBefore;  ///< nothing at the first
    CardMemory after;
    double dueMinutes = 0.0;  ///< since the first review
};

/// The reviews of one card.
struct ReplayCase {
    std::string name;
    FsrsOptions options;
    std::vector<ReplayReview> reviews;
};

struct Replay {
    std::vector<ReplayCase> cases;
    bool single = false;  ///< the file held one case, and no list
};

/// Runs the reviews of a JSON text: `{"cases": [CASE, ...]}`, or one CASE, which is `{"name", "request_retention",
/// "maximum_interval", "enable_short_term", "learning_steps": ["1m", "10m"], "relearning_steps", "w": [21 numbers],
/// "reviews": [{"minutes", "rating": 1..4}, ...]}`. What is missing but the reviews is as by default. The first review
/// takes place at 8 o'clock; days are those of UTC, as in the reference vectors.
/// \param file names it in messages, which tell line or case and review
[[nodiscard]] Result<Replay> replay(const std::string& text, const std::string& file);

/// The same shape, with what came of each review: stability, difficulty, state (0 unseen, 1 learning, 2 review, 3
/// relearning), due_minutes, retrievability_before.
[[nodiscard]] std::string replayJson(const Replay& replay);

}  // namespace myo::study
