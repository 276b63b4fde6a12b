// From typed words to known ones: endings, beginnings, slips of the keyboard, synonyms.
#pragma once

#include <cstdint>
#include <vector>

#include "search/corpus.h"
#include "search/query.h"

namespace myo::search {

/// A set of the query's telling words, one bit each.
using WordSet = std::uint64_t;

/// A known word that stands for one or more typed ones.
struct Term {
    StemId stem = 0;
    float quality = 0.0F;  ///< how surely, (0..1]
    WordSet typed = 0;
    bool guessed = false;  ///< what was typed is a known word itself; this one only begins with it
};

/// A synonym that was typed.
struct SynonymMatch {
    std::uint32_t phrase = 0;   ///< index into Corpus::phrases
    std::uint32_t meaning = 0;  ///< index into Corpus::meanings
    WordSet typed = 0;
    float quality = 0.0F;
};

/// The telling words of a query and what they may mean.
struct Terms {
    std::vector<Term> terms;  ///< by typed words, then the surest first; each stem once
    std::vector<SynonymMatch> synonyms;
    std::vector<float> weights;      ///< for each telling word: how rare it is
    WordSet negated = 0;             ///< words of what the person does not have
    WordSet aside = 0;               ///< words of a gesture
    WordSet tool = 0;                ///< parts of the body that hold something
    WordSet matched = 0;             ///< words that mean something
    std::vector<std::string> words;  ///< the telling words as typed
    bool telling = false;            ///< some word says more than "it hurts"
    bool namesOnly = false;          ///< one or two letters so far: too few for anything but the beginning of a name

    /// "Back pain, not in the leg" is no pain at the back of the leg: words said and words denied make no phrase.
    [[nodiscard]] bool mixed(WordSet words) const { return (words & negated) != 0 && (words & ~negated) != 0; }
};

/// True if at most two other telling words stand between these: "my back hurts in the car" does not back a car.
[[nodiscard]] bool standTogether(WordSet typed);

[[nodiscard]] Terms findTerms(const Query& query, const Corpus& corpus);

}  // namespace myo::search
