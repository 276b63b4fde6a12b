#include "report/handout.h"

#include <algorithm>
#include <functional>

#include "report/pdf_page.h"

namespace myo::report {

namespace {

using content::Block;
using content::BlockId;
using content::Line;

constexpr glm::vec2 a4Pt(595.28F, 841.89F);
constexpr glm::vec2 letterPt(612.0F, 792.0F);
constexpr float marginPt = 40.0F;
constexpr float gapPt = 10.0F;
constexpr float columnGapPt = 18.0F;

// Running text: as large as fits, and never so small that it strains the eye.
constexpr float largestTextPt = 11.5F;
constexpr float smallestTextPt = 8.5F;
constexpr float smallestForSeveralPt = 8.0F;
constexpr float stepPt = 0.25F;

constexpr std::size_t mostInOneColumn = 6;  // lines of a list that stay below each other

constexpr glm::vec3 quietInk{0.35F, 0.38F, 0.42F};
constexpr glm::vec3 cautionGround{1.0F, 0.955F, 0.87F};
constexpr glm::vec3 cautionInk{0.42F, 0.20F, 0.02F};
constexpr glm::vec3 ruleColor{0.80F, 0.82F, 0.84F};

// Height of the pictures beside a point's words, pt, for one point to four.
float pictureHeightPt(std::size_t points) {
    constexpr std::array<float, 4> heights{215.0F, 150.0F, 118.0F, 100.0F};
    return heights.at(std::clamp<std::size_t>(points, 1, heights.size()) - 1);
}

// A piece of the page in a column: what it needs, and how it is drawn.
struct Piece {
    float height = 0.0F;
    std::function<float(const glm::vec2& at)> draw;
};

// Lays the sheet out with text of one size. Measures only, unless told to draw.
class Sheet {
public:
    Sheet(PdfPages& pages, const Handout& handout, const Text& text, float textPt, bool twoPages, bool draw)
        : pages_(pages),
          handout_(handout),
          text_(text),
          textPt_(textPt),
          twoPages_(twoPages),
          draw_(draw),
          width_(pages.size().x - 2.0F * marginPt) {}

    // Whether everything has room.
    bool lay() {
        head();
        points();
        bool fits = y_ <= bottom();
        bool onFirst = true;
        if (const Block* flags = handout_.document.find(BlockId::redFlags)) {
            onFirst = !twoPages_ || y_ + cautionHeight(*flags) <= bottom();
            if (!onFirst) {
                turn();
            }
            caution(*flags);
            fits = fits && y_ <= bottom();
        }
        if (twoPages_ && onFirst) {
            turn();
        }
        selfCare();
        expectations();
        foot();
        return fits && y_ <= bottom() + 0.5F;
    }

private:
    [[nodiscard]] PdfStyle body() const { return {textPt_}; }
    [[nodiscard]] PdfStyle strong() const { return {textPt_, true}; }
    [[nodiscard]] PdfStyle heading() const { return {textPt_ * 1.18F, true}; }
    [[nodiscard]] PdfStyle quiet() const { return {std::max(textPt_ * 0.78F, 7.0F), false, quietInk}; }
    [[nodiscard]] float bottom() const { return pages_.size().y - marginPt; }

    void turn() {
        if (draw_) {
            pages_.next();
        }
        y_ = marginPt;
    }

    // Words at the place; returns their height.
    float put(const std::string& words, const glm::vec2& at, float width, const PdfStyle& style, PdfTag tag) {
        return draw_ ? pages_.text(words, at, width, style, tag) : pages_.heightOf(words, width, style);
    }
    void flow(const std::string& words, const PdfStyle& style, PdfTag tag) {
        y_ += put(words, {marginPt, y_}, width_, style, tag);
    }
    // A line of a list; returns its height.
    float bullet(const std::string& words, const glm::vec2& at, float width, const PdfStyle& style) {
        const float indent = style.sizePt * 0.9F;
        if (draw_) {
            pages_.disc({at.x + style.sizePt * 0.3F, at.y + style.sizePt * 0.62F}, style.sizePt * 0.13F, style.color);
        }
        return put(words, {at.x + indent, at.y}, width - indent, style, PdfTag::listItem) + style.sizePt * 0.15F;
    }

    void head() {
        y_ = marginPt;
        if (handout_.practice) {
            letterhead(*handout_.practice);
        }
        flow(handout_.document.title, {textPt_ * 1.85F, true}, PdfTag::title);
        const std::string names = handout_.client.empty()
                                      ? handout_.document.subtitle
                                      : text_("content.handout.for_client",
                                              {{"name", handout_.client}, {"names", handout_.document.subtitle}});
        flow(names, quiet(), PdfTag::paragraph);
        y_ += gapPt;
    }

