// A PDF to draw on: text that can be selected and read aloud, pictures with words in their place, embedded fonts.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <glm/glm.hpp>

#include "core/image.h"
#include "core/result.h"

namespace myo::report {

/// What a piece of the page is, for those who hear it: names of PDF's standard structure.
enum class PdfTag { title, heading, paragraph, listItem };

struct PdfStyle {
    float sizePt = 10.5F;
    bool bold = false;
    glm::vec3 color{0.10F, 0.12F, 0.14F};  ///< sRGB 0..1
};

/// What a reader of the file is told about the whole.
struct PdfInfo {
    std::string title;
    std::string language;  ///< "en"
    std::string creator;   ///< the program and its version
};

/// Pages of one size. Coordinates in points (1/72 inch) from the top left corner of the page that is drawn on.
class PdfPages {
public:
    PdfPages(const glm::vec2& sizePt, PdfInfo info);
    ~PdfPages();
    PdfPages(const PdfPages&) = delete;
    PdfPages& operator=(const PdfPages&) = delete;
    PdfPages(PdfPages&&) = delete;
    PdfPages& operator=(PdfPages&&) = delete;

    [[nodiscard]] glm::vec2 size() const;
    /// Goes on with an empty page.
    void next();

    /// Draws words, wrapped to the width. \return the height used, pt.
    float text(std::string_view words, const glm::vec2& at, float width, const PdfStyle& style, PdfTag tag);
    /// The height that text() would use.
    [[nodiscard]] float heightOf(std::string_view words, float width, const PdfStyle& style) const;
    /// Fills a rectangle with rounded corners; decoration, which is not read aloud.
    void rectangle(const glm::vec2& at, const glm::vec2& extent, const glm::vec3& color, float corner = 0.0F);
    void disc(const glm::vec2& centre, float radius, const glm::vec3& color);
    /// Fits the picture into the box, in its middle. \param spoken what is read aloud in its place; empty for
    /// decoration
    void picture(const Image& image, const glm::vec2& at, const glm::vec2& extent, const std::string& spoken);

    /// The first character that no installed font can show, among all that was drawn.
    [[nodiscard]] std::optional<char32_t> missingCharacter() const;
    /// The whole file. Nothing may be drawn after it.
    [[nodiscard]] Result<std::string> finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myo::report
