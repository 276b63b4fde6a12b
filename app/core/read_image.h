// Pictures from files: PNG and JPEG.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "core/image.h"
#include "core/result.h"

namespace myo {

/// What a picture of a stranger may ask for.
struct ImageLimits {
    std::size_t bytes = std::size_t{16} << 20U;  ///< of the file
    int side = 8192;                             ///< width and height, pixels
};

/// The picture in a PNG or JPEG that is in memory. The problem has no place.
[[nodiscard]] Result<Image> decodeImage(std::string_view bytes, const ImageLimits& limits = {});

/// The picture in a file. The problem names it.
[[nodiscard]] Result<Image> readImage(const std::filesystem::path& file, const ImageLimits& limits = {});

}  // namespace myo