    void letterhead(const Practice& practice) {
        constexpr glm::vec2 logoPt(120.0F, 40.0F);
        const float words = practice.logo ? width_ - logoPt.x - gapPt : width_;
        const float top = y_;
        flowIn(practice.name, words, strong());
        for (const std::string& line : practice.lines) {
            flowIn(line, words, quiet());
        }
        if (practice.logo) {
            if (draw_) {
                pages_.picture(*practice.logo, {marginPt + width_ - logoPt.x, top}, logoPt, practice.name);
            }
            y_ = std::max(y_, top + logoPt.y);
        }
        y_ += gapPt * 0.6F;
        if (draw_) {
            pages_.rectangle({marginPt, y_}, {width_, 0.8F}, ruleColor);
        }
        y_ += gapPt;
    }
    void flowIn(const std::string& words, float width, const PdfStyle& style) {
        y_ += put(words, {marginPt, y_}, width, style, PdfTag::paragraph);
    }

    // Each point's pictures, and beside them what is felt where.
    void points() {
        const std::size_t count = handout_.pictures.size();
        std::size_t index = 0;
        for (const Block& block : handout_.document.blocks) {
            if (block.id == BlockId::point && index < count) {
                point(block, handout_.pictures[index], pictureHeightPt(count), index == 0);
                ++index;
            }
        }
        legend();
    }

    void point(const Block& block, const HandoutPictures& pictures, float height, bool captioned) {
        const float aspect = static_cast<float>(pictures.zone.width) / static_cast<float>(pictures.zone.height);
        const glm::vec2 extent(height * aspect, height);
        const float top = y_;
        const std::array<const Image*, 2> images{&pictures.zone, &pictures.muscle};
        const std::array<const std::string*, 2> spoken{&pictures.zoneSpoken, &pictures.muscleSpoken};
        const std::array<const char*, 2> captions{"content.handout.caption_zone", "content.handout.caption_muscle"};
        float x = marginPt;
        float caption = 0.0F;
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (draw_) {
                pages_.picture(*images.at(i), {x, top}, extent, *spoken.at(i));
            }
            if (captioned) {
                caption = std::max(caption, put(text_(captions.at(i)), {x, top + height + 2.0F}, extent.x, quiet(),
                                                PdfTag::paragraph));
            }
            x += extent.x + gapPt * 0.7F;
        }
        const float width = marginPt + width_ - x;
        float y = top;
        y += put(block.heading, {x, y}, width, heading(), PdfTag::heading) + 3.0F;
        for (const Line& line : block.lines) {
            y += put(line.text, {x, y}, width, body(), PdfTag::paragraph) + 4.0F;
        }
        if (const Block* causes = handout_.document.find(BlockId::provokes)) {
            y += 2.0F;
            y += put(causes->heading, {x, y}, width, strong(), PdfTag::heading) + 2.0F;
            for (const Line& line : causes->lines) {
                y += bullet(line.text, {x, y}, width, body());
            }
        }
        y_ = std::max(y, top + height + 2.0F + caption) + gapPt * 0.7F;
    }

    // What the two patterns mean.
    void legend() {
        const PdfStyle style = quiet();
        const float swatch = style.sizePt * 1.9F;
        float x = marginPt;
        float height = 0.0F;
        for (const bool primary : {true, false}) {
            if (draw_) {
                drawSwatch({x, y_}, {swatch, style.sizePt}, primary);
            }
            const std::string words =
                text_(primary ? "content.handout.legend_primary" : "content.handout.legend_spillover");
            const float width = width_ / 2.0F - swatch - gapPt;
            height = std::max(height, put(words, {x + swatch + 5.0F, y_ - 1.0F}, width, style, PdfTag::paragraph));
            x += width_ / 2.0F;
        }
        y_ += height + gapPt * 0.7F;
    }
    void drawSwatch(const glm::vec2& at, const glm::vec2& extent, bool primary) {
        pages_.rectangle(at, extent, handout_.colors.plate, 1.5F);
        if (primary) {
            pages_.rectangle(at, extent, handout_.colors.primary, 1.5F);
            return;
        }
        const float pitch = extent.y / 3.0F;
        for (int row = 0; row < 3; ++row) {
            const float y = at.y + (static_cast<float>(row) + 0.5F) * pitch;
            for (float x = at.x + pitch * (row % 2 == 0 ? 0.5F : 1.0F); x < at.x + extent.x; x += pitch) {
                pages_.disc({x, y}, pitch * 0.3F, handout_.colors.spillover);
            }
        }
    }

    // When to get help: before anything that one does oneself, on a ground of its own.
    void caution(const Block& block) {
        constexpr float padding = 8.0F;
        const float inner = width_ - 2.0F * padding;
        const PdfStyle title{textPt_ * 1.05F, true, cautionInk};
        const bool twoColumns = block.lines.size() > mostInOneColumn;
        const float width = twoColumns ? (inner - columnGapPt) / 2.0F : inner;
        std::vector<Piece> pieces;
        for (const Line& line : block.lines) {
            pieces.push_back(
                piece([this, &line, width](const glm::vec2& at) { return bullet(line.text, at, width, body()); }));
        }
        const auto content = [&](bool draw) {
            const bool before = std::exchange(draw_, draw);
            const float top = y_ + padding;
            const float under = put(block.heading, {marginPt + padding, top}, inner, title, PdfTag::heading) + 2.0F;
            const float height = place(pieces, {marginPt + padding, top + under}, inner, twoColumns ? 2 : 1);
            draw_ = before;
            return 2.0F * padding + under + height;
        };
        const float height = content(false);
        if (draw_) {
            pages_.rectangle({marginPt, y_}, {width_, height}, cautionGround, 5.0F);
            content(true);
        }
        y_ += height + gapPt;
    }

