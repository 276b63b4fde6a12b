// The brush, and which points explain what is painted.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "core/utf8.h"
#include "session/mode.h"
#include "session/words.h"
#include "ui/icons.h"
#include "ui/result_row.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::PaintState;

// Where the panel is at least so high, warnings and the list fit below each other.
constexpr float roomyHeight = 600.0F;

// Close together, as the list of points below needs the height.
void brushControls(const Ui& ui) {
    const PaintState& paint = ui.state.paint;
    constexpr std::array<const char*, referral::painLevels> keys{"paint.a_little", "paint.a_lot", "paint.worst"};
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(7), ui.px(4)));
    const float left = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x;
    Flow levels(left, width, ui.px(4));
    for (int level = 1; level <= referral::painLevels; ++level) {
        const char* key = keys.at(static_cast<std::size_t>(level - 1));
        const std::string name = labelled(ui.text(key), key);
        levels.item(buttonWidth(ui, name));
        const bool now = level == paint.level && !paint.erase;
        if (now ? primaryButton(ui, name) : ImGui::Button(name.c_str())) {
            ui.push(session::SetBrush{paint.radiusMm, level, false, paint.mirror});
        }
        tooltip(ui, ui.text("paint.level_tip"));
    }
    const ActionInfo& eraser = findAction(ui.commands, "brush.erase");
    levels.item(buttonWidth(ui, eraser.name));
    commandButton(ui, "brush.erase");
    brushSize(ui);
    Flow history(left, width, ui.px(4));
    for (const char* id : {"undo", "redo", "drawing.clear", "brush.mirror"}) {
        history.item(buttonWidth(ui, findAction(ui.commands, id).name));
        commandButton(ui, id);
    }
    ImGui::PopStyleVar();
}

void fileRow(const Ui& ui) {
    if (!foldingHeader(ui, ui.text("paint.files"), "files")) {
        return;
    }
    commandButton(ui, "drawing.save");
    const std::string open = labelled(ui.text("paint.open"), "open");
    const float button = buttonWidth(ui, open);
    const float width = ImGui::GetContentRegionAvail().x - button - ui.px(8);
    const std::string hint = fitting(ui.text("paint.file_hint"), ui.text("paint.file_hint_short"), width);
    ImGui::SetNextItemWidth(width);
    pushOutline(ui);
    const bool entered =
        ImGui::InputTextWithHint("##file", hint.c_str(), &ui.memory.drawingFile, ImGuiInputTextFlags_EnterReturnsTrue);
    popOutline();
    ImGui::SameLine(0.0F, ui.px(8));
    if ((ImGui::Button(open.c_str()) || entered) && !ui.memory.drawingFile.empty()) {
        ui.push(session::OpenDrawing{ui.memory.drawingFile});
    }
}

std::string paintedWords(const Ui& ui, const session::PainAnswer& answer) {
    constexpr std::size_t most = 4;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, answer.regions.size()); ++i) {
        names.push_back(content::regionWords(*ui.library.text, *ui.library.atlas, answer.regions[i]));
    }
    if (answer.regions.size() > most) {
        names.push_back(ui.text("paint.more_regions", {{"count", answer.regions.size() - most}}));
    }
    return ui.text("paint.painted", {{"regions", content::joined(*ui.library.text, names)}});
}

// What has to be read before the list; where there is little room the quiet ones are behind a line that opens.
void cautions(const Ui& ui, const std::vector<session::PainCaution>& all, bool roomy) {
    std::vector<const session::PainCaution*> quiet;
    ImGui::PushFont(ui.fonts.small);
    for (const session::PainCaution& caution : all) {
        if (caution.urgency == atlas::Urgency::doctor || (!roomy && &caution != &all.front())) {
            quiet.push_back(&caution);
        } else {
            warningBox(ui, caution.text, caution.urgency);
        }
    }
    ImGui::PopFont();
    if (quiet.empty() || !foldingHeader(ui, ui.text("paint.rule_out", {{"count", quiet.size()}}), "cautions",
                                        roomy ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None)) {
        return;
    }
    ImGui::PushFont(ui.fonts.small);
    for (const session::PainCaution* caution : quiet) {
        warningBox(ui, caution->text, caution->urgency);
    }
    ImGui::PopFont();
}

struct RowList {
    int id = 0;
    session::Target* hovered = nullptr;
};

void painRow(const Ui& ui, const session::PainListRow& painted, RowList& list) {
    const SidedPoint& point = painted.point;
    ResultRow row = rowOf(ui, point.point.muscle);
    row.second =
        painted.bothSides
            ? ui.text("paint.both_sides",
                      {{"point", content::pointWords(*ui.library.text, *ui.library.atlas, point.point, std::nullopt)}})
            : session::targetWords(ui.library, point);
    row.reason = painted.reason;
    row.share = painted.share;
    addStanding(ui, point.point, row);
    row.point = point;
    const auto* chosen = std::get_if<SidedPoint>(&ui.state.choice.selected);
    row.chosen = chosen != nullptr && chosen->point == point.point && (painted.bothSides || chosen->side == point.side);
    if (resultRow(ui, list.id++, row)) {
        ui.push(session::Select{point});
        ui.push(session::SetBothSides{painted.bothSides});
    }
    if (ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
        *list.hovered = point;
    }
}

