// What an answer was worth, in words.
#pragma once

#include <string>

#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// Grades what is on the skin and in the answer against the question. \pre state.quiz.question is there; library.atlas
/// and, for questions on the body, library.referral are there.
[[nodiscard]] QuizResult gradeAnswer(const AppState& state, const Library& library);
/// The same for somebody who asked to be shown: the truth alone, and nothing of a score.
[[nodiscard]] QuizResult shownAnswer(const AppState& state, const Library& library);

/// A hint, counting from 0; empty when there is no more.
[[nodiscard]] std::string hintWords(const QuizQuestion& question, const Library& library, int number);
inline constexpr int mostHints = 2;

/// "on the spot", "a finger's breadth", "half a hand's breadth": a distance for people.
[[nodiscard]] std::string distanceWords(const Text& text, float mm);

/// Where the muscle of an origin or insertion card attaches on the question's side, mm; empty on a body that does not
/// know.
[[nodiscard]] std::vector<glm::vec3> attachmentOf(const QuizQuestion& question, const Library& library);

/// The true points of the card on the question's side.
[[nodiscard]] std::vector<const referral::ResolvedPoint*> truePoints(const QuizQuestion& question,
                                                                     const Library& library);

}  // namespace myo::session
