#include "ui/pictogram.h"

#include <array>

namespace myo::ui {

namespace {

using atlas::BodyPart;

// A limb or a piece of the trunk: a thick line with round ends, in units of the figure's height from its middle axis.
struct Piece {
    BodyPart part;
    glm::vec2 from, to;
    float width;
    bool paired;
};

constexpr std::array<Piece, 14> pieces{{
    {BodyPart::leg, {0.075F, 0.74F}, {0.08F, 0.93F}, 0.070F, true},
    {BodyPart::foot, {0.08F, 0.955F}, {0.105F, 0.965F}, 0.050F, true},
    {BodyPart::thigh, {0.065F, 0.53F}, {0.075F, 0.70F}, 0.092F, true},
    {BodyPart::hand, {0.235F, 0.535F}, {0.242F, 0.565F}, 0.050F, true},
    {BodyPart::forearm, {0.205F, 0.405F}, {0.232F, 0.50F}, 0.055F, true},
    {BodyPart::arm, {0.165F, 0.245F}, {0.198F, 0.365F}, 0.064F, true},
    {BodyPart::chest, {0.05F, 0.235F}, {0.05F, 0.30F}, 0.15F, true},
    {BodyPart::back, {0.035F, 0.27F}, {0.035F, 0.36F}, 0.075F, true},
    {BodyPart::abdomen, {0.0F, 0.35F}, {0.0F, 0.42F}, 0.19F, false},
    {BodyPart::pelvis, {0.0F, 0.46F}, {0.0F, 0.475F}, 0.15F, false},
    {BodyPart::hip, {0.085F, 0.455F}, {0.085F, 0.495F}, 0.085F, true},
    {BodyPart::shoulder, {0.115F, 0.205F}, {0.15F, 0.215F}, 0.075F, true},
    {BodyPart::neck, {0.0F, 0.14F}, {0.0F, 0.185F}, 0.070F, false},
    {BodyPart::head, {0.0F, 0.060F}, {0.0F, 0.085F}, 0.105F, false},
}};

}  // namespace

void pictogram(const Ui& ui, const glm::vec2& at, float heightPx, const std::set<BodyPart>& parts) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float middle = at.x + heightPx * 0.25F;
    const auto line = [&](const Piece& piece, float side, ImU32 color) {
        const ImVec2 from(middle + side * piece.from.x * heightPx, at.y + piece.from.y * heightPx);
        const ImVec2 to(middle + side * piece.to.x * heightPx, at.y + piece.to.y * heightPx);
        const float width = piece.width * heightPx;
        draw->AddLine(from, to, color, width);
        draw->AddCircleFilled(from, width * 0.5F, color);
        draw->AddCircleFilled(to, width * 0.5F, color);
    };
    for (const bool lit : {false, true}) {
        const ImU32 color = ImGui::GetColorU32(lit ? ui.colors.accent : ui.colors.line);
        for (const Piece& piece : pieces) {
            if (parts.contains(piece.part) == lit) {
                line(piece, 1.0F, color);
                if (piece.paired) {
                    line(piece, -1.0F, color);
                }
            }
        }
    }
}

}  // namespace myo::ui
