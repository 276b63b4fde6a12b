// The legend below the figure.
#include <algorithm>
#include <cmath>
#include <string>

#include "session/compare.h"
#include "session/scene_builder.h"
#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

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

}  // namespace

void legendBar(const Ui& ui, const Rect& place, bool compact) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(4)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(4)));
    if (beginPanel("##legend", place, ImGuiWindowFlags_NoScrollbar)) {
        barStart(ui, place);
        Flow flow(ui.px(16), place.size.x - ui.px(32), ui.px(compact ? 12.0F : 16.0F));
        const bool painted = session::zonesPainted(ui.state, ui.library);
        if (painted) {
            tierEntry(ui, flow, atlas::Tier::primary, compact);
            tierEntry(ui, flow, atlas::Tier::spillover, compact);
            plainEntry(ui, flow, ui.text("legend.often"), ui.colors.dim);
            for (const atlas::EvidenceStatus doubt : session::doubtsPainted(ui.state, ui.library)) {
                plainEntry(ui, flow, session::brokenEdgeWords(*ui.library.text, doubt), ui.colors.text);
            }
        } else if (session::comparing(ui.state)) {
            plainEntry(ui, flow, ui.text("legend.compared"), ui.colors.dim);
        } else if (ui.input.zonesReady >= 1.0F && !ui.state.paint.on && !ui.state.model.open()) {
            plainEntry(ui, flow, ui.text("product.slogan"), ui.colors.dim);
        }
        if (ui.state.paint.on) {
            plainEntry(ui, flow, ui.text(ui.state.paint.strokes() > 0 ? "legend.painted" : "legend.painting"),
                       ui.colors.dim);
        }
        if (ui.input.zonesReady < 1.0F) {
            plainEntry(ui, flow, ui.text("legend.working", {{"percent", std::lround(ui.input.zonesReady * 100.0F)}}),
                       ui.colors.dim);
        }
        const std::string sure = labelled(ui.text("legend.how_sure"), "evidence");
        flow.item(buttonWidth(ui, sure));
        if (link(ui, sure)) {
            ui.push(session::ShowOverlay{session::Overlay::evidence});
        }
        // A long sentence runs over several lines. What was needed once at this size stays, or the figure would jump.
        const float used = ImGui::GetItemRectMax().y - place.at.y - ui.px(4);
        const int rows = std::max(flow.rows(), static_cast<int>(std::ceil(used / ui.px(barRow) - 0.1F)));
        const glm::vec2 window(ImGui::GetIO().DisplaySize.x / ui.input.scale,
                               ImGui::GetIO().DisplaySize.y / ui.input.scale);
        ui.memory.legendRows = window == ui.memory.legendFor ? std::max(ui.memory.legendRows, rows) : rows;
        ui.memory.legendFor = window;
    }
    endPanel();
    ImGui::PopStyleVar(2);
}

}  // namespace myo::ui
