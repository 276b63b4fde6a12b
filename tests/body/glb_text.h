// GLB files put together by hand.
#pragma once

#include <cstdint>
#include <string>

namespace myo::test {

/// A GLB of the JSON and the binary chunk, with lengths that are right.
inline std::string glbOf(std::string json, const std::string& binary) {
    const auto number = [](std::size_t value) {
        std::string bytes;
        for (unsigned shift = 0; shift < 32; shift += 8) {
            bytes.push_back(static_cast<char>(value >> shift & 0xFFU));
        }
        return bytes;
    };
    json.resize((json.size() + 3) / 4 * 4, ' ');
    return "glTF" + number(2) + number(28 + json.size() + binary.size()) + number(json.size()) + "JSON" + json +
           number(binary.size()) + std::string("BIN\0", 4) + binary;
}

/// The same text with one piece replaced wherever it stands.
inline std::string replaced(std::string text, const std::string& piece, const std::string& by) {
    for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + by.size())) {
        text.replace(at, piece.size(), by);
    }
    return text;
}

}  // namespace myo::test
