// What the atlas knows about the selection.
#include <string>

#include "session/compare.h"
#include "session/details.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::BlockKind;
using session::DetailBlock;
using session::DetailLine;

// The heading opens and closes its block; blocks remember it by their name.
bool heading(const Ui& ui, const DetailBlock& block) {
    const ImGuiID id = ImGui::GetID(block.heading.c_str());
    bool* open = ImGui::GetStateStorage()->GetBoolRef(id, block.openAtFirst);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushFont(ui.fonts.strong);
    const float wrap = ImGui::GetContentRegionAvail().x - ui.px(22);
    const ImVec2 text = ImGui::CalcTextSize(block.heading.c_str(), nullptr, false, wrap);
    ImGui::PopFont();
    const ImVec2 size(ImGui::GetContentRegionAvail().x, text.y + ui.px(8));
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    if (ImGui::Button(("##" + block.heading).c_str(), size)) {
        *open = !*open;
    }
    ImGui::PopStyleColor();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool caution = block.kind == BlockKind::caution;
    const ImU32 color = ImGui::GetColorU32(caution ? ui.colors.caution : ui.colors.text);
    draw->AddText(ui.fonts.strong, ui.fonts.strong->FontSize, ImVec2(at.x, at.y + ui.px(4)), color,
                  block.heading.c_str(), nullptr, wrap);
    const ImVec2 middle(at.x + size.x - ui.px(9), at.y + size.y * 0.5F);
    const float r = ui.px(4);
    const ImU32 dim = ImGui::GetColorU32(ui.colors.dim);
    if (*open) {
        draw->AddTriangleFilled(ImVec2(middle.x - r, middle.y - r * 0.5F), ImVec2(middle.x + r, middle.y - r * 0.5F),
                                ImVec2(middle.x, middle.y + r * 0.7F), dim);
    } else {
        draw->AddTriangleFilled(ImVec2(middle.x - r * 0.5F, middle.y - r), ImVec2(middle.x + r * 0.7F, middle.y),
                                ImVec2(middle.x - r * 0.5F, middle.y + r), dim);
    }
    return *open;
}

void zoneLine(const Ui& ui, const DetailLine& line) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    swatch(ui, {at.x, at.y + ui.px(2)}, ui.px(16), line.tier);
    ImGui::Indent(ui.px(26));
    wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
    wrapped(ui, ui.fonts.small, ui.colors.dim, line.note);
    ImGui::Unindent(ui.px(26));
}

void linkLine(const Ui& ui, const DetailLine& line, int id) {
    ImGui::PushID(id);
    if (session::isNothing(line.target)) {
        wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
    } else {
        const float width = ImGui::GetContentRegionAvail().x;
        const ImVec2 text = ImGui::CalcTextSize(line.text.c_str(), nullptr, false, width);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (ImGui::Selectable("##link", false, 0, ImVec2(width, text.y))) {
            ui.push(session::Select{line.target});
        }
        ImGui::GetWindowDrawList()->AddText(ui.fonts.body, ui.fonts.body->FontSize, at,
                                            ImGui::GetColorU32(ui.colors.accent), line.text.c_str(), nullptr, width);
    }
    if (!line.note.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, line.note);
    }
    ImGui::PopID();
}

void textLine(const Ui& ui, const DetailLine& line) {
    // A label stands above its text, a remark on a bullet below it.
    if (!line.note.empty() && !line.bullet) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, line.note);
    }
    if (line.bullet) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float middle = ui.fonts.body->FontSize * 0.55F;
        ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + ui.px(4), at.y + middle), ui.px(2.2F),
                                                    ImGui::GetColorU32(ui.colors.dim));
        ImGui::Indent(ui.px(14));
    }
    wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
    if (line.bullet) {
        if (!line.note.empty()) {
            wrapped(ui, ui.fonts.small, ui.colors.dim, line.note);
        }
        ImGui::Unindent(ui.px(14));
    }
}

void body(const Ui& ui, const DetailBlock& block) {
    int id = 0;
    for (const DetailLine& line : block.lines) {
        if (block.kind == BlockKind::zones) {
            zoneLine(ui, line);
        } else if (block.kind == BlockKind::links) {
            linkLine(ui, line, id++);
        } else {
            textLine(ui, line);
        }
    }
    if (block.kind == BlockKind::evidence && block.heading == session::evidenceHeading) {
        if (link(ui, "How sure are such patterns at all?")) {
            ui.push(session::ShowOverlay{session::Overlay::evidence});
        }
    }
}

