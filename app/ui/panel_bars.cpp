// The two bars below the figure: the legend, and views and layers.
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "session/pick.h"
#include "session/scene_builder.h"
#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using render::SkinMode;

float textWidth(const std::string& text) {
    return ImGui::CalcTextSize(text.c_str()).x;
}

void barStart(const Ui& ui, const Rect& place) {
    hairline(ui, place.at, {place.end().x, place.at.y});
}

void tierEntry(const Ui& ui, Flow& flow, atlas::Tier tier, bool compact) {
    const std::string meaning = compact ? session::shortTierMeaning(tier) : session::tierMeaning(tier);
    const std::string text = session::tierName(tier) + ": " + meaning;
    const float size = ui.px(18);
    flow.item(size + ui.px(8) + textWidth(text));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float row = ImGui::GetFrameHeight();
    swatch(ui, {at.x, at.y + (row - size) * 0.5F}, size, tier);
    ImGui::Dummy(ImVec2(size, row));
    ImGui::SameLine(0.0F, ui.px(8));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(text.c_str());
}

void plainEntry(const Ui& ui, Flow& flow, const std::string& text, const ImVec4& color) {
    flow.item(std::min(textWidth(text), ImGui::GetContentRegionAvail().x));
    ImGui::AlignTextToFramePadding();
    wrapped(ui, ui.fonts.body, color, text);
}

std::string statusText(const Ui& ui) {
    if (!ui.state.notice.empty()) {
        return ui.state.notice;
    }
    if (ui.input.zonesReady < 1.0F) {
        return fmt::format("Working out the pain zones: {:.0f} %", ui.input.zonesReady * 100.0F);
    }
    return {};
}

// Buttons of one choice, side by side with a label before them.
void group(const Ui& ui, Flow& flow, const char* label, std::initializer_list<const char*> ids) {
    const float gap = ui.px(4);
    float width = textWidth(label) + ui.px(8);
    for (const char* id : ids) {
        width += buttonWidth(ui, findAction(ui.commands, id).name) + gap;
    }
    flow.item(width - gap);
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.dim);
    ImGui::TextUnformatted(label);
    ImGui::PopStyleColor();
    float space = ui.px(8);
    for (const char* id : ids) {
        ImGui::SameLine(0.0F, space);
        commandButton(ui, id);
        space = gap;
    }
}

// The same as a list to choose from, for small windows.
void choice(const Ui& ui, Flow& flow, const char* label, const char* shown, std::initializer_list<const char*> ids) {
    float width = textWidth(shown);
    for (const char* id : ids) {
        width = std::max(width, textWidth(findAction(ui.commands, id).name));
    }
    width += ImGui::GetFrameHeight() + ui.px(18);
    flow.item(width);
    ImGui::SetNextItemWidth(width);
    if (ImGui::BeginCombo(label, shown)) {
        for (const char* id : ids) {
            const ActionInfo& command = findAction(ui.commands, id);
            if (ImGui::Selectable(command.name.c_str(), command.active)) {
                ui.push(command.action);
            }
        }
        ImGui::EndCombo();
    }
}

void checkbox(const Ui& ui, Flow& flow, const char* id) {
    const ActionInfo& command = findAction(ui.commands, id);
    flow.item(ImGui::GetFrameHeight() + ui.px(6) + textWidth(command.name));
    bool on = command.active;
    pushOutline(ui);
    if (ImGui::Checkbox(command.name.c_str(), &on)) {
        ui.push(command.action);
    }
    popOutline();
    tooltip(ui, command.tooltip + "  [" + command.shortcuts.front() + "]");
}

