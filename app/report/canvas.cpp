#include "report/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "core/write_file.h"

namespace myo::report {

namespace {

struct CairoDelete {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

using Context = std::unique_ptr<cairo_t, CairoDelete>;
using Surface = std::unique_ptr<cairo_surface_t, CairoDelete>;
using Layout = std::unique_ptr<PangoLayout, CairoDelete>;
using Font = std::unique_ptr<PangoFontDescription, CairoDelete>;

void setColor(cairo_t* context, const Color& color, float opacity) {
    cairo_set_source_rgba(context, color.r, color.g, color.b, opacity);
}

void roundedPath(cairo_t* context, float x, float y, float w, float h, float corner) {
    const double quarter = std::numbers::pi / 2.0;
    const float r = std::min({corner, w / 2.0F, h / 2.0F});
    cairo_new_sub_path(context);
    cairo_arc(context, x + w - r, y + r, r, -quarter, 0.0);
    cairo_arc(context, x + w - r, y + h - r, r, 0.0, quarter);
    cairo_arc(context, x + r, y + h - r, r, quarter, 2.0 * quarter);
    cairo_arc(context, x + r, y + r, r, 2.0 * quarter, 3.0 * quarter);
    cairo_close_path(context);
}

Layout makeLayout(cairo_t* context, const std::string& words, const TextStyle& style) {
    Layout layout(pango_cairo_create_layout(context));
    const Font font(pango_font_description_from_string("Inter, Sans"));
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), static_cast<double>(style.sizePx) * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
    return layout;
}

// Cairo stores 32-bit pixels as premultiplied 0xAARRGGBB in the machine's byte order.
std::uint32_t premultiplied(const unsigned char* rgba) {
    const std::uint32_t alpha = rgba[3];
    const auto scaled = [alpha](std::uint32_t channel) { return (channel * alpha + 127U) / 255U; };
    return (alpha << 24U) | (scaled(rgba[0]) << 16U) | (scaled(rgba[1]) << 8U) | scaled(rgba[2]);
}

}  // namespace

struct Canvas::Impl {
    Surface surface;
    Context context;
};

Canvas::Canvas(int width, int height, const Color& background) : impl_(std::make_unique<Impl>()) {
    impl_->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    if (cairo_surface_status(impl_->surface.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(fmt::format("no memory for a picture of {} x {} pixels", width, height));
    }
    impl_->context.reset(cairo_create(impl_->surface.get()));
    setColor(impl_->context.get(), background, 1.0F);
    cairo_paint(impl_->context.get());
}

Canvas::~Canvas() = default;

int Canvas::width() const {
    return cairo_image_surface_get_width(impl_->surface.get());
}

int Canvas::height() const {
    return cairo_image_surface_get_height(impl_->surface.get());
}

void Canvas::image(const Image& picture, int x, int y) {
    const Surface copy(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height));
    cairo_surface_flush(copy.get());
    unsigned char* bytes = cairo_image_surface_get_data(copy.get());
    if (bytes == nullptr) {
        throw std::runtime_error("no memory for a picture");
    }
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(copy.get()));
    for (int row = 0; row < picture.height; ++row) {
        const unsigned char* source =
            picture.pixels.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) * 4U;
        unsigned char* target = bytes + static_cast<std::size_t>(row) * stride;
        for (int column = 0; column < picture.width; ++column) {
            const std::uint32_t pixel = premultiplied(source + static_cast<std::ptrdiff_t>(column) * 4);
            std::memcpy(target + static_cast<std::ptrdiff_t>(column) * 4, &pixel, sizeof pixel);
        }
    }
    cairo_surface_mark_dirty(copy.get());
    cairo_set_source_surface(impl_->context.get(), copy.get(), x, y);
    cairo_paint(impl_->context.get());
}

void Canvas::rectangle(float x, float y, float w, float h, const Color& color, float opacity, float corner) {
    setColor(impl_->context.get(), color, opacity);
    if (corner > 0.0F) {
        roundedPath(impl_->context.get(), x, y, w, h, corner);
    } else {
        cairo_rectangle(impl_->context.get(), x, y, w, h);
    }
    cairo_fill(impl_->context.get());
}

void Canvas::stipple(float x, float y, float w, float h, const Color& color) {
    cairo_t* context = impl_->context.get();
    cairo_save(context);
    roundedPath(context, x, y, w, h, 2.0F);
    cairo_clip(context);
    rectangle(x, y, w, h, color, 0.18F);
    const float pitch = h / 3.0F;
    int row = 0;
    for (float cy = y + pitch / 2.0F; cy < y + h; cy += pitch, ++row) {
        const float shift = row % 2 == 0 ? 0.0F : pitch / 2.0F;
        for (float cx = x + pitch / 2.0F + shift; cx < x + w; cx += pitch) {
            disc(cx, cy, pitch * 0.3F, color);
        }
    }
    cairo_restore(context);
}

void Canvas::disc(float x, float y, float radius, const Color& color) {
    setColor(impl_->context.get(), color, 1.0F);
    cairo_arc(impl_->context.get(), x, y, radius, 0.0, 2.0 * std::numbers::pi);
    cairo_fill(impl_->context.get());
}

float Canvas::text(const std::string& words, float x, float y, float maxWidth, const TextStyle& style, int maxLines) {
    const Layout layout = makeLayout(impl_->context.get(), words, style);
    pango_layout_set_width(layout.get(), static_cast<int>(maxWidth * PANGO_SCALE));
    pango_layout_set_height(layout.get(), -maxLines);
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    setColor(impl_->context.get(), style.color, 1.0F);
    cairo_move_to(impl_->context.get(), x, y);
    pango_cairo_show_layout(impl_->context.get(), layout.get());
    int width = 0;
    int height = 0;
    pango_layout_get_pixel_size(layout.get(), &width, &height);
    return static_cast<float>(height);
}

glm::vec2 Canvas::measure(const std::string& words, const TextStyle& style) const {
    const Layout layout = makeLayout(impl_->context.get(), words, style);
    int width = 0;
    int height = 0;
    pango_layout_get_pixel_size(layout.get(), &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

Result<bool> Canvas::savePng(const std::filesystem::path& file) const {
    cairo_surface_flush(impl_->surface.get());
    std::string bytes;
    const cairo_status_t status = cairo_surface_write_to_png_stream(
        impl_->surface.get(),
        [](void* to, const unsigned char* data, unsigned int length) {
            static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        },
        &bytes);
    if (status != CAIRO_STATUS_SUCCESS) {
        return Diagnostic{{file.string()},
                          fmt::format("the picture could not be written ({})", cairo_status_to_string(status)),
                          "a smaller picture"};
    }
    return writeFile(file, bytes);
}

}  // namespace myo::report
