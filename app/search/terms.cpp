#include "search/terms.h"

#include <algorithm>
#include <bit>
#include <map>

#include "search/english.h"

namespace myo::search {

namespace {

// A word that means nothing here still takes its share: "asdf trapezius" is less sure than "trapezius".
constexpr float unknownWeight = 2.0F;
constexpr float abbreviation = 0.85F;
constexpr float synonymWord = 0.9F;
constexpr float synonymWords = 0.6F;
constexpr float synonymSure = 0.75F;
constexpr std::size_t hardlyAnyWeight = 2;
// Between the words of a synonym at most so many others may stand: "my back hurts in the car" does not back a car.
constexpr int mostBetween = 2;
// "Arm" may become "armpit", but is an arm first.
constexpr float guessWeight = 0.92F;

void keepBest(std::vector<Candidate>& candidates) {
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.quality != b.quality ? a.quality > b.quality : a.stem < b.stem;
    });
    std::vector<Candidate> kept;
    for (const Candidate& candidate : candidates) {
        const auto same = [&](const Candidate& other) { return other.stem == candidate.stem; };
        if (std::none_of(kept.begin(), kept.end(), same)) {
            kept.push_back(candidate);
        }
    }
    candidates = std::move(kept);
}

// What one typed word may be: itself, the beginning of a word, or a word with a slip in it.
std::vector<Candidate> candidatesOf(const QueryWord& word, const Corpus& corpus) {
    const Vocabulary& vocabulary = corpus.vocabulary;
    constexpr std::size_t shortestAbbreviation = 3;
    std::vector<Candidate> found;
    const auto exact = vocabulary.find(word.stem);
    if (exact) {
        found.push_back({*exact, 1.0F});
    }
    if (word.open) {
        const auto longer = vocabulary.startingWith(word.text);
        found.insert(found.end(), longer.begin(), longer.end());
    } else if (found.empty() && word.text.size() >= shortestAbbreviation && !isEnglish(word.text)) {
        for (const Candidate& longer : vocabulary.startingWith(word.text)) {
            found.push_back({longer.stem, longer.quality * abbreviation});
        }
    }
    // A word that hardly any text has may be a slip for one that many have, but what an English dictionary has is none:
    // a "bike" is no "bite".
    const bool hardlyKnown = (!exact && !word.open) || found.empty() ||
                             (found.size() == 1 && corpus.phrasesOf[found.front().stem].size() <= hardlyAnyWeight);
    if (hardlyKnown && !isEnglish(word.text)) {
        for (const Candidate& other : vocabulary.similarTo(word.text, word.open)) {
            found.push_back(other);
        }
    }
    keepBest(found);
    return found;
}

// "shoulderblade": two known words without the blank between them.
std::vector<StemId> splitInTwo(const QueryWord& word, const Vocabulary& vocabulary) {
    constexpr std::size_t shortestPart = 3;
    const Stemmer stem;
    for (std::size_t at = shortestPart; at + shortestPart <= word.text.size(); ++at) {
        const auto first = vocabulary.find(stem(word.text.substr(0, at)));
        const auto second = vocabulary.find(stem(word.text.substr(at)));
        if (first && second) {
            return {*first, *second};
        }
    }
    return {};
}

// Sorts the terms, and keeps of those for one stem the surest.
void arrange(std::vector<Term>& terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
        return a.stem != b.stem ? a.stem < b.stem : a.quality > b.quality;
    });
    const auto last =
        std::unique(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.stem == b.stem; });
    terms.erase(last, terms.end());
    std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
        return a.typed != b.typed ? a.typed < b.typed : a.quality > b.quality;
    });
}

struct Match {
    float sure = 0.0F;
    std::uint32_t stems = 0;
    WordSet typed = 0;
    WordSet last = 0;
};

// The synonyms all of whose words were typed.
std::vector<SynonymMatch> typedSynonyms(const Terms& terms, const Corpus& corpus) {
    std::map<std::uint32_t, Match> matches;
    for (const Term& term : terms.terms) {
        // "back" is a back and not yet a backside.
        if (term.guessed) {
            continue;
        }
        for (const std::uint32_t phrase : corpus.synonymsOf[term.stem]) {
            Match& match = matches[phrase];
            if (match.last == term.typed) {
                continue;
            }
            match.last = term.typed;
            match.sure += corpus.rarity[term.stem] * term.quality;
            match.stems += 1;
            match.typed |= term.typed;
        }
    }
    const float needed = terms.namesOnly ? 1.0F : synonymSure;
    std::vector<SynonymMatch> said;
    for (const auto& [index, match] : matches) {
        const Phrase& phrase = corpus.phrases[index];
        const float sure = std::min(match.sure / phrase.weight, 1.0F);
        if (match.stems >= phrase.stems && sure >= needed && standTogether(match.typed) && !terms.mixed(match.typed)) {
            said.push_back({index, phrase.owner, match.typed, sure});
        }
    }
    // "shoulder blade" is no shoulder: what is part of a longer synonym is not meant.
    std::erase_if(said, [&, all = said](const SynonymMatch& one) {
        return std::any_of(all.begin(), all.end(), [&](const SynonymMatch& other) {
            return other.typed != one.typed && (one.typed & ~other.typed) == 0 && other.quality >= one.quality;
        });
    });
    return said;
}

