#include "search/text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"

namespace myo::search {

namespace {

using namespace std::string_view_literals;

constexpr std::array stopWords = {
    "a"sv,        "about"sv,  "after"sv,     "again"sv,  "all"sv,    "also"sv,      "am"sv,        "an"sv,
    "and"sv,      "any"sv,    "are"sv,       "as"sv,     "at"sv,     "be"sv,        "been"sv,      "but"sv,
    "by"sv,       "can"sv,    "do"sv,        "does"sv,   "for"sv,    "from"sv,      "get"sv,       "gets"sv,
    "got"sv,      "had"sv,    "has"sv,       "have"sv,   "having"sv, "her"sv,       "his"sv,       "i"sv,
    "if"sv,       "im"sv,     "in"sv,        "into"sv,   "is"sv,     "it"sv,        "its"sv,       "ive"sv,
    "just"sv,     "like"sv,   "me"sv,        "my"sv,     "of"sv,     "on"sv,        "one"sv,       "or"sv,
    "our"sv,      "really"sv, "so"sv,        "some"sv,   "that"sv,   "the"sv,       "their"sv,     "then"sv,
    "there"sv,    "this"sv,   "to"sv,        "too"sv,    "very"sv,   "was"sv,       "when"sv,      "where"sv,
    "which"sv,    "while"sv,  "with"sv,      "you"sv,    "your"sv,   "muscle"sv,    "muscles"sv,   "whenever"sv,
    "what"sv,     "why"sv,    "bit"sv,       "lot"sv,    "keep"sv,   "keeps"sv,     "both"sv,      "bilateral"sv,
    "help"sv,     "helps"sv,  "please"sv,    "doctor"sv, "suffer"sv, "suffering"sv, "since"sv,     "because"sv,
    "think"sv,    "might"sv,  "something"sv, "every"sv,  "time"sv,   "always"sv,    "sometimes"sv, "often"sv,
    "he"sv,       "she"sv,    "we"sv,        "they"sv,   "says"sv,   "said"sv,      "would"sv,     "could"sv,
    "will"sv,     "still"sv,  "now"sv,       "only"sv,   "even"sv,   "quite"sv,     "most"sv,      "more"sv,
    "terrible"sv, "awful"sv,  "agony"sv,     "killing"sv};

constexpr std::array genericStemWords = {
    "pain"sv, "painful"sv, "ach"sv,  "sor"sv,    "hurt"sv,  "tender"sv,  "bad"sv, "trigger"sv, "point"sv,  "problem"sv,
    "area"sv, "feel"sv,    "cant"sv, "cannot"sv, "unabl"sv, "couldnt"sv, "up"sv,  "syndrom"sv, "symptom"sv};

constexpr std::array negators = {"no"sv,   "not"sv,    "without"sv, "never"sv,  "isnt"sv,     "arent"sv,
                                 "dont"sv, "doesnt"sv, "didnt"sv,   "havent"sv, "hasnt"sv,    "wasnt"sv,
                                 "nor"sv,  "denies"sv, "denying"sv, "except"sv, "excluding"sv};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> irregularForms = {{{"teeth"sv, "tooth"sv},
                                                                                          {"feet"sv, "foot"sv},
                                                                                          {"calves"sv, "calf"sv},
                                                                                          {"knives"sv, "knif"sv},
                                                                                          {"vertebrae"sv, "vertebra"sv},
                                                                                          {"lying"sv, "lie"sv},
                                                                                          {"lay"sv, "lie"sv},
                                                                                          {"lies"sv, "lie"sv},
                                                                                          {"women"sv, "woman"sv}}};

// Letters of their own that Unicode does not take for accented ones, as an English keyboard writes them.
constexpr std::array<std::pair<char32_t, char>, 12> plainLetters{{{U'\u00E6', 'a'},
                                                                  {U'\u00F0', 'd'},
                                                                  {U'\u00F8', 'o'},
                                                                  {U'\u00FE', 't'},
                                                                  {U'\u0111', 'd'},
                                                                  {U'\u0127', 'h'},
                                                                  {U'\u0131', 'i'},
                                                                  {U'\u0138', 'k'},
                                                                  {U'\u0142', 'l'},
                                                                  {U'\u014B', 'n'},
                                                                  {U'\u0153', 'o'},
                                                                  {U'\u0167', 't'}}};

// The folded letter, '\'' for what vanishes within a word, ',' for the end of a clause, ' ' for any other separator.
char foldOne(char32_t point) {
    if (point == 0x2019U || point == 0x2018U || point == 0xB4U || isMark(point)) {
        return '\'';
    }
    const char32_t base = point < 0x80U ? point : baseLetter(point);
    const auto plain =
        std::find_if(plainLetters.begin(), plainLetters.end(), [&](const auto& pair) { return pair.first == base; });
    if (plain != plainLetters.end()) {
        return plain->second;
    }
    if (base >= 0x80U || (point >= 0x80U && (base < U'A'))) {
        return ' ';
    }
    const char c = static_cast<char>(base);
    if (c >= 'A' && c <= 'Z') {
        return static_cast<char>(c - 'A' + 'a');
    }
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'') {
        return c;
    }
    return c == ',' || c == '.' || c == ';' || c == '!' || c == '?' || c == ':' ? ',' : ' ';
}

bool isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool hasVowel(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isVowel);
}

