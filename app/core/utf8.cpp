#include "core/utf8.h"

#include <algorithm>
#include <cctype>

namespace myo {

Utf8Character firstCharacter(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(text[i]); };
    const char32_t lead = byte(0);
    if (lead < 0x80U) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || length > text.size()) {
        return {};
    }
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800U) || (length == 4 && value < 0x10000U);
    const bool surrogate = value >= 0xD800U && value <= 0xDFFFU;
    if (overlong || surrogate || value > 0x10FFFFU) {
        return {};
    }
    return {value, length};
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