void addMeanings(Terms& terms, const Corpus& corpus) {
    arrange(terms.terms);
    terms.synonyms = typedSynonyms(terms, corpus);
    for (const SynonymMatch& said : terms.synonyms) {
        terms.matched |= said.typed;
        for (const std::vector<StemId>& stems : corpus.meanings[said.meaning].words) {
            const float quality = (stems.size() == 1 ? synonymWord : synonymWords) * said.quality;
            for (const StemId stem : stems) {
                terms.terms.push_back({stem, quality, said.typed});
            }
        }
    }
    arrange(terms.terms);
}

void addWord(const QueryWord& word, WordSet typed, Terms& terms, const Corpus& corpus) {
    const std::vector<Candidate> candidates = candidatesOf(word, corpus);
    float weight = unknownWeight;
    if (!candidates.empty()) {
        weight = corpus.rarity[candidates.front().stem];
        terms.matched |= typed;
    }
    const bool known = !candidates.empty() && candidates.front().quality >= 1.0F;
    for (const Candidate& candidate : candidates) {
        const bool guessed = known && candidate.quality < 1.0F;
        terms.terms.push_back({candidate.stem, candidate.quality * (guessed ? guessWeight : 1.0F), typed, guessed});
    }
    if (!known) {
        for (const StemId part : splitInTwo(word, corpus.vocabulary)) {
            weight = std::max(weight, corpus.rarity[part]);
            terms.matched |= typed;
            terms.terms.push_back({part, 1.0F, typed});
        }
    }
    terms.weights.push_back(weight);
}

}  // namespace

bool standTogether(WordSet typed) {
    const int first = std::countr_zero(typed);
    const int last = static_cast<int>(std::bit_width(typed)) - 1;
    return last - first + 1 - std::popcount(typed) <= mostBetween;
}

Terms findTerms(const Query& query, const Corpus& corpus) {
    Terms terms;
    std::vector<const QueryWord*> telling;
    for (const QueryWord& word : query.words) {
        const auto same = [&](const QueryWord* other) { return other->stem == word.stem; };
        // A word still being typed may become anything: "i" is no stop word yet.
        if (word.negator || (word.stop && !(word.open && query.words.size() == 1)) ||
            std::any_of(telling.begin(), telling.end(), same)) {
            continue;
        }
        telling.push_back(&word);
    }
    terms.namesOnly = telling.size() == 1 && telling.front()->open && telling.front()->text.size() <= 2;
    for (std::size_t i = 0; i < telling.size(); ++i) {
        const WordSet typed = WordSet{1} << i;
        if (telling[i]->negated) {
            terms.negated |= typed;
        }
        if (telling[i]->aside) {
            terms.aside |= typed;
        }
        if (telling[i]->tool) {
            terms.tool |= typed;
        }
        terms.words.push_back(telling[i]->text);
        addWord(*telling[i], typed, terms, corpus);
    }
    // "head ache": one known word with a blank in it.
    const Stemmer stem;
    for (std::size_t i = 0; i + 1 < telling.size(); ++i) {
        const auto joined = corpus.vocabulary.find(stem(telling[i]->text + telling[i + 1]->text));
        if (joined) {
            const WordSet both = (WordSet{1} << i) | (WordSet{1} << (i + 1));
            terms.terms.push_back({*joined, 1.0F, both});
            terms.matched |= both;
        }
    }
    addMeanings(terms, corpus);
    const auto tells = [&](std::size_t word) {
        return (terms.matched >> word & 1U) != 0 && terms.weights[word] > genericRarity;
    };
    for (std::size_t word = 0; word < terms.weights.size(); ++word) {
        terms.telling = terms.telling || tells(word);
    }
    terms.telling = terms.telling || !terms.synonyms.empty();
    return terms;
}

}  // namespace myo::search
