// Pictures without a window: what render and sheet share.
#pragma once

#include <memory>
#include <vector>

#include "body/body.h"
#include "cli/environment.h"
#include "core/image.h"
#include "render/renderer.h"
#include "report/legend.h"
#include "session/camera.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::cli {

/// An off-screen OpenGL context with a renderer that holds one body.
class PictureMaker {
public:
    [[nodiscard]] static Result<PictureMaker> create(const Resources& resources,
                                                     std::shared_ptr<const body::Body> body);
    ~PictureMaker();
    PictureMaker(PictureMaker&&) noexcept;
    PictureMaker& operator=(PictureMaker&&) = delete;
    PictureMaker(const PictureMaker&) = delete;
    PictureMaker& operator=(const PictureMaker&) = delete;

    /// Draws and reads back; large pictures by tiles. \throw std::runtime_error if the driver fails.
    [[nodiscard]] Image draw(const render::RenderScene& scene);

private:
    struct Impl;
    explicit PictureMaker(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// What of the body a picture shows.
struct PictureLayers {
    bool skin = true;
    bool muscles = false;
    bool skeleton = false;
    bool regions = false;
};
[[nodiscard]] Result<PictureLayers> parseLayers(const std::string& text);

/// Ground, figure and zones: the colours of a picture.
struct PictureLook {
    session::ThemeChoice theme = session::ThemeChoice::light;
    session::PaletteChoice palette = session::PaletteChoice::clinical;
};

/// A scene of the body with the zones and dots of the given points. The library needs no ray caster.
[[nodiscard]] render::RenderScene pictureScene(const session::Library& library,
                                               const std::vector<const referral::ResolvedPoint*>& points,
                                               const session::Camera& camera, const glm::ivec2& sizePx,
                                               const PictureLayers& layers, const PictureLook& look);

/// The legend's colours in the same look.
[[nodiscard]] report::LegendColors legendColors(const PictureLook& look);

}  // namespace myo::cli
