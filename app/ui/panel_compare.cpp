// Pinned points side by side.
#include <string>

#include "session/compare.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// The look of a point's zone: hue and pattern as on the figure.
void lookSwatch(const Ui& ui, const session::CompareLook& look) {
    const float size = ui.px(18);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high(low.x + size, low.y + size);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 color = ImGui::GetColorU32(ImVec4(look.color.r, look.color.g, look.color.b, 1.0F));
    draw->AddRectFilled(low, high, IM_COL32(222, 196, 178, 255));
    draw->PushClipRect(low, high, true);
    const bool crossed = look.pattern == render::Pattern::crossed;
    if (look.pattern == render::Pattern::solid) {
        draw->AddRectFilled(low, high, color);
    } else if (look.pattern == render::Pattern::stippled) {
        for (int i = 0; i < 9; ++i) {
            draw->AddCircleFilled(ImVec2(low.x + size * (static_cast<float>(i % 3) + 0.5F) / 3.0F,
                                         low.y + size * (static_cast<float>(i / 3) + 0.5F) / 3.0F),
                                  size * 0.11F, color);
        }
    }
    for (int i = -1; i < 4 && (crossed || look.pattern == render::Pattern::hatched); ++i) {
        const float x = size * static_cast<float>(i) / 3.0F;
        draw->AddLine(ImVec2(low.x + x, high.y), ImVec2(low.x + x + size, low.y), color, ui.px(2));
        if (crossed) {
            draw->AddLine(ImVec2(low.x + x, low.y), ImVec2(low.x + x + size, high.y), color, ui.px(2));
        }
    }
    draw->PopClipRect();
    draw->AddRect(low, high, color);
    ImGui::Dummy(ImVec2(size, size));
}

void comparedPoints(const Ui& ui, const content::Block& block) {
    const Text& text = *ui.library.text;
    for (std::size_t i = 0; i < block.lines.size() && i < ui.state.pinned.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        lookSwatch(ui, session::compareLook(i));
        ImGui::SameLine(0.0F, ui.px(8));
        ImGui::BeginGroup();
        wrapped(ui, ui.fonts.strong, ui.colors.text, block.lines[i].label + "  " + block.lines[i].text);
        if (link(ui, (text("content.compare.show") + "###show").c_str())) {
            ui.push(session::Select{ui.state.pinned[i]});
        }
        ImGui::SameLine();
        if (link(ui, (text("content.compare.unpin") + "###unpin").c_str())) {
            ui.push(session::PinPoint{ui.state.pinned[i]});
        }
        ImGui::EndGroup();
        ImGui::PopID();
    }
}

void cell(const Ui& ui, const std::string& words, bool caution) {
    if (caution) {
        cautionBox(ui, words);
    } else {
        wrapped(ui, ui.fonts.body, ui.colors.text, words);
    }
}

// What holds for some of the points: their numbers, and one sentence beside them or a list below them.
void comparedFacts(const Ui& ui, const content::Block& block) {
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    wrapped(ui, ui.fonts.strong, ui.colors.text, block.heading);
    const bool caution = block.kind == content::BlockKind::caution;
    std::string words;
    for (const content::Line& line : block.lines) {
        if (!line.label.empty() && !words.empty()) {
            cell(ui, words, caution);
            words.clear();
        }
        words += line.label;
        words += line.bullet ? "\n\xE2\x80\xA2 " : "  ";
        words += line.text;
    }
    cell(ui, words, caution);
}

}  // namespace

void comparePanel(const Ui& ui) {
    const content::Document document = session::comparison(ui.state, ui.library);
    const std::string done = (*ui.library.text)("content.compare.done");
    ImGui::PushFont(ui.fonts.title);
    ImGui::TextUnformatted(document.title.c_str());
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, done));
    if (ImGui::Button((done + "###done").c_str())) {
        ui.push(session::EndComparison{});
    }
    for (const content::Block& block : document.blocks) {
        if (block.id == content::BlockId::compared) {
            comparedPoints(ui, block);
        } else if (block.id == content::BlockId::overlap) {
            for (const content::Line& line : block.lines) {
                wrapped(ui, ui.fonts.small, ui.colors.dim, line.text);
            }
        } else {
            comparedFacts(ui, block);
        }
    }
}

}  // namespace myo::ui
