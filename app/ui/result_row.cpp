#include "ui/result_row.h"

#include <algorithm>
#include <cmath>

#include "atlas/evidence_status.h"
#include "content/words.h"
#include "session/scene_builder.h"
#include "ui/icons.h"

namespace myo::ui {

ResultRow rowOf(const Ui& ui, const MuscleId& id) {
    ResultRow row;
    row.title = content::muscleName(*ui.library.atlas, id);
    const atlas::Muscle* muscle = ui.library.atlas->find(id);
    if (muscle != nullptr && !muscle->lay.empty()) {
        row.second = row.title;
        row.title = content::capitalised(muscle->lay);
    }
    return row;
}

const char* standingSign(atlas::EvidenceStatus status) {
    switch (status) {
        case atlas::EvidenceStatus::confirmed:
            return icon::confirmed;
        case atlas::EvidenceStatus::afterManual:
        case atlas::EvidenceStatus::oneSource:
            return icon::retold;
        case atlas::EvidenceStatus::noSource:
            return icon::analogy;
        case atlas::EvidenceStatus::disputed:
            return icon::compare;
        case atlas::EvidenceStatus::unconfirmed:
            break;
    }
    return icon::unverified;
}

void addStanding(const Ui& ui, const PointId& id, ResultRow& row) {
    const atlas::TriggerPoint* point = ui.library.atlas->find(id);
    if (point == nullptr) {
        return;
    }
    const atlas::EvidenceStatus status = atlas::evidenceStatus(*point);
    if (status >= atlas::EvidenceStatus::unconfirmed) {
        row.standing = content::evidenceBadge(*ui.library.text, status);
        row.sign = standingSign(status);
    }
}

namespace {

// Made once for a body, and only for rows that were seen.
const session::ZonePicture& pictureOf(const Ui& ui, const SidedPoint& id, int cells) {
    ZonePictures& made = ui.memory.pictures;
    if (made.of != ui.library.referral || made.cells != cells) {
        made = {ui.library.referral, cells, {}};
    }
    const auto known = made.all.find(id.text());
    if (known != made.all.end()) {
        return known->second;
    }
    const referral::ResolvedPoint* point = ui.library.find(id);
    return made.all
        .emplace(id.text(), point != nullptr ? session::zonePicture(ui.library.body->skin(), *point, cells)
                                             : session::ZonePicture{})
        .first->second;
}

void drawZone(const Ui& ui, const SidedPoint& id, const ImVec2& at, float size) {
    const int cells = std::clamp(static_cast<int>(std::lround(size)), 32, 96);
    const session::ZonePicture& picture = pictureOf(ui, id, cells);
    const glm::vec3 zone = session::zoneColor(ui.state.settings.palette);
    const ImU32 paint = ImGui::ColorConvertFloat4ToU32(ImVec4(zone.r, zone.g, zone.b, 1.0F));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float cell = size / static_cast<float>(cells);
    draw->AddRectFilled(at, ImVec2(at.x + size, at.y + size), ImGui::GetColorU32(ui.colors.line), ui.px(4));
    for (const session::ZoneRun& run : picture.runs) {
        ImU32 color = paint;
        if (run.kind == session::ZoneCell::shaded) {
            color = IM_COL32(176, 140, 120, 255);
        } else if (run.kind == session::ZoneCell::skin) {
            color = IM_COL32(206, 174, 154, 255);
        } else if (run.kind == session::ZoneCell::lit) {
            color = IM_COL32(222, 196, 178, 255);
        }
        draw->AddRectFilled(
            ImVec2(at.x + cell * static_cast<float>(run.from), at.y + cell * static_cast<float>(run.row)),
            ImVec2(at.x + cell * static_cast<float>(run.to), at.y + cell * static_cast<float>(run.row + 1)), color);
    }
    draw->AddRect(at, ImVec2(at.x + size, at.y + size), ImGui::GetColorU32(ui.colors.edge), ui.px(4));
}

}  // namespace

bool resultRow(const Ui& ui, int id, const ResultRow& row) {
    ImGui::PushID(id);
    const float width = ImGui::GetContentRegionAvail().x;
    const bool pictured = row.point && ui.library.referral && ui.library.body;
    const float side = ui.px(52);
    const float left = ui.px(12) + (pictured ? side + ui.px(8) : 0.0F);
    const float inner = width - left - ui.px(8);
    ImFont* small = ui.fonts.small;
    const bool plain = row.second.empty() && row.reason.empty();
    ImFont* head = plain ? ui.fonts.body : ui.fonts.strong;
    const auto heightOf = [&](ImFont* font, const std::string& words) {
        return words.empty() ? 0.0F : font->CalcTextSizeA(font->FontSize, 1e6F, inner, words.c_str()).y;
    };
    const std::string standing =
        row.standing.empty() || row.sign == nullptr ? row.standing : signWords(ui, row.sign, row.standing);
    const float gap = ui.px(2);
    float height = ui.px(12) + heightOf(head, row.title);
    for (const std::string* words : {&row.second, &row.reason, &standing}) {
        height += words->empty() ? 0.0F : heightOf(small, *words) + gap;
    }
    height += row.share ? ui.px(10) : 0.0F;
    height = std::max(height, pictured ? side + ui.px(12) : 0.0F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Selectable("##row", row.marked || row.chosen, 0, ImVec2(width, height));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (row.chosen) {
        draw->AddRectFilled(at, ImVec2(at.x + ui.px(4), at.y + height), ImGui::GetColorU32(ui.colors.accent));
    }
    if (pictured && ImGui::IsItemVisible()) {
        drawZone(ui, *row.point, ImVec2(at.x + ui.px(10), at.y + ui.px(6)), side);
    }
    float y = at.y + ui.px(6);
    const auto write = [&](ImFont* font, const ImVec4& color, const std::string& words) {
        if (!words.empty()) {
            draw->AddText(font, font->FontSize, ImVec2(at.x + left, y), ImGui::GetColorU32(color), words.c_str(),
                          nullptr, inner);
            y += heightOf(font, words) + gap;
        }
    };
    write(head, ui.colors.text, row.title);
    write(small, ui.colors.dim, row.second);
    write(small, ui.colors.text, row.reason);
    write(small, ui.colors.caution, standing);
    if (row.share) {
        const ImVec2 low(at.x + left, y + ui.px(2));
        const float high = low.y + ui.px(4);
        const float share = std::clamp(*row.share, 0.0F, 1.0F);
        draw->AddRectFilled(low, ImVec2(low.x + inner, high), ImGui::GetColorU32(ui.colors.line), ui.px(2));
        draw->AddRectFilled(low, ImVec2(low.x + inner * share, high), ImGui::GetColorU32(ui.colors.accent), ui.px(2));
    }
    ImGui::PopID();
    return pressed;
}

}  // namespace myo::ui
