// UTF-8, as files and people deliver it: possibly broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace myo {

/// A character of a text and the bytes it takes.
struct Utf8Character {
    char32_t value = 0;
    std::size_t length = 0;  ///< 1..4; 0 if the text does not begin with a valid character
};

/// The first character. Overlong forms, surrogates and values beyond U+10FFFF are not valid.
[[nodiscard]] Utf8Character firstCharacter(std::string_view text);

/// The letter without its accents and in lower case ("É" -> "e"); the first one where it stands for several ("ß" ->
/// "s").
[[nodiscard]] char32_t baseLetter(char32_t letter);
/// True for an accent that stands by itself behind its letter, as decomposed text has it.
[[nodiscard]] bool isMark(char32_t character);

/// The text's first bytes, cut between characters, without bytes that are no UTF-8 and with a blank for each control
/// character: safe to show and to write to JSON.
[[nodiscard]] std::string presentable(std::string_view text, std::size_t mostBytes);

/// Lower case of the letters A to Z; all other bytes stay.
[[nodiscard]] std::string lowered(std::string text);

}  // namespace myo
