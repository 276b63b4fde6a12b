#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <utf8proc.h>

namespace myo {

Utf8Character firstCharacter(std::string_view text) {
    utf8proc_int32_t value = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &value);
    if (length <= 0) {
        return {};
    }
    return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

char32_t baseLetter(char32_t letter) {
    std::array<utf8proc_int32_t, 32> parts{};  // the longest decomposition has 18
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(letter), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD), &boundary);
    return count > 0 ? static_cast<char32_t>(parts[0]) : letter;
}

bool isMark(char32_t character) {
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

std::string presentable(std::string_view text, std::size_t mostBytes) {
    std::string shown;
    while (!text.empty()) {
        const Utf8Character character = firstCharacter(text);
        if (character.length == 0) {
            text.remove_prefix(1);
            continue;
        }
        if (shown.size() + character.length > mostBytes) {
            break;
        }
        const bool control = character.value < 0x20U || (character.value >= 0x7FU && character.value < 0xA0U);
        shown += control ? std::string_view(" ") : text.substr(0, character.length);
        text.remove_prefix(character.length);
    }
    return shown;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

}  // namespace myo
