// What holds for every picture.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>

#include "gl_fixture.h"
#include "render/color.h"

using namespace myo;
using namespace myo::render;
using namespace myo::test;
using Catch::Matchers::Contains;

namespace {

int largestDifference(const Image& a, const Image& b) {
    int largest = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        largest = std::max(largest, std::abs(static_cast<int>(a.pixels[i]) - b.pixels[i]));
    }
    return largest;
}

double grey(const glm::ivec4& p) {
    return 0.2126 * p.r + 0.7152 * p.g + 0.0722 * p.b;
}

struct Spread {
    double mean = 0.0;
    double deviation = 0.0;
};

// Greyscale of the square of pixels round a place.
Spread spreadAround(const Image& image, const glm::vec2& at, int reach) {
    double sum = 0.0;
    double squares = 0.0;
    int count = 0;
    for (int y = static_cast<int>(at.y) - reach; y <= static_cast<int>(at.y) + reach; ++y) {
        for (int x = static_cast<int>(at.x) - reach; x <= static_cast<int>(at.x) + reach; ++x) {
            const double value = grey(pixel(image, {x, y}));
            sum += value;
            squares += value * value;
            ++count;
        }
    }
    const double mean = sum / count;
    return {mean, std::sqrt(std::max(squares / count - mean * mean, 0.0))};
}

// The pixels that triangles with any strength can reach: their boxes, grown by the width of the resolve filter.
std::vector<bool> reachOf(const RenderScene& scene, const body::Body& body, const body::Footprint& footprint) {
    std::vector<bool> painted(body.skin().positions.size(), false);
    for (std::size_t i = 0; i < footprint.vertices.size(); ++i) {
        painted[footprint.vertices[i]] = footprint.strengths[i] > 0.0F;
    }
    std::vector<bool> reached(static_cast<std::size_t>(scene.sizePx.x * scene.sizePx.y), false);
    for (const Triangle& t : body.skin().triangles) {
        if (!painted[t[0]] && !painted[t[1]] && !painted[t[2]]) {
            continue;
        }
        glm::vec2 low(1e6F);
        glm::vec2 high(-1e6F);
        for (const std::uint32_t vertex : t) {
            const glm::vec2 at = project(scene, body.skin().positions[vertex]);
            low = glm::min(low, at);
            high = glm::max(high, at);
        }
        for (int y = std::max(static_cast<int>(low.y) - 1, 0); y <= std::min(static_cast<int>(high.y) + 1, 399); ++y) {
            for (int x = std::max(static_cast<int>(low.x) - 1, 0); x <= std::min(static_cast<int>(high.x) + 1, 319);
                 ++x) {
                reached[static_cast<std::size_t>(y * scene.sizePx.x + x)] = true;
            }
        }
    }
    return reached;
}

}  // namespace

TEST_CASE_METHOD(RendererFixture, "an unchanged scene is not drawn again") {
    RenderScene scene = frontScene();
    (void)renderer.draw(scene);
    (void)renderer.draw(scene);
    CHECK(renderer.framesDrawn() == 1);
    scene.markers.push_back({{0.0F, 200.0F, 90.0F}, {0.0F, 0.0F, 0.0F}, 5.0F, MarkerState::normal});
    (void)renderer.draw(scene);
    CHECK(renderer.framesDrawn() == 2);
    renderer.setBody(eggBody());
    (void)renderer.draw(scene);
    CHECK(renderer.framesDrawn() == 3);
}

TEST_CASE_METHOD(RendererFixture, "hidden parts and aliases leave no trace") {
    RenderScene scene = frontScene();
    scene.skin = SkinMode::hidden;
    const Image shown = picture(scene);
    scene.parts = {};
    const Image empty = picture(scene);
    scene.parts = {{true, 1.0F, 0.0F}, {false, 1.0F, 1.0F}, {true, 0.0F, 0.0F}, {true, 1.0F, 1.0F}};
    const Image hidden = picture(scene);
    CHECK(largestDifference(shown, empty) > 50);
    CHECK(largestDifference(hidden, empty) == 0);
}

TEST_CASE_METHOD(RendererFixture, "opaque skin hides every part") {
    RenderScene scene = frontScene();
    const Image with = picture(scene);
    scene.parts = {};
    CHECK(largestDifference(with, picture(scene)) == 0);
}

