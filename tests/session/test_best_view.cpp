// From where the zones of all trigger points are looked at, on both figures.
#include <algorithm>
#include <filesystem>

#include <glm/gtc/constants.hpp>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "referral/referral.h"
#include "session/camera_views.h"

using namespace myo;
using namespace myo::session;

namespace {

// The share of the vertices of the primary zones that face the eye with nothing before them; of a point that has none,
// of its spillover.
float primaryShown(const referral::ResolvedPoint& point, const referral::Referral& referral, const body::Mesh& skin,
                   const glm::vec3& eyeAt) {
    constexpr float clear = 1.5F;
    constexpr float edgeOn = 0.15F;  // the cosine below which skin is seen as a line
    std::size_t all = 0;
    std::size_t shown = 0;
    for (const referral::ResolvedZone& zone : point.zones) {
        const bool matters = zone.tier == atlas::Tier::primary || point.zone(atlas::Tier::primary) == nullptr;
        if (!matters || !zone.footprint) {
            continue;
        }
        const auto& vertices = zone.footprint->vertices;
        const std::size_t step = 1 + vertices.size() / 200;
        for (std::size_t i = 0; i < vertices.size(); i += step) {
            if (zone.footprint->strengths[i] < 0.5F) {
                continue;
            }
            const glm::vec3& normal = skin.normals[vertices[i]];
            const glm::vec3 toEye = glm::normalize(eyeAt - skin.positions[vertices[i]]);
            ++all;
            shown += glm::dot(normal, toEye) > edgeOn &&
                     referral.surface().open(skin.positions[vertices[i]] + clear * normal, toEye);
        }
    }
    return all == 0 ? 1.0F : static_cast<float>(shown) / static_cast<float>(all);
}

}  // namespace

TEST_CASE("the view of a point shows most of its primary zones, or nearly as much as any view can") {
    const std::filesystem::path share = std::filesystem::path(MYOATLAS_BUILD_DIR) / "share" / "myoatlas";
    const auto context = atlas::loadContext(share / "anatomy");
    REQUIRE(context);
    const atlas::Atlas atlas = atlas::loadAtlas(share / "data", context.value()).atlas;
    for (const char* name : {"body_male.glb", "body_female.glb"}) {
        auto loaded = body::loadBody(share / "bodies" / name);
        REQUIRE(loaded);
        const auto body = std::make_shared<const body::Body>(std::move(loaded).value());
        const referral::Referral referral(atlas, body);
        const body::Mesh& skin = body->skin();
        int looked = 0;
        for (const referral::ResolvedPoint& point : referral.points()) {
            if (point.id.side != Side::left) {
                continue;
            }
            ++looked;
            const auto shown = [&](const Camera& camera) { return primaryShown(point, referral, skin, eye(camera)); };
            const float now = shown(bestView(point, skin, referral.surface(), {1280, 800}));
            constexpr float most = 0.6F;
            if (now >= most) {
                continue;
            }
            float best = 0.0F;
            std::vector<glm::vec3> places{point.position};
            for (const referral::ResolvedZone& zone : point.zones) {
                for (const std::uint32_t vertex :
                     zone.footprint ? zone.footprint->vertices : std::vector<std::uint32_t>()) {
                    places.push_back(skin.positions[vertex]);
                }
            }
            for (float pitch = -1.2F; pitch < 1.3F; pitch += 0.3F) {
                for (int i = 0; i < 32; ++i) {
                    Camera camera;
                    camera.yaw = static_cast<float>(i) * glm::two_pi<float>() / 32.0F;
                    camera.pitch = pitch;
                    best = std::max(best, shown(framed(camera, places, {1280, 800})));
                }
            }
            INFO(name << " " << point.id.text() << " shows " << now << " of its primary zones, at best " << best);
            CHECK(now > 0.85F * best);
        }
        CHECK(looked > 200);
    }
}
