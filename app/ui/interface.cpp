#include "ui/interface.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <imgui_internal.h>

#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::Overlay;

constexpr std::array<const char*, 5> areas = {"##figure", "##top", "##search", "##details", "##controls"};

// To the next panel that is there; where the keyboard is can be seen from then on.
void walk(const Ui& ui, int step) {
    const int count = static_cast<int>(areas.size());
    for (int i = 0; i < count; ++i) {
        ui.memory.area = (ui.memory.area + step + count) % count;
        ImGuiWindow* window = ImGui::FindWindowByName(areas.at(static_cast<std::size_t>(ui.memory.area)));
        if (window != nullptr && window->WasActive) {
            ImGui::FocusWindow(window);
            ImGui::NavInitWindow(window, false);
            ImGuiContext& context = *ImGui::GetCurrentContext();
            context.NavDisableHighlight = false;
            ui.memory.walking = true;
            context.NavDisableMouseHover = true;
            return;
        }
    }
}

// A frame around the area that the keyboard is in.
void focusFrame(const Ui& ui) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiWindow* window = context.NavWindow != nullptr ? context.NavWindow->RootWindow : nullptr;
    ui.memory.walking = ui.memory.walking && !ImGui::IsAnyMouseDown();
    if (window == nullptr || !ui.memory.walking || !window->WasActive || ui.state.presenting) {
        return;
    }
    for (const char* area : areas) {
        if (std::string_view(window->Name) == area) {
            const float inset = ui.px(1);
            ImGui::GetForegroundDrawList()->AddRect(
                ImVec2(window->Pos.x + inset, window->Pos.y + inset),
                ImVec2(window->Pos.x + window->Size.x - inset, window->Pos.y + window->Size.y - inset),
                ImGui::GetColorU32(ui.colors.accent), 0.0F, 0, ui.px(2));
        }
    }
}

// Shortcuts speak to the window as a whole; while text is typed only those that cannot be part of it count.
void shortcuts(const Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    for (const std::string& shortcut : ui.input.shortcuts) {
        if (shortcut == "F6" || shortcut == "Shift+F6") {
            walk(ui, shortcut == "F6" ? 1 : -1);
            continue;
        }
        if (shortcut == "Escape" && ui.memory.popupOpen) {
            continue;  // closes the list that hangs open, and no more
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
        case Overlay::settings:
            settingsOverlay(ui);
            break;
        case Overlay::share:
            shareOverlay(ui);
            break;
        case Overlay::none:
            break;
    }
}

void panels(const Ui& ui, const Layout& layout) {
    topBar(ui, layout.top);
    if (ui.state.model.open()) {
        modelPanel(ui, layout.left);
    } else {
        searchPanel(ui, layout.left, layout.leftOpen);
    }
    if (layout.right.size.x > 0.0F) {
        detailsPanel(ui, layout.right, layout.rightOpen);
    }
    legendBar(ui, layout.legend, layout.compact);
    if (!ui.state.model.previewing()) {
        viewControls(ui, layout.viewport);
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
    const Layout layout = layoutOf({window.x, window.y}, input.scale, state, memory.legendRows);
    memory.figureAt = layout.viewport.at;
    const glm::ivec2 size(layout.viewport.size);
    if (size != state.viewportPx || input.scale != state.pixelScale) {
        ui.push(session::ResizeViewport{size, input.scale});
    }
    memory.searchFrames = std::max(memory.searchFrames - 1, 0);
    shortcuts(ui);
    viewport(ui, layout.viewport);
    memory.controls.clear();
    if (state.presenting) {
        presentation(ui, layout.legend);
    } else {
        panels(ui, layout);
    }
    contextMenu(ui);
    noticeSheet(ui, layout.viewport);
    overlay(ui);
    if (memory.focusSeen != state.search.focusRequests) {  // no search box in this frame: nobody waits for it
        memory.focusSeen = state.search.focusRequests;
        memory.searchFrames = 0;
    }
    focusFrame(ui);
    memory.popupOpen = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    return actions;
}

}  // namespace myo::ui
