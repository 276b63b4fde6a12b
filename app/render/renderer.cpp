#include "render/renderer.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "render/body_buffers.h"
#include "render/figure_pass.h"
#include "render/marker_pass.h"
#include "render/screen_pass.h"
#include "render/targets.h"

namespace myo::render {

namespace {

constexpr int wantedSamples = 4;
constexpr int rectMargin = 2;
constexpr int outlineMargin = 4;

}  // namespace

struct Renderer::Impl {
    explicit Impl(const std::filesystem::path& shaderOverride)
        : limits(gl::queryLimits()), sources(shaderOverride), figure(sources), screen(sources), markers(sources) {}

    gl::Limits limits;
    gl::ShaderSources sources;
    FigurePass figure;
    ScreenPass screen;
    MarkerPass markers;
    std::optional<BodyBuffers> body;
    // One set for fine pictures and one for those of a moving camera, which may have another size.
    std::optional<Targets> fine;
    std::optional<Targets> rough;
    Targets* targets = nullptr;
    std::optional<RenderScene> last;
    std::size_t framesDrawn = 0;

    void prepareTargets(const RenderScene& scene) {
        std::optional<Targets>& wanted = scene.moving ? rough : fine;
        if (!wanted || wanted->size != scene.sizePx) {
            targets = nullptr;
            wanted.reset();  // the old ones go first, or both are in memory
            last.reset();
            wanted = Targets::make(scene.sizePx, scene.moving ? 0 : wantedSamples, limits);
        }
        targets = &*wanted;
    }

    // Samples of every pixel -> one colour and one depth per pixel, inside the rectangle.
    void drawFigure(const RenderScene& scene, const Frame& frame, const gl::Rect& rect) {
        const gl::Framebuffer& samples = targets->samplesFrame;
        samples.bind();
        gl::setViewport(targets->size);
        gl::setScissor(rect);
        gl::apply({.depthWrite = true, .encodeSrgb = true});
        gl::clear(true);
        figure.drawOpaque(scene, frame, *body);
        // Occlusion and markers ask what hides, so the depth is taken before anything translucent adds its own.
        targets->figureFrame.resolveDepth(samples, rect);
        samples.bind();
        figure.drawWindows(scene, frame, *body, targets->depth);
        figure.drawTranslucent(scene, frame, *body);
        targets->figureFrame.resolveColor(samples, rect);
    }

    void drawHighlights(const RenderScene& scene, const Frame& frame) {
        const bool any = std::any_of(scene.parts.begin(), scene.parts.end(),
                                     [](const PartStyle& part) { return part.visible && part.highlight > 0.0F; });
        if (!any) {
            return;
        }
        targets->maskFrame.bind();
        gl::setScissor(frame.whole());
        gl::apply({});
        gl::clear(false);
        const Aabb box = figure.drawMask(scene, frame, *body);
        if (const gl::Rect rect = frame.reach(box, outlineMargin); !rect.empty()) {
            screen.drawOutline(scene, *targets, rect);
        }
    }

    // Without a figure, nothing hides a marker: the depth is that of the far plane.
    void clearDepth(const Frame& frame) {
        targets->figureFrame.bind();
        gl::setScissor(frame.whole());
        gl::apply({.depthWrite = true});
        gl::clear(true);
    }

    void drawScene(const RenderScene& scene) {
        const Frame frame = Frame::of(scene);
        const gl::Rect rect = body ? frame.reach(body->bounds(), rectMargin) : gl::Rect{};
        Floor floor;
        if (body) {
            floor = {body->bounds().low.y, body->footing(), true};
        }
        gl::setViewport(scene.sizePx);
        clearDepth(frame);
        if (!rect.empty()) {
            drawFigure(scene, frame, rect);
            screen.drawOcclusion(frame, *targets, rect);
        }
        screen.drawPicture(scene, frame, *targets, floor, rect);
        if (body) {
            drawHighlights(scene, frame);
        }
        targets->pictureFrame.bind();
        gl::setScissor(frame.whole());
        markers.draw(scene.markers, frame, targets->depth);
        gl::restoreDefaults();
    }
};

Renderer::Renderer(const std::filesystem::path& shaderOverride) : impl_(std::make_unique<Impl>(shaderOverride)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::setBody(std::shared_ptr<const body::Body> body) {
    if (body == nullptr) {
        throw std::invalid_argument("the renderer needs a body");
    }
    impl_->body.emplace(std::move(body));
    impl_->figure.forgetPaint();
    impl_->last.reset();
}

unsigned int Renderer::draw(const RenderScene& scene) {
    impl_->prepareTargets(scene);
    if (impl_->last != scene) {
        impl_->drawScene(scene);
        impl_->last = scene;
        ++impl_->framesDrawn;
    }
    return impl_->targets->picture.name();
}

std::size_t Renderer::framesDrawn() const {
    return impl_->framesDrawn;
}

Image Renderer::read() const {
    if (!impl_->last) {
        throw std::logic_error("nothing was drawn that could be read");
    }
    const glm::ivec2 size = impl_->targets->size;
    const std::vector<unsigned char> rows = impl_->targets->pictureFrame.readRgba(size);
    Image image{size.x, size.y, std::vector<unsigned char>(rows.size())};
    const auto rowBytes = static_cast<std::size_t>(size.x) * 4;
    for (std::size_t y = 0; y < static_cast<std::size_t>(size.y); ++y) {
        const std::size_t from = (static_cast<std::size_t>(size.y) - 1 - y) * rowBytes;
        for (std::size_t x = 0; x < rowBytes; x += 4) {
            const unsigned int alpha = rows[from + x + 3];
            unsigned char* pixel = &image.pixels[y * rowBytes + x];
            if (alpha == 255) {
                std::copy_n(&rows[from + x], 4, pixel);
                continue;
            }
            for (std::size_t k = 0; k < 3; ++k) {
                const unsigned int straight = alpha == 0 ? 0 : (rows[from + x + k] * 255U + alpha / 2) / alpha;
                pixel[k] = static_cast<unsigned char>(std::min(straight, 255U));
            }
            pixel[3] = static_cast<unsigned char>(alpha);
        }
    }
    return image;
}

}  // namespace myo::render
