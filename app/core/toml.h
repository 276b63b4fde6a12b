// Parsing TOML that a person may have written, or somebody else with bad intent.
// Include only where toml++ is linked.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>

#include <toml++/toml.h>

#include "core/result.h"

namespace myo {

/// What no file of the atlas comes near. The parser walks tables within tables recursively: without limits, one line
/// can ask for more of them than the stack holds.
struct TomlLimits {
    std::size_t bytes = std::size_t{4} << 20U;  ///< of the whole text
    std::size_t nesting = 32;                   ///< arrays and inline tables within each other
    std::size_t keyParts = 16;                  ///< a.b.c has three
    std::size_t keyBytes = 1024;                ///< of one key, with dots and quotes
};

/// The first place where the text goes beyond the limits; nothing if it keeps to them. Looks at brackets, dots and
/// quotes only: whether the text is TOML at all, the parser tells.
[[nodiscard]] std::optional<Diagnostic> beyondTomlLimits(std::string_view text, const std::filesystem::path& file,
                                                         const TomlLimits& limits = {});

/// Where a value stands.
[[nodiscard]] SourcePlace placeOf(const toml::source_region& region, const std::filesystem::path& file);

/// The only way from text to TOML in the program. The problem names `file`, line and column.
[[nodiscard]] Result<toml::table> parseToml(std::string_view text, const std::filesystem::path& file);

/// readTextFile and parseToml.
[[nodiscard]] Result<toml::table> readToml(const std::filesystem::path& file);

}  // namespace myo
