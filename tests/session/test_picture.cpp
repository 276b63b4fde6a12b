// Pictures that a command asks for.
#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/picture.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

render::PartStyle partOf(const render::RenderScene& scene, const std::string& id) {
    const auto& structures = library().body->structures;
    for (std::size_t i = 0; i < structures.size(); ++i) {
        if (structures[i].id == id && structures[i].side != BodySide::right) {
            return scene.parts[i];
        }
    }
    FAIL("there is no " << id);
    return {};
}

}  // namespace

TEST_CASE("a picture shows the layers that were asked for, and the skin as a ghost over what is inside") {
    Picture picture;
    picture.sizePx = {300, 200};
    CHECK(buildScene(picture, library()).skin == render::SkinMode::opaque);
    CHECK_FALSE(partOf(buildScene(picture, library()), "deep_muscle").visible);
    picture.layers.muscles = true;
    CHECK(buildScene(picture, library()).skin == render::SkinMode::ghosted);
    CHECK(partOf(buildScene(picture, library()), "deep_muscle").visible);
    picture.layers.skin = false;
    CHECK(buildScene(picture, library()).skin == render::SkinMode::hidden);
    CHECK_FALSE(buildScene(picture, library()).regions.regionOfVertex);
    picture.layers.regions = true;
    CHECK(buildScene(picture, library()).regions.regionOfVertex);
}

TEST_CASE("a point of a picture has its dot and the zones that the window paints for it") {
    Picture picture;
    picture.points = {library().find(fixture::frontPoint())};
    REQUIRE(picture.points.front() != nullptr);
    const auto scene = buildScene(picture, library());
    REQUIRE(scene.markers.size() == 1);
    CHECK(scene.markers.front().state == render::MarkerState::selected);
    const AppState window = fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}}, library());
    CHECK(scene.zones == buildScene(window, library()).zones);
    CHECK_FALSE(scene.zones.empty());
}

TEST_CASE("a chosen point's muscle, and no other, is seen through the skin, in the window as in a picture") {
    const AppState chosen = fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}}, library());
    Picture picture;
    picture.points = {library().find(fixture::frontPoint())};
    for (const render::RenderScene& scene : {buildScene(chosen, library()), buildScene(picture, library())}) {
        CHECK(partOf(scene, "front_muscle").windowMm > 0.0F);
        CHECK(partOf(scene, "back_muscle").windowMm == 0.0F);
        CHECK_FALSE(partOf(scene, "front_muscle").visible);
    }
}

TEST_CASE("what covers a muscle that is laid open is not drawn, and the muscle is lit up") {
    Picture picture;
    picture.layers.muscles = true;
    picture.uncovered = Uncovered{
        {MuscleId{"deep_muscle"}, BodySide::left}, {SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}}, false};
    const auto scene = buildScene(picture, library());
    CHECK(partOf(scene, "deep_muscle").highlight == 1.0F);
    CHECK(partOf(scene, "deep_muscle").visible);
    CHECK_FALSE(partOf(scene, "front_muscle").visible);
    CHECK(partOf(scene, "back_muscle").visible);
}
