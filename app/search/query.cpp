#include "search/query.h"

#include <algorithm>
#include <array>

namespace myo::search {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostWords = 40;
// How many telling words a "no" reaches: "no pain in my neck" but not the whole rest of a long sentence.
constexpr int negationReach = 3;

// After these a new thought begins, which a "no" before them does not reach.
constexpr std::array turns = {"but"sv,   "just"sv, "only"sv,  "however"sv,  "although"sv, "when"sv,
                              "while"sv, "with"sv, "after"sv, "although"sv, "because"sv};
// "not able to turn", "not only": the complaint itself, not its absence.
constexpr std::array noNegation = {"able"sv, "only"sv, "just"sv, "longer"sv, "matter"sv, "sure"sv, "being"sv};
// "The knee does not hurt": what stands before is what is free, unless a circumstance follows ("does not hurt at
// rest").
constexpr std::array complaints = {"hurt"sv, "hurts"sv, "hurting"sv, "ache"sv,     "aches"sv,    "aching"sv,
                                   "sore"sv, "pain"sv,  "painful"sv, "affected"sv, "involved"sv, "bothered"sv};
// "right now", "left me with": no side of the body.
constexpr std::array noSide = {"now"sv,  "away"sv, "after"sv,  "before"sv, "me"sv,
                               "over"sv, "when"sv, "handed"sv, "hander"sv, "through"sv};

constexpr std::array bothSides = {"both"sv, "bilateral"sv, "bilaterally"sv, "bilat"sv};

// "R hip": the short forms of notes. Alone, or while more may follow, a letter is the beginning of some name.
std::optional<Side> shortSide(const std::vector<Word>& words, std::size_t n) {
    const std::string& text = words[n].text;
    if (words.size() < 2 || words[n].open) {
        return std::nullopt;
    }
    if (text == "l" || text == "lt") {
        return Side::left;
    }
    return text == "r" || text == "rt" ? std::optional(Side::right) : std::nullopt;
}

// The side that the n-th word says; nothing if it says none.
std::optional<Side> sideAt(const std::vector<Word>& words, std::size_t n) {
    const auto whole = parseSide(words[n].text);
    const auto side = whole ? whole : shortSide(words, n);
    const bool other = n + 1 < words.size() && contains(noSide, words[n + 1].text);
    return other ? std::nullopt : side;
}

// True if the n-th word, a "not", denies what stands before it.
bool deniesBackwards(const std::vector<Word>& words, std::size_t n) {
    const bool complaint = n + 1 < words.size() && contains(complaints, words[n + 1].text);
    const bool verb = words[n].text != "no" && words[n].text != "without" && words[n].text != "nor";
    return complaint && verb &&
           (words[n + 1].endsClause || n + 2 == words.size() || words[n + 2].text == "but" ||
            words[n + 2].text == "and");
}

// Denies the words of this clause said so far.
void denyBackwards(std::vector<QueryWord>& said, std::size_t clause) {
    for (std::size_t i = said.size(); i > clause; --i) {
        QueryWord& word = said[i - 1];
        if (contains(turns, word.text) || word.text == "and" || contains(complaints, word.text)) {
            return;
        }
        word.negated = !word.stop && !word.negator;
    }
}

}  // namespace

Query parseQuery(std::string_view text) {
    const std::vector<Word> all = words(text.substr(0, mostQueryBytes));
    Query query;
    bool left = false;
    bool right = false;
    bool both = false;
    int reach = 0;
    std::size_t clause = 0;  // where the clause begins among the query's words
    for (std::size_t n = 0; n < all.size() && query.words.size() < mostWords; ++n) {
        const Word& word = all[n];
        if (const auto side = sideAt(all, n)) {
            // "Left hip, not the right": only the left.
            if (reach == 0) {
                (*side == Side::left ? left : right) = true;
            }
            continue;
        }
        if (contains(turns, word.text)) {
            reach = 0;
        }
        if (word.text == "can" && n + 1 < all.size() && all[n + 1].text == "not") {
            query.words.push_back({"cannot", "cannot", false, false, false, false});
            ++n;
            continue;
        }
        both = both || contains(bothSides, word.text);
        QueryWord said{word.text, word.stem, false, false, isStopWord(word.text), word.open};
        const bool able = n + 1 < all.size() && contains(noNegation, all[n + 1].text);
        if (isNegator(word.text) && !able) {
            said.negator = true;
            reach = negationReach;
            if (deniesBackwards(all, n)) {
                denyBackwards(query.words, clause);
            }
        } else if (reach > 0 && !said.stop) {
            said.negated = true;
            --reach;
        }
        if (word.endsClause) {
            reach = 0;
        }
        query.words.push_back(std::move(said));
        clause = word.endsClause ? query.words.size() : clause;
    }
    if (left != right) {
        query.side = left ? Side::left : Side::right;
    }
    query.bothSides = both || (left && right);
    if (query.bothSides) {
        query.side.reset();
    }
    return query;
}

}  // namespace myo::search
