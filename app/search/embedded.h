// Files that are compiled into the program: the list of English words.
#pragma once

#include <span>
#include <string_view>

namespace myo::search {

struct EmbeddedFile {
    std::string_view name;  ///< without folders, e.g. "english.txt"
    std::string_view bytes;
};

/// All of them. Defined in a source that the build makes from assets/words/.
[[nodiscard]] std::span<const EmbeddedFile> embeddedFiles();

}  // namespace myo::search
