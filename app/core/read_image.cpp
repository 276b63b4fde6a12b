#include "core/read_image.h"

#include <memory>

#include <fmt/format.h>

#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image.h>
#pragma GCC diagnostic pop

#include "core/text_file.h"

namespace myo {

Result<Image> decodeImage(std::string_view bytes, const ImageLimits& limits) {
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    const auto size = static_cast<int>(bytes.size());
    Image image;
    int channels = 0;
    if (bytes.size() > limits.bytes || stbi_info_from_memory(data, size, &image.width, &image.height, &channels) == 0) {
        return Diagnostic{{}, "this is no picture that can be read", "expected a PNG or JPEG"};
    }
    if (std::max(image.width, image.height) > limits.side) {
        return Diagnostic{{},
                          fmt::format("the picture is {} x {} pixels large", image.width, image.height),
                          fmt::format("expected at most {} on a side", limits.side)};
    }
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(data, size, &image.width, &image.height, &channels, STBI_rgb_alpha), stbi_image_free);
    if (pixels == nullptr) {
        return Diagnostic{
            {}, fmt::format("the picture is damaged ({})", stbi_failure_reason()), "expected a PNG or JPEG"};
    }
    image.pixels.assign(pixels.get(), pixels.get() + static_cast<std::size_t>(image.width) *
                                                         static_cast<std::size_t>(image.height) * 4U);
    return image;
}

Result<Image> readImage(const std::filesystem::path& file, const ImageLimits& limits) {
    const Result<std::string> bytes = readFileBytes(file, limits.bytes, "a PNG or JPEG");
    Result<Image> image = bytes ? decodeImage(bytes.value(), limits) : Result<Image>(bytes.problem());
    if (!image) {
        Diagnostic problem = image.problem();
        problem.place.file = file.string();
        return problem;
    }
    return image;
}

}  // namespace myo
