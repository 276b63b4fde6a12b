// Who gives a handout: the practice whose name stands on it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/image.h"
#include "core/result.h"

namespace myo::report {

struct Practice {
    std::string name;
    std::vector<std::string> lines;  ///< address, telephone, web: one below the other
    std::optional<Image> logo;
};

/// Reads a TOML file with `name`, and if wanted `address` (a text or a list of lines), `phone`, `email`, `web` and
/// `logo` (a PNG or JPEG, from the file's folder on). The problem names the file, and line and column where there are
/// any.
[[nodiscard]] Result<Practice> readPractice(const std::filesystem::path& file);

}  // namespace myo::report
