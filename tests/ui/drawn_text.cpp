#include "drawn_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <imgui_internal.h>

namespace headless {

namespace {

// Which letter lies on each texel of the font texture: every glyph has a rectangle of its own there.
class GlyphMap {
public:
    explicit GlyphMap(const ImFontAtlas& atlas)
        : width_(atlas.TexWidth),
          height_(atlas.TexHeight),
          codes_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0) {
        for (const ImFont* font : atlas.Fonts) {
            for (const ImFontGlyph& glyph : font->Glyphs) {
                if (glyph.Visible != 0) {
                    mark(glyph);
                }
            }
        }
    }
    // 0 where no letter lies.
    [[nodiscard]] unsigned at(float u, float v) const {
        const int x = std::clamp(static_cast<int>(u * static_cast<float>(width_)), 0, width_ - 1);
        const int y = std::clamp(static_cast<int>(v * static_cast<float>(height_)), 0, height_ - 1);
        return codes_[static_cast<std::size_t>(y * width_ + x)];
    }

private:
    void mark(const ImFontGlyph& glyph) {
        const int x0 = static_cast<int>(std::floor(glyph.U0 * static_cast<float>(width_)));
        const int x1 = static_cast<int>(std::ceil(glyph.U1 * static_cast<float>(width_)));
        const int y0 = static_cast<int>(std::floor(glyph.V0 * static_cast<float>(height_)));
        const int y1 = static_cast<int>(std::ceil(glyph.V1 * static_cast<float>(height_)));
        for (int y = y0; y < std::min(y1, height_); ++y) {
            for (int x = x0; x < std::min(x1, width_); ++x) {
                codes_[static_cast<std::size_t>(y * width_ + x)] = glyph.Codepoint;
            }
        }
    }

    int width_;
    int height_;
    std::vector<unsigned> codes_;
};

// A letter is a rectangle of two triangles: its first and third corner say where it lies, on the window and in the
// texture.
bool isRectangle(const ImDrawVert* corner) {
    return corner[0].pos.y == corner[1].pos.y && corner[1].pos.x == corner[2].pos.x &&
           corner[2].pos.y == corner[3].pos.y && corner[0].pos.x == corner[3].pos.x &&
           corner[0].uv.y == corner[1].uv.y && corner[1].uv.x == corner[2].uv.x && corner[0].uv.x != corner[2].uv.x;
}

bool drawn(const DrawnLetter& letter) {
    return letter.high.x > letter.clip.x && letter.low.x < letter.clip.z && letter.high.y > letter.clip.y &&
           letter.low.y < letter.clip.w;
}

// Whether a letter follows another within a string: on the same line a little further on, or on the next one.
bool follows(const DrawnLetter& before, const DrawnLetter& letter) {
    const float height = std::max(before.high.y - before.low.y, 8.0F);
    const bool sameLine = std::abs(letter.high.y - before.high.y) < height * 1.2F;
    return sameLine && letter.low.x > before.low.x - 1.0F;
}

// More than lies between the letters of a word, less than a blank.
float leastBlank() {
    return 0.13F * ImGui::GetIO().Fonts->Fonts[0]->FontSize;
}

void readList(const ImDrawList& list, const GlyphMap& glyphs, DrawnList& out) {
    const float blank = leastBlank();
    for (const ImDrawCmd& command : list.CmdBuffer) {
        for (unsigned at = 0; at + 6 <= command.ElemCount;) {
            const unsigned first = list.IdxBuffer[static_cast<int>(command.IdxOffset + at)] + command.VtxOffset;
            const ImDrawVert* corner = &list.VtxBuffer[static_cast<int>(first)];
            const bool room = static_cast<int>(first) + 4 <= list.VtxBuffer.Size;
            if (!room || !isRectangle(corner)) {
                at += 3;
                continue;
            }
            at += 6;
            DrawnLetter letter;
            letter.code = glyphs.at((corner[0].uv.x + corner[2].uv.x) * 0.5F, (corner[0].uv.y + corner[2].uv.y) * 0.5F);
            letter.low = corner[0].pos;
            letter.high = corner[2].pos;
            letter.clip = command.ClipRect;
            if (letter.code == 0 || !drawn(letter)) {
                continue;
            }
            if (!out.letters.empty()) {
                const DrawnLetter& before = out.letters.back();
                letter.newWord = !follows(before, letter) || letter.low.x - before.high.x > blank;
            }
            out.letters.push_back(letter);
        }
    }
}

}  // namespace

std::vector<DrawnList> drawnLetters() {
    const GlyphMap glyphs(*ImGui::GetIO().Fonts);
    std::vector<DrawnList> out;
    const ImDrawData* data = ImGui::GetDrawData();
    for (int i = 0; i < data->CmdListsCount; ++i) {
        DrawnList list;
        list.window = data->CmdLists[i]->_OwnerName != nullptr ? data->CmdLists[i]->_OwnerName : "";
        readList(*data->CmdLists[i], glyphs, list);
        out.push_back(std::move(list));
    }
    return out;
}

std::string utf8(unsigned code) {
    std::string out;
    if (code < 0x80U) {
        out += static_cast<char>(code);
    } else if (code < 0x800U) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
    return out;
}

}  // namespace headless
