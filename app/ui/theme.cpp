#include "ui/theme.h"

#include <array>
#include <cmath>
#include <system_error>
#include <vector>

#include <imgui_freetype.h>

#include "ui/icons.h"

namespace myo::ui {

namespace {

namespace fs = std::filesystem;

// Latin with its extensions, dashes, quotes, bullets, arrows, and the few signs that texts use. Lives as long as the
// program, as the atlas keeps only the pointer.
constexpr std::array<ImWchar, 19> glyphs = {0x0020, 0x02AF, 0x0391, 0x03C9, 0x1E00, 0x1EFF, 0x2010,
                                            0x203A, 0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212,
                                            0x2248, 0x2265, 0x25B8, 0x25BE, 0};

ImVec4 rgb(unsigned hex, float alpha = 1.0F) {
    return {static_cast<float>((hex >> 16U) & 0xFFU) / 255.0F, static_cast<float>((hex >> 8U) & 0xFFU) / 255.0F,
            static_cast<float>(hex & 0xFFU) / 255.0F, alpha};
}

// Sentences are read at arm's length and names from across a room: the large size needs letters only.
constexpr std::array<ImWchar, 7> letters = {0x0020, 0x02AF, 0x1E00, 0x1EFF, 0x2010, 0x203A, 0};

// One range for each sign. Lives as long as the program, likewise.
const std::vector<ImWchar>& iconRanges() {
    static const std::vector<ImWchar> ranges = [] {
        std::vector<ImWchar> out;
        for (const char* sign : icon::all) {
            const auto* byte = reinterpret_cast<const unsigned char*>(sign);  // UTF-8 of three bytes
            const auto code =
                static_cast<ImWchar>((byte[0] & 0x0FU) << 12U | (byte[1] & 0x3FU) << 6U | (byte[2] & 0x3FU));
            out.push_back(code);
            out.push_back(code);
        }
        out.push_back(0);
        return out;
    }();
    return ranges;
}

// Adds the signs to the font that was loaded last.
bool mergeIcons(ImFontAtlas& atlas, const fs::path& file, float px) {
    std::error_code ignored;
    if (file.empty() || !fs::exists(file, ignored)) {
        return false;
    }
    ImFontConfig config;
    config.MergeMode = true;
    config.GlyphMinAdvanceX = px * 1.2F;
    config.GlyphOffset.y = std::round(px * 0.06F);
    return atlas.AddFontFromFileTTF(file.string().c_str(), px, &config, iconRanges().data()) != nullptr;
}

ImFont* load(ImFontAtlas& atlas, const fs::path& file, float px, const ImWchar* ranges = glyphs.data()) {
    std::error_code ignored;
    if (!file.empty() && fs::exists(file, ignored)) {
        if (ImFont* font = atlas.AddFontFromFileTTF(file.string().c_str(), px, nullptr, ranges)) {
            return font;
        }
    }
    ImFontConfig config;
    config.SizePixels = px;
    return atlas.AddFontDefault(&config);
}

}  // namespace

fs::path findInter() {
    for (const char* folder :
         {"/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/inter", "/usr/local/share/fonts/inter"}) {
        std::error_code ignored;
        if (fs::exists(fs::path(folder) / "Inter-Regular.otf", ignored)) {
            return folder;
        }
    }
    return {};
}

fs::path findIcons() {
    for (const char* file : {"/usr/share/fonts/truetype/fork-awesome/forkawesome-webfont.ttf",
                             "/usr/share/fonts-fork-awesome/fonts/forkawesome-webfont.ttf",
                             "/usr/local/share/fonts/forkawesome-webfont.ttf"}) {
        std::error_code ignored;
        if (fs::exists(file, ignored)) {
            return file;
        }
    }
    return {};
}

Fonts loadFonts(ImFontAtlas& atlas, float scale, const fs::path& folder, const fs::path& icons) {
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const auto file = [&](const char* name) { return folder.empty() ? fs::path() : folder / name; };
    const auto px = [scale](float size) { return std::round(size * scale); };
    Fonts fonts;
    fonts.body = load(atlas, file("Inter-Regular.otf"), px(15.0F));
    fonts.icons = mergeIcons(atlas, icons, px(15.0F));
    fonts.strong = load(atlas, file("Inter-SemiBold.otf"), px(15.0F));
    mergeIcons(atlas, icons, px(15.0F));
    fonts.small = load(atlas, file("Inter-Regular.otf"), px(13.0F));
    mergeIcons(atlas, icons, px(13.0F));
    fonts.title = load(atlas, file("Inter-SemiBold.otf"), px(20.0F));
    fonts.large = load(atlas, file("Inter-SemiBold.otf"), px(32.0F), letters.data());
    atlas.Build();
    return fonts;
}

Colors colorsOf(session::ThemeChoice theme) {
    if (theme == session::ThemeChoice::dark) {
        return {rgb(0x1B1F24), rgb(0x252B32), rgb(0x39424C), rgb(0x6C7884),       rgb(0xE8EDF1), rgb(0xA3B0BB),
                rgb(0x6FB6E3), rgb(0x0E1B25), rgb(0x2B3D4B), rgb(0xE0A33A),       rgb(0x352D1D), rgb(0xF08A80),
                rgb(0x3E2322), rgb(0x7F95A8), rgb(0x252E37), rgb(0x05080B, 0.55F)};
    }
    return {rgb(0xFBFCFD), rgb(0xF1F4F7), rgb(0xDCE2E8), rgb(0x82909C),       rgb(0x18232C), rgb(0x566674),
            rgb(0x1C5F8F), rgb(0xFFFFFF), rgb(0xE3EEF6), rgb(0x8F5600),       rgb(0xFDF5E6), rgb(0xA61B1B),
            rgb(0xFCEBEA), rgb(0x6E8496), rgb(0xF0F4F7), rgb(0x10202C, 0.35F)};
}

void applyStyle(ImGuiStyle& style, const Colors& c, float scale) {
    style = ImGuiStyle();
    style.WindowPadding = ImVec2(16, 12);
    style.FramePadding = ImVec2(8, 6);
    style.ItemSpacing = ImVec2(8, 8);
    style.ItemInnerSpacing = ImVec2(8, 4);
    style.ScrollbarSize = 12;
    style.WindowRounding = 0;
    style.ChildRounding = 6;
    style.FrameRounding = 6;
    style.PopupRounding = 6;
    style.ScrollbarRounding = 6;
    style.GrabRounding = 6;
    style.WindowBorderSize = 0;
    style.FrameBorderSize = 0;
    style.WindowMinSize = ImVec2(1, 1);
    style.ScaleAllSizes(scale);
    const ImVec4 clear(0, 0, 0, 0);
    ImVec4* colors = style.Colors;
    colors[ImGuiCol_WindowBg] = c.panel;
    colors[ImGuiCol_ChildBg] = clear;
    colors[ImGuiCol_PopupBg] = c.panel;
    colors[ImGuiCol_Border] = c.line;
    colors[ImGuiCol_Separator] = c.line;
    colors[ImGuiCol_Text] = c.text;
    colors[ImGuiCol_TextDisabled] = c.dim;
    colors[ImGuiCol_FrameBg] = c.raised;
    colors[ImGuiCol_FrameBgHovered] = c.accentSoft;
    colors[ImGuiCol_FrameBgActive] = c.accentSoft;
    colors[ImGuiCol_Button] = c.raised;
    colors[ImGuiCol_ButtonHovered] = c.accentSoft;
    colors[ImGuiCol_ButtonActive] = c.accentSoft;
    colors[ImGuiCol_Header] = c.accentSoft;
    colors[ImGuiCol_HeaderHovered] = c.accentSoft;
    colors[ImGuiCol_HeaderActive] = c.accentSoft;
    colors[ImGuiCol_CheckMark] = c.accent;
    colors[ImGuiCol_SliderGrab] = c.accent;
    colors[ImGuiCol_SliderGrabActive] = c.accent;
    colors[ImGuiCol_ScrollbarBg] = clear;
    colors[ImGuiCol_ScrollbarGrab] = c.line;
    colors[ImGuiCol_ScrollbarGrabHovered] = c.dim;
    colors[ImGuiCol_ScrollbarGrabActive] = c.dim;
    colors[ImGuiCol_NavHighlight] = c.accent;
    colors[ImGuiCol_TextSelectedBg] = c.accentSoft;
}

}  // namespace myo::ui