    float cautionHeight(const Block& block) {
        const float top = y_;
        const bool before = std::exchange(draw_, false);
        caution(block);
        draw_ = before;
        return std::exchange(y_, top) - top;
    }

    // What `content` draws at a place, with the height that it returns.
    Piece piece(std::function<float(const glm::vec2& at)> content) {
        const bool before = std::exchange(draw_, false);
        const float height = content({0.0F, 0.0F});
        draw_ = before;
        return {height, std::move(content)};
    }

    // A labelled step in a column.
    Piece step(const Line& line, float width) {
        return piece([this, &line, width](const glm::vec2& at) {
            const float label = put(line.label, at, width, strong(), PdfTag::heading);
            return label + put(line.text, {at.x, at.y + label}, width, body(), PdfTag::paragraph) + 5.0F;
        });
    }

    // Pieces in one column or two of nearly one height, in their order; returns the height.
    float place(const std::vector<Piece>& pieces, const glm::vec2& corner, float width, int columns) {
        float all = 0.0F;
        for (const Piece& one : pieces) {
            all += one.height;
        }
        std::size_t split = pieces.size();
        float best = all;
        float sum = 0.0F;
        for (std::size_t i = 0; columns == 2 && i < pieces.size(); ++i) {
            sum += pieces[i].height;
            if (const float higher = std::max(sum, all - sum); higher < best) {
                best = higher;
                split = i + 1;
            }
        }
        glm::vec2 at = corner;
        for (std::size_t i = 0; draw_ && i < pieces.size(); ++i) {
            if (i == split) {
                at = {corner.x + (width + columnGapPt) / 2.0F, corner.y};
            }
            at.y += pieces[i].draw(at);
        }
        return best;
    }

    void selfCare() {
        const float columnWidth = (width_ - columnGapPt) / 2.0F;
        for (const Block& block : handout_.document.blocks) {
            if (block.id != BlockId::selfCare) {
                continue;
            }
            flow(block.heading, heading(), PdfTag::heading);
            y_ += 3.0F;
            std::vector<Piece> pieces;
            for (const Line& line : block.lines) {
                pieces.push_back(step(line, columnWidth));
            }
            y_ += place(pieces, {marginPt, y_}, width_, 2) + 3.0F;
        }
    }

    void expectations() {
        if (const Block* block = handout_.document.find(BlockId::expect)) {
            flow(block->heading, heading(), PdfTag::heading);
            y_ += 2.0F;
            for (const Line& line : block->lines) {
                y_ += bullet(line.text, {marginPt, y_}, width_, body());
            }
            y_ += gapPt * 0.6F;
        }
    }

    // Where this is known from, and that it is no diagnosis: at the lower edge.
    void foot() {
        const auto lines = [&] {
            for (const BlockId id : {BlockId::sources, BlockId::limits}) {
                if (const Block* block = handout_.document.find(id)) {
                    for (const Line& line : block->lines) {
                        flow(line.text, quiet(), PdfTag::paragraph);
                    }
                }
            }
            flow(text_("content.handout.made", {{"version", handout_.version}}), quiet(), PdfTag::paragraph);
        };
        const float top = y_;
        const bool before = std::exchange(draw_, false);
        lines();
        const float height = y_ - top;
        draw_ = before;
        y_ = std::max(top, bottom() - height);
        if (draw_) {
            pages_.rectangle({marginPt, y_ - 4.0F}, {width_, 0.6F}, ruleColor);
        }
        lines();
    }

    PdfPages& pages_;
    const Handout& handout_;
    const Text& text_;
    float textPt_;
    bool twoPages_;
    bool draw_;
    float width_;
    float y_ = 0.0F;
};

}  // namespace

float handoutPictureAspect(std::size_t points) {
    return points <= 1 ? 0.68F : 0.8F;
}

Result<HandoutFile> makeHandout(const Handout& handout, const Text& text) {
    PdfPages pages(handout.paper == Paper::a4 ? a4Pt : letterPt,
                   {handout.document.title, text.language(), "Myoatlas " + handout.version});
    HandoutFile file;
    const float smallest = handout.pictures.size() > 1 ? smallestForSeveralPt : smallestTextPt;
    for (const bool twoPages : {false, true}) {
        for (float size = largestTextPt; size >= smallest; size -= stepPt) {
            if (Sheet(pages, handout, text, size, twoPages, false).lay()) {
                Sheet(pages, handout, text, size, twoPages, true).lay();
                file.pages = twoPages ? 2 : 1;
                file.textPt = size;
                file.missingCharacter = pages.missingCharacter();
                Result<std::string> bytes = pages.finish();
                if (!bytes) {
                    return bytes.problem();
                }
                file.bytes = std::move(bytes).value();
                return file;
            }
        }
    }
    return Diagnostic{
        {}, "there is more to say than two pages hold", "expected fewer trigger points, or shorter names"};
}

}  // namespace myo::report
