// A sheet to draw on: pictures, shapes and text, saved as PNG.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <glm/glm.hpp>

#include "core/image.h"
#include "core/result.h"

namespace myo::report {

/// sRGB 0..1.
using Color = glm::vec3;

struct TextStyle {
    float sizePx = 14.0F;
    bool bold = false;
    Color color{0.13F, 0.15F, 0.17F};
};

/// Coordinates in pixels from the top left corner.
class Canvas {
public:
    /// \throw std::runtime_error if there is not enough memory for the size.
    Canvas(int width, int height, const Color& background);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    Canvas(Canvas&&) = delete;
    Canvas& operator=(Canvas&&) = delete;

    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;

    void image(const Image& picture, int x, int y);
    void rectangle(float x, float y, float w, float h, const Color& color, float opacity = 1.0F, float corner = 0.0F);
    /// A swatch of dots: the stipple of a legend.
    void stipple(float x, float y, float w, float h, const Color& color);
    void disc(float x, float y, float radius, const Color& color);
    /// Draws text from its top left corner, wrapped and cut with an ellipsis to the given width and number of lines.
    /// \return the height used.
    float text(const std::string& words, float x, float y, float maxWidth, const TextStyle& style, int maxLines = 1);
    /// Width and height that text() would use on one line.
    [[nodiscard]] glm::vec2 measure(const std::string& words, const TextStyle& style) const;

    [[nodiscard]] Result<bool> savePng(const std::filesystem::path& file) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myo::report