// "runn" -> "run", but "press" and "pull" keep theirs.
void undouble(std::string& word) {
    const std::size_t n = word.size();
    if (n >= 4 && word[n - 1] == word[n - 2] && !isVowel(word[n - 1]) && word[n - 1] != 's' && word[n - 1] != 'l') {
        word.pop_back();
    }
}

void dropPlural(std::string& word) {
    if (word.size() < 4 || !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us") ||
        word.ends_with("is")) {
        return;
    }
    if (word.ends_with("ies") && word.size() > 4) {
        word.replace(word.size() - 3, 3, "y");
    } else {
        word.pop_back();
    }
}

}  // namespace

std::string stem(std::string_view folded) {
    const auto irregular = std::find_if(irregularForms.begin(), irregularForms.end(),
                                        [&](const auto& pair) { return pair.first == folded; });
    if (irregular != irregularForms.end()) {
        return std::string(irregular->second);
    }
    std::string word(folded);
    dropPlural(word);
    const auto cut = [&](std::string_view ending, std::size_t shortest) {
        const bool fits = word.size() >= shortest && word.ends_with(ending) &&
                          hasVowel(std::string_view(word).substr(0, word.size() - ending.size()));
        if (fits) {
            word.resize(word.size() - ending.size());
            undouble(word);
        }
        return fits;
    };
    const bool shortened = cut("ing", 6) || cut("ed", 5) || cut("ly", 7);
    if (!shortened || word.size() > 4) {
        if (word.size() >= 4 && word.ends_with('e')) {
            word.pop_back();
        }
    }
    return word;
}

bool isStopWord(std::string_view folded) {
    return contains(stopWords, folded);
}

std::span<const std::string_view> genericStems() {
    return genericStemWords;
}

bool isNegator(std::string_view folded) {
    return contains(negators, folded);
}

std::vector<Word> words(std::string_view text) {
    std::vector<Word> found;
    std::string current;
    const auto finish = [&](bool open) {
        if (!current.empty()) {
            found.push_back({current, stem(current), false, open});
            current.clear();
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = firstCharacter(text.substr(at));
        at += std::max<std::size_t>(character.length, 1);
        const char letter = foldOne(character.value);
        if (letter == '\'') {
            continue;
        }
        if (letter != ' ' && letter != ',') {
            current.push_back(letter);
            continue;
        }
        finish(false);
        if (letter == ',' && !found.empty()) {
            found.back().endsClause = true;
        }
    }
    finish(true);
    return found;
}

}  // namespace myo::search
