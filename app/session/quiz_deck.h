// Which cards belong to a set, and which sets there are to choose from.
#pragma once

#include <string>
#include <vector>

#include "session/library.h"
#include "session/quiz.h"

namespace myo::session {

/// The cards of the set and kinds, in the order of the deck. Those of a set that needs what is not there yet are none.
/// What the body cannot ask (a point without a place on it, a muscle that it lacks) is left out.
[[nodiscard]] std::vector<std::string> cardsOf(const QuizState& quiz, const Library& library, study::Moment now);

/// A set with its name for people.
struct NamedSet {
    QuizSet set;
    std::string name;
};
/// All sets of one kind; one for everything and for what is weak. \pre library.atlas is there.
[[nodiscard]] std::vector<NamedSet> setsOf(const Library& library, QuizSet::Kind kind);
/// The set's name: "Everything", "Shoulder", "Temple", "Soleus".
[[nodiscard]] std::string setWords(const Library& library, const QuizSet& set);

}  // namespace myo::session
