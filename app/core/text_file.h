// Reading a file that a person may have put there: anything may lie at that path.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace myo {

/// No file of the atlas is larger; one that is was put there by mistake.
inline constexpr std::size_t largestTextFile = 4U << 20U;

/// A regular file's bytes. The problem tells a folder, a device, an unreadable and a too large file apart.
/// \param wanted what is expected there: "a text file"
[[nodiscard]] Result<std::string> readFileBytes(const std::filesystem::path& file, std::size_t largest,
                                                std::string_view wanted);

/// The file's text, without a byte order mark. Larger ones than `largest` bytes are refused. The problem tells a
/// folder, a device, an unreadable, too large, binary or empty file apart; for text that is not UTF-8 it gives line and
/// column.
[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file,
                                               std::size_t largest = largestTextFile);

}  // namespace myo
