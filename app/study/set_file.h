// A teacher's set: a small TOML file that says what an exam asks.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "core/diagnostic.h"
#include "study/cards.h"

namespace myo::study {

struct ExamSet {
    std::string title;
    std::vector<PointId> points;
    std::vector<MuscleId> muscles;
    std::vector<CardKind> kinds;                  ///< empty = all
    std::optional<int> number;                    ///< of questions; nothing = as many as there are
    std::optional<std::chrono::minutes> minutes;  ///< time limit
    double passMark = 0.6;                        ///< 0..1, of the mean score
};

struct LoadedSet {
    std::optional<ExamSet> set;  ///< nothing if a finding is an error
    Diagnostics findings;        ///< with file, line and column
};

/// Reads `title`, `points` or `muscles` or both, `kinds`, `number`, `minutes` and `pass` (percent). An id, kind or key
/// that is unknown is told with the nearest known one.
[[nodiscard]] LoadedSet readSet(const std::string& text, const std::string& file, const atlas::Atlas& atlas);

/// The questions of an exam: all that the set names, mixed by the seed, as many as it asks for.
[[nodiscard]] std::vector<Card> examCards(const Text& text, const atlas::Atlas& atlas, const ExamSet& set,
                                          unsigned seed);

}  // namespace myo::study
