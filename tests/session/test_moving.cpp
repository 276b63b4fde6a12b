// A picture is rough only while the camera is on its way, and fine again at once when it rests.
#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

bool rough(const AppState& state) {
    return buildScene(state, library()).moving;
}

}  // namespace

TEST_CASE("orbiting, panning and zooming make rough pictures until the hand rests") {
    const AppState still = fixture::after(fixture::start(library()), {Tick{5.0}}, library());
    CHECK_FALSE(rough(still));
    CHECK_FALSE(needsFrame(still));
    for (const Action& action : {Action{Orbit{{12.0F, 0.0F}}}, Action{Pan{{5.0F, 3.0F}}}, Action{ZoomMiddle{1.0F}}}) {
        const AppState moved = fixture::after(still, {action}, library());
        CHECK(rough(moved));
        CHECK(needsFrame(moved));
        const AppState later = fixture::after(moved, {Tick{5.08}}, library());
        CHECK(rough(later));
        const AppState rested = fixture::after(later, {Tick{5.4}}, library());
        CHECK_FALSE(rough(rested));
        CHECK_FALSE(needsFrame(rested));
        CHECK(rested.camera == moved.camera);
    }
}

TEST_CASE("a flight is rough to its end and not beyond") {
    const AppState flying =
        fixture::after(fixture::start(library()), {Tick{1.0}, Snap{SnapView::left}, Tick{1.1}}, library());
    CHECK(rough(flying));
    const AppState there = fixture::after(flying, {Tick{1.0 + Flight::durationSeconds}}, library());
    CHECK_FALSE(rough(there));
    CHECK_FALSE(needsFrame(there));
}

TEST_CASE("a moving picture has fewer pixels, a resting one all of them") {
    const AppState still = fixture::start(library());
    const render::RenderScene fine = buildScene(still, library());
    CHECK(forMotion(fine) == fine);
    const render::RenderScene moving = buildScene(fixture::after(still, {Orbit{{12.0F, 0.0F}}}, library()), library());
    const render::RenderScene coarse = forMotion(moving);
    CHECK(coarse.sizePx.x < fine.sizePx.x);
    CHECK(coarse.view == moving.view);
    REQUIRE_FALSE(coarse.markers.empty());
    CHECK(coarse.markers.front().radiusPx < moving.markers.front().radiusPx);
}

TEST_CASE("the print palette leaves no hue in zones, dots and ground") {
    AppState state = fixture::start(library());
    state = fixture::after(
        state, {SetTheme{ThemeChoice::dark}, SetPalette{PaletteChoice::print}, Select{fixture::frontPoint()}},
        library());
    const render::RenderScene scene = buildScene(state, library());
    const auto grey = [](const glm::vec3& color) { return color.r == color.g && color.g == color.b; };
    REQUIRE_FALSE(scene.zones.empty());
    for (const render::ZonePaint& zone : scene.zones) {
        CHECK(grey(zone.color));
    }
    for (const render::Marker& marker : scene.markers) {
        CHECK(grey(marker.color));
    }
    CHECK(scene.theme.grey);
    CHECK(grey(scene.theme.backgroundTop));
}
