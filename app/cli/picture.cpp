#include "cli/picture.h"

#include <sstream>
#include <string>

#include <fmt/format.h>

#include "platform/egl_context.h"
#include "render/large_picture.h"
#include "render/palette.h"

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

Result<session::PictureLayers> parseLayers(const std::string& text) {
    session::PictureLayers layers{false, false, false, false};
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

report::LegendColors legendColors(const session::PictureLook& look) {
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
