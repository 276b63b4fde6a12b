// Pinned points side by side.
#include <fmt/format.h>

#include "session/compare.h"
#include "session/words.h"
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

void titles(const Ui& ui, const session::Comparison& table) {
    for (std::size_t i = 0; i < table.titles.size(); ++i) {
        const SidedPoint pin = ui.state.pinned[i];
        ImGui::PushID(static_cast<int>(i));
        lookSwatch(ui, session::compareLook(i));
        ImGui::SameLine(0.0F, ui.px(8));
        ImGui::BeginGroup();
        wrapped(ui, ui.fonts.strong, ui.colors.text, fmt::format("{}  {}", i + 1, table.titles[i]));
        if (link(ui, "Show")) {
            ui.push(session::Select{pin});
        }
        ImGui::SameLine();
        if (link(ui, "Unpin")) {
            ui.push(session::PinPoint{pin});
        }
        ImGui::EndGroup();
        ImGui::PopID();
    }
}

// What all have in common is said once.
void row(const Ui& ui, const session::CompareRow& row) {
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    wrapped(ui, ui.fonts.strong, ui.colors.text, row.heading);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].empty()) {
            continue;
        }
        std::string numbers = std::to_string(i + 1);
        bool said = false;
        for (std::size_t other = 0; other < row.cells.size(); ++other) {
            if (other != i && row.cells[other] == row.cells[i]) {
                said = said || other < i;
                numbers += other > i ? ", " + std::to_string(other + 1) : "";
            }
        }
        if (said) {
            continue;
        }
        const std::string text = numbers + "  " + row.cells[i];
        if (row.caution) {
            cautionBox(ui, text);
        } else {
            wrapped(ui, ui.fonts.body, ui.colors.text, text);
        }
    }
}

}  // namespace

void comparePanel(const Ui& ui) {
    const session::Comparison table = session::comparison(ui.state, ui.library);
    ImGui::PushFont(ui.fonts.title);
    ImGui::TextUnformatted("Compare");
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, "Done"));
    if (ImGui::Button("Done")) {
        ui.push(session::EndComparison{});
    }
    titles(ui, table);
    for (const std::string& overlap : table.overlaps) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, overlap);
    }
    for (const session::CompareRow& one : table.rows) {
        row(ui, one);
    }
}

}  // namespace myo::ui
