#include "render/large_picture.h"

#include <algorithm>
#include <stdexcept>

#include <glm/gtc/matrix_transform.hpp>

namespace myo::render {

namespace {

// More than the shade in hollows reaches (40 pixels and its filter), and whole periods of its sampling pattern, so that
// every pixel is sampled in the same way in whichever tile it lies.
constexpr int overlap = 64;

// A stretch of one axis: what the tile keeps, and what it draws around that.
struct Stretch {
    int from = 0, to = 0;
    int drawnFrom = 0, drawnTo = 0;
};

std::vector<Stretch> stretches(int whole, int tilePx) {
    if (whole <= tilePx) {
        return {{0, whole, 0, whole}};
    }
    const int step = (tilePx - 2 * overlap) / overlap * overlap;
    std::vector<Stretch> out;
    for (int from = 0; from < whole; from += step) {
        const int to = std::min(from + step, whole);
        out.push_back({from, to, std::max(from - overlap, 0), std::min(to + overlap, whole)});
    }
    return out;
}

// The part of the scene between two corners; pixels from the lower left one.
RenderScene partOf(const RenderScene& scene, const glm::ivec2& low, const glm::ivec2& high) {
    RenderScene part = scene;
    const glm::vec2 whole(scene.sizePx);
    const glm::vec2 from = glm::vec2(low) / whole;
    const glm::vec2 size = glm::vec2(high - low) / whole;
    // In clip space the tile's middle goes to the origin, and its sides to one.
    const glm::vec2 middle = (from + 0.5F * size) * 2.0F - 1.0F;
    const glm::mat4 enlarge = glm::scale(glm::mat4(1.0F), glm::vec3(1.0F / size, 1.0F));
    const glm::mat4 centre = glm::translate(glm::mat4(1.0F), glm::vec3(-middle, 0.0F));
    part.view.projection = enlarge * centre * scene.view.projection;
    part.sizePx = high - low;
    part.tile = {glm::vec2(scene.tile) + from * glm::vec2(scene.tile.z, scene.tile.w),
                 size * glm::vec2(scene.tile.z, scene.tile.w)};
    return part;
}

// Rows of the stretches' inner parts; images have their first row at the top, stretches count from below.
void copyInner(const Image& tile, const Stretch& across, const Stretch& up, Image& out) {
    const auto width = static_cast<std::size_t>(across.to - across.from) * 4;
    for (int y = up.from; y < up.to; ++y) {
        const int tileRow = up.drawnTo - 1 - y;
        const int outRow = out.height - 1 - y;
        const auto from = (static_cast<std::ptrdiff_t>(tileRow) * tile.width + across.from - across.drawnFrom) * 4;
        const auto to = (static_cast<std::ptrdiff_t>(outRow) * out.width + across.from) * 4;
        std::copy_n(tile.pixels.begin() + from, width, out.pixels.begin() + to);
    }
}

}  // namespace

Image drawLarge(Renderer& renderer, const RenderScene& scene, int tilePx) {
    if (tilePx < 4 * overlap) {
        throw std::invalid_argument("tiles of less than 256 pixels are nothing but overlap");
    }
    const std::vector<Stretch> columns = stretches(scene.sizePx.x, tilePx);
    const std::vector<Stretch> rows = stretches(scene.sizePx.y, tilePx);
    if (columns.size() == 1 && rows.size() == 1) {
        static_cast<void>(renderer.draw(scene));
        return renderer.read();
    }
    Image out{scene.sizePx.x, scene.sizePx.y, {}};
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    for (const Stretch& up : rows) {
        for (const Stretch& across : columns) {
            static_cast<void>(
                renderer.draw(partOf(scene, {across.drawnFrom, up.drawnFrom}, {across.drawnTo, up.drawnTo})));
            copyInner(renderer.read(), across, up, out);
        }
    }
    return out;
}

}  // namespace myo::render
