#include "ui/interface.h"

#include <algorithm>
#include <array>

#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::Overlay;

constexpr std::array<const char*, 4> areas = {"##figure", "##search", "##details", "##controls"};

// Shortcuts speak to the window as a whole; while text is typed only those that cannot be part of it count.
void shortcuts(const Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    for (const std::string& shortcut : ui.input.shortcuts) {
        if (shortcut == "F6" || shortcut == "Shift+F6") {
            const int step = shortcut == "F6" ? 1 : static_cast<int>(areas.size()) - 1;
            ui.memory.area = (ui.memory.area + step) % static_cast<int>(areas.size());
            ImGui::SetWindowFocus(areas.at(static_cast<std::size_t>(ui.memory.area)));
            continue;
        }
        const bool withCtrl = shortcut.rfind("Ctrl+", 0) == 0;
        const bool function = shortcut.size() > 1 && shortcut[0] == 'F';
        if (io.WantTextInput && !withCtrl && !function) {
            continue;
        }
        // Within a panel the arrows walk from item to item.
        const bool arrow = shortcut == "Left" || shortcut == "Right" || shortcut == "Up" || shortcut == "Down";
        if (arrow && io.NavActive) {
            continue;
        }
        if (const ActionInfo* command = findShortcut(ui.commands, shortcut)) {
            ui.push(command->action);
        }
    }
}

void overlay(const Ui& ui) {
    switch (ui.state.overlay) {
        case Overlay::help:
            helpOverlay(ui);
            break;
        case Overlay::evidence:
            evidenceOverlay(ui);
            break;
        case Overlay::problems:
            problemsOverlay(ui);
            break;
        case Overlay::learn:
            learnOverlay(ui);
            break;
        case Overlay::about:
            aboutOverlay(ui);
            break;
        case Overlay::none:
            break;
    }
}

}  // namespace

std::vector<session::Action> buildFrame(const session::AppState& state, const session::Library& library,
                                        const FrameInput& input, const Fonts& fonts, Memory& memory) {
    std::vector<session::Action> actions;
    const Colors colors = colorsOf(state.settings.theme);
    const std::vector<ActionInfo> commands = actionTable(state, library);
    const Ui ui{state, library, input, fonts, colors, commands, memory, actions};

    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const Layout layout = layoutOf({window.x, window.y}, input.scale, state, memory.legendRows, memory.controlRows);
    memory.figureAt = layout.viewport.at;
    const glm::ivec2 size(layout.viewport.size);
    if (size != state.viewportPx || input.scale != state.pixelScale) {
        ui.push(session::ResizeViewport{size, input.scale});
    }
    memory.searchFrames = std::max(memory.searchFrames - 1, 0);
    shortcuts(ui);
    viewport(ui, layout.viewport);
    topBar(ui, layout.top);
    memory.controls.clear();
    if (state.model.open()) {
        modelPanel(ui, layout.left);
    } else {
        searchPanel(ui, layout.left, layout.leftOpen);
    }
    detailsPanel(ui, layout.right, layout.rightOpen);
    legendBar(ui, layout.legend, layout.compact);
    controlBar(ui, layout.controls, layout.compact);
    overlay(ui);
    if (memory.focusSeen != state.search.focusRequests) {  // no search box in this frame: nobody waits for it
        memory.focusSeen = state.search.focusRequests;
        memory.searchFrames = 0;
    }
    return actions;
}

}  // namespace myo::ui
