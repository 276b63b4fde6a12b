#include "report/pdf_page.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <numbers>
#include <stdexcept>
#include <vector>

#include <cairo/cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "report/tag_pdf.h"

namespace myo::report {

namespace {

struct PdfDelete {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

template <class Thing>
using Owned = std::unique_ptr<Thing, PdfDelete>;

constexpr float lineSpacing = 1.18F;

constexpr std::array<const char*, 4> tagNames{"H1", "H2", "P", "LI"};
constexpr const char* figureTag = "Figure";

void setInk(cairo_t* context, const glm::vec3& color) {
    cairo_set_source_rgb(context, static_cast<double>(color.r), static_cast<double>(color.g),
                         static_cast<double>(color.b));
}

// What stands for a picture without transparency: on white.
Owned<cairo_surface_t> opaque(const Image& image) {
    Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    cairo_surface_flush(surface.get());
    unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    if (bytes == nullptr) {
        throw std::runtime_error("no memory for a picture");
    }
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(image.width);
    for (std::size_t row = 0; row < static_cast<std::size_t>(image.height); ++row) {
        for (std::size_t column = 0; column < width; ++column) {
            const unsigned char* rgba = image.pixels.data() + (row * width + column) * 4U;
            const std::uint32_t alpha = rgba[3];
            const auto onWhite = [&](unsigned char channel) {
                return (static_cast<std::uint32_t>(channel) * alpha + 255U * (255U - alpha)) / 255U;
            };
            const std::uint32_t pixel = (onWhite(rgba[0]) << 16U) | (onWhite(rgba[1]) << 8U) | onWhite(rgba[2]);
            std::memcpy(bytes + row * stride + column * 4U, &pixel, sizeof pixel);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

}  // namespace

struct PdfPages::Impl {
    glm::vec2 size{0.0F};
    PdfInfo info;
    std::string bytes;
    std::vector<std::string> spoken;  // in place of the figures, in their order
    std::optional<char32_t> missing;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> context;

    [[nodiscard]] Owned<PangoLayout> layout(std::string_view words, float width, const PdfStyle& style) const {
        Owned<PangoLayout> made(pango_cairo_create_layout(context.get()));
        const Owned<PangoFontDescription> font(pango_font_description_from_string("Inter, Sans"));
        pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font.get(), static_cast<double>(style.sizePt) * PANGO_SCALE);
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_line_spacing(made.get(), lineSpacing);
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_text(made.get(), words.data(), static_cast<int>(words.size()));
        return made;
    }

    void noteMissing(std::string_view words, const PdfStyle& style) {
        const std::string text(words);
        for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
            const std::string_view letter(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
            if (pango_layout_get_unknown_glyphs_count(layout(letter, size.x, style).get()) > 0) {
                missing = static_cast<char32_t>(g_utf8_get_char(at));
                return;
            }
        }
    }
};

PdfPages::PdfPages(const glm::vec2& sizePt, PdfInfo info) : impl_(std::make_unique<Impl>()) {
    impl_->size = sizePt;
    impl_->info = std::move(info);
    const auto write = [](void* to, const unsigned char* data, unsigned int length) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    };
    impl_->surface.reset(cairo_pdf_surface_create_for_stream(write, &impl_->bytes, static_cast<double>(sizePt.x),
                                                             static_cast<double>(sizePt.y)));
    cairo_pdf_surface_set_metadata(impl_->surface.get(), CAIRO_PDF_METADATA_TITLE, impl_->info.title.c_str());
    cairo_pdf_surface_set_metadata(impl_->surface.get(), CAIRO_PDF_METADATA_CREATOR, impl_->info.creator.c_str());
    impl_->context.reset(cairo_create(impl_->surface.get()));
    // Widths as they are on paper, not as a screen rounds them.
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_set_font_options(impl_->context.get(), options.get());
}

PdfPages::~PdfPages() = default;

glm::vec2 PdfPages::size() const {
    return impl_->size;
}

void PdfPages::next() {
    cairo_show_page(impl_->context.get());
}

float PdfPages::text(std::string_view words, const glm::vec2& at, float width, const PdfStyle& style, PdfTag tag) {
    cairo_t* context = impl_->context.get();
    const Owned<PangoLayout> layout = impl_->layout(words, width, style);
    if (!impl_->missing && pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
        impl_->noteMissing(words, style);
    }
    const char* name = tagNames.at(static_cast<std::size_t>(tag));
    cairo_tag_begin(context, name, nullptr);
    setInk(context, style.color);
    cairo_move_to(context, static_cast<double>(at.x), static_cast<double>(at.y));
    pango_cairo_show_layout(context, layout.get());
    cairo_tag_end(context, name);
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return static_cast<float>(height) / PANGO_SCALE;
}

float PdfPages::heightOf(std::string_view words, float width, const PdfStyle& style) const {
    int height = 0;
    pango_layout_get_size(impl_->layout(words, width, style).get(), nullptr, &height);
    return static_cast<float>(height) / PANGO_SCALE;
}

void PdfPages::rectangle(const glm::vec2& at, const glm::vec2& extent, const glm::vec3& color, float corner) {
    cairo_t* context = impl_->context.get();
    constexpr double quarter = std::numbers::pi / 2.0;
    const double r = static_cast<double>(std::min({corner, extent.x / 2.0F, extent.y / 2.0F}));
    const auto left = static_cast<double>(at.x);
    const auto top = static_cast<double>(at.y);
    const double right = left + static_cast<double>(extent.x);
    const double bottom = top + static_cast<double>(extent.y);
    setInk(context, color);
    cairo_new_sub_path(context);
    cairo_arc(context, right - r, top + r, r, -quarter, 0.0);
    cairo_arc(context, right - r, bottom - r, r, 0.0, quarter);
    cairo_arc(context, left + r, bottom - r, r, quarter, 2.0 * quarter);
    cairo_arc(context, left + r, top + r, r, 2.0 * quarter, 3.0 * quarter);
    cairo_close_path(context);
    cairo_fill(context);
}

void PdfPages::disc(const glm::vec2& centre, float radius, const glm::vec3& color) {
    setInk(impl_->context.get(), color);
    cairo_new_path(impl_->context.get());
    cairo_arc(impl_->context.get(), static_cast<double>(centre.x), static_cast<double>(centre.y),
              static_cast<double>(radius), 0.0, 2.0 * std::numbers::pi);
    cairo_fill(impl_->context.get());
}

void PdfPages::picture(const Image& image, const glm::vec2& at, const glm::vec2& extent, const std::string& spoken) {
    cairo_t* context = impl_->context.get();
    const glm::vec2 pixels(static_cast<float>(image.width), static_cast<float>(image.height));
    const float scale = std::min(extent.x / pixels.x, extent.y / pixels.y);
    const glm::vec2 corner = at + (extent - pixels * scale) / 2.0F;
    if (!spoken.empty()) {
        impl_->spoken.push_back(spoken);
        cairo_tag_begin(context, figureTag, nullptr);
    }
    cairo_save(context);
    cairo_translate(context, static_cast<double>(corner.x), static_cast<double>(corner.y));
    cairo_scale(context, static_cast<double>(scale), static_cast<double>(scale));
    cairo_set_source_surface(context, opaque(image).get(), 0.0, 0.0);
    cairo_paint(context);
    cairo_restore(context);
    if (!spoken.empty()) {
        cairo_tag_end(context, figureTag);
    }
}

std::optional<char32_t> PdfPages::missingCharacter() const {
    return impl_->missing;
}

Result<std::string> PdfPages::finish() {
    impl_->context.reset();
    cairo_surface_finish(impl_->surface.get());
    if (const cairo_status_t status = cairo_surface_status(impl_->surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return Diagnostic{{}, fmt::format("the page could not be made ({})", cairo_status_to_string(status)), ""};
    }
    return completeTags(impl_->bytes, impl_->info.language, impl_->spoken);
}

}  // namespace myo::report
