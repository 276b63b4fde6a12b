// What needs no context: comparison, colours, packing, messages.
#include <catch2/catch.hpp>

#include <filesystem>
#include <random>

#include "render/body_buffers.h"
#include "render/color.h"
#include "render/embedded.h"
#include "render/frame.h"
#include "render/palette.h"
#include "render/skin_layers.h"
#include "support/compare_image.h"
#include "synthetic_body.h"

using namespace myo;
using namespace myo::render;
using namespace myo::test;

namespace {

Image plain(int width, int height, unsigned char value) {
    return {width, height, std::vector<unsigned char>(static_cast<std::size_t>(width * height * 4), value)};
}

std::filesystem::path freshFolder(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(MYOATLAS_BUILD_DIR) / "compare" / name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

TEST_CASE("comparing pictures tells equal from different") {
    const std::filesystem::path folder = freshFolder("different");
    Image stored = plain(40, 30, 100);
    writePng(folder / "case.png", stored);
    CHECK(compareWithGolden(stored, folder, folder, "case").empty());
    CHECK_FALSE(std::filesystem::exists(folder / "case.received.png"));

    SECTION("a few steps everywhere are too much for the mean") {
        const std::string problem = compareWithGolden(plain(40, 30, 102), folder, folder, "case");
        CHECK_FALSE(problem.empty());
        CHECK(std::filesystem::exists(folder / "case.received.png"));
        CHECK(std::filesystem::exists(folder / "case.difference.png"));
    }
    SECTION("a spot that is missing is too much for the maximum") {
        Image spotted = stored;
        for (int y = 10; y < 13; ++y) {
            for (int x = 10; x < 13; ++x) {
                spotted.pixels[static_cast<std::size_t>((y * 40 + x) * 4)] = 140;
            }
        }
        CHECK(difference(spotted, stored).mean < Tolerance{}.mean);
        CHECK_FALSE(compareWithGolden(spotted, folder, folder, "case").empty());
    }
    SECTION("one pixel of an edge is not") {
        Image edge = stored;
        edge.pixels[400] = 164;
        CHECK(compareWithGolden(edge, folder, folder, "case").empty());
    }
    SECTION("another size is a failure") {
        CHECK_FALSE(compareWithGolden(plain(30, 40, 100), folder, folder, "case").empty());
    }
}

TEST_CASE("a missing golden is written and fails") {
    const std::filesystem::path folder = freshFolder("missing");
    const std::string problem = compareWithGolden(plain(8, 8, 50), folder, folder / "received", "new");
    CHECK_THAT(problem, Catch::Matchers::Contains("copy it there"));
    CHECK(readPng(folder / "received" / "new.received.png").has_value());
    CHECK_FALSE(std::filesystem::exists(folder / "new.png"));
}

TEST_CASE("zone colours stand out from the skin in every palette and theme") {
    for (const ZonePalette palette :
         {ZonePalette::clinical, ZonePalette::calm, ZonePalette::contrast, ZonePalette::print}) {
        for (const Theme& theme : {Theme{}, darkTheme(), printTheme()}) {
            CHECK(contrast(zoneHues(palette).primary, theme.skin) >= 3.0F);
            CHECK(contrast(zoneHues(palette).spillover, theme.skin) >= 3.0F);
        }
    }
    CHECK(zoneHues(ZonePalette::calm).primary.r < 0.1F);
    CHECK(contrast({0.0F, 0.0F, 0.0F}, {1.0F, 1.0F, 1.0F}) == Approx(21.0F));
}

TEST_CASE("packed directions come back") {
    std::mt19937 random(3);
    std::normal_distribution<float> any;
    for (int i = 0; i < 200; ++i) {
        const glm::vec3 direction = glm::normalize(glm::vec3(any(random), any(random), any(random)));
        const std::uint32_t packed = packDirection(direction);
        glm::vec3 back;
        for (int k = 0; k < 3; ++k) {
            const auto shifted = static_cast<std::int32_t>(packed << (22 - 10 * k)) >> 22;  // sign of the ten bits
            back[k] = static_cast<float>(shifted) / 511.0F;
        }
        CHECK(glm::length(back - direction) < 0.003F);
    }
}

TEST_CASE("zones that look alike share a slot, the ninth look is left out") {
    std::vector<ZonePaint> zones(3);
    zones[1].color = {1.0F, 0.0F, 0.0F};
    const ZoneSlots shared = slotsOf(zones);
    CHECK(shared.slots.size() == 2);
    CHECK(shared.slotOfZone == std::vector<std::size_t>{0, 1, 0});

    zones.assign(10, {});
    for (std::size_t i = 0; i < zones.size(); ++i) {
        zones[i].color.r = static_cast<float>(i) / 10.0F;
    }
    const ZoneSlots many = slotsOf(zones);
    CHECK(many.slots.size() == ZoneLayer::maxZones);
    CHECK(many.slotOfZone.back() == ZoneLayer::maxZones);
}

TEST_CASE("messages of drivers become file and line") {
    CHECK(gl::readableLog("a.frag", "0:12(5): error: x undeclared\n") == "a.frag:12: error: x undeclared");
    CHECK(gl::readableLog("a.frag", "0(7) : error C1008: y") == "a.frag:7: error C1008: y");
    CHECK(gl::readableLog("a.frag", "something else") == "a.frag: something else");
    CHECK_FALSE(gl::readableLog("a.frag", "").empty());
}

TEST_CASE("the shaders and textures are in the program") {
    std::size_t shaders = 0;
    std::size_t textures = 0;
    for (const EmbeddedFile& file : embeddedFiles()) {
        shaders += file.bytes.starts_with("#version 330 core\n") ? 1 : 0;
        textures += file.bytes.starts_with("\x89PNG") ? 1 : 0;
    }
    CHECK(shaders >= 12);
    CHECK(textures == 4);
    CHECK(shaders + textures == embeddedFiles().size());
}

TEST_CASE("the pixels that a box reaches hold its projection") {
    const RenderScene scene = frontScene();
    const Frame frame = Frame::of(scene);
    Aabb box;
    box.add({-40.0F, 100.0F, -40.0F});
    box.add({40.0F, 300.0F, 40.0F});
    const gl::Rect rect = frame.reach(box, 0);
    CHECK(rect.width > 50);
    CHECK(rect.width < 200);
    const glm::vec4 clip = frame.viewProjection * glm::vec4(40.0F, 300.0F, 40.0F, 1.0F);
    const glm::vec2 at = (glm::vec2(clip) / clip.w * 0.5F + 0.5F) * glm::vec2(scene.sizePx);
    CHECK(at.x <= static_cast<float>(rect.x + rect.width));
    CHECK(at.y <= static_cast<float>(rect.y + rect.height));

    Aabb aside;
    aside.add({900.0F, 0.0F, 0.0F});
    CHECK(frame.reach(aside, 0).empty());
    Aabb around;
    around.add({-5000.0F, -5000.0F, -5000.0F});
    around.add({5000.0F, 5000.0F, 5000.0F});
    CHECK(frame.reach(around, 0) == frame.whole());
    CHECK(frame.reach(Aabb{}, 0).empty());
}
