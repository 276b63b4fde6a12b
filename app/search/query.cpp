#include "search/query.h"

#include <algorithm>
#include <array>

namespace myo::search {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostBytes = 1000;
constexpr std::size_t kMostWords = 40;
// How many telling words a "no" reaches: "no pain in my neck" but not the whole rest of a long sentence.
constexpr int kNegationReach = 3;

// After these a new thought begins, which a "no" before them does not reach.
constexpr std::array kTurns = {"but"sv,   "just"sv, "only"sv,  "however"sv,  "although"sv, "when"sv,
                               "while"sv, "with"sv, "after"sv, "although"sv, "because"sv};
// "not able to turn", "not only": the complaint itself, not its absence.
constexpr std::array kNoNegation = {"able"sv, "only"sv, "just"sv, "longer"sv, "matter"sv, "sure"sv, "being"sv};
// "right now", "left me with": no side of the body.
constexpr std::array kNoSide = {"now"sv, "away"sv, "after"sv, "before"sv, "me"sv, "over"sv, "when"sv};

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// The side that the n-th word says; nothing if it says none.
std::optional<Side> sideAt(const std::vector<Word>& words, std::size_t n) {
    const auto side = parseSide(words[n].text);
    const bool other = n + 1 < words.size() && contains(kNoSide, words[n + 1].text);
    return other ? std::nullopt : side;
}

}  // namespace

Query parseQuery(std::string_view text) {
    const std::vector<Word> all = words(text.substr(0, kMostBytes));
    Query query;
    bool left = false;
    bool right = false;
    int reach = 0;
    for (std::size_t n = 0; n < all.size() && query.words.size() < kMostWords; ++n) {
        const Word& word = all[n];
        if (const auto side = sideAt(all, n)) {
            (*side == Side::left ? left : right) = true;
            continue;
        }
        if (contains(kTurns, word.text)) {
            reach = 0;
        }
        QueryWord said{word.text, word.stem, false, false, isStopWord(word.text), word.open};
        const bool able = n + 1 < all.size() && contains(kNoNegation, all[n + 1].text);
        if (isNegator(word.text) && !able) {
            said.negator = true;
            reach = kNegationReach;
        } else if (reach > 0 && !said.stop) {
            said.negated = true;
            --reach;
        }
        if (word.endsClause) {
            reach = 0;
        }
        query.words.push_back(std::move(said));
    }
    if (left != right) {
        query.side = left ? Side::left : Side::right;
    }
    return query;
}

}  // namespace myo::search