void peelControl(const Ui& ui, Flow& flow, bool compact) {
    constexpr std::array<const char*, 5> names = {"All", "1 off", "2 off", "3 off", "None"};
    const int peeled = ui.state.choice.layers.peeled;
    if (compact) {
        const std::string shown = std::string("Muscles: ") + names.at(static_cast<std::size_t>(peeled));
        const float width = textWidth("Muscles: 2 off") + ImGui::GetFrameHeight() + ui.px(24);
        flow.item(width);
        ImGui::SetNextItemWidth(width);
        if (ImGui::BeginCombo("##muscles", shown.c_str())) {
            for (int i = 0; i <= session::Layers::deepest; ++i) {
                if (ImGui::Selectable(names.at(static_cast<std::size_t>(i)), i == peeled)) {
                    ui.push(session::SetPeeled{i});
                }
            }
            ImGui::EndCombo();
        }
        return;
    }
    const float gap = ui.px(4);
    float width = textWidth("Muscles") + ui.px(8);
    for (const char* name : names) {
        width += buttonWidth(ui, name) + gap;
    }
    flow.item(width - gap);
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.dim);
    ImGui::TextUnformatted("Muscles");
    ImGui::PopStyleColor();
    const bool shown = session::shownSkin(ui.state) != SkinMode::opaque;
    for (int i = 0; i <= session::Layers::deepest; ++i) {
        ImGui::SameLine(0.0F, i == 0 ? ui.px(8) : gap);
        ImGui::PushID(i);
        const char* name = names.at(static_cast<std::size_t>(i));
        const bool pressed = shown && i == peeled ? primaryButton(ui, name) : ImGui::Button(name);
        if (pressed) {
            ui.push(session::SetPeeled{i});
        }
        tooltip(ui, i == 0 ? "Show all muscles under the skin"
                           : fmt::format("Take {} muscle layer{} off  [PageDown]", i, i == 1 ? "" : "s"));
        ImGui::PopID();
    }
}

}  // namespace

void legendBar(const Ui& ui, const Rect& place, bool compact) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(5)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(3)));
    if (beginPanel("##legend", place, ImGuiWindowFlags_NoScrollbar)) {
        barStart(ui, place);
        Flow flow(ui.px(14), place.size.x - ui.px(28), ui.px(compact ? 12.0F : 16.0F));
        const bool painted = session::zonesPainted(ui.state, ui.library);
        if (painted) {
            tierEntry(ui, flow, atlas::Tier::primary, compact);
            tierEntry(ui, flow, atlas::Tier::spillover, compact);
            plainEntry(ui, flow, "How often, not how strongly.", ui.colors.dim);
        } else if (statusText(ui).empty()) {
            plainEntry(ui, flow, "Click a dot to see where its pain is felt.", ui.colors.dim);
        }
        if (const std::string status = statusText(ui); !status.empty()) {
            plainEntry(ui, flow, status, ui.colors.dim);
        }
        flow.item(buttonWidth(ui, "How sure is this?"));
        if (link(ui, "How sure is this?")) {
            ui.push(session::ShowOverlay{session::Overlay::evidence});
        }
        ui.memory.legendRows = flow.rows();
    }
    endPanel();
    ImGui::PopStyleVar(2);
}

void controlBar(const Ui& ui, const Rect& place, bool compact) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(5)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(5)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(8), ui.px(5)));
    if (beginPanel("##controls", place, ImGuiWindowFlags_NoScrollbar)) {
        barStart(ui, place);
        Flow flow(ui.px(14), place.size.x - ui.px(28), ui.px(compact ? 8.0F : 18.0F));
        const std::initializer_list<const char*> views = {"view.anterior", "view.posterior", "view.left", "view.right",
                                                          "view.superior", "view.inferior",  "view.frame"};
        const std::initializer_list<const char*> skins = {"skin.opaque", "skin.ghosted", "skin.hidden"};
        if (compact) {
            const char* skin = "Skin";
            for (const char* id : skins) {
                skin = findAction(ui.commands, id).active ? findAction(ui.commands, id).name.c_str() : skin;
            }
            choice(ui, flow, "##views", "View", views);
            choice(ui, flow, "##skin", skin, skins);
        } else {
            group(ui, flow, "View", views);
            group(ui, flow, "Body", skins);
        }
        peelControl(ui, flow, compact);
        const std::initializer_list<const char*> switches = {"layer.points", "layer.bones", "side.both"};
        if (compact) {
            choice(ui, flow, "##more", "More", switches);
        } else {
            for (const char* id : switches) {
                checkbox(ui, flow, id);
            }
        }
        ui.memory.controlRows = flow.rows();
    }
    endPanel();
    ImGui::PopStyleVar(3);
}

}  // namespace myo::ui
