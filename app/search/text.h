// Text as the search sees it: lower case, without accents and endings.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace myo::search {

/// A word of a text.
struct Word {
    std::string text;         ///< folded: a-z and 0-9
    std::string stem;         ///< without the common English endings
    bool endsClause = false;  ///< a comma, a full stop or the like follows
    bool open = false;        ///< the text's last word with nothing after it: it may still be being typed
};

/// Splits a text into words. Anything may be in it: what is no letter or digit separates words, apostrophes vanish
/// ("can't" -> "cant"), accented Latin letters lose their accents, bytes that are no UTF-8 separate.
[[nodiscard]] std::vector<Word> words(std::string_view text);

/// "aches", "aching", "ached", "ache" -> "ach": Snowball's English stemmer, with the forms that it does not know. Not
/// for two threads at once; cheap to make.
class Stemmer {
public:
    Stemmer();

    [[nodiscard]] std::string operator()(std::string_view folded) const;

private:
    struct Delete {
        void operator()(sb_stemmer* snowball) const;
    };
    std::unique_ptr<sb_stemmer, Delete> snowball_;
};

/// Words that tell nothing about a place or a complaint ("the", "my", "when").
[[nodiscard]] bool isStopWord(std::string_view folded);

/// Stems that nearly every complaint has ("pain", "sor"): they may match but hardly count.
[[nodiscard]] std::span<const std::string_view> genericStems();

/// "no", "not", "without"...: what follows is absent.
[[nodiscard]] bool isNegator(std::string_view folded);

/// True if the word is in the list.
template <class List>
[[nodiscard]] bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace myo::search
