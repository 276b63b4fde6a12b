// Pictures for small files.
#pragma once

#include <filesystem>

#include "core/image.h"
#include "core/result.h"

namespace myo::report {

/// \param quality 1..100 \return true, or a problem that names the file
[[nodiscard]] Result<bool> saveJpeg(const Image& picture, const std::filesystem::path& file, int quality = 85);

}  // namespace myo::report