TEST_CASE_METHOD(RendererFixture, "a muscle near the skin is seen through it softly, one far behind it is not") {
    RenderScene scene = frontScene();
    const Image skin = picture(scene);
    scene.parts[1].windowMm = 200.0F;
    const auto redder = [&](const Image& window) {
        int count = 0;
        for (int y = 0; y < window.height; ++y) {
            for (int x = 0; x < window.width; ++x) {
                const glm::ivec4 before = pixel(skin, {x, y});
                const glm::ivec4 after = pixel(window, {x, y});
                count += after.r - after.g > before.r - before.g + 20 ? 1 : 0;
            }
        }
        return count;
    };
    const int near = redder(picture(scene));
    CHECK(near > 200);
    scene.parts[1].windowMm = 0.01F;
    CHECK(redder(picture(scene)) < near / 20);
    scene.skin = SkinMode::hidden;
    const Image bare = picture(scene);
    scene.parts[1].windowMm = 200.0F;
    CHECK(largestDifference(bare, picture(scene)) == 0);
}

TEST_CASE_METHOD(RendererFixture,
                 "paint on the skin lies over a muscle that is seen through it, and none shines through") {
    RenderScene scene = frontScene();
    scene.parts[1].windowMm = 200.0F;
    const Image window = picture(scene);
    auto back = std::make_shared<body::Footprint>();
    for (std::uint32_t v = 0; v < body->skin().positions.size(); ++v) {
        if (body->skin().normals[v].z < -0.3F) {
            back->vertices.push_back(v);
            back->strengths.push_back(1.0F);
        }
    }
    scene.zones = {{back, {0.0F, 0.0F, 1.0F}, Pattern::solid, 1.0F}};
    const glm::ivec2 middle(project(scene, {0.0F, 200.0F, 80.0F}));
    CHECK(pixel(picture(scene), middle) == pixel(window, middle));
    auto front = std::make_shared<body::Footprint>(*back);
    front->vertices.clear();
    for (std::uint32_t v = 0; v < body->skin().positions.size(); ++v) {
        if (body->skin().normals[v].z > 0.3F) {
            front->vertices.push_back(v);
        }
    }
    front->strengths.assign(front->vertices.size(), 1.0F);
    scene.zones.front().footprint = front;
    const glm::ivec4 painted = pixel(picture(scene), middle);
    CHECK(painted.b > painted.r + 40);
}

TEST_CASE_METHOD(RendererFixture, "a highlighted part is outlined through the skin in the accent colour") {
    RenderScene scene = frontScene();
    const Image plain = picture(scene);
    scene.parts[1].highlight = 1.0F;
    const Image outlined = picture(scene);
    const glm::vec3 accent = scene.theme.accent * 255.0F;
    int accentPixels = 0;
    for (int y = 0; y < outlined.height; ++y) {
        for (int x = 0; x < outlined.width; ++x) {
            const glm::ivec4 p = pixel(outlined, {x, y});
            accentPixels += glm::length(glm::vec3(p.r, p.g, p.b) - accent) < 30.0F ? 1 : 0;
        }
    }
    CHECK(accentPixels > 200);
    CHECK(largestDifference(plain, outlined) > 40);
}

TEST_CASE_METHOD(RendererFixture, "zones never colour skin of strength 0") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> height(100.0F, 300.0F);
    std::uniform_real_distribution<float> turn(-0.8F, 1.0F);
    std::uniform_real_distribution<float> radius(25.0F, 90.0F);
    RenderScene scene = frontScene();
    const Image plain = picture(scene);
    for (int i = 0; i < 12; ++i) {
        const float angle = turn(random);
        const auto footprint =
            dab(*body, {80.0F * std::sin(angle), height(random), 80.0F * std::cos(angle)}, radius(random));
        const Pattern pattern = i % 2 == 0 ? Pattern::solid : Pattern::stippled;
        scene.zones = {{footprint, {0.1F, 0.2F, 0.6F}, pattern, 1.0F}};
        scene.skin = i % 3 == 0 ? SkinMode::ghosted : SkinMode::opaque;
        RenderScene without = scene;
        without.zones.clear();
        const Image before = picture(without);
        const Image after = picture(scene);
        const std::vector<bool> reached = reachOf(scene, *body, *footprint);
        int astray = 0;
        int painted = 0;
        for (std::size_t p = 0; p < reached.size(); ++p) {
            const glm::ivec2 at(static_cast<int>(p) % 320, static_cast<int>(p) / 320);
            const bool changed = pixel(before, at) != pixel(after, at);
            astray += changed && !reached[p] ? 1 : 0;
            painted += changed ? 1 : 0;
        }
        CHECK(astray == 0);
        CHECK(painted > 20);
    }
    auto nothing = std::make_shared<body::Footprint>();
    nothing->vertices = {100, 101, 102};
    nothing->strengths = {0.0F, 0.0F, 0.0F};
    scene = frontScene();
    scene.zones = {{nothing, {0.1F, 0.2F, 0.6F}, Pattern::solid, 1.0F}};
    CHECK(largestDifference(plain, picture(scene)) == 0);
}

