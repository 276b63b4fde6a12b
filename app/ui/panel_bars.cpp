// The two bars below the figure: the legend, and views and layers.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "session/compare.h"
#include "session/scene_builder.h"
#include "session/visibility.h"
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
    const Text& words = *ui.library.text;
    const std::string meaning = compact ? content::shortTierMeaning(words, tier) : content::tierMeaning(words, tier);
    const std::string text = content::tierName(words, tier) + ": " + meaning;
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
        return ui.text("legend.working", {{"percent", std::lround(ui.input.zonesReady * 100.0F)}});
    }
    return {};
}

// Buttons of one choice, side by side with a label before them.
void group(const Ui& ui, Flow& flow, const std::string& label, std::initializer_list<const char*> ids) {
    const float gap = ui.px(4);
    float width = textWidth(label) + ui.px(8);
    for (const char* id : ids) {
        width += buttonWidth(ui, findAction(ui.commands, id).name) + gap;
    }
    flow.item(width - gap);
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.dim);
    ImGui::TextUnformatted(label.c_str());
    ImGui::PopStyleColor();
    float space = ui.px(8);
    for (const char* id : ids) {
        ImGui::SameLine(0.0F, space);
        commandButton(ui, id);
        space = gap;
    }
}

// The same as a list to choose from, for small windows.
void choice(const Ui& ui, Flow& flow, const char* itemId, const std::string& shown,
            std::initializer_list<const char*> ids) {
    float width = textWidth(shown);
    for (const char* id : ids) {
        width = std::max(width, textWidth(findAction(ui.commands, id).name));
    }
    width += ImGui::GetFrameHeight() + ui.px(18);
    flow.item(width);
    ImGui::SetNextItemWidth(width);
    if (ImGui::BeginCombo(itemId, shown.c_str())) {
        for (const char* id : ids) {
            const ActionInfo& command = findAction(ui.commands, id);
            if (ImGui::Selectable(labelled(command.name, id).c_str(), command.active)) {
                ui.push(command.action);
            }
        }
        ImGui::EndCombo();
    }
}

void checkbox(const Ui& ui, Flow& flow, const char* id) {
    flow.item(ImGui::GetFrameHeight() + ui.px(6) + textWidth(findAction(ui.commands, id).name));
    commandCheckbox(ui, id);
}

std::string cutName(const Ui& ui) {
    for (const char* id : {"cut.sagittal", "cut.coronal", "cut.transverse"}) {
        if (const ActionInfo& command = findAction(ui.commands, id); command.active) {
            return command.name;
        }
    }
    return {};
}

// What lies outermost, by depth level.
constexpr std::array<const char*, session::deepestLevel + 1> depthKeys = {
    "controls.level.skin", "controls.level.superficial", "controls.level.intermediate",
    "controls.level.deep", "controls.level.deepest",     "controls.level.skeleton"};

// From the skin to the skeleton with one handle.
void depthControl(const Ui& ui, Flow& flow) {
    const float width = ui.px(120);
    const std::string label = ui.text("controls.depth");
    flow.item(textWidth(label) + ui.px(8) + width + ui.px(8) + textWidth(ui.text(depthKeys[2])));
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.dim);
    ImGui::TextUnformatted(label.c_str());
    ImGui::PopStyleColor();
    ImGui::SameLine(0.0F, ui.px(8));
    int level = session::depthLevel(ui.state.choice.layers);
    ImGui::SetNextItemWidth(width);
    if (ImGui::SliderInt("##depth", &level, 0, session::deepestLevel, "", ImGuiSliderFlags_NoInput)) {
        ui.push(session::SetDepth{level});
    }
    tooltip(ui, withKeys(ui.text("controls.depth_tip"), "PageUp, PageDown"));
    ImGui::SameLine(0.0F, ui.px(8));
    ImGui::TextUnformatted(ui.text(depthKeys.at(static_cast<std::size_t>(level))).c_str());
}

void cutControl(const Ui& ui, Flow& flow) {
    const session::Cut& cut = ui.state.choice.layers.cut;
    const bool on = cut.axis != session::CutAxis::none;
    choice(ui, flow, "##cut", on ? cutName(ui) : ui.text("controls.no_cut"),
           {"cut.none", "cut.sagittal", "cut.coronal", "cut.transverse"});
    tooltip(ui, withKeys(ui.text("controls.cut_tip"), "K"));
    if (!on) {
        return;
    }
    const float width = ui.px(130);
    const float flip = buttonWidth(ui, findAction(ui.commands, "cut.flip").name);
    flow.item(width + ui.px(6) + flip);
    session::Cut moved = cut;
    float percent = cut.share * 100.0F;
    ImGui::SetNextItemWidth(width);
    if (ImGui::SliderFloat("##cutplace", &percent, 0.0F, 100.0F, "", ImGuiSliderFlags_NoInput)) {
        moved.share = percent / 100.0F;
        ui.push(session::SetCut{moved});
    }
    tooltip(ui, withKeys(ui.text("controls.cut_place_tip"), "<, >"));
    ImGui::SameLine(0.0F, ui.px(6));
    commandButton(ui, "cut.flip");
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
            plainEntry(ui, flow, ui.text("legend.often"), ui.colors.dim);
        } else if (session::comparing(ui.state)) {
            plainEntry(ui, flow, ui.text("legend.compared"), ui.colors.dim);
        } else if (statusText(ui).empty() && !ui.state.paint.on && !ui.state.model.open()) {
            plainEntry(ui, flow, ui.text("legend.start"), ui.colors.dim);
        }
        if (ui.state.paint.on) {
            plainEntry(ui, flow, ui.text(ui.state.paint.strokes() > 0 ? "legend.painted" : "legend.painting"),
                       ui.colors.dim);
        }
        if (const std::string status = statusText(ui); !status.empty()) {
            plainEntry(ui, flow, status, ui.colors.dim);
        }
        const std::string sure = labelled(ui.text("legend.how_sure"), "evidence");
        flow.item(buttonWidth(ui, sure));
        if (link(ui, sure)) {
            ui.push(session::ShowOverlay{session::Overlay::evidence});
        }
        // A long message runs over several lines.
        const float used = ImGui::GetItemRectMax().y - place.at.y - ui.px(5);
        ui.memory.legendRows = std::max(flow.rows(), static_cast<int>(std::ceil(used / ui.px(barRow) - 0.1F)));
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
            std::string skin = findAction(ui.commands, "skin.opaque").name;
            for (const char* id : skins) {
                skin = findAction(ui.commands, id).active ? findAction(ui.commands, id).name : skin;
            }
            choice(ui, flow, "##views", ui.text("controls.view"), views);
            choice(ui, flow, "##skin", skin, skins);
        } else {
            group(ui, flow, ui.text("controls.view"), views);
            group(ui, flow, ui.text("controls.body"), skins);
        }
        depthControl(ui, flow);
        cutControl(ui, flow);
        const std::initializer_list<const char*> switches = {"layer.points", "layer.bones", "layer.labels",
                                                             "side.both"};
        if (compact) {
            choice(ui, flow, "##more", ui.text("controls.more"), switches);
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