void tabs(const Ui& ui, const session::Details& details) {
    if (details.tabs.size() < 2) {
        return;
    }
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    for (const session::PointTab& tab : details.tabs) {
        flow.item(buttonWidth(ui, tab.label));
        ImGui::PushID(tab.id.point.number);
        const bool pressed = tab.current ? primaryButton(ui, tab.label.c_str()) : ImGui::Button(tab.label.c_str());
        if (pressed) {
            ui.push(session::Select{tab.id});
        }
        ImGui::PopID();
    }
}

void sideButtons(const Ui& ui) {
    if (session::isNothing(ui.state.choice.selected) || ui.state.model.previewing()) {
        return;
    }
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    for (const char* id : {"side.swap", "side.both", "view.frame", "pin", "rivals"}) {
        flow.item(buttonWidth(ui, findAction(ui.commands, id).name));
        commandButton(ui, id);
    }
    for (const char* id : {"muscle.dig", "muscle.hide", "muscle.ghost", "muscle.isolate", "muscle.all"}) {
        if (findAction(ui.commands, id).enabled) {
            flow.item(buttonWidth(ui, findAction(ui.commands, id).name));
            commandButton(ui, id);
        }
    }
}

}  // namespace

// Blocks that must not be overlooked stand on a tinted ground with a bar at their left.
void detailBlock(const Ui& ui, const DetailBlock& block) {
    ImGui::PushID(block.heading.c_str());
    const bool caution = block.kind == BlockKind::caution;
    const bool framed = caution || (block.kind == BlockKind::evidence && block.openAtFirst);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float inset = ui.px(12);
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    if (framed) {
        ImGui::Dummy(ImVec2(0, ui.px(2)));
        ImGui::Indent(inset);
    }
    ui.memory.rightInset = framed ? inset : 0.0F;
    const bool open = block.heading.empty() || heading(ui, block);
    if (open) {
        body(ui, block);
    }
    ui.memory.rightInset = 0.0F;
    if (framed) {
        ImGui::Unindent(inset);
        ImGui::Dummy(ImVec2(0, ui.px(2)));
        draw->ChannelsSetCurrent(0);
        const ImVec2 end(start.x + width, ImGui::GetCursorScreenPos().y - ImGui::GetStyle().ItemSpacing.y);
        draw->AddRectFilled(start, end, ImGui::GetColorU32(caution ? ui.colors.cautionSoft : ui.colors.evidenceSoft),
                            ui.px(6));
        draw->AddRectFilled(start, ImVec2(start.x + ui.px(4), end.y),
                            ImGui::GetColorU32(caution ? ui.colors.caution : ui.colors.evidence), ui.px(2));
    }
    draw->ChannelsMerge();
    ImGui::Dummy(ImVec2(0, ui.px(6)));
    ImGui::PopID();
}

void detailsPanel(const Ui& ui, const Rect& place, bool open) {
    if (!open) {
        if (closedRail(ui, "##details", place, "Open the details", false)) {
            ui.push(session::OpenPanel{session::Panel::details, true});
        }
        return;
    }
    if (beginPanel("##details", place)) {
        if (!(ui.memory.shown == ui.state.choice.selected) || ui.memory.shownTour != ui.state.tour) {
            ui.memory.shownTour = ui.state.tour;
            ui.memory.shown = ui.state.choice.selected;
            ImGui::SetScrollY(0.0F);
        }
        if (session::comparing(ui.state)) {
            comparePanel(ui);
            endPanel();
            return;
        }
        tourPanel(ui);
        if (ui.state.tour && session::isNothing(ui.state.choice.selected)) {
            endPanel();
            return;  // the card says what to do; how to start without a tour would only distract
        }
        const session::Details details = session::details(ui.state, ui.library);
        const float hide = buttonWidth(ui, "Hide");
        const ImVec2 at = ImGui::GetCursorPos();
        ImGui::PushFont(ui.fonts.title);
        ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - hide);
        ImGui::TextUnformatted(details.title.c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        const ImVec2 below = ImGui::GetCursorPos();
        ImGui::SetCursorPos(ImVec2(ImGui::GetWindowContentRegionMax().x - hide + ui.px(10), at.y));
        ImGui::PushFont(ui.fonts.small);
        if (link(ui, "Hide")) {
            ui.push(session::OpenPanel{session::Panel::details, false});
        }
        ImGui::PopFont();
        ImGui::SetCursorPos(below);
        if (!details.subtitle.empty()) {
            wrapped(ui, ui.fonts.body, ui.colors.dim, details.subtitle);
        }
        if (!details.status.empty()) {
            wrapped(ui, ui.fonts.body, ui.colors.caution, details.status);
        }
        tabs(ui, details);
        sideButtons(ui);
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        for (const DetailBlock& block : details.blocks) {
            detailBlock(ui, block);
        }
    }
    endPanel();
}

}  // namespace myo::ui
