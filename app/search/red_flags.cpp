#include "search/red_flags.h"

#include <algorithm>

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
    return said.stem == word.stem || (word.text.size() >= shortestWithSlips && said.text.size() >= shortestWithSlips &&
                                      said.text.front() == word.text.front() && oneSlipApart(said.text, word.text));
}

}  // namespace

RedFlags::RedFlags(const atlas::Atlas& atlas) {
    for (const atlas::RedFlag& source : atlas.redFlags) {
        Flag flag{{}, source.say};
        for (const std::string& phrase : source.phrases) {
            Pattern pattern;
            std::string part;
            // The blank at the end closes the last part.
            for (const char c : phrase + " ") {
                if (c != ' ') {
                    part.push_back(c == '/' ? ' ' : c);
                    continue;
                }
                Choice choice;
                for (const Word& word : words(part)) {
                    pattern.negative = pattern.negative || isNegator(word.text);
                    if (!isStopWord(word.text)) {
                        choice.push_back(word);
                    }
                }
                if (!choice.empty()) {
                    pattern.choices.push_back(std::move(choice));
                }
                part.clear();
            }
            if (!pattern.choices.empty()) {
                flag.patterns.push_back(std::move(pattern));
            }
        }
        flags_.push_back(std::move(flag));
    }
}

bool RedFlags::raised(const Pattern& pattern, const Query& query) {
    return std::all_of(pattern.choices.begin(), pattern.choices.end(), [&](const Choice& choice) {
        return std::any_of(query.words.begin(), query.words.end(), [&](const QueryWord& said) {
            const bool present = !said.negated || pattern.negative;
            return present &&
                   std::any_of(choice.begin(), choice.end(), [&](const Word& word) { return means(said, word); });
        });
    });
}

std::vector<std::string> RedFlags::raisedBy(const Query& query) const {
    std::vector<std::string> sentences;
    for (const Flag& flag : flags_) {
        const bool any = std::any_of(flag.patterns.begin(), flag.patterns.end(),
                                     [&](const Pattern& pattern) { return raised(pattern, query); });
        if (any) {
            sentences.push_back(flag.say);
        }
    }
    return sentences;
}

}  // namespace myo::search