TEST_CASE_METHOD(RendererFixture, "stippled and solid zones differ in greyscale") {
    RenderScene scene = frontScene();
    const glm::vec3 centre(0.0F, 200.0F, 80.0F);
    scene.zones = {{dab(*body, centre, 70.0F), {0.10F, 0.24F, 0.58F}, Pattern::solid, 1.0F}};
    const Spread solid = spreadAround(picture(scene), project(scene, centre), 15);
    scene.zones[0].pattern = Pattern::stippled;
    const Spread stippled = spreadAround(picture(scene), project(scene, centre), 15);
    CHECK(stippled.deviation > 20.0);
    CHECK(solid.deviation < 6.0);
    CHECK(stippled.mean > solid.mean + 25.0);
}

TEST_CASE_METHOD(RendererFixture, "the stipple moves with the body, not with the screen") {
    // A shift by eight pixels keeps the patterns of occlusion and dither where they are.
    const glm::ivec2 shift(8, 0);
    const glm::vec3 centre(0.0F, 200.0F, 80.0F);
    const auto paint = [&](RenderScene scene) {
        scene.zones = {{dab(*body, centre, 60.0F), {0.10F, 0.24F, 0.58F}, Pattern::stippled, 1.0F}};
        return picture(scene);
    };
    const Image still = paint(parallelScene());
    const Image moved = paint(parallelScene(shift));
    double difference = 0.0;
    double unshifted = 0.0;
    for (int y = 170; y < 230; ++y) {
        for (int x = 130; x < 190; ++x) {
            const double value = grey(pixel(still, {x, y}));
            difference += std::abs(value - grey(pixel(moved, glm::ivec2(x, y) + shift))) / 3600.0;
            unshifted += std::abs(value - grey(pixel(moved, {x, y}))) / 3600.0;
        }
    }
    CHECK(difference < 2.0);
    CHECK(unshifted > 10.0);
}

TEST_CASE_METHOD(RendererFixture, "the ground can be left out") {
    RenderScene scene = frontScene();
    const Image opaque = picture(scene);
    CHECK(pixel(opaque, {2, 2}).a == 255);
    scene.transparentBackground = true;
    const Image clear = picture(scene);
    CHECK(pixel(clear, {2, 2}) == glm::ivec4(0));
    CHECK(pixel(clear, {317, 397}).a == 0);
    const glm::ivec4 inside = pixel(clear, {160, 200});
    CHECK(inside.a == 255);
    const glm::ivec4 before = pixel(opaque, {160, 200});
    CHECK(std::abs(inside.r - before.r) <= 1);
}

TEST_CASE_METHOD(RendererFixture, "a covered marker is fainter, never gone") {
    RenderScene scene = parallelScene();
    const glm::vec3 color(0.0F, 0.1F, 0.9F);
    const auto bluenessAt = [&](float depth) {
        scene.markers = {{{0.0F, 200.0F, depth}, color, 8.0F, MarkerState::normal}};
        const glm::ivec4 p = pixel(picture(scene), {160, 200});
        return p.b - p.r;
    };
    scene.markers.clear();
    const glm::ivec4 skin = pixel(picture(scene), {160, 200});
    const int free = bluenessAt(90.0F);
    const int covered = bluenessAt(50.0F);
    CHECK(free > 220);
    CHECK(covered < free - 80);
    CHECK(covered > skin.b - skin.r + 60);
}

