#include "report/legend.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace myo::report {

namespace {

constexpr float margin = 16.0F;
constexpr float swatch = 22.0F;

// Draws a swatch with its words and returns where the next one may start.
float entry(Canvas& canvas, float x, float y, bool solid, const Color& color, const std::string& words,
            const Color& plate, const TextStyle& style) {
    canvas.rectangle(x - 3.0F, y - 1.0F, swatch + 6.0F, 19.0F, plate, 1.0F, 3.0F);
    if (solid) {
        canvas.rectangle(x, y + 2.0F, swatch, 13.0F, color, 1.0F, 2.0F);
    } else {
        canvas.stipple(x, y + 2.0F, swatch, 13.0F, color);
    }
    const float available = static_cast<float>(canvas.width()) - x - swatch - 8.0F - margin;
    canvas.text(words, x + swatch + 8.0F, y, available, style);
    return x + swatch + 8.0F + canvas.measure(words, style).x + 24.0F;
}

bool onOneLine(int width) {
    return width >= 1080;
}

}  // namespace

int legendHeight(int width) {
    return onOneLine(width) ? 76 : 118;
}

void drawLegend(Canvas& canvas, int y, const std::vector<std::string>& titles, const LegendColors& colors,
                const Text& text) {
    const auto width = static_cast<float>(canvas.width());
    const auto top = static_cast<float>(y);
    canvas.rectangle(0.0F, top, width, static_cast<float>(legendHeight(canvas.width())), colors.ground);
    const TextStyle title{15.0F, true, colors.ink};
    const TextStyle small{12.5F, false, colors.ink};
    canvas.text(fmt::format("{}", fmt::join(titles, "  ·  ")), margin, top + 10.0F, width - 2.0F * margin, title);
    float line = top + 42.0F;
    if (onOneLine(canvas.width())) {
        float x = entry(canvas, margin, line, true, colors.primary, text("report.primary"), colors.plate, small);
        x = entry(canvas, x, line, false, colors.spillover, text("report.spillover"), colors.plate, small);
        canvas.text(text("report.tiers"), x, line, width - x - margin, small);
        return;
    }
    entry(canvas, margin, line, true, colors.primary, text("report.primary"), colors.plate, small);
    entry(canvas, margin, line += 22.0F, false, colors.spillover, text("report.spillover"), colors.plate, small);
    canvas.text(text("report.tiers"), margin, line + 22.0F, width - 2.0F * margin, small);
}

Result<bool> saveSheet(const std::vector<SheetCell>& cells, const std::string& heading, const LegendColors& colors,
                       const Text& text, const std::filesystem::path& file) {
    constexpr int caption = 46;
    constexpr int gap = 6;
    const int cellWidth = cells.front().picture.width + gap;
    const int cellHeight = cells.front().picture.height + caption + gap;
    // As many columns as make the sheet about as wide as 1.5 times its height.
    const auto count = static_cast<double>(cells.size());
    const int wanted = static_cast<int>(std::lround(std::sqrt(1.5 * count * cellHeight / cellWidth)));
    const int columns = std::clamp(wanted, 1, static_cast<int>(cells.size()));
    const int rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
    const int width = std::max(columns * cellWidth + gap, 420);
    const int head = 44;
    const int body = rows * cellHeight;
    Canvas canvas(width, head + body + legendHeight(width), colors.ground);
    canvas.text(heading, margin, 12.0F, static_cast<float>(width) - 2.0F * margin, {17.0F, true, colors.ink});
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int x = gap + static_cast<int>(i) % columns * cellWidth;
        const int y = head + static_cast<int>(i) / columns * cellHeight;
        const auto room = static_cast<float>(cells[i].picture.width) - 12.0F;
        const auto below = static_cast<float>(y + cells[i].picture.height);
        canvas.image(cells[i].picture, x, y);
        canvas.text(cells[i].title, static_cast<float>(x) + 6.0F, below + 5.0F, room, {13.5F, true, colors.ink});
        canvas.text(cells[i].subtitle, static_cast<float>(x) + 6.0F, below + 24.0F, room, {11.5F, false, colors.ink});
    }
    drawLegend(canvas, head + body, {}, colors, text);
    return canvas.savePng(file);
}

}  // namespace myo::report
