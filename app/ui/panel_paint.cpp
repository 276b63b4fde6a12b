// The brush, and which points explain what is painted.
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <fmt/format.h>

#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::PaintState;

void brushControls(const Ui& ui) {
    const PaintState& paint = ui.state.paint;
    constexpr std::array<const char*, referral::painLevels> names{"A little", "A lot", "Worst"};
    const float left = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x;
    Flow levels(left, width, ui.px(4));
    for (int level = 1; level <= referral::painLevels; ++level) {
        const char* name = names.at(static_cast<std::size_t>(level - 1));
        levels.item(buttonWidth(ui, name));
        const bool now = level == paint.level && !paint.erase;
        if (now ? primaryButton(ui, name) : ImGui::Button(name)) {
            ui.push(session::SetBrush{paint.radiusMm, level, false, paint.mirror});
        }
        tooltip(ui, "How much it hurts where you paint next");
    }
    const ActionInfo& eraser = findAction(ui.commands, "brush.erase");
    levels.item(buttonWidth(ui, eraser.name));
    commandButton(ui, "brush.erase");
    float radius = paint.radiusMm;
    ImGui::SetNextItemWidth(width);
    pushOutline(ui);
    if (ImGui::SliderFloat("##size", &radius, PaintState::leastRadius, PaintState::mostRadius, "Brush %.0f mm",
                           ImGuiSliderFlags_Logarithmic | ImGuiSliderFlags_NoInput)) {
        ui.push(session::SetBrush{radius, paint.level, paint.erase, paint.mirror});
    }
    popOutline();
    tooltip(ui, "Radius of the brush  [{, }]");
    Flow history(left, width, ui.px(4));
    for (const char* id : {"undo", "redo", "drawing.clear"}) {
        history.item(buttonWidth(ui, findAction(ui.commands, id).name));
        commandButton(ui, id);
    }
    history.item(ImGui::GetFrameHeight() + ui.px(8) +
                 ImGui::CalcTextSize(findAction(ui.commands, "brush.mirror").name.c_str()).x);
    commandCheckbox(ui, "brush.mirror");
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// The way without a mouse: every region by its name.
void regionList(const Ui& ui) {
    if (!ImGui::CollapsingHeader("Add a region by name")) {
        return;
    }
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    ImGui::InputTextWithHint("##filter", "e.g. heel, temple, jaw", ui.memory.regionFilter.data(),
                             ui.memory.regionFilter.size());
    popOutline();
    const std::string wanted = lowered(ui.memory.regionFilter.data());
    const float width = ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorPosX();
    if (ImGui::BeginChild("regions", ImVec2(0, ui.px(150)), true, ImGuiWindowFlags_NavFlattened)) {
        for (const atlas::Region& region : ui.library.atlas->regions) {
            if (lowered(region.name).find(wanted) == std::string::npos) {
                continue;
            }
            ImGui::PushID(region.id.value.c_str());
            const auto add = [&](const char* label, BodySide side) {
                if (ImGui::SmallButton(label)) {
                    ui.push(session::PaintRegion{{region.id, side}});
                }
                if (ImGui::IsItemHovered()) {
                    tooltip(ui, session::regionWords(*ui.library.atlas, {region.id, side}));
                }
                ImGui::SameLine();
            };
            if (region.midline) {
                add("Middle", BodySide::mid);
            } else {
                add("Right", BodySide::right);
                add("Left", BodySide::left);
            }
            wrapped(ui, ui.fonts.body, ui.colors.text, session::capitalised(region.name));
            ImGui::PopID();
        }
    }
    ImGui::EndChild();
    ImGui::SetCursorPosX(left);
    ImGui::Dummy(ImVec2(width, 0));
}

void fileRow(const Ui& ui) {
    if (!ImGui::CollapsingHeader("Save or open a drawing")) {
        return;
    }
    commandButton(ui, "drawing.save");
    const float button = buttonWidth(ui, "Open");
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - button - ui.px(8));
    pushOutline(ui);
    const bool entered = ImGui::InputTextWithHint("##file", "File of a drawing", ui.memory.drawingFile.data(),
                                                  ui.memory.drawingFile.size(), ImGuiInputTextFlags_EnterReturnsTrue);
    popOutline();
    ImGui::SameLine(0.0F, ui.px(8));
    if ((ImGui::Button("Open") || entered) && ui.memory.drawingFile[0] != '\0') {
        ui.push(session::OpenDrawing{ui.memory.drawingFile.data()});
    }
}

