#include "render/embedded_image.h"

#include <algorithm>
#include <stdexcept>

#include "core/read_image.h"
#include "render/embedded.h"

namespace myo::render {

gl::Texture embeddedTexture(const std::string& name, const gl::Sampling& sampling) {
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (file.name != name) {
            continue;
        }
        const Result<Image> image = decodeImage({reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size()});
        if (!image) {
            break;
        }
        const auto row = static_cast<std::ptrdiff_t>(image.value().width) * 4;
        std::vector<std::uint8_t> upright = image.value().pixels;
        for (auto top = upright.begin(), bottom = upright.end() - row; top < bottom; top += row, bottom -= row) {
            std::swap_ranges(top, top + row, bottom);
        }
        return {{image.value().width, image.value().height}, gl::PixelFormat::rgba8, sampling, upright};
    }
    throw std::runtime_error("the texture " + name + " is missing from the program; build it again");
}

}  // namespace myo::render
