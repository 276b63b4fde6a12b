#include "search/ranking.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "search/english.h"

namespace myo::search {

namespace {

constexpr float agreementWeight = 0.15F;  // what the weaker of text and place adds to the stronger
constexpr float breadthWeight = 0.06F;
constexpr float absentWeight = 0.3F;  // how much explaining what is absent counts against a muscle
constexpr float leastScore = 0.04F;
constexpr float understoodWeight = 0.8F;
constexpr std::size_t fewRegions = 4;  // a word for more regions than that ("headache") names none of them
constexpr float vagueWeight = 0.75F;
constexpr float elsewhereWeight = 0.4F;  // what is left of a muscle that sends no pain to the place named
constexpr float everydayWeight = 0.75F;  // the same where an everyday word is its name: "laugh"
constexpr float namedWeight = 0.75F;     // a muscle called by its name need not send pain there
constexpr float firstMeant = 0.97F;      // a synonym's muscles, the likeliest first...
constexpr float nextMeant = 0.03F;       // ...each a little below the one before
constexpr float leastMeant = 0.8F;

template <class Action>
void forEachWord(WordSet typed, Action action) {
    for (; typed != 0; typed &= typed - 1) {
        action(static_cast<std::size_t>(std::countr_zero(typed)));
    }
}

bool within(WordSet inner, WordSet outer) {
    return (inner & ~outer) == 0;
}

}  // namespace

Ranking::Ranking(const Terms& terms, const Corpus& corpus)
    : terms_(terms),
      corpus_(corpus),
      words_(terms.weights.size()),
      byText_(corpus.muscles.size() * words_),
      byPlace_(corpus.muscles.size() * words_),
      breadth_(corpus.muscles.size()),
      reaches_(corpus.muscles.size(), true),
      elsewhere_(corpus.muscles.size(), elsewhereWeight) {
    for (const float weight : terms_.weights) {
        totalWeight_ += weight;
    }
    matchPhrases();
    if (!terms_.namesOnly) {
        matchRegions();
    }
    scorePhrases();
    scoreRegions();
}

float Ranking::weightOf(WordSet typed) const {
    float weight = 0.0F;
    forEachWord(typed, [&](std::size_t word) { weight += terms_.weights[word]; });
    return weight;
}

WordSet Ranking::telling(WordSet typed) const {
    WordSet left = typed;
    forEachWord(typed, [&](std::size_t word) {
        if (terms_.weights[word] <= genericRarity) {
            left &= ~(WordSet{1} << word);
        }
    });
    return left;
}

// Adds the terms up over all phrases that have them; what was typed counts once for a phrase, by its surest word.
void Ranking::matchPhrases() {
    struct Sum {
        float sure = 0.0F;
        float possible = 0.0F;
        WordSet typed = 0;
        WordSet last = 0;
    };
    std::vector<Sum> sums(corpus_.phrases.size());
    std::vector<std::uint32_t> touched;
    for (const Term& term : terms_.terms) {
        const float rarity = corpus_.rarity[term.stem];
        for (const std::uint32_t phrase : corpus_.phrasesOf[term.stem]) {
            Sum& sum = sums[phrase];
            if (sum.last == term.typed) {
                continue;
            }
            if (sum.last == 0) {
                touched.push_back(phrase);
            }
            sum.last = term.typed;
            sum.sure += rarity * term.quality;
            sum.possible += rarity;
            sum.typed |= term.typed;
        }
    }
    phrases_.reserve(touched.size());
    for (const std::uint32_t phrase : touched) {
        const Sum& sum = sums[phrase];
        phrases_.push_back({phrase, sum.typed, std::min(sum.possible / corpus_.phrases[phrase].weight, 1.0F),
                            std::min(sum.sure / sum.possible, 1.0F)});
    }
}

void Ranking::matchRegions() {
    // Half a name is less than half the region: "thigh" is a weak word for its back.
    constexpr float steepness = 1.6F;
    std::map<std::pair<std::uint32_t, WordSet>, float> best;
    std::set<std::pair<std::uint32_t, WordSet>> hints;
    const auto add = [&](std::uint32_t region, WordSet typed, float strength) {
        if (strength >= leastStrength) {
            float& known = best[{region, typed}];
            known = std::max(known, strength);
        }
    };
    const auto isHint = [&](const SynonymMatch& said) { return !corpus_.meanings[said.meaning].circumstance.empty(); };
    // "I can't look over my shoulder" tells of the neck, not of the shoulder.
    const auto partOfHint = [&](WordSet typed) {
        return std::any_of(terms_.synonyms.begin(), terms_.synonyms.end(), [&](const SynonymMatch& said) {
            return isHint(said) && !corpus_.meanings[said.meaning].regions.empty() &&
                   telling(typed) != telling(said.typed) && within(telling(typed), telling(said.typed));
        });
    };
    // "Above my head, the front of my shoulder" is no front of the head.
    const auto gestureMixed = [&](WordSet typed) {
        return (telling(typed) & terms_.aside) != 0 && (telling(typed) & ~terms_.aside) != 0;
    };
    for (const PhraseMatch& match : phrases_) {
        const Phrase& phrase = corpus_.phrases[match.phrase];
        if (phrase.field == Field::region && !terms_.mixed(match.typed) && !gestureMixed(match.typed) &&
            standTogether(match.typed) && !partOfHint(match.typed)) {
            add(phrase.owner, match.typed, std::pow(match.covered * match.quality, steepness));
        }
    }
    // "back pain" means the back, but not in "pain at the back of the knee": a longer name wins.
    std::vector<WordSet> named;
    for (const auto& [key, strength] : best) {
        if (strength >= understoodWeight) {
            named.push_back(key.second);
        }
    }
    const auto namesPlace = [&](const SynonymMatch& said) {
        return !isHint(said) && !corpus_.meanings[said.meaning].regions.empty() &&
               !within(telling(said.typed), terms_.aside | terms_.tool);
    };
    const bool placeNamed = !named.empty() || std::any_of(terms_.synonyms.begin(), terms_.synonyms.end(), namesPlace);
    // "My back hurts when I bend" means the low back: a hint may choose among the places named.
    std::set<std::uint32_t> places;
    for (const SynonymMatch& said : terms_.synonyms) {
        if (namesPlace(said)) {
            const auto& meant = corpus_.meanings[said.meaning].regions;
            places.insert(meant.begin(), meant.end());
        }
    }
    for (const SynonymMatch& said : terms_.synonyms) {
        const auto& meant = corpus_.meanings[said.meaning].regions;
        const bool partOfLonger = std::any_of(named.begin(), named.end(), [&](WordSet longer) {
            return telling(said.typed) != telling(longer) && within(telling(said.typed), telling(longer));
        });
        if (partOfLonger) {
            partOfPlace_.insert(said.phrase);
            continue;
        }
        for (const std::uint32_t region : meant) {
            if (isHint(said) && placeNamed && !places.contains(region)) {
                continue;
            }
            add(region, said.typed, said.quality * (meant.size() > fewRegions ? vagueWeight : 1.0F));
            if (isHint(said)) {
                hints.insert({region, said.typed});
            }
        }
    }
    // "When I lift my hand above my head my shoulder hurts": where a place is told that hurts, parts that only move
    // count for little.
    const bool hurtsElsewhere = std::any_of(best.begin(), best.end(), [&](const auto& one) {
        return one.second >= understoodWeight * vagueWeight && (one.first.second & terms_.aside) == 0;
    });
    // What holds a telephone is no place even where none is told.
    const WordSet noPlace = terms_.tool | (hurtsElsewhere ? terms_.aside : 0);
    std::erase_if(best, [&](const auto& one) {
        return telling(one.first.second) != 0 && within(telling(one.first.second), noPlace);
    });
    for (const auto& [key, strength] : best) {
        regions_.push_back({key.first, key.second, strength, hints.contains(key)});
    }
}

float Ranking::phraseValue(const PhraseMatch& match) const {
    // How much of the question a sentence answers matters more than how much of the sentence was asked for.
    const float asked = weightOf(match.typed) / totalWeight_;
    const Field field = corpus_.phrases[match.phrase].field;
    const bool root = field == Field::nerve && match.quality >= 1.0F;  // "L5"
    if (terms_.namesOnly && field != Field::name && field != Field::alias && field != Field::latin && !root) {
        return 0.0F;
    }
    switch (field) {
        case Field::name:
        case Field::latin:
            return 0.97F * (0.2F + 0.8F * match.covered) * match.quality;
        case Field::alias:
            return 0.96F * (0.2F + 0.8F * match.covered) * match.quality;
        case Field::lay:
            return 0.9F * (0.3F + 0.7F * match.covered) * match.quality;
        case Field::family:
            return 0.5F * (0.3F + 0.7F * match.covered) * match.quality;
        case Field::report:
            return (0.3F + 0.4F * asked) * match.quality;
        case Field::provoke:
            return (0.18F + 0.3F * asked) * match.quality;
        case Field::lookAlike:
            return (0.1F + 0.3F * match.covered) * match.quality;
        case Field::action:
            return (0.1F + 0.2F * asked) * match.quality;
        case Field::nerve:
            // "Deep" alone is no nerve.
            return 0.85F * match.covered * match.covered * match.quality;
        case Field::region:
        case Field::synonym:
            break;
    }
    return 0.0F;
}

void Ranking::raise(std::vector<float>& values, std::uint32_t muscle, WordSet typed, float value) const {
    float* row = values.data() + static_cast<std::size_t>(muscle) * words_;
    forEachWord(typed, [&](std::size_t word) { row[word] = std::max(row[word], value); });
}

bool Ranking::isEverydayWord(WordSet typed) const {
    const WordSet word = telling(typed);
    const WordSet all = telling(words_ == 0 ? 0 : ~WordSet{0} >> (64U - words_));
    return word != all && std::has_single_bit(word) &&
           isEnglish(terms_.words[static_cast<std::size_t>(std::countr_zero(word))]);
}

void Ranking::scorePhrases() {
    for (const PhraseMatch& match : phrases_) {
        const Phrase& phrase = corpus_.phrases[match.phrase];
        if (phrase.field != Field::region) {
            const bool told = phrase.field == Field::report || phrase.field == Field::provoke;
            const float usual = told ? corpus_.muscles[phrase.owner].usual : 1.0F;
            const float value = phraseValue(match) * usual;
            raise(byText_, phrase.owner, match.typed, value);
            // "Laugh" alone calls no muscle of laughing, where the ribs hurt.
            if (value >= namedWeight && (match.typed & terms_.negated) == 0) {
                float& left = elsewhere_[phrase.owner];
                left = std::max(left, isEverydayWord(match.typed) ? everydayWeight : 1.0F);
            }
        }
    }
    for (const SynonymMatch& said : terms_.synonyms) {
        if (partOfPlace_.contains(said.phrase)) {
            continue;
        }
        const Meaning& meaning = corpus_.meanings[said.meaning];
        float value = firstMeant;
        for (const std::uint32_t muscle : meaning.muscles) {
            raise(byText_, muscle, said.typed, value * said.quality);
            if (value * said.quality >= namedWeight && (said.typed & terms_.negated) == 0) {
                elsewhere_[muscle] = 1.0F;
            }
            value = meaning.nickname ? value : std::max(value - nextMeant, leastMeant);
        }
    }
}

void Ranking::scoreRegions() {
    for (const RegionMatch& match : regions_) {
        for (const Sender& sender : corpus_.senders[match.region]) {
            raise(byPlace_, sender.muscle, match.typed, placeWeight * match.strength * sender.strength);
        }
    }
    measureBreadth();
    measureReach();
}

// Of two muscles that explain the words alike, the one that reaches more of the places meant comes first.
void Ranking::measureBreadth() {
    constexpr float meant = 0.5F;
    std::vector<float> best(corpus_.muscles.size());
    std::size_t places = 0;
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        const RegionMatch& match = regions_[i];
        // Matches of one region follow each other: the first that is strong enough stands for it.
        const bool seen = i > 0 && regions_[i - 1].region == match.region && regions_[i - 1].strength >= meant;
        if (match.strength < meant || seen || (match.typed & terms_.negated) != 0) {
            continue;
        }
        ++places;
        std::fill(best.begin(), best.end(), 0.0F);
        for (const Sender& sender : corpus_.senders[match.region]) {
            best[sender.muscle] = std::max(best[sender.muscle], sender.strength);
        }
        for (std::size_t muscle = 0; muscle < best.size(); ++muscle) {
            breadth_[muscle] += best[muscle];
        }
    }
    for (float& breadth : breadth_) {
        breadth /= static_cast<float>(std::max<std::size_t>(places, 1));
    }
}

