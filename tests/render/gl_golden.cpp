// Pictures of the egg against stored ones.
#include "gl_fixture.h"
#include "support/compare_image.h"

using namespace myo;
using namespace myo::render;
using namespace myo::test;

namespace {

class Golden : public RendererFixture {
public:
    void requireAsStored(const RenderScene& scene, const std::string& name) {
        const std::string problem =
            compareWithGolden(picture(scene), std::filesystem::path(MYOATLAS_SOURCE_DIR) / "tests/render/golden",
                              std::filesystem::path(MYOATLAS_BUILD_DIR) / "golden", name);
        INFO(problem);
        CHECK(problem.empty());
    }

    [[nodiscard]] RenderScene withZones() const {
        RenderScene scene = frontScene();
        const glm::vec3 blue(0.10F, 0.24F, 0.58F);
        scene.zones.push_back({dab(*body, {20.0F, 250.0F, 78.0F}, 75.0F), blue, Pattern::stippled, 1.0F});
        scene.zones.push_back({dab(*body, {20.0F, 270.0F, 78.0F}, 35.0F), blue, Pattern::solid, 1.0F});
        scene.zones.push_back(
            {dab(*body, {-10.0F, 150.0F, 79.0F}, 45.0F), {0.45F, 0.25F, 0.60F}, Pattern::solid, 1.0F});
        return scene;
    }
};

}  // namespace

TEST_CASE_METHOD(Golden, "golden: opaque skin on the light ground") {
    requireAsStored(frontScene(), "skin");
}

TEST_CASE_METHOD(Golden, "golden: ghosted skin over muscle, tendon and bone") {
    RenderScene scene = frontScene();
    scene.skin = SkinMode::ghosted;
    requireAsStored(scene, "ghosted");
}

TEST_CASE_METHOD(Golden, "golden: bare muscle and a translucent bone") {
    RenderScene scene = frontScene();
    scene.skin = SkinMode::hidden;
    scene.parts[2].opacity = 0.4F;
    scene.parts[1].highlight = 1.0F;
    requireAsStored(scene, "muscle");
}

TEST_CASE_METHOD(Golden, "golden: primary zone solid, spillover stippled") {
    requireAsStored(withZones(), "zones");
}

TEST_CASE_METHOD(Golden, "golden: zones stay in full colour on ghosted skin") {
    RenderScene scene = withZones();
    scene.skin = SkinMode::ghosted;
    requireAsStored(scene, "zones_ghosted");
}

TEST_CASE_METHOD(Golden, "golden: markers of every state, free and covered") {
    RenderScene scene = frontScene();
    const MarkerState states[] = {MarkerState::normal, MarkerState::dimmed, MarkerState::hovered,
                                  MarkerState::selected};
    for (int i = 0; i < 4; ++i) {
        const float height = 320.0F - 80.0F * static_cast<float>(i);
        scene.markers.push_back({{-25.0F, height, 85.0F}, {0.06F, 0.20F, 0.45F}, 9.0F, states[i]});
        scene.markers.push_back({{35.0F, height, -60.0F}, {0.06F, 0.20F, 0.45F}, 9.0F, states[i]});
    }
    requireAsStored(scene, "markers");
}

TEST_CASE_METHOD(Golden, "golden: regions with dark borders") {
    RenderScene scene = frontScene();
    auto regions = std::make_shared<std::vector<std::uint16_t>>();
    for (const glm::vec3& p : body->skin().positions) {
        const int band = static_cast<int>(p.y / 90.0F);
        regions->push_back(static_cast<std::uint16_t>(band == 4 ? 0 : 1 + band * 2 + (p.x > 0.0F ? 1 : 0)));
    }
    scene.regions.regionOfVertex = regions;
    scene.regions.palette = {{0.5F, 0.5F, 0.5F}, {0.55F, 0.70F, 0.85F}, {0.90F, 0.80F, 0.55F}, {0.60F, 0.80F, 0.65F}};
    requireAsStored(scene, "regions");
}

TEST_CASE_METHOD(Golden, "golden: dark theme") {
    RenderScene scene = withZones();
    scene.theme = darkTheme();
    requireAsStored(scene, "dark");
}
