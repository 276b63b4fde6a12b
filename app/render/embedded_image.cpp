#include "render/embedded_image.h"

#include <memory>
#include <stdexcept>

#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image.h>
#pragma GCC diagnostic pop

#include "render/embedded.h"

namespace myo::render {

gl::Texture embeddedTexture(const std::string& name, const gl::Sampling& sampling) {
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (file.name != name) {
            continue;
        }
        int width = 0;
        int height = 0;
        int channels = 0;
        const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
            stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(file.bytes.data()),
                                  static_cast<int>(file.bytes.size()), &width, &height, &channels, 0),
            stbi_image_free);
        if (pixels == nullptr || (channels != 3 && channels != 4)) {
            break;
        }
        const auto row = static_cast<std::size_t>(width * channels);
        std::vector<std::uint8_t> upright;
        upright.reserve(row * static_cast<std::size_t>(height));
        for (int y = height - 1; y >= 0; --y) {
            const stbi_uc* start = pixels.get() + row * static_cast<std::size_t>(y);
            upright.insert(upright.end(), start, start + row);
        }
        return {{width, height}, channels == 4 ? gl::PixelFormat::rgba8 : gl::PixelFormat::rgb8, sampling, upright};
    }
    throw std::runtime_error("the texture " + name + " is missing from the program; build it again");
}

}  // namespace myo::render