TEST_CASE_METHOD(RendererFixture, "a marker on the far side is a hollow ring") {
    RenderScene scene = parallelScene();
    const Image bare = picture(scene);
    scene.markers = {{{0.0F, 200.0F, -70.0F}, {0.0F, 0.1F, 0.9F}, 10.0F, MarkerState::normal}};
    const Image image = picture(scene);
    const auto change = [&](const glm::ivec2& at) { return std::abs(grey(pixel(image, at)) - grey(pixel(bare, at))); };
    CHECK(change({160, 200}) < 4.0);
    CHECK(change({160 + 7, 200}) > 12.0);
    CHECK(change({160, 200 - 7}) > 12.0);
}

TEST_CASE_METHOD(RendererFixture,
                 "a zone is paint: it stands out, has a soft edge and a rim of light, and lets light model it") {
    RenderScene scene = parallelScene();
    const Image bare = picture(scene);
    scene.zones = {{dab(*body, {0.0F, 200.0F, 80.0F}, 70.0F), {0.10F, 0.24F, 0.58F}, Pattern::solid, 1.0F}};
    const Image image = picture(scene);
    const auto share = [](const glm::ivec4& p) { return glm::vec3(p) / 255.0F; };
    const glm::ivec2 middle(160, 200);
    CHECK(contrast(share(pixel(image, middle)), share(pixel(bare, middle))) >= 3.0F);
    // Downwards from the middle, in pixels of 1.25 mm: first paint, then the edge, then light, then skin.
    std::vector<double> left;  // how much of the paint is left
    const double full = grey(pixel(bare, middle)) - grey(pixel(image, middle));
    double brightest = 0.0;
    for (int y = 200; y < 300; ++y) {
        const double darker = grey(pixel(bare, {160, y})) - grey(pixel(image, {160, y}));
        left.push_back(darker / full);
        brightest = std::max(brightest, -darker);
    }
    const auto fewer = [&](double than) {
        return std::find_if(left.begin(), left.end(), [&](double l) { return l < than; }) - left.begin();
    };
    const double edgeMm = 1.25 * static_cast<double>(fewer(0.1) - fewer(0.9));
    CHECK(edgeMm >= 2.0);
    CHECK(edgeMm <= 7.0);
    CHECK(brightest > 6.0);
    // Where the skin turns into the shade, so does the paint.
    const auto shaded = [&](const Image& of) { return grey(pixel(of, {205, 200})) / grey(pixel(of, middle)); };
    REQUIRE(shaded(bare) < 0.95);
    CHECK(shaded(image) < 0.5 * (1.0 + shaded(bare)));
}

TEST_CASE_METHOD(RendererFixture, "a broken edge has gaps, its inside and a whole edge have none") {
    RenderScene scene = parallelScene();
    const Image bare = picture(scene);
    scene.zones = {{dab(*body, {0.0F, 200.0F, 80.0F}, 50.0F), {0.10F, 0.24F, 0.58F}, Pattern::solid, 1.0F}};
    const Image whole = picture(scene);
    scene.zones[0].broken = true;
    const Image broken = picture(scene);
    int gaps = 0;
    int painted = 0;
    for (int y = 150; y < 250; ++y) {
        for (int x = 110; x < 210; ++x) {
            const double at = grey(pixel(bare, {x, y}));
            const double before = at - grey(pixel(whole, {x, y}));
            if (before > 60.0) {
                ++painted;
                gaps += at - grey(pixel(broken, {x, y})) < 0.5 * before ? 1 : 0;
            }
        }
    }
    CHECK(gaps > painted / 40);
    CHECK(gaps < painted / 3);
    CHECK(pixel(broken, {160, 200}) == pixel(whole, {160, 200}));
}

TEST_CASE_METHOD(RendererFixture, "a marker has one size at every distance") {
    RenderScene scene = frontScene();
    scene.transparentBackground = true;
    scene.skin = SkinMode::hidden;
    scene.parts.clear();
    const auto pixelsAt = [&](float depth) {
        scene.markers = {{{0.0F, 200.0F, depth}, {0.0F, 0.0F, 0.0F}, 8.0F, MarkerState::normal}};
        const Image image = picture(scene);
        int count = 0;
        for (std::size_t i = 3; i < image.pixels.size(); i += 4) {
            count += image.pixels[i] > 128 ? 1 : 0;
        }
        return count;
    };
    const int near = pixelsAt(400.0F);
    const int far = pixelsAt(-600.0F);
    CHECK(near > 150);
    CHECK(std::abs(near - far) <= near / 15);
}