// "Shoulder pain wakes me at night": a leg muscle that wakes people at night is not meant.
void Ranking::measureReach() {
    const std::vector<std::uint32_t> places = understood(false);
    if (places.empty()) {
        return;
    }
    std::fill(reaches_.begin(), reaches_.end(), false);
    for (const std::uint32_t place : places) {
        for (const Sender& sender : corpus_.senders[place]) {
            reaches_[sender.muscle] = true;
        }
    }
}

float Ranking::score(std::uint32_t muscle) const {
    float sum = 0.0F;
    for (std::size_t word = 0; word < words_; ++word) {
        const std::size_t at = static_cast<std::size_t>(muscle) * words_ + word;
        const auto [weaker, stronger] = std::minmax(byText_[at], byPlace_[at]);
        const float value = std::min(stronger + agreementWeight * weaker, 1.0F);
        const bool absent = (terms_.negated >> word & 1U) != 0;
        sum += terms_.weights[word] * (absent ? -absentWeight * value : value);
    }
    const float present = totalWeight_ - weightOf(terms_.negated);
    if (present <= 0.0F || sum <= 0.0F) {
        return 0.0F;
    }
    const float explained = sum / present + breadthWeight * breadth_[muscle];
    return std::min(reaches_[muscle] ? explained : elsewhere_[muscle] * explained, 1.0F);
}

