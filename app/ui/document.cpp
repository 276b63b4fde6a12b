#include "ui/document.h"

#include <string>

#include "session/details.h"

namespace myo::ui {

namespace {

using content::Block;
using content::BlockId;
using content::BlockKind;
using content::Line;

constexpr float bulletIndent = 14.0F;
constexpr float swatchIndent = 26.0F;

// The heading opens and closes its block.
bool blockHeading(const Ui& ui, const Block& block) {
    bool* open = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("open"), block.openAtFirst);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushFont(ui.fonts.strong);
    const float wrap = ImGui::GetContentRegionAvail().x - ui.px(22);
    const ImVec2 words = ImGui::CalcTextSize(block.heading.c_str(), nullptr, false, wrap);
    ImGui::PopFont();
    const ImVec2 size(ImGui::GetContentRegionAvail().x, words.y + ui.px(8));
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    if (ImGui::Button("##heading", size)) {
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

void bulletMark(const Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(at.x + ui.px(4), at.y + ui.fonts.body->FontSize * 0.55F),
                                                ui.px(2.2F), ImGui::GetColorU32(ui.colors.dim));
}

void linkText(const Ui& ui, const Line& line) {
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 words = ImGui::CalcTextSize(line.text.c_str(), nullptr, false, width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable("##link", false, 0, ImVec2(width, words.y))) {
        if (const auto action = session::actionFor(line.target)) {
            ui.push(*action);
        }
    }
    ImGui::GetWindowDrawList()->AddText(ui.fonts.body, ui.fonts.body->FontSize, at,
                                        ImGui::GetColorU32(ui.colors.accent), line.text.c_str(), nullptr, width);
}

void sourceLines(const Ui& ui, const Line& line, bool listed) {
    for (const content::Source& source : line.sources) {
        if (listed) {
            bulletMark(ui);
            ImGui::Indent(ui.px(bulletIndent));
            wrapped(ui, ui.fonts.body, ui.colors.text, source.words);
            if (!source.standing.empty()) {
                wrapped(ui, ui.fonts.small, ui.colors.dim, source.standing);
            }
            ImGui::Unindent(ui.px(bulletIndent));
        } else {
            wrapped(ui, ui.fonts.small, ui.colors.dim,
                    source.standing.empty() ? source.words : source.words + " (" + source.standing + ")");
        }
    }
}

// A label stands above its text, a remark and what stands behind it below.
void documentLine(const Ui& ui, const Line& line, BlockKind kind) {
    if (!line.label.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, line.label);
    }
    if (line.urgency) {
        warningBox(ui, line.text, *line.urgency);
        return;
    }
    if (line.share) {
        wrapped(ui, ui.fonts.strong, ui.colors.text,
                ui.text("card.share",
                        {{"percent", static_cast<double>(line.share->percent)}, {"number", line.share->number}}));
        shareBar(ui, line.share->percent / 100.0F, ImGui::GetContentRegionAvail().x - ui.memory.rightInset);
    }
    const bool swatched = kind == BlockKind::zones && line.tier.has_value();
    const float indent = swatched ? ui.px(swatchIndent) : line.bullet ? ui.px(bulletIndent) : 0.0F;
    if (swatched) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        swatch(ui, {at.x, at.y + ui.px(2)}, ui.px(16), *line.tier);
    } else if (line.bullet) {
        bulletMark(ui);
    }
    if (indent > 0.0F) {
        ImGui::Indent(indent);
    }
    if (kind == BlockKind::links && !content::isNothing(line.target)) {
        linkText(ui, line);
    } else {
        wrapped(ui, ui.fonts.body, ui.colors.text, line.text);
    }
    if (!line.note.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, line.note);
    }
    sourceLines(ui, line, kind == BlockKind::evidence && !line.bullet);
    if (indent > 0.0F) {
        ImGui::Unindent(indent);
    }
}

void documentLines(const Ui& ui, const Block& block) {
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        documentLine(ui, block.lines[i], block.kind);
        ImGui::PopID();
    }
}

void pushBlockId(const Block& block) {
    ImGui::PushID(static_cast<int>(block.id) * 1000 + block.number);
}

}  // namespace

void documentBlock(const Ui& ui, const Block& block) {
    pushBlockId(block);
    const bool ranked = block.id == BlockId::redFlags || block.id == BlockId::lookAlikes;
    const bool caution = block.kind == BlockKind::caution;
    const bool framed = caution && !ranked;
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
    if (block.heading.empty() || blockHeading(ui, block)) {
        documentLines(ui, block);
        if (block.id == BlockId::evidence &&
            link(ui, ((*ui.library.text)("content.evidence.link") + "###evidence").c_str())) {
            ui.push(session::ShowOverlay{session::Overlay::evidence});
        }
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

void runningBlock(const Ui& ui, const Block& block) {
    pushBlockId(block);
    if (!block.heading.empty()) {
        wrapped(ui, ui.fonts.strong, ui.colors.text, block.heading);
    }
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        documentLine(ui, block.lines[i], block.kind);
        ImGui::Dummy(ImVec2(0, ui.px(block.lines[i].bullet ? 0.0F : 2.0F)));
        ImGui::PopID();
    }
    ImGui::Dummy(ImVec2(0, ui.px(6)));
    ImGui::PopID();
}

}  // namespace myo::ui
