#include "search/danger_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace myo::search {

namespace {

using namespace std::string_view_literals;

constexpr std::array fillers = {
    "a"sv,     "an"sv,     "the"sv,   "my"sv,    "your"sv,   "his"sv,     "her"sv,        "our"sv,    "their"sv,
    "its"sv,   "this"sv,   "that"sv,  "these"sv, "those"sv,  "is"sv,      "are"sv,        "was"sv,    "were"sv,
    "be"sv,    "been"sv,   "am"sv,    "it"sv,    "i"sv,      "im"sv,      "me"sv,         "he"sv,     "hes"sv,
    "she"sv,   "shes"sv,   "they"sv,  "you"sv,   "we"sv,     "of"sv,      "to"sv,         "in"sv,     "on"sv,
    "at"sv,    "and"sv,    "so"sv,    "very"sv,  "really"sv, "quite"sv,   "just"sv,       "also"sv,   "too"sv,
    "some"sv,  "bit"sv,    "still"sv, "then"sv,  "there"sv,  "for"sv,     "have"sv,       "has"sv,    "had"sv,
    "ive"sv,   "having"sv, "get"sv,   "gets"sv,  "got"sv,    "getting"sv, "do"sv,         "does"sv,   "did"sv,
    "which"sv, "as"sv,     "such"sv,  "into"sv,  "would"sv,  "will"sv,    "please"sv,     "like"sv,   "being"sv,
    "kind"sv,  "sort"sv,   "by"sv,    "them"sv,  "here"sv,   "almost"sv,  "completely"sv, "totally"sv};

// "No", "without" reach over a list: "no fever, rash or weight loss"; "doesn't" denies its verb.
constexpr std::array listNegators = {"no"sv, "without"sv, "denies"sv, "denying"sv, "never"sv, "neither"sv, "zero"sv};
constexpr std::array verbNegators = {"not"sv,   "dont"sv,   "doesnt"sv, "didnt"sv,  "isnt"sv, "arent"sv,
                                     "wasnt"sv, "havent"sv, "hasnt"sv,  "werent"sv, "nor"sv};
constexpr int listReach = 4;
constexpr int verbReach = 2;
constexpr std::array turningWords = {"but"sv, "when"sv, "since"sv, "after"sv,  "with"sv,  "because"sv,
                                     "now"sv, "only"sv, "while"sv, "though"sv, "until"sv, "however"sv};
// "Bladder and bowels are fine", "heart checked": the clause tells what is not the matter.
constexpr std::array wellWords = {"fine"sv, "normal"sv, "normally"sv, "ok"sv, "okay"sv, "ruled"sv, "negative"sv};
// A number before these is no age.
constexpr std::array units = {"week"sv,   "day"sv,   "month"sv, "minut"sv, "min"sv,     "hour"sv, "hr"sv,
                              "rep"sv,    "squat"sv, "km"sv,    "k"sv,     "mile"sv,    "m"sv,    "kg"sv,
                              "kilo"sv,   "lb"sv,    "pound"sv, "mg"sv,    "percent"sv, "time"sv, "push"sv,
                              "pushup"sv, "pull"sv,  "metr"sv,  "meter"sv, "page"sv,    "lap"sv,  "second"sv,
                              "degre"sv,  "step"sv,  "stair"sv, "mph"sv,   "burpe"sv,   "lung"sv, "situp"sv,
                              "sit"sv,    "ml"sv,    "beat"sv,  "c"sv,     "f"sv,       "set"sv,  "bpm"sv};
constexpr std::array yearWords = {"year"sv, "yr"sv, "yo"sv, "y"sv};

int numberOf(std::string_view text) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    return error == std::errc() && (rest.empty() || contains(yearWords, rest) || rest == "f" || rest == "m") ? value
                                                                                                             : -1;
}

void readAges(DangerText& text) {
    constexpr int oldest = 109;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int value = numberOf(text[i].word.text);
        if (value < 0) {
            continue;
        }
        const std::string next = i + 1 < text.size() && !text[i].word.endsClause ? text[i + 1].word.stem : "";
        const bool years = contains(yearWords, next) || text[i].word.text.back() > '9';
        // "For 60 years", "smoker 40 years": how long is no age; "75 years" alone is one.
        const bool since =
            years && i > 0 &&
            contains(std::array{"smoker"sv, "smoked"sv, "over"sv, "last"sv, "past"sv}, text[i - 1].word.text);
        text[i].over50 = value > 50 && value <= oldest && !contains(units, next) && !since;
        text[i].child =
            value < 18 && (years || next == "month") && i + 2 < text.size() + 1 &&
            (text[i].word.text.back() > '9' || next == "yo" || (i + 2 < text.size() && text[i + 2].word.text == "old"));
    }
}

void denyClause(DangerText& text, int clause, std::size_t until) {
    for (std::size_t i = 0; i < until; ++i) {
        text[i].deniedBy = text[i].clause == clause ? static_cast<int>(until) : text[i].deniedBy;
    }
}

void readDenials(DangerText& text) {
    int reach = 0;
    int negator = -1;
    bool list = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string& word = text[i].word.text;
        const bool newClause = i > 0 && text[i - 1].clause != text[i].clause;
        // "No fever, rash or weight loss": the list goes on over the comma.
        const auto next = text.begin() + static_cast<std::ptrdiff_t>(i);
        const bool goesOn = list && std::any_of(next, next + std::min<std::ptrdiff_t>(2, text.end() - next),
                                                [](const DangerWord& said) { return said.word.text == "or"; });
        if ((newClause && !(goesOn && reach > 0)) || contains(turningWords, word)) {
            reach = 0;
        }
        const bool only =
            i + 1 < text.size() &&
            contains(std::array{"only"sv, "able"sv, "sure"sv, "longer"sv, "moving"sv}, text[i + 1].word.text);
        if (contains(listNegators, word) && !only) {
            reach = listReach;
            negator = static_cast<int>(i);
            list = true;
        } else if (contains(verbNegators, word) && !only) {
            reach = verbReach;
            negator = static_cast<int>(i);
            list = false;
        } else if (list && reach > 0 && word == "or") {
            reach = listReach;
        } else if (reach > 0 && !text[i].filler) {
            text[i].deniedBy = negator;
            --reach;
        }
        const bool denied = i > 0 && contains(verbNegators, text[i - 1].word.text);
        if (contains(wellWords, word) && !denied && (word != "ruled" || (i + 1 < text.size()))) {
            denyClause(text, text[i].clause, i);
            if (word == "ruled") {
                reach = listReach;
                negator = static_cast<int>(i);
                list = true;
            }
        }
    }
}

}  // namespace

DangerText readDangerText(std::string_view text) {
    DangerText read;
    int clause = 0;
    int place = 0;
    for (Word& word : words(text.substr(0, mostDangerBytes))) {
        const bool ends = word.endsClause || word.text == "but";
        const bool filler = contains(fillers, word.text);
        read.push_back({std::move(word), clause, place, filler, -1, false, false});
        clause += ends ? 1 : 0;
        place += filler ? 0 : 1;
    }
    readAges(read);
    readDenials(read);
    return read;
}

}  // namespace myo::search
