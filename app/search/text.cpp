#include "search/text.h"

#include <algorithm>
#include <array>
#include <utility>

#include <libstemmer.h>

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
    "pain"sv, "painful"sv, "ach"sv,  "sore"sv,   "hurt"sv,  "tender"sv,  "bad"sv, "trigger"sv, "point"sv,  "problem"sv,
    "area"sv, "feel"sv,    "cant"sv, "cannot"sv, "unabl"sv, "couldnt"sv, "up"sv,  "syndrom"sv, "symptom"sv};

constexpr std::array negators = {"no"sv,   "not"sv,    "without"sv, "never"sv,  "isnt"sv,     "arent"sv,
                                 "dont"sv, "doesnt"sv, "didnt"sv,   "havent"sv, "hasnt"sv,    "wasnt"sv,
                                 "nor"sv,  "denies"sv, "denying"sv, "except"sv, "excluding"sv};

// What the rules of English do not know: irregular forms, and words of anatomy whose stem is another word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> ownStems = {{{"teeth"sv, "tooth"sv},
                                                                                    {"feet"sv, "foot"sv},
                                                                                    {"calves"sv, "calf"sv},
                                                                                    {"knives"sv, "knife"sv},
                                                                                    {"lay"sv, "lie"sv},
                                                                                    {"lain"sv, "lie"sv},
                                                                                    {"women"sv, "woman"sv},
                                                                                    {"lateral"sv, "lateral"sv}}};

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

}  // namespace

Stemmer::Stemmer() : snowball_(sb_stemmer_new("english", "UTF_8")) {}

void Stemmer::Delete::operator()(sb_stemmer* snowball) const {
    sb_stemmer_delete(snowball);
}

std::string Stemmer::operator()(std::string_view folded) const {
    const auto own =
        std::find_if(ownStems.begin(), ownStems.end(), [&](const auto& pair) { return pair.first == folded; });
    if (own != ownStems.end()) {
        return std::string(own->second);
    }
    const std::vector<sb_symbol> letters(folded.begin(), folded.end());
    const sb_symbol* stem =
        snowball_ ? sb_stemmer_stem(snowball_.get(), letters.data(), static_cast<int>(letters.size())) : nullptr;
    return stem == nullptr ? std::string(folded) : std::string(stem, stem + sb_stemmer_length(snowball_.get()));
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
    const Stemmer stem;
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
