#include "search/red_flags.h"

#include <algorithm>
#include <sstream>

namespace myo::search {

namespace {

// True if the words differ by one letter at most (one more, one less, another one, or two swapped).
bool oneSlipApart(const std::string& a, const std::string& b) {
    const std::string& shorter = a.size() <= b.size() ? a : b;
    const std::string& longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1) {
        return false;
    }
    const auto differ = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const std::string restShort(differ.first, shorter.end());
    const std::string restLong(differ.second, longer.end());
    if (shorter.size() < longer.size()) {
        return restLong.substr(1) == restShort;
    }
    if (restShort.empty() || restShort.substr(1) == restLong.substr(1)) {
        return true;
    }
    return restShort.size() >= 2 && restShort[0] == restLong[1] && restShort[1] == restLong[0] &&
           restShort.substr(2) == restLong.substr(2);
}

// A warning shown too often does less harm than one that a slip of the keyboard keeps away.
bool means(const QueryWord& said, const Word& word) {
    constexpr std::size_t shortestWithSlips = 5;
    if (word.stem.empty()) {
        return said.text == word.text;
    }
    return said.stem == word.stem || (word.text.size() >= shortestWithSlips && said.text.size() >= shortestWithSlips &&
                                      said.text.front() == word.text.front() && oneSlipApart(said.text, word.text));
}

}  // namespace

RedFlags::Pattern RedFlags::parsePattern(const std::string& phrase) {
    Pattern pattern;
    std::istringstream parts(phrase);
    for (std::string part; parts >> part;) {
        const bool excluded = part.front() == '-';
        Choice choice;
        std::istringstream words(excluded ? part.substr(1) : part);
        for (std::string joined; std::getline(words, joined, '/');) {
            const bool asWritten = joined.starts_with('=');
            Sequence sequence;
            for (Word word : search::words(joined)) {
                word.stem = asWritten ? std::string() : word.stem;
                pattern.negative = pattern.negative || (!excluded && isNegator(word.text));
                if (!isStopWord(word.text)) {
                    sequence.push_back(std::move(word));
                }
            }
            if (!sequence.empty()) {
                choice.push_back(std::move(sequence));
            }
        }
        if (!choice.empty()) {
            (excluded ? pattern.unless : pattern.choices).push_back(std::move(choice));
        }
    }
    return pattern;
}

RedFlags::RedFlags(const atlas::Atlas& atlas) {
    for (const atlas::RedFlag& source : atlas.redFlags) {
        Flag flag{{}, source.say};
        for (const std::string& phrase : source.phrases) {
            if (Pattern pattern = parsePattern(phrase); !pattern.choices.empty()) {
                flag.patterns.push_back(std::move(pattern));
            }
        }
        flags_.push_back(std::move(flag));
    }
}

bool RedFlags::isSaid(const Choice& choice, const std::vector<const QueryWord*>& said, bool alsoAbsent) {
    return std::any_of(choice.begin(), choice.end(), [&](const Sequence& sequence) {
        const auto found = std::search(
            said.begin(), said.end(), sequence.begin(), sequence.end(),
            [&](const QueryWord* one, const Word& word) { return (alsoAbsent || !one->negated) && means(*one, word); });
        return found != said.end();
    });
}

bool RedFlags::raised(const Pattern& pattern, const std::vector<const QueryWord*>& said) {
    const auto present = [&](const Choice& choice) { return isSaid(choice, said, pattern.negative); };
    return std::all_of(pattern.choices.begin(), pattern.choices.end(), present) &&
           std::none_of(pattern.unless.begin(), pattern.unless.end(), present);
}

std::vector<std::string> RedFlags::raisedBy(const Query& query) const {
    std::vector<const QueryWord*> said;
    for (const QueryWord& word : query.words) {
        if (!word.stop) {
            said.push_back(&word);
        }
    }
    std::vector<std::string> sentences;
    for (const Flag& flag : flags_) {
        const bool any = std::any_of(flag.patterns.begin(), flag.patterns.end(),
                                     [&](const Pattern& pattern) { return raised(pattern, said); });
        if (any) {
            sentences.push_back(flag.say);
        }
    }
    return sentences;
}

}  // namespace myo::search
