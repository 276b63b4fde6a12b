// Pictures without a window: what render and sheet share.
#pragma once

#include <memory>
#include <string>

#include "body/body.h"
#include "cli/environment.h"
#include "core/image.h"
#include "render/renderer.h"
#include "report/legend.h"
#include "session/picture.h"

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

/// "skin,muscles" as layers. The problem names the layers that there are.
[[nodiscard]] Result<session::PictureLayers> parseLayers(const std::string& text);

/// The legend's colours in the same look.
[[nodiscard]] report::LegendColors legendColors(const session::PictureLook& look);

}  // namespace myo::cli
