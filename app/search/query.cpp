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
// "right now", "right here", "left me with": no side of the body.
constexpr std::array noSide = {"now"sv,    "away"sv,    "after"sv,   "before"sv, "me"sv,    "over"sv, "when"sv,
                               "handed"sv, "hander"sv,  "through"sv, "here"sv,   "there"sv, "next"sv, "above"sv,
                               "below"sv,  "under"sv,   "behind"sv,  "beside"sv, "where"sv, "at"sv,   "in"sv,
                               "on"sv,     "between"sv, "around"sv,  "from"sv,   "with"sv,  "as"sv,   "by"sv};
// "Turn to the right", "look left": where to, not where it hurts.
constexpr std::array directions = {"turn"sv,   "turning"sv, "turned"sv,   "look"sv,   "looking"sv,
                                   "rotate"sv, "twist"sv,   "twisting"sv, "tilt"sv,   "tilting"sv,
                                   "lean"sv,   "leaning"sv, "rotating"sv, "bending"sv};
// What hands, arms and head do: the parts named behind such a word need not hurt.
constexpr std::array gestures = {
    "lift"sv,  "lifting"sv, "raise"sv,    "raising"sv, "hold"sv,     "holding"sv,  "reach"sv,   "put"sv,  "reaching"sv,
    "bring"sv, "cradle"sv,  "cradling"sv, "carry"sv,   "carrying"sv, "rest"sv,     "resting"sv, "turn"sv, "turning"sv,
    "move"sv,  "moving"sv,  "tuck"sv,     "cross"sv,   "crossing"sv, "lean"sv,     "leaning"sv, "push"sv, "pushing"sv,
    "bend"sv,  "bending"sv, "pull"sv,     "pulling"sv, "press"sv,    "pressing"sv, "throw"sv};
constexpr std::array leads = {"above"sv, "over"sv, "behind"sv, "with"sv, "under"sv, "against"sv, "between"sv, "on"sv};
// What holds something in place, and the words before the parts that it is held with.
constexpr std::array holdings = {"hold"sv, "holding"sv, "held"sv,   "cradle"sv, "cradling"sv,
                                 "tuck"sv, "tucking"sv, "tucked"sv, "clamp"sv,  "clamping"sv};
constexpr std::array holdLeads = {"with"sv, "between"sv, "under"sv, "against"sv};
constexpr std::array owners = {"my"sv, "the"sv, "your"sv, "his"sv, "her"sv, "a"sv};
// With these in the clause a "without" denies nothing.
constexpr std::array unables = {"cant"sv, "cannot"sv, "couldnt"sv, "unable"sv, "never"sv, "longer"sv};
// "Typing is fine", "heat helps": what stands before in the clause neither hurts nor provokes.
constexpr std::array wellEndings = {"fine"sv,  "ok"sv,    "okay"sv,     "easy"sv,   "cake"sv,
                                    "helps"sv, "eases"sv, "relieves"sv, "soothes"sv};

// What comes, or is brought, "right back".
constexpr std::array returns = {"it"sv, "pain"sv, "come"sv, "comes"sv, "came"sv, "goes"sv, "went"sv, "them"sv};

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
    const bool other = n + 1 < words.size() && !words[n].endsClause && contains(noSide, words[n + 1].text);
    constexpr std::size_t reach = 4;
    for (std::size_t before = 1; before <= std::min(reach, n); ++before) {
        if (words[n - before].endsClause) {
            break;
        }
        if (contains(directions, words[n - before].text)) {
            return std::nullopt;
        }
    }
    // "It comes right back."
    const bool again =
        n > 0 && n + 1 < words.size() && words[n + 1].text == "back" && contains(returns, words[n - 1].text);
    return other || again ? std::nullopt : side;
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

// Marks parts of the body that belong to a gesture: up to two words behind "lift my", "above my".
std::vector<bool> gestureParts(const std::vector<Word>& words) {
    std::vector<bool> aside(words.size());
    bool gesture = false;
    for (std::size_t n = 0; n + 2 < words.size(); ++n) {
        gesture = gesture || contains(gestures, words[n].text);
        const bool begins = contains(gestures, words[n].text) || contains(leads, words[n].text);
        if (gesture && begins && contains(owners, words[n + 1].text) && !words[n + 1].endsClause) {
            aside[n + 2] = true;
            const bool two = n + 3 < words.size() && !words[n + 2].endsClause && words[n + 3].text == "blade";
            aside[std::min(n + 3, words.size() - 1)] = two || aside[std::min(n + 3, words.size() - 1)];
        }
        gesture = gesture && !words[n].endsClause;
    }
    return aside;
}

