#include "cli/picture.h"

#include <cmath>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <glm/gtx/color_space.hpp>

#include "platform/egl_context.h"
#include "render/large_picture.h"
#include "render/palette.h"
#include "session/scene_builder.h"

namespace myo::cli {

struct PictureMaker::Impl {
    platform::EglContext context;
    render::Renderer renderer;
};

PictureMaker::PictureMaker(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PictureMaker::~PictureMaker() = default;
PictureMaker::PictureMaker(PictureMaker&&) noexcept = default;

Result<PictureMaker> PictureMaker::create(const Resources& resources, std::shared_ptr<const body::Body> body) {
    auto context = platform::EglContext::create();
    if (!context) {
        return context.problem();
    }
    context.value().makeCurrent();
    auto impl = std::make_unique<Impl>(Impl{std::move(context).value(), render::Renderer(shaderFolder(resources))});
    impl->renderer.setBody(std::move(body));
    return PictureMaker(std::move(impl));
}

Image PictureMaker::draw(const render::RenderScene& scene) {
    return render::drawLarge(impl_->renderer, scene);
}

Result<PictureLayers> parseLayers(const std::string& text) {
    PictureLayers layers{false, false, false, false};
    std::stringstream list(text);
    for (std::string layer; std::getline(list, layer, ',');) {
        if (layer == "skin") {
            layers.skin = true;
        } else if (layer == "muscles") {
            layers.muscles = true;
        } else if (layer == "skeleton") {
            layers.skeleton = true;
        } else if (layer == "regions") {
            layers.regions = layers.skin = true;
        } else {
            return Diagnostic{{}, fmt::format("there is no layer '{}'", layer), "skin, muscles, skeleton, regions"};
        }
    }
    return layers;
}

namespace {

std::vector<render::PartStyle> partStyles(const body::Body& body, const PictureLayers& layers) {
    std::vector<render::PartStyle> parts(body.structures.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        switch (body.structures[i].kind) {
            case body::StructureKind::skin:
                parts[i].visible = layers.skin;
                break;
            case body::StructureKind::muscle:
                parts[i].visible = layers.muscles && !body.structures[i].alias();
                break;
            case body::StructureKind::bone:
            case body::StructureKind::cartilage:
                parts[i].visible = layers.skeleton;
                break;
        }
    }
    return parts;
}

// Hues a golden angle apart, in three lightnesses, so that neighbours differ for every kind of colour vision.
std::vector<glm::vec3> distinctColors(std::size_t count) {
    std::vector<glm::vec3> colors;
    for (std::size_t i = 0; i < count; ++i) {
        const float hue = std::fmod(static_cast<float>(i) * 137.508F, 360.0F);
        colors.push_back(glm::rgbColor(glm::vec3(hue, 0.55F, 0.55F + 0.18F * static_cast<float>(i % 3))));
    }
    return colors;
}

render::RegionOverlay regionOverlay(const referral::RegionMap& map) {
    render::RegionOverlay overlay;
    auto shifted = std::make_shared<std::vector<std::uint16_t>>(map.regionOfVertex());
    for (std::uint16_t& region : *shifted) {
        region = region == referral::RegionMap::none ? 0 : static_cast<std::uint16_t>(region + 1);
    }
    overlay.regionOfVertex = std::move(shifted);
    overlay.palette = distinctColors(map.regions().size() + 1);
    return overlay;
}

}  // namespace

render::RenderScene pictureScene(const session::Library& library,
                                 const std::vector<const referral::ResolvedPoint*>& points,
                                 const session::Camera& camera, const glm::ivec2& sizePx, const PictureLayers& layers,
                                 const PictureLook& look) {
    render::RenderScene scene;
    scene.view = session::viewOf(camera, sizePx);
    scene.sizePx = sizePx;
    scene.theme = session::renderTheme(look.theme, look.palette);
    const bool inside = layers.muscles || layers.skeleton;
    scene.skin = !layers.skin ? render::SkinMode::hidden
                 : inside     ? render::SkinMode::ghosted
                              : render::SkinMode::opaque;
    scene.parts = partStyles(*library.body, layers);
    scene.zones = session::zonePaint(library, points, look.palette);
    for (const referral::ResolvedPoint* point : points) {
        render::Marker marker;
        marker.position = point->position;
        marker.color = render::zoneHues(look.palette).marker;
        marker.state = render::MarkerState::selected;
        scene.markers.push_back(marker);
    }
    if (layers.regions && library.referral) {
        scene.regions = regionOverlay(library.referral->regions());
    }
    return scene;
}

report::LegendColors legendColors(const PictureLook& look) {
    const render::ZoneHues zones = render::zoneHues(look.palette);
    report::LegendColors colors;
    colors.primary = colors.spillover = zones.primary;
    if (look.palette == session::PaletteChoice::print) {
        colors.ink = {0.0F, 0.0F, 0.0F};
        colors.ground = {1.0F, 1.0F, 1.0F};
        colors.plate = {0.75F, 0.75F, 0.75F};
    } else if (look.theme == session::ThemeChoice::dark) {
        colors.ink = {0.90F, 0.91F, 0.92F};
        colors.ground = {0.13F, 0.14F, 0.15F};
    }
    return colors;
}

}  // namespace myo::cli
