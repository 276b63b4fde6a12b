// Holds a picture against a stored one.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#include <stb_image.h>
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb_image_write.h>
#pragma GCC diagnostic pop

#include "core/image.h"

namespace myo::test {

/// Of two pictures, in steps of 1/255 over all four channels. `largest` compares means of 3 x 3 pixels: the edge of a
/// triangle may fall on the other side of a sample with another driver, a missing or shifted thing may not.
struct Difference {
    double largest = 0.0;
    double mean = 0.0;
};

struct Tolerance {
    double largest = 26.0;
    double mean = 0.8;
};

/// The mean of the 3 x 3 pixels round a place, cut off at the border.
inline double meanAround(const Image& image, int x, int y, int channel) {
    double sum = 0.0;
    int count = 0;
    for (int v = std::max(y - 1, 0); v <= std::min(y + 1, image.height - 1); ++v) {
        for (int u = std::max(x - 1, 0); u <= std::min(x + 1, image.width - 1); ++u) {
            sum += image.pixels[static_cast<std::size_t>((v * image.width + u) * 4 + channel)];
            ++count;
        }
    }
    return sum / count;
}

/// \pre both pictures have one size and at least one pixel.
inline Difference difference(const Image& a, const Image& b) {
    Difference result;
    for (int y = 0; y < a.height; ++y) {
        for (int x = 0; x < a.width; ++x) {
            for (int channel = 0; channel < 4; ++channel) {
                const auto at = static_cast<std::size_t>((y * a.width + x) * 4 + channel);
                result.mean += std::abs(static_cast<double>(a.pixels[at]) - b.pixels[at]);
                const double blurred = meanAround(a, x, y, channel) - meanAround(b, x, y, channel);
                result.largest = std::max(result.largest, std::abs(blurred));
            }
        }
    }
    result.mean /= static_cast<double>(a.pixels.size());
    return result;
}

inline std::optional<Image> readPng(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
    int width = 0;
    int height = 0;
    int channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &width,
                              &height, &channels, 4),
        stbi_image_free);
    if (pixels == nullptr) {
        return std::nullopt;
    }
    const auto size = static_cast<std::size_t>(width * height * 4);
    return Image{width, height, {pixels.get(), pixels.get() + size}};
}

inline void writePng(const std::filesystem::path& file, const Image& image) {
    std::filesystem::create_directories(file.parent_path());
    stbi_write_png(file.string().c_str(), image.width, image.height, 4, image.pixels.data(), image.width * 4);
}

/// Empty if the picture is as stored; otherwise what is wrong and where to look. On a failure the picture is written to
/// `<received>/<name>.received.png` and, if there was something to compare with, `<name>.difference.png` (eight times
/// the difference). A missing golden is a failure, too.
inline std::string compareWithGolden(const Image& image, const std::filesystem::path& goldens,
                                     const std::filesystem::path& received, const std::string& name,
                                     const Tolerance& tolerance = {}) {
    const std::filesystem::path golden = goldens / (name + ".png");
    const std::filesystem::path own = received / (name + ".received.png");
    const std::optional<Image> stored = readPng(golden);
    if (!stored) {
        writePng(own, image);
        return "there is no " + golden.string() + "; look at " + own.string() + " and, if it is right, copy it there";
    }
    if (stored->width != image.width || stored->height != image.height) {
        writePng(own, image);
        return "the picture has another size than " + golden.string() + "; it is in " + own.string();
    }
    const Difference found = difference(image, *stored);
    if (found.largest <= tolerance.largest && found.mean <= tolerance.mean) {
        return {};
    }
    Image marked = image;
    for (std::size_t i = 0; i < marked.pixels.size(); ++i) {
        const int step = std::abs(static_cast<int>(image.pixels[i]) - stored->pixels[i]);
        marked.pixels[i] = i % 4 == 3 ? 255 : static_cast<unsigned char>(std::min(step * 8, 255));
    }
    writePng(own, image);
    writePng(received / (name + ".difference.png"), marked);
    return "the picture differs from " + golden.string() + " by up to " + std::to_string(found.largest) + " (mean " +
           std::to_string(found.mean) + "); look at " + own.string();
}

}  // namespace myo::test
