// What stands under every picture with a zone: which point, and what the tiers mean.
#pragma once

#include <string>
#include <vector>

#include "core/text.h"
#include "report/canvas.h"

namespace myo::report {

/// Colours of one picture.
struct LegendColors {
    Color primary{0.0F};
    Color spillover{0.0F};
    Color ink{0.13F, 0.15F, 0.17F};
    Color ground{0.97F, 0.97F, 0.96F};
    Color plate{0.83F, 0.72F,
                0.65F};  ///< behind the patterns: the skin that they lie on, or they would drown in the dark
};

/// Height of the strip that drawLegend needs, px.
[[nodiscard]] int legendHeight(int width);

/// Draws the strip into the canvas at y: the titles, the two tiers with their patterns, and that a tier says how often
/// a zone is reported and never how strongly.
/// The words are those of [report] in the table.
void drawLegend(Canvas& canvas, int y, const std::vector<std::string>& titles, const LegendColors& colors,
                const Text& text);

/// One captioned picture of a contact sheet.
struct SheetCell {
    Image picture;
    std::string title;
    std::string subtitle;
};

/// Lays cells out in rows under a heading, with the legend at the bottom, near the proportions of a screen.
/// \pre cells is not empty and all pictures have one size. Writes the sheet as PNG.
[[nodiscard]] Result<bool> saveSheet(const std::vector<SheetCell>& cells, const std::string& heading,
                                     const LegendColors& colors, const Text& text, const std::filesystem::path& file);

}  // namespace myo::report
