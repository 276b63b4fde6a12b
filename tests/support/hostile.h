// Pieces of files that somebody wrote to break a reader.
#pragma once

#include <cstddef>
#include <string>

namespace myo::test {

/// a.a.a...: a TOML key of so many parts, each a table within the one before.
inline std::string dottedKey(std::size_t parts) {
    std::string key = "a";
    for (std::size_t i = 1; i < parts; ++i) {
        key += ".a";
    }
    return key;
}

}  // namespace myo::test