void answerRows(const Ui& ui, const session::PainAnswer& answer, bool roomy, session::Target& hovered) {
    cautions(ui, answer.cautions, roomy);
    if (!answer.note.empty()) {
        cautionBox(ui, answer.note);
    }
    if (!answer.ruleOut.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.text, answer.ruleOut);
    }
    wrapped(ui, ui.fonts.small, ui.colors.dim, paintedWords(ui, answer));
    if (answer.rows.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("paint.no_zone"));
        return;
    }
    RowList list{0, &hovered};
    if (const auto fewest = session::fewestRows(answer); !fewest.empty()) {
        const float together = std::min(1.0F, answer.smallest.covers);
        wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("paint.fewest", {{"count", fewest.size()}}));
        for (const session::PainListRow& row : fewest) {
            painRow(ui, row, list);
        }
        wrapped(ui, ui.fonts.small, ui.colors.dim,
                ui.text("paint.together", {{"share", std::lround(together * 100.0F)}}));
        ImGui::Dummy(ImVec2(0, ui.px(4)));
    }
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("paint.could_be"));
    for (const session::PainListRow& row : session::listRows(answer)) {
        painRow(ui, row, list);
    }
    if (link(ui, labelled(ui.text("paint.compare"), "compare"))) {
        ui.push(session::CompareRivals{answer.rows.front().match.point});
    }
}

// What was painted before the program was closed.
void leftDrawing(const Ui& ui) {
    if (ui.state.paint.leftFile.empty()) {
        return;
    }
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("paint.left_before"));
    if (primaryButton(ui, labelled(ui.text("paint.restore"), "restore"))) {
        ui.push(session::RestoreDrawing{});
    }
    ImGui::SameLine();
    if (ImGui::Button(labelled(ui.text("paint.forget"), "forget").c_str())) {
        ui.push(session::ForgetDrawing{});
    }
    ImGui::Dummy(ImVec2(0, ui.px(4)));
}

}  // namespace

// The number stands beside the slider: within it, the handle would cover it.
void brushSize(const Ui& ui) {
    const PaintState& paint = ui.state.paint;
    const float number = ImGui::CalcTextSize(ui.text("paint.millimetres", {{"radius", 100}}).c_str()).x;
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", ui.text("paint.brush").c_str());
    ImGui::SameLine(0.0F, ui.px(8));
    float radius = paint.radiusMm;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - number - ui.px(8));
    pushOutline(ui);
    if (ImGui::SliderFloat("##size", &radius, PaintState::leastRadius, PaintState::mostRadius, "",
                           ImGuiSliderFlags_Logarithmic | ImGuiSliderFlags_NoInput)) {
        ui.push(session::SetBrush{radius, paint.level, paint.erase, paint.mirror});
    }
    popOutline();
    tooltip(ui, withKeys(ui.text("paint.brush_tip"), "{, }"));
    ImGui::SameLine(0.0F, ui.px(8));
    ImGui::TextUnformatted(ui.text("paint.millimetres", {{"radius", std::lround(radius)}}).c_str());
}

// The way without a mouse: every region by its name.
void regionChooser(const Ui& ui) {
    if (!foldingHeader(ui, ui.text("paint.add_region"), "add")) {
        return;
    }
    const std::string hint =
        fitting(ui.text("paint.region_hint"), ui.text("paint.region_hint_short"), ImGui::GetContentRegionAvail().x);
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    ImGui::InputTextWithHint("##filter", hint.c_str(), &ui.memory.regionFilter);
    popOutline();
    const std::string wanted = lowered(ui.memory.regionFilter);
    const float width = ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorPosX();
    std::vector<const atlas::Region*> found;
    for (const atlas::Region& region : ui.library.atlas->regions) {
        if (lowered(region.name).find(wanted) != std::string::npos) {
            found.push_back(&region);
        }
    }
    // No higher than a few names of two lines need: the list of points stands below.
    const float height = std::min(ui.px(150), ui.px(24) + static_cast<float>(found.size()) * ui.px(40));
    if (ImGui::BeginChild("regions", ImVec2(0, height), true, ImGuiWindowFlags_NavFlattened)) {
        for (const atlas::Region* each : found) {
            const atlas::Region& region = *each;
            ImGui::PushID(region.id.value.c_str());
            const auto add = [&](const char* key, BodySide side) {
                if (ImGui::SmallButton(labelled(ui.text(key), key).c_str())) {
                    ui.push(session::PaintRegion{{region.id, side}});
                }
                if (ImGui::IsItemHovered()) {
                    tooltip(ui, content::regionWords(*ui.library.text, *ui.library.atlas, {region.id, side}));
                }
                ImGui::SameLine();
            };
            if (region.midline) {
                add("paint.middle", BodySide::mid);
            } else {
                add("paint.right", BodySide::right);
                add("paint.left", BodySide::left);
            }
            wrapped(ui, ui.fonts.body, ui.colors.text, content::capitalised(region.name));
            ImGui::PopID();
        }
    }
    ImGui::EndChild();
    ImGui::SetCursorPosX(left);
    ImGui::Dummy(ImVec2(width, 0));
}

void paintPanel(const Ui& ui, const Rect& place) {
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        if (panelHead(ui, ui.text("paint.title"), ui.text("paint.done"),
                      withKeys(ui.text("paint.done_tip"), "B, Esc"))) {
            ui.push(session::SetMode{session::Mode::explore});
        }
        session::Target hovered;
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            brushControls(ui);
            regionChooser(ui);
            ImGui::Dummy(ImVec2(0, ui.px(2)));
            if (ui.state.paint.answer) {
                answerRows(ui, *ui.state.paint.answer, place.size.y >= ui.px(roomyHeight), hovered);
            } else {
                leftDrawing(ui);
                wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("paint.how"));
            }
            ImGui::Dummy(ImVec2(0, ui.px(4)));
            fileRow(ui);
        }
        ImGui::EndChild();
        pushHover(ui, hovered);
    }
    endPanel();
}

}  // namespace myo::ui
