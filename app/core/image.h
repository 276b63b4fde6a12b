// A picture in memory.
#pragma once

#include <vector>

namespace myo {

/// RGBA8, top row first, sRGB-encoded, straight alpha; width * height * 4 bytes.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> pixels;
};

}  // namespace myo