TEST_CASE_METHOD(RendererFixture, "a picture on the way is nearly the picture at rest") {
    RenderScene scene = frontScene();
    const Image rest = picture(scene);
    scene.moving = true;
    const Image onTheWay = picture(scene);
    double mean = 0.0;
    for (std::size_t i = 0; i < rest.pixels.size(); ++i) {
        mean += std::abs(static_cast<double>(rest.pixels[i]) - onTheWay.pixels[i]);
    }
    CHECK(mean / static_cast<double>(rest.pixels.size()) < 0.5);
}

TEST_CASE_METHOD(RendererFixture, "every size that is possible is drawn, every other one is refused with a sentence") {
    RenderScene scene = frontScene();
    for (const glm::ivec2 size : {glm::ivec2(1, 1), glm::ivec2(333, 7), glm::ivec2(4096, 64), glm::ivec2(320, 400)}) {
        scene.sizePx = size;
        const Image image = picture(scene);
        CHECK(image.width == size.x);
        CHECK(image.height == size.y);
    }
    for (const glm::ivec2 size :
         {glm::ivec2(0, 400), glm::ivec2(-5, 5), glm::ivec2(1000000, 2), glm::ivec2(16384, 16384)}) {
        scene.sizePx = size;
        CHECK_THROWS_AS(renderer.draw(scene), std::length_error);
    }
    scene.sizePx = {320, 400};
    CHECK(picture(scene).width == 320);
}

TEST_CASE_METHOD(RendererFixture, "strange paint does no harm") {
    RenderScene scene = frontScene();
    for (int i = 0; i < 12; ++i) {
        const auto shade = static_cast<float>(i) / 12.0F;
        scene.zones.push_back(
            {dab(*body, {0.0F, 30.0F * static_cast<float>(i), 80.0F}, 20.0F), glm::vec3(shade), Pattern::solid, 1.0F});
    }
    scene.zones.push_back({nullptr, {}, Pattern::solid, 1.0F});
    auto beyond = std::make_shared<body::Footprint>();
    beyond->vertices = {4000000000U};
    beyond->strengths = {1.0F};
    scene.zones.insert(scene.zones.begin(), {beyond, {}, Pattern::solid, 1.0F});
    scene.regions.regionOfVertex = std::make_shared<const std::vector<std::uint16_t>>(3, std::uint16_t{1});
    scene.regions.palette = {{1.0F, 0.0F, 0.0F}};
    scene.parts.resize(500, {true, 1.0F, 1.0F});
    CHECK(picture(scene).pixels.size() == 320U * 400U * 4U);
}

TEST_CASE("without a body there is the ground and the markers") {
    const platform::EglContext context = platform::EglContext::create().value();
    Renderer renderer;
    RenderScene scene = frontScene();
    scene.markers = {{{0.0F, 200.0F, 0.0F}, {0.0F, 0.0F, 0.0F}, 8.0F, MarkerState::normal}};
    (void)renderer.draw(scene);
    const Image image = renderer.read();
    const glm::vec2 at = project(scene, {0.0F, 200.0F, 0.0F});
    CHECK(pixel(image, glm::ivec2(at)).r < 30);
    CHECK(pixel(image, {5, 5}).r > 200);
}

TEST_CASE("a broken shader on disk is named with its line") {
    const platform::EglContext context = platform::EglContext::create().value();
    const std::filesystem::path folder = std::filesystem::path(MYOATLAS_BUILD_DIR) / "broken_shaders";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "occlusion.frag")
        << "#version 330 core\nout vec4 color;\nvoid main() { color = nothing; }\n";
    CHECK_THROWS_WITH(Renderer(folder), Contains("occlusion.frag:3:"));
}

TEST_CASE_METHOD(RendererFixture, "a renderer can move house") {
    const Image before = picture(frontScene());
    Renderer moved = std::move(renderer);
    CHECK(moved.framesDrawn() == 1);
    RenderScene scene = frontScene();
    scene.theme.skin = {0.2F, 0.2F, 0.2F};
    (void)moved.draw(scene);
    CHECK(largestDifference(before, moved.read()) > 60);
    renderer = std::move(moved);
}
