// Large pictures are drawn in tiles; nobody may see where one ends.
#include "gl_fixture.h"
#include "render/large_picture.h"

using namespace myo;
using namespace myo::render;
using namespace myo::test;

namespace {

// An egg with all that reaches across the edge of a tile: shade, stipple, outline, dots, ground and contact shadow.
RenderScene poster(const body::Body& body) {
    RenderScene scene = frontScene();
    scene.sizePx = {640, 800};
    const glm::vec3 blue(0.10F, 0.24F, 0.58F);
    scene.zones.push_back({dab(body, {20.0F, 250.0F, 78.0F}, 75.0F), blue, Pattern::stippled, 1.0F});
    scene.zones.push_back({dab(body, {20.0F, 270.0F, 78.0F}, 35.0F), blue, Pattern::solid, 1.0F});
    scene.parts[1].highlight = 1.0F;
    for (int i = 0; i < 9; ++i) {
        scene.markers.push_back({{-25.0F, 40.0F * static_cast<float>(i), 85.0F}, blue, 12.0F, MarkerState::normal});
    }
    return scene;
}

}  // namespace

TEST_CASE_METHOD(RendererFixture, "a picture drawn in tiles is the picture drawn in one piece") {
    for (const bool ghosted : {false, true}) {
        RenderScene scene = poster(*body);
        scene.skin = ghosted ? SkinMode::ghosted : SkinMode::opaque;
        const Image whole = picture(scene);
        const Image tiled = drawLarge(renderer, scene, 256);
        REQUIRE(tiled.width == whole.width);
        REQUIRE(tiled.height == whole.height);
        REQUIRE(tiled.pixels.size() == whole.pixels.size());
        // Rounding may move a sample across an edge here and there, but never along a line.
        std::size_t different = 0;
        for (std::size_t i = 0; i < whole.pixels.size(); ++i) {
            different += std::abs(static_cast<int>(whole.pixels[i]) - tiled.pixels[i]) > 6 ? 1U : 0U;
        }
        INFO(different << " of " << whole.pixels.size() << " values differ");
        CHECK(different < whole.pixels.size() / 20000);
    }
}

TEST_CASE_METHOD(RendererFixture, "a picture that fits into a tile is drawn once") {
    const RenderScene scene = frontScene();
    const std::size_t before = renderer.framesDrawn();
    const Image image = drawLarge(renderer, scene);
    CHECK(renderer.framesDrawn() == before + 1);
    CHECK(image.pixels == picture(scene).pixels);
    CHECK_THROWS_AS(drawLarge(renderer, scene, 100), std::invalid_argument);
}