// Marks parts of the body that hold something, with the word before them: "with my shoulder", both of "between my ear
// and shoulder", after a word of holding. "Holding it with my shoulder hurts" is said of the shoulder.
std::vector<bool> holdingParts(const std::vector<Word>& words) {
    std::vector<bool> tool(words.size());
    bool holds = false;
    const auto mark = [&](std::size_t n) {
        const bool last = n + 1 >= words.size() || words[n].endsClause;
        if (n < words.size() && (last || !contains(complaints, words[n + 1].text))) {
            tool[n] = true;
        }
    };
    for (std::size_t n = 0; n + 2 < words.size(); ++n) {
        holds = holds || contains(holdings, words[n].text);
        if (holds && contains(holdLeads, words[n].text) && contains(owners, words[n + 1].text)) {
            mark(n + 2);
            tool[n] = tool[n + 2];  // "between" names the shoulder blades as well
            if (n + 4 < words.size() && words[n + 3].text == "and" && !words[n + 2].endsClause) {
                mark(contains(owners, words[n + 4].text) ? n + 5 : n + 4);
            }
        }
        holds = holds && !words[n].endsClause;
    }
    return tool;
}

// Two words that mean something else than each: the students' rotator cuff is no sitting.
struct Pair {
    std::string_view first;
    std::string_view second;
    std::array<std::string_view, 2> meant;
};
constexpr std::array<Pair, 9> pairs = {{{"can", "not", {"cannot", ""}},
                                        {"sits", "muscles", {"rotator", "cuff"}},
                                        {"sits", "tendons", {"rotator", "cuff"}},
                                        {"sit", "ups", {"situps", ""}},
                                        {"rock", "climbing", {"rockclimbing", ""}},
                                        {"carries", "down", {"", ""}},
                                        {"carries", "into", {"", ""}},
                                        {"seat", "belt", {"", ""}},
                                        {"carries", "to", {"", ""}}}};

const Pair* pairAt(const Word& first, const Word& second) {
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& pair) {
        return pair.first == first.text && pair.second == second.text;
    });
    return found == pairs.end() ? nullptr : &*found;
}

// Takes out what is fine or helps: it is no complaint and no occasion.
void dropWell(std::vector<QueryWord>& said, std::size_t clause) {
    for (std::size_t i = said.size(); i > clause && !contains(turns, said[i - 1].text) && said[i - 1].text != "and";
         --i) {
        said[i - 1].stop = true;
    }
}

}  // namespace

Query parseQuery(std::string_view text) {
    const std::vector<Word> all = words(text.substr(0, mostQueryBytes));
    const Stemmer stem;
    Query query;
    bool left = false;
    bool right = false;
    bool both = false;
    int reach = 0;
    bool unable = false;     // this clause says that something cannot be done
    std::size_t clause = 0;  // where the clause begins among the query's words
    const std::vector<bool> aside = gestureParts(all);
    const std::vector<bool> tool = holdingParts(all);
    for (std::size_t n = 0; n < all.size() && query.words.size() < mostWords; ++n) {
        const Word& word = all[n];
        if (const auto side = sideAt(all, n)) {
            // "Left hip, not the right": only the left.
            if (reach == 0) {
                (*side == Side::left ? left : right) = true;
            }
            continue;
        }
        if (parseSide(word.text)) {
            continue;  // "right here": neither a side nor a word that tells
        }
        if (contains(turns, word.text)) {
            reach = 0;
        }
        if (n + 1 < all.size() && !word.endsClause) {
            if (const Pair* pair = pairAt(word, all[n + 1])) {
                for (const std::string_view meant : pair->meant) {
                    if (!meant.empty()) {
                        query.words.push_back(
                            {std::string(meant), stem(meant), reach > 0, false, false, false, false, false});
                    }
                }
                unable = unable || pair->first == "can";
                ++n;
                continue;
            }
        }
        if (word.text == "m" && n + 1 < all.size()) {
            continue;  // "m. soleus"
        }
        unable = unable || contains(unables, word.text);
        both = both || contains(bothSides, word.text);
        QueryWord said{word.text, word.stem, false, false, isStopWord(word.text), word.open, aside[n], tool[n]};
        const bool able = n + 1 < all.size() && contains(noNegation, all[n + 1].text);
        // "I cannot sit without pain" has pain.
        // "None in the back": "none of them helps" denies nothing.
        const bool none = word.text == "none" && n + 1 < all.size() && all[n + 1].text == "in";
        if ((isNegator(word.text) || none) && !able && !(unable && word.text == "without")) {
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
            unable = false;
        }
        if (contains(wellEndings, word.text) && reach == 0) {
            dropWell(query.words, clause);
            said.stop = true;
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
