// The eye stays outside the body, whatever a hand or a flight does.
#include <random>

#include <catch2/catch.hpp>
#include <glm/gtc/constants.hpp>

#include "fixture.h"
#include "session/view_hull.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

// The egg of the fixture: below 1 inside its skin.
float shareOfSkin(const glm::vec3& place) {
    return glm::length((place - glm::vec3(0.0F, 900.0F, 0.0F)) / glm::vec3(200.0F, 900.0F, 120.0F));
}

AppState near() {
    return fixture::after(fixture::start(library()), {Select{fixture::frontPoint()}, Tick{9.0}, ZoomMiddle{30.0F}},
                          library());
}

}  // namespace

TEST_CASE("a point low on the body, turned sideways and dragged down: the eye stays outside the skin") {
    AppState state = near();
    CHECK(shareOfSkin(eye(state.camera)) > 1.0F);
    state = fixture::after(state, {Orbit{{400.0F, 0.0F}}}, library());
    for (int i = 0; i < 60; ++i) {
        state = fixture::after(state, {Orbit{{0.0F, 10.0F}}}, library());
        REQUIRE(shareOfSkin(eye(state.camera)) > 1.0F);
    }
}

TEST_CASE("what pushed the eye away lets it come back") {
    const AppState state = near();
    const AppState behind = fixture::after(state, {Orbit{{800.0F, 0.0F}}}, library());
    CHECK(behind.camera.distanceMm > state.camera.distanceMm + 80.0F);
    const AppState back = fixture::after(behind, {Orbit{{-800.0F, 0.0F}}}, library());
    CHECK(back.camera.distanceMm == Approx(state.camera.distanceMm));
    // A zoom in between is a new wish.
    const AppState wished = fixture::after(behind, {ZoomMiddle{-2.0F}, Orbit{{-800.0F, 0.0F}}}, library());
    CHECK(wished.camera.distanceMm > behind.camera.distanceMm);
}

TEST_CASE("a wheel that turns on at the skin moves nothing sideways") {
    AppState state = near();
    const Camera before = state.camera;
    state = fixture::after(state, {Zoom{1.0F, {10.0F, 10.0F}}, Zoom{5.0F, {900.0F, 700.0F}}}, library());
    CHECK(state.camera.distanceMm == Approx(before.distanceMm).margin(1.0F));
    CHECK(glm::distance(state.camera.target, before.target) < 1.0F);
}

TEST_CASE("hands and flights of every kind keep the eye outside") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> any(-400.0F, 400.0F);
    AppState state = fixture::start(library());
    double now = 1.0;
    for (int i = 0; i < 600; ++i) {
        const glm::vec2 by(any(random), any(random));
        switch (i % 6) {
            case 0:
                state = fixture::after(state, {Orbit{by}}, library());
                break;
            case 1:
                state = fixture::after(state, {Pan{by}}, library());
                break;
            case 2:
                state = fixture::after(state, {Zoom{by.x / 60.0F + 2.0F, glm::abs(by)}}, library());
                break;
            case 3:
                state = fixture::after(state, {Select{i % 4 == 1 ? fixture::frontPoint() : fixture::backPoint()}},
                                       library());
                break;
            case 4:
                state = fixture::after(state, {Snap{by.x > 0.0F ? SnapView::superior : SnapView::left}}, library());
                break;
            default:
                break;
        }
        now += 0.07;
        state = fixture::after(state, {Tick{now}}, library());
        INFO(i);
        REQUIRE(shareOfSkin(eye(state.camera)) > 1.0F);
    }
}

TEST_CASE("a hull is left where its surface is; outside there is nothing to leave") {
    const ViewHull hull(fixture::ellipsoid(glm::vec3(0.0F), glm::vec3(100.0F)));
    CHECK(hull.exit(glm::vec3(0.0F), {0.0F, 0.0F, 1.0F}) == Approx(100.0F).margin(2.0F));
    CHECK(hull.exit({0.0F, 0.0F, -50.0F}, {0.0F, 0.0F, 1.0F}) == Approx(150.0F).margin(2.0F));
    CHECK(hull.exit({0.0F, 300.0F, 0.0F}, {0.0F, 1.0F, 0.0F}) == 0.0F);
    CHECK(ViewHull().exit(glm::vec3(0.0F), {0.0F, 0.0F, 1.0F}) == 0.0F);
}