std::vector<Ranked> Ranking::best(std::size_t limit, const std::function<bool(std::uint32_t)>& allowed) const {
    std::vector<Ranked> ranked;
    for (std::uint32_t muscle = 0; muscle < corpus_.muscles.size(); ++muscle) {
        const float reached = allowed(muscle) ? score(muscle) : 0.0F;
        if (reached >= leastScore) {
            ranked.push_back({muscle, reached});
        }
    }
    std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
        return a.score != b.score ? a.score > b.score : corpus_.muscles[a.muscle].id < corpus_.muscles[b.muscle].id;
    });
    ranked.resize(std::min(limit, ranked.size()));
    return ranked;
}

std::size_t Ranking::placesNamed() const {
    WordSet seen = 0;
    std::size_t places = 0;
    for (const RegionMatch& match : regions_) {
        const WordSet words = telling(match.typed);
        if (match.strength >= understoodWeight * vagueWeight && !match.hint && (words & (terms_.negated | seen)) == 0) {
            ++places;
            seen |= words;
        }
    }
    return places;
}

std::vector<std::uint32_t> Ranking::understood(bool negated) const {
    std::vector<RegionMatch> named;
    for (const RegionMatch& match : regions_) {
        const bool absent = (match.typed & terms_.negated) != 0;
        if (match.strength >= understoodWeight && absent == negated && !match.hint) {
            named.push_back(match);
        }
    }
    std::vector<std::uint32_t> found;
    for (const RegionMatch& match : named) {
        // "back of thigh" names the back of the thigh, neither the back nor every part of the thigh.
        const bool partOfLonger = std::any_of(named.begin(), named.end(), [&](const RegionMatch& other) {
            return other.typed != match.typed && within(match.typed, other.typed);
        });
        if (!partOfLonger) {
            found.push_back(match.region);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace myo::search
