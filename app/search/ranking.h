// How well each muscle explains the words.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "search/corpus.h"
#include "search/search_index.h"
#include "search/terms.h"

namespace myo::search {

/// Worth of a primary zone that claims the place: below a name, above a report.
inline constexpr float placeWeight = 0.82F;
/// Weaker namings of a region are chance.
inline constexpr float leastStrength = 0.06F;

/// A phrase of the corpus that has some of the words.
struct PhraseMatch {
    std::uint32_t phrase = 0;
    WordSet typed = 0;
    float covered = 0.0F;  ///< share of the phrase that was typed, (0..1]
    float quality = 0.0F;  ///< how surely its words are those typed, (0..1]
};

/// A region that some of the words name.
struct RegionMatch {
    std::uint32_t region = 0;
    WordSet typed = 0;
    float strength = 0.0F;  ///< (0..1]
    bool hint = false;      ///< from a circumstance only
};

/// One muscle's place in the answer.
struct Ranked {
    std::uint32_t muscle = 0;
    float score = 0.0F;
};

/// All that the words lead to. Made for one query.
class Ranking {
public:
    Ranking(const Terms& terms, const Corpus& corpus);

    /// Muscles with a score that `allowed` lets through, best first, equal ones by id.
    [[nodiscard]] std::vector<Ranked> best(std::size_t limit, const std::function<bool(std::uint32_t)>& allowed) const;
    /// Regions that the words name as far as one can tell, in the corpus' order: those where it hurts, or those where
    /// it is said not to hurt.
    [[nodiscard]] std::vector<std::uint32_t> understood(bool negated) const;
    /// How many words, or groups of words, name a place each.
    [[nodiscard]] std::size_t placesNamed() const;
    /// When it hurts and how it feels, each once.
    [[nodiscard]] std::vector<std::string> circumstances() const;
    [[nodiscard]] std::vector<std::string> qualities() const;
    /// Indices of the muscle's points that send pain to the regions meant; all points if no region is.
    [[nodiscard]] std::vector<std::uint32_t> points(std::uint32_t muscle) const;
    /// Why the muscle is in the answer, the weightiest reason first, at most four.
    [[nodiscard]] std::vector<Reason> reasons(std::uint32_t muscle) const;

private:
    void matchPhrases();
    void matchRegions();
    void scorePhrases();
    void scoreRegions();
    void measureBreadth();
    void measureReach();
    [[nodiscard]] std::vector<std::string> said(std::string Meaning::*what) const;
    void raise(std::vector<float>& values, std::uint32_t muscle, WordSet typed, float value) const;
    [[nodiscard]] float weightOf(WordSet typed) const;
    /// The set without words that nearly every complaint has ("pain").
    [[nodiscard]] WordSet telling(WordSet typed) const;
    /// True for a single word that stands in an English dictionary.
    [[nodiscard]] bool isEverydayWord(WordSet typed) const;
    [[nodiscard]] float phraseValue(const PhraseMatch& match) const;
    [[nodiscard]] float score(std::uint32_t muscle) const;

    const Terms& terms_;
    const Corpus& corpus_;
    std::size_t words_;
    float totalWeight_ = 0.0F;
    std::vector<PhraseMatch> phrases_;
    std::vector<RegionMatch> regions_;
    /// For each muscle and word: how well the muscle's texts, and its zones, explain it (0..1].
    std::vector<float> byText_;
    std::vector<float> byPlace_;
    /// For each muscle: its share of the places meant (0..1].
    std::vector<float> breadth_;
    /// For each muscle: whether it sends pain to a place named beyond doubt; all if none is.
    std::vector<bool> reaches_;
    /// For each muscle: what is left of it where it sends no pain to the places; all if it is called by its name.
    std::vector<float> elsewhere_;
    std::set<std::uint32_t>
        partOfPlace_;  ///< synonyms whose words belong to a longer name: "back" in "back of the knee"
};

}  // namespace myo::search
