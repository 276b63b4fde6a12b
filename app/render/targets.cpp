#include "render/targets.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace myo::render {

namespace {

// More pixels than this are asked for by mistake: the samples alone would need more than a gigabyte.
constexpr std::int64_t maxPixels = std::int64_t{4096} * 4096 * 2;

void requirePossible(const glm::ivec2& size, const gl::Limits& limits) {
    const std::int64_t pixels = std::int64_t{size.x} * size.y;
    if (size.x < 1 || size.y < 1 || size.x > limits.maxSize || size.y > limits.maxSize || pixels > maxPixels) {
        throw std::length_error("a picture of " + std::to_string(size.x) + " x " + std::to_string(size.y) +
                                " pixels is not possible here; at most " + std::to_string(limits.maxSize) +
                                " on a side and 4096 x 8192 in all");
    }
}

bool attachSamples(Targets& targets, int samples) {
    (void)gl::takeError();
    targets.samplesColor = gl::Renderbuffer(targets.size, gl::PixelFormat::srgba8, samples);
    targets.samplesDepth = gl::Renderbuffer(targets.size, gl::PixelFormat::depth32f, samples);
    targets.samplesFrame.attachColor(targets.samplesColor);
    targets.samplesFrame.attachDepth(targets.samplesDepth);
    targets.samples = samples;
    return targets.samplesFrame.complete() && !gl::takeError();
}

}  // namespace

Targets Targets::make(const glm::ivec2& size, int samples, const gl::Limits& limits) {
    requirePossible(size, limits);
    Targets targets;
    targets.size = size;
    const glm::ivec2 half = (size + 1) / 2;
    targets.figure = gl::Texture(size, gl::PixelFormat::srgba8, {.linear = false});
    targets.depth = gl::Texture(size, gl::PixelFormat::depth32f, {.linear = false});
    targets.occlusion = gl::Texture(half, gl::PixelFormat::r8, {});
    targets.mask = gl::Texture(size, gl::PixelFormat::r8, {});
    targets.ground = gl::Texture(size, gl::PixelFormat::rgba8, {.linear = false});
    targets.picture = gl::Texture(size, gl::PixelFormat::rgba8, {});
    targets.figureFrame.attachColor(targets.figure);
    targets.figureFrame.attachDepth(targets.depth);
    targets.occlusionFrame.attachColor(targets.occlusion);
    targets.maskFrame.attachColor(targets.mask);
    targets.groundFrame.attachColor(targets.ground);
    targets.pictureFrame.attachColor(targets.picture);
    const bool samplesFit = attachSamples(targets, std::min(samples, limits.maxSamples)) || attachSamples(targets, 0);
    if (!samplesFit || !targets.groundFrame.complete() || !targets.figureFrame.complete() ||
        !targets.occlusionFrame.complete() || !targets.maskFrame.complete() || !targets.pictureFrame.complete()) {
        throw std::runtime_error("the graphics driver cannot make a picture of " + std::to_string(size.x) + " x " +
                                 std::to_string(size.y) + " pixels; ask for a smaller one");
    }
    return targets;
}

}  // namespace myo::render
