#include "report/jpeg.h"

#include <string>

#include <stb_image_write.h>

#include "core/write_file.h"

namespace myo::report {

Result<bool> saveJpeg(const Image& picture, const std::filesystem::path& file, int quality) {
    constexpr int channels = 4;  // alpha is left out
    std::string bytes;
    const auto append = [](void* to, void* data, int size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
    };
    if (stbi_write_jpg_to_func(append, &bytes, picture.width, picture.height, channels, picture.pixels.data(),
                               quality) == 0) {
        return Diagnostic{{file.string()},
                          "the picture cannot be written as JPEG",
                          "a picture of at least one pixel",
                          Severity::error};
    }
    return writeFile(file, bytes);
}

}  // namespace myo::report
