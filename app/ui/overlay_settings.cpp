// What hangs below the bar at the top: settings, and what can be kept or given away.
#include <array>
#include <cmath>
#include <string>

#include "ui/icons.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

void caption(const Ui& ui, const char* key) {
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text(key));
}

void textSize(const Ui& ui) {
    caption(ui, "settings.text_size");
    commandButton(ui, "scale.down", ui.text("top.smaller"));
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(
        ui.text("settings.percent", {{"percent", std::lround(ui.state.settings.uiScale * 100.0F)}}).c_str());
    ImGui::SameLine();
    commandButton(ui, "scale.up", ui.text("top.larger"));
}

void theme(const Ui& ui) {
    caption(ui, "settings.theme");
    const bool dark = ui.state.settings.theme == session::ThemeChoice::dark;
    const std::string tip = withKeys(ui.text("settings.theme_tip"), "T");
    const int pressed = segments(
        ui, "theme", {{ui.text("settings.light"), "light", tip, !dark}, {ui.text("settings.dark"), "dark", tip, dark}});
    if (pressed >= 0) {
        ui.push(session::SetTheme{pressed == 0 ? session::ThemeChoice::light : session::ThemeChoice::dark});
    }
}

constexpr std::array<const char*, render::zonePaletteNames.size()> paletteKeys{
    "settings.palette.clinical", "settings.palette.calm", "settings.palette.contrast", "settings.palette.print",
    "settings.palette.textbook"};

// A row with both tiers as they look in that colour.
void paletteRow(const Ui& ui, session::PaletteChoice palette) {
    const auto index = static_cast<std::size_t>(palette);
    ImGui::PushID(static_cast<int>(index));
    const std::string words = ui.text(paletteKeys.at(index));
    const float size = ui.px(18);
    const float left = 2.0F * size + ui.px(20);
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 text = ImGui::CalcTextSize(words.c_str(), nullptr, false, width - left);
    const float height = std::max(text.y, size) + ui.px(8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##palette", ui.state.settings.palette == palette, 0, ImVec2(width, height))) {
        ui.push(session::SetPalette{palette});
    }
    const float y = at.y + (height - size) * 0.5F;
    swatch(ui, {at.x + ui.px(4), y}, size, atlas::Tier::primary, palette);
    swatch(ui, {at.x + ui.px(8) + size, y}, size, atlas::Tier::spillover, palette);
    ImGui::GetWindowDrawList()->AddText(ui.fonts.body, ui.fonts.body->FontSize,
                                        ImVec2(at.x + left, at.y + (height - text.y) * 0.5F),
                                        ImGui::GetColorU32(ui.colors.text), words.c_str(), nullptr, width - left);
    ImGui::PopID();
}

// A button over the whole width, with what it does.
void wideCommand(const Ui& ui, const char* id, const char* icon, const std::string& note) {
    const ActionInfo& command = findAction(ui.commands, id);
    ImGui::BeginDisabled(!command.enabled);
    const std::string words = signWords(ui, icon, command.name);
    if (ImGui::Button(labelled(words, id).c_str(), ImVec2(ImGui::GetContentRegionAvail().x, 0.0F))) {
        ui.push(command.action);
    }
    ImGui::EndDisabled();
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            command.shortcuts.empty() ? note : withKeys(note, command.shortcuts.front()));
}

}  // namespace

void settingsOverlay(const Ui& ui) {
    if (beginPopover(ui, labelled(ui.text("settings.title"), "settings"), 360.0F)) {
        textSize(ui);
        theme(ui);
        caption(ui, "settings.palettes");
        for (std::size_t i = 0; i < paletteKeys.size(); ++i) {
            paletteRow(ui, static_cast<session::PaletteChoice>(i));
        }
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        bool reduced = ui.state.settings.reducedMotion;
        if (checkbox(ui, ui.text("settings.reduced_motion"), "reduced", &reduced)) {
            ui.push(session::SetReducedMotion{reduced});
        }
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(8));
        for (const char* id : {"about", "help", "evidence"}) {
            flow.item(buttonWidth(ui, findAction(ui.commands, id).name));
            commandButton(ui, id);
        }
        endOverlay();
    }
}

void shareOverlay(const Ui& ui) {
    if (beginPopover(ui, labelled(ui.text("share.title"), "share"), 360.0F)) {
        wideCommand(ui, "picture", icon::picture, ui.text("share.picture"));
        wideCommand(ui, "drawing.save", icon::save,
                    ui.text(ui.state.paint.strokes() > 0 ? "share.drawing" : "share.no_drawing"));
        endOverlay();
    }
}

}  // namespace myo::ui
