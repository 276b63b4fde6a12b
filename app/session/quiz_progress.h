// How far one has come: on the body, and in numbers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "session/compare.h"
#include "session/library.h"
#include "session/quiz.h"
#include "study/learner.h"

namespace myo::session {

/// The skin by the standing of what sends pain to each region. Nothing while zones or learner are missing.
[[nodiscard]] std::shared_ptr<const QuizMap> progressMap(const QuizState& quiz, const Library& library);

/// How each standing is painted: hue and pattern.
struct MapLooks {
    CompareLook known;
    CompareLook learning;
    CompareLook fresh;
};
[[nodiscard]] MapLooks mapLooks();

/// How many cards stand where.
struct StandingCounts {
    int known = 0;
    int learning = 0;
    int fresh = 0;
};
[[nodiscard]] StandingCounts countStandings(const study::Learner& learner);

/// "10 min", "3 h", "5 days", "4 months": until a card comes again.
[[nodiscard]] std::string intervalWords(const Text& text, std::chrono::minutes interval);

}  // namespace myo::session