std::string paintedWords(const Ui& ui, const session::PainAnswer& answer) {
    constexpr std::size_t most = 4;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, answer.regions.size()); ++i) {
        names.push_back(session::regionWords(*ui.library.atlas, answer.regions[i]));
    }
    if (answer.regions.size() > most) {
        names.push_back(fmt::format("{} more", answer.regions.size() - most));
    }
    return "Painted: " + session::joined(names) + ".";
}

// The first nerve root and the first red flag at once, so that the list stays in sight; the others at a click.
void cautions(const Ui& ui, const std::vector<session::PainCaution>& all) {
    ImGui::PushFont(ui.fonts.small);
    std::vector<const session::PainCaution*> more;
    std::array<bool, 2> shown{};
    for (const session::PainCaution& caution : all) {
        bool& said = shown.at(caution.nerveRoot ? 0 : 1);
        if (said) {
            more.push_back(&caution);
        } else {
            cautionBox(ui, caution.text);
            said = true;
        }
    }
    if (!more.empty() && ImGui::TreeNode("more", "%d more to rule out", static_cast<int>(more.size()))) {
        for (const session::PainCaution* caution : more) {
            cautionBox(ui, caution->text);
        }
        ImGui::TreePop();
    }
    ImGui::PopFont();
}

void answerRows(const Ui& ui, const session::PainAnswer& answer, session::Target& hovered) {
    cautions(ui, answer.cautions);
    if (!answer.note.empty()) {
        cautionBox(ui, answer.note);
    }
    wrapped(ui, ui.fonts.body, ui.colors.text, paintedWords(ui, answer));
    if (answer.rows.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, "No zone of the atlas reaches what you painted.");
        return;
    }
    if (const std::string set = session::smallestSetWords(*ui.library.atlas, answer.smallest); !set.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, "Fewest points: " + set);
    }
    ImGui::Dummy(ImVec2(0, ui.px(2)));
    wrapped(ui, ui.fonts.strong, ui.colors.text, "Could come from, best first");
    int id = 0;
    for (const session::PainAnswer::Row& row : answer.rows) {
        const bool chosen = ui.state.choice.selected == session::Target{row.match.point};
        if (listRow(ui, id++, session::targetWords(*ui.library.atlas, row.match.point), row.reason, chosen)) {
            ui.push(session::Select{row.match.point});
        }
        if (ImGui::IsItemHovered() || ImGui::IsItemFocused()) {
            hovered = row.match.point;
        }
    }
    if (link(ui, "What else could it be? Compare the first ones")) {
        ui.push(session::CompareRivals{answer.rows.front().match.point});
    }
}

}  // namespace

void paintPanel(const Ui& ui, const Rect& place) {
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        ImGui::PushFont(ui.fonts.strong);
        ImGui::TextUnformatted("Paint where it hurts");
        ImGui::PopFont();
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, "Done"));
        if (ImGui::Button("Done")) {
            ui.push(session::SetPainting{false});
        }
        tooltip(ui, "Back to the search; the drawing is kept  [B, Esc]");
        session::Target hovered;
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            brushControls(ui);
            regionList(ui);
            ImGui::Dummy(ImVec2(0, ui.px(2)));
            if (ui.state.paint.answer) {
                answerRows(ui, *ui.state.paint.answer, hovered);
            } else {
                wrapped(
                    ui, ui.fonts.body, ui.colors.dim,
                    "Drag over the skin, front and back, as many places as hurt. Right drag, or Alt and drag, turns "
                    "the body. The list of points follows the brush.");
            }
            ImGui::Dummy(ImVec2(0, ui.px(4)));
            fileRow(ui);
        }
        ImGui::EndChild();
        tellHover(ui, hovered);
    }
    endPanel();
}

}  // namespace myo::ui
