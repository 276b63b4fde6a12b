// Camera: what is on the screen stays under the hand.
#include <catch2/catch.hpp>
#include <glm/gtc/constants.hpp>

#include "fixture.h"
#include "session/camera_views.h"

using namespace myo;
using namespace myo::session;

namespace {

const glm::ivec2 size{1000, 800};

Aabb room() {
    Aabb box;
    box.add({-5000.0F, -5000.0F, -5000.0F});
    box.add({5000.0F, 5000.0F, 5000.0F});
    return box;
}

}  // namespace

TEST_CASE("the front view shows the body's left on the right of the screen") {
    const Camera camera = snapView(SnapView::anterior, fixture::library().bounds, size);
    const auto middle = project(camera, size, {0.0F, 900.0F, 0.0F});
    const auto left = project(camera, size, {150.0F, 900.0F, 0.0F});
    const auto head = project(camera, size, {0.0F, 1700.0F, 0.0F});
    REQUIRE(middle);
    REQUIRE(left);
    REQUIRE(head);
    CHECK(middle->px.x == Approx(500.0F).margin(1.0F));
    CHECK(middle->px.y == Approx(400.0F).margin(1.0F));
    CHECK(left->px.x > middle->px.x);
    CHECK(head->px.y < middle->px.y);
}

TEST_CASE("each snap view looks from its own side and fits the whole body") {
    const Aabb bounds = fixture::library().bounds;
    struct Expected {
        SnapView view;
        glm::vec3 from;
    };
    for (const auto& [view, from] :
         {Expected{SnapView::anterior, {0, 0, 1}}, Expected{SnapView::posterior, {0, 0, -1}},
          Expected{SnapView::left, {1, 0, 0}}, Expected{SnapView::right, {-1, 0, 0}},
          Expected{SnapView::superior, {0, 1, 0}}, Expected{SnapView::inferior, {0, -1, 0}}}) {
        INFO(name(view));
        const Camera camera = snapView(view, bounds, size);
        CHECK(glm::dot(axes(camera).toEye, from) == Approx(1.0F).margin(1e-4F));
        CHECK(parseSnapView(name(view)) == view);
        for (const glm::vec3& corner : {bounds.low, bounds.high}) {
            const auto at = project(camera, size, corner);
            REQUIRE(at);
            CHECK(at->px.x > 0.0F);
            CHECK(at->px.x < 1000.0F);
            CHECK(at->px.y > 0.0F);
            CHECK(at->px.y < 800.0F);
        }
    }
}

TEST_CASE("projecting a place and casting a ray through its pixel meet again") {
    for (const float yaw : {-2.0F, 0.3F, 1.9F}) {
        for (const float pitch : {-1.2F, 0.0F, 0.8F}) {
            const Camera camera{{20.0F, 1000.0F, -10.0F}, yaw, pitch, 1500.0F};
            const glm::vec3 place(120.0F, 1210.0F, 60.0F);
            const auto at = project(camera, size, place);
            REQUIRE(at);
            const Ray ray = rayThrough(camera, size, at->px);
            const glm::vec3 way = place - ray.origin;
            const float missed = glm::length(way - ray.direction * glm::dot(way, ray.direction));
            CHECK(missed < 0.05F);
            // The renderer's matrices tell the same pixel.
            const render::View view = viewOf(camera, size);
            const glm::vec4 clip = view.projection * view.view * glm::vec4(place, 1.0F);
            CHECK((clip.x / clip.w * 0.5F + 0.5F) * 1000.0F == Approx(at->px.x).margin(0.1F));
            CHECK((0.5F - clip.y / clip.w * 0.5F) * 800.0F == Approx(at->px.y).margin(0.1F));
        }
    }
}

TEST_CASE("zooming keeps what is under the cursor there") {
    const Camera camera{{0.0F, 900.0F, 0.0F}, 0.4F, 0.2F, 3000.0F};
    const CameraAxes frame = axes(camera);
    const glm::vec3 place = camera.target + frame.right * 310.0F + frame.up * 205.0F;
    const auto before = project(camera, size, place);
    REQUIRE(before);
    for (const float steps : {1.0F, 4.0F, -3.0F}) {
        const Camera nearer = zoomed(camera, steps, before->px, size, room());
        const auto after = project(nearer, size, place);
        REQUIRE(after);
        CHECK((nearer.distanceMm < camera.distanceMm) == (steps > 0.0F));
        CHECK(glm::distance(after->px, before->px) < 0.5F);
    }
}

