// The menu of the right button: what can be done with what lies under the pointer.
#include <algorithm>
#include <string>

#include "session/mode.h"
#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::Target;

void item(const Ui& ui, const std::string& words, const char* id, std::initializer_list<session::Action> actions,
          const std::string& keys = {}) {
    if (ImGui::MenuItem(labelled(words, id).c_str(), keys.empty() ? nullptr : keys.c_str())) {
        for (const session::Action& action : actions) {
            ui.push(action);
        }
    }
}

// A command that acts on what is chosen, so that it has to be chosen first.
void itemOn(const Ui& ui, const Target& target, const char* id, const session::Action& action) {
    const ActionInfo& command = findAction(ui.commands, id);
    const std::string keys = command.shortcuts.empty() ? std::string() : command.shortcuts.front();
    if (ui.state.choice.selected == target) {
        item(ui, command.name, id, {action}, keys);
    } else {
        item(ui, command.name, id, {session::Select{target}, action}, keys);
    }
}

void muscleItems(const Ui& ui, const session::SidedMuscle& muscle) {
    itemOn(ui, muscle, "muscle.isolate", session::IsolateMuscle{});
    itemOn(ui, muscle, "muscle.ghost", session::GhostMuscle{});
    itemOn(ui, muscle, "muscle.hide", session::HideMuscle{});
    itemOn(ui, muscle, "muscle.dig", session::DigToMuscle{});
}

void items(const Ui& ui, const Target& target) {
    if (const auto* point = std::get_if<SidedPoint>(&target)) {
        item(ui, ui.text("menu.show"), "show", {session::Select{target}});
        item(ui, findAction(ui.commands, "pin").name, "pin", {session::PinPoint{*point}});
        if (ui.library.matcher) {
            item(ui, findAction(ui.commands, "rivals").name, "rivals", {session::CompareRivals{*point}});
        }
        ImGui::Separator();
        muscleItems(ui, {point->point.muscle, toBodySide(point->side)});
    } else if (const auto* muscle = std::get_if<session::SidedMuscle>(&target)) {
        item(ui, ui.text("menu.show"), "show", {session::Select{target}});
        muscleItems(ui, *muscle);
    } else if (const auto* region = std::get_if<SidedRegion>(&target)) {
        item(ui, ui.text("menu.sources"), "sources", {session::Select{target}});
        if (ui.library.matcher) {
            item(ui, ui.text("menu.paint"), "paint",
                 {session::SetMode{session::Mode::paint}, session::PaintRegion{*region}});
        }
    }
    if (!session::isNothing(target)) {
        ImGui::Separator();
    }
    for (const char* id : {"muscle.all", "view.reset"}) {
        const ActionInfo& command = findAction(ui.commands, id);
        if (command.enabled) {
            item(ui, command.name, id, {command.action}, command.shortcuts.empty() ? "" : command.shortcuts.front());
        }
    }
}

}  // namespace

void contextMenu(const Ui& ui) {
    Memory& memory = ui.memory;
    ImGui::SetNextWindowSize(ImVec2(0, 0));
    if (memory.menuWanted) {
        memory.menuWanted = false;
        memory.menu = memory.menuAsked;
        ImGui::OpenPopup("##menu");
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(8)));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0F, ui.px(1)));
    if (ImGui::BeginPopup("##menu") && ui.library.atlas) {
        if (!session::isNothing(memory.menu)) {
            ImGui::PushFont(ui.fonts.strong);
            ImGui::TextUnformatted(session::targetWords(ui.library, memory.menu).c_str());
            ImGui::PopFont();
        }
        items(ui, memory.menu);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
}

}  // namespace myo::ui
