// Reading a text file that a person may have put there: anything may lie at that path.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

namespace myo {

/// No file of the atlas is larger; one that is was put there by mistake.
inline constexpr std::size_t largestTextFile = 4U << 20U;

/// The file's text, without a byte order mark. The problem tells a folder, a device, an unreadable, too large, binary
/// or empty file apart; for text that is not UTF-8 it gives line and column.
[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file);

}  // namespace myo