TEST_CASE("panning moves the body with the pointer") {
    const Camera camera{{0.0F, 900.0F, 0.0F}, 1.0F, 0.3F, 2000.0F};
    const auto before = project(camera, size, camera.target);
    const Camera moved = panned(camera, {40.0F, -25.0F}, size, room());
    const auto after = project(moved, size, camera.target);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(after->px.x - before->px.x == Approx(40.0F).margin(0.5F));
    CHECK(after->px.y - before->px.y == Approx(-25.0F).margin(0.5F));
}

TEST_CASE("orbiting never turns the body upside down") {
    Camera camera{{0.0F, 900.0F, 0.0F}, 0.0F, 0.0F, 2000.0F};
    for (int i = 0; i < 50; ++i) {
        camera = orbited(camera, {37.0F, 90.0F}, size);
        CHECK(camera.pitch <= glm::half_pi<float>() + 1e-5F);
        CHECK(axes(camera).up.y >= -1e-5F);
    }
}

TEST_CASE("a flight starts and ends where it should, turns the short way round and only forward") {
    Flight flight;
    flight.from = {{0.0F, 900.0F, 0.0F}, 3.0F, 0.0F, 3000.0F};
    flight.to = {{100.0F, 1200.0F, 0.0F}, -3.0F, 0.5F, 600.0F};
    flight.startSeconds = 10.0;
    CHECK(along(flight, 10.0).distanceMm == Approx(3000.0F));
    CHECK(along(flight, 10.0 + Flight::durationSeconds) == flight.to);
    CHECK(along(flight, 99.0) == flight.to);
    float last = 3001.0F;
    for (int i = 0; i <= 20; ++i) {
        const Camera camera = along(flight, 10.0 + Flight::durationSeconds * i / 20.0);
        CHECK(camera.distanceMm <= last);
        // Through the back (pi), not through the front (0).
        CHECK(std::abs(camera.yaw) >= 2.99F);
        last = camera.distanceMm;
    }
}

TEST_CASE("the best view shows a zone at the front from the front and one at the back from the back") {
    const Library library = fixture::library();
    const auto* front = library.find(fixture::frontPoint());
    REQUIRE(front != nullptr);
    const body::Mesh& skin = library.body->skin();
    CHECK(axes(bestView(*front, skin, library.referral->surface(), size)).toEye.z > 0.7F);

    // Point at the back, primary zone at the belly: the zone decides, and all of it is in the picture.
    const auto* back = library.find(fixture::backPoint());
    REQUIRE(back != nullptr);
    const Camera camera = bestView(*back, skin, library.referral->surface(), size);
    const referral::ResolvedZone* primary = back->zone(atlas::Tier::primary);
    REQUIRE(primary != nullptr);
    for (std::size_t i = 0; i < primary->footprint->vertices.size(); ++i) {
        if (primary->footprint->strengths[i] < 0.5F) {
            continue;
        }
        const auto at = project(camera, size, skin.positions[primary->footprint->vertices[i]]);
        REQUIRE(at);
        CHECK(at->px.x > 0.0F);
        CHECK(at->px.x < 1000.0F);
        CHECK(at->px.y > 0.0F);
        CHECK(at->px.y < 800.0F);
    }
}

TEST_CASE("the best view of the right side mirrors that of the left") {
    const Library library = fixture::library();
    const auto* left = library.find(fixture::frontPoint(Side::left));
    const auto* right = library.find(fixture::frontPoint(Side::right));
    REQUIRE(left != nullptr);
    REQUIRE(right != nullptr);
    const glm::vec3 a = axes(bestView(*left, library.body->skin(), library.referral->surface(), size)).toEye;
    const glm::vec3 b = axes(bestView(*right, library.body->skin(), library.referral->surface(), size)).toEye;
    CHECK(a.x == Approx(-b.x).margin(0.15F));
    CHECK(a.z == Approx(b.z).margin(0.15F));
}
