// What the picture leaves out, said over the picture, each with a way to bring it back.
#include <algorithm>
#include <string>
#include <vector>

#include "session/visibility.h"
#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

struct Chip {
    std::string words;
    const char* id = "";
    session::ForgetMuscleViews closes;
};

std::vector<Chip> chips(const Ui& ui) {
    using Forget = session::ForgetMuscleViews;
    const session::MuscleViews& views = ui.state.choice.layers.muscles;
    const auto counted = [&](const char* key, std::size_t count) {
        return ui.text(key, {{"count", static_cast<long>(count)}});
    };
    std::vector<Chip> out;
    if (!views.hidden.empty()) {
        out.push_back({counted("chips.hidden", views.hidden.size()), "hidden", Forget{Forget::Kind::hidden}});
    }
    if (!views.ghosted.empty()) {
        out.push_back({counted("chips.ghosted", views.ghosted.size()), "ghosted", Forget{Forget::Kind::ghosted}});
    }
    if (views.isolated) {
        const std::string name = session::targetWords(ui.library, *views.isolated);
        out.push_back({ui.text("chips.only", {{"muscle", name}}), "only", Forget{Forget::Kind::isolated}});
    }
    if (const std::size_t around = session::openedAround(ui.state, ui.library); around > 0) {
        out.push_back({counted("chips.opened", around), "opened", Forget{Forget::Kind::opened}});
    }
    for (Chip& chip : out) {
        chip.words += "  \xC3\x97";  // a cross: it can be closed
    }
    return out;
}

struct Rows {
    int count = 1;
    float widest = 0.0F;
};

// How Flow will lay them out: a child cannot grow afterwards, and where it has no chip the body is to be reached.
Rows rowsOf(const std::vector<float>& widths, float room, float gap) {
    Rows out;
    float used = 0.0F;
    for (const float width : widths) {
        const bool fits = used == 0.0F || used + gap + width <= room;
        out.count += fits ? 0 : 1;
        used = !fits || used == 0.0F ? width : used + gap + width;
        out.widest = std::max(out.widest, used);
    }
    return out;
}

}  // namespace

void viewChips(const Ui& ui, const Rect& place) {
    const std::vector<Chip> all = chips(ui);
    if (all.empty() || ui.state.model.open()) {
        return;
    }
    const float margin = ui.px(10);
    const float gap = ui.px(6);
    const bool anything = !(ui.state.choice.layers.muscles == session::MuscleViews{});
    const float room = std::max(place.size.x - 2.0F * margin, ui.px(60));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(gap, gap));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ImGui::GetFrameHeight() * 0.5F);
    ImGui::SetCursorScreenPos(ImVec2(place.at.x + margin, place.at.y + margin));
    const bool byKey = ui.memory.area == 0 && std::any_of(ui.input.shortcuts.begin(), ui.input.shortcuts.end(),
                                                          [](const auto& s) { return s == "F6" || s == "Shift+F6"; });
    if (byKey) {
        ImGui::SetNextWindowFocus();
    }
    std::vector<float> widths;
    for (const Chip& chip : all) {
        widths.push_back(buttonWidth(ui, chip.words));
    }
    if (anything) {
        widths.push_back(buttonWidth(ui, findAction(ui.commands, "muscle.all").name));
    }
    const Rows rows = rowsOf(widths, room, gap);
    const float high = static_cast<float>(rows.count) * (ImGui::GetFrameHeight() + gap);
    ImGui::BeginChild(
        "chips", ImVec2(rows.widest, high), false,
        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    pushOutline(ui);
    Flow flow(0.0F, room, gap);
    for (std::size_t i = 0; i < all.size(); ++i) {
        flow.item(widths[i]);
        ImGui::PushStyleColor(ImGuiCol_Button, ui.colors.panel);
        if (ImGui::Button(labelled(all[i].words, all[i].id).c_str())) {
            ui.push(all[i].closes);
        }
        ImGui::PopStyleColor();
        tooltip(ui, ui.text("chips.close_tip"));
    }
    if (anything) {
        flow.item(widths.back());
        commandButton(ui, "muscle.all");
    }
    popOutline();
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
}

}  // namespace myo::ui
