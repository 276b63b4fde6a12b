// Fonts and colours: quiet, clinical, light or dark.
#pragma once

#include <filesystem>

#include <imgui.h>

#include "session/state.h"

namespace myo::ui {

/// The folder of Inter on this system; empty if it is not installed.
[[nodiscard]] std::filesystem::path findInter();
/// The file of the icon font on this system; empty if it is not installed.
[[nodiscard]] std::filesystem::path findIcons();

/// Weights and sizes of Inter, loaded at the size they are shown at, so that they stay crisp at every scale.
struct Fonts {
    ImFont* body = nullptr;    ///< 15 px regular
    ImFont* strong = nullptr;  ///< 15 px semibold
    ImFont* small = nullptr;   ///< 13 px regular
    ImFont* title = nullptr;   ///< 20 px semibold
    ImFont* large = nullptr;   ///< 32 px semibold, for an audience
    bool icons = false;        ///< the icon font was found: body and strong hold its signs
};

/// Fills the font atlas anew. \param folder where Inter-*.otf lie; without them ImGui's own font is scaled.
/// \param icons the icon font's file; without it words stand in place of signs.
/// \return the fonts; they live as long as the atlas is not filled again.
Fonts loadFonts(ImFontAtlas& atlas, float scale, const std::filesystem::path& folder,
                const std::filesystem::path& icons = findIcons());

struct Colors {
    ImVec4 panel;       ///< behind panels
    ImVec4 raised;      ///< fields, cards
    ImVec4 line;        ///< hairlines between areas
    ImVec4 edge;        ///< outlines of fields and boxes, 3:1 on panel
    ImVec4 text;        ///< at least 7:1 on panel
    ImVec4 dim;         ///< at least 4.5:1 on panel
    ImVec4 accent;      ///< links, active controls
    ImVec4 onAccent;    ///< text on accent
    ImVec4 accentSoft;  ///< hovered and chosen rows
    ImVec4 caution;     ///< bar of caution blocks: amber, because red raises the pain that people report
    ImVec4 cautionSoft;
    ImVec4 danger;  ///< an emergency, and nothing else
    ImVec4 dangerSoft;
    ImVec4 evidence;
    ImVec4 evidenceSoft;
    ImVec4 shade;  ///< over the window, below an overlay
};

[[nodiscard]] Colors colorsOf(session::ThemeChoice theme);
/// Sets ImGui's style: rounding, spacing and colours for that scale.
void applyStyle(ImGuiStyle& style, const Colors& colors, float scale);

}  // namespace myo::ui
