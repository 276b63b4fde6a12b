#include "ui/theme.h"

#include <array>
#include <cmath>
#include <system_error>

#include <imgui_freetype.h>

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

ImFont* load(ImFontAtlas& atlas, const fs::path& file, float px) {
    std::error_code ignored;
    if (!file.empty() && fs::exists(file, ignored)) {
        if (ImFont* font = atlas.AddFontFromFileTTF(file.string().c_str(), px, nullptr, glyphs.data())) {
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

Fonts loadFonts(ImFontAtlas& atlas, float scale, const fs::path& folder) {
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const auto file = [&](const char* name) { return folder.empty() ? fs::path() : folder / name; };
    const auto px = [scale](float size) { return std::round(size * scale); };
    Fonts fonts;
    fonts.body = load(atlas, file("Inter-Regular.otf"), px(15.0F));
    fonts.strong = load(atlas, file("Inter-SemiBold.otf"), px(15.0F));
    fonts.small = load(atlas, file("Inter-Regular.otf"), px(13.0F));
    fonts.title = load(atlas, file("Inter-SemiBold.otf"), px(21.0F));
    atlas.Build();
    return fonts;
}

Colors colorsOf(session::ThemeChoice theme) {
    if (theme == session::ThemeChoice::dark) {
        return {rgb(0x1B1F24), rgb(0x252B32), rgb(0x39424C), rgb(0x6C7884),       rgb(0xE8EDF1),
                rgb(0xA3B0BB), rgb(0x6FB6E3), rgb(0x0E1B25), rgb(0x2B3D4B),       rgb(0xE0A33A),
                rgb(0x352D1D), rgb(0x7F95A8), rgb(0x252E37), rgb(0x05080B, 0.55F)};
    }
    return {rgb(0xFBFCFD), rgb(0xF1F4F7), rgb(0xDCE2E8), rgb(0x82909C),       rgb(0x18232C),
            rgb(0x566674), rgb(0x1C5F8F), rgb(0xFFFFFF), rgb(0xE3EEF6),       rgb(0xB8720A),
            rgb(0xFDF5E6), rgb(0x6E8496), rgb(0xF0F4F7), rgb(0x10202C, 0.35F)};
}

void applyStyle(ImGuiStyle& style, const Colors& c, float scale) {
    style = ImGuiStyle();
    style.WindowPadding = ImVec2(14, 12);
    style.FramePadding = ImVec2(10, 6);
    style.ItemSpacing = ImVec2(8, 6);
    style.ItemInnerSpacing = ImVec2(6, 4);
    style.ScrollbarSize = 11;
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
