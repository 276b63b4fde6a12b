#include "ui/action_table.h"

#include <algorithm>
#include <stdexcept>

namespace myo::ui {

namespace {

using namespace session;
using render::SkinMode;

void addViews(std::vector<ActionInfo>& out) {
    out.push_back({"view.anterior", viewGroup, "Front", {"1"}, "See the front of the body", Snap{SnapView::anterior}});
    out.push_back({"view.posterior", viewGroup, "Back", {"2"}, "See the back of the body", Snap{SnapView::posterior}});
    out.push_back({"view.left", viewGroup, "Left", {"3"}, "See the body's left side", Snap{SnapView::left}});
    out.push_back({"view.right", viewGroup, "Right", {"4"}, "See the body's right side", Snap{SnapView::right}});
    out.push_back({"view.superior", viewGroup, "Top", {"5"}, "See the body from above", Snap{SnapView::superior}});
    out.push_back({"view.inferior", viewGroup, "Below", {"6"}, "See the body from below", Snap{SnapView::inferior}});
    out.push_back({"view.frame",
                   viewGroup,
                   "Frame",
                   {"F", "Home"},
                   "Show the selected point and its zone at their best, or the whole body",
                   FrameSelection{}});
}

void addTurning(const AppState& state, std::vector<ActionInfo>& out) {
    const float step = static_cast<float>(state.viewportPx.y) / 12.0F;  // 15 degrees
    const float shift = static_cast<float>(state.viewportPx.y) / 10.0F;
    out.push_back({"turn.left", turnGroup, "Turn left", {"Left"}, "", Orbit{{-step, 0.0F}}});
    out.push_back({"turn.right", turnGroup, "Turn right", {"Right"}, "", Orbit{{step, 0.0F}}});
    out.push_back({"turn.up", turnGroup, "Tilt up", {"Up"}, "", Orbit{{0.0F, -step}}});
    out.push_back({"turn.down", turnGroup, "Tilt down", {"Down"}, "", Orbit{{0.0F, step}}});
    out.push_back({"move.left", turnGroup, "Move left", {"Shift+Left"}, "", Pan{{-shift, 0.0F}}});
    out.push_back({"move.right", turnGroup, "Move right", {"Shift+Right"}, "", Pan{{shift, 0.0F}}});
    out.push_back({"move.up", turnGroup, "Move up", {"Shift+Up"}, "", Pan{{0.0F, -shift}}});
    out.push_back({"move.down", turnGroup, "Move down", {"Shift+Down"}, "", Pan{{0.0F, shift}}});
    out.push_back({"zoom.in", turnGroup, "Come nearer", {"+", "="}, "", ZoomMiddle{1.0F}});
    out.push_back({"zoom.out", turnGroup, "Go away", {"-"}, "", ZoomMiddle{-1.0F}});
}

void addChoosing(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const bool chosen = !isNothing(state.choice.selected);
    const bool points = library.atlas != nullptr && !library.atlas->muscles.empty();
    out.push_back(
        {"search.focus", chooseGroup, "Search", {"Ctrl+K", "/"}, "Type a muscle, a symptom or a place", FocusSearch{}});
    out.push_back({"point.next", chooseGroup, "Next trigger point", {"]"}, "", SelectNeighbour{1}, points});
    out.push_back({"point.previous", chooseGroup, "Previous trigger point", {"["}, "", SelectNeighbour{-1}, points});
    out.push_back({"side.swap", chooseGroup, "Other side", {"X"}, "The same on the other side", SwapSide{}, chosen});
    out.push_back({"side.both",
                   chooseGroup,
                   "Both sides",
                   {"B"},
                   "Paint the zones of both sides",
                   SetBothSides{!state.choice.bothSides},
                   true,
                   state.choice.bothSides});
    out.push_back({"undo", chooseGroup, "Undo", {"Ctrl+Z"}, "", Undo{}, !state.past.empty()});
    out.push_back({"redo", chooseGroup, "Redo", {"Ctrl+Shift+Z", "Ctrl+Y"}, "", Redo{}, !state.future.empty()});
    out.push_back({"back", chooseGroup, "Back, clear", {"Escape"}, "", Back{}});
}

void addLayers(const AppState& state, std::vector<ActionInfo>& out) {
    const Layers& layers = state.choice.layers;
    const auto skin = [&](const char* id, const char* name, const char* key, const char* tooltip, SkinMode mode) {
        out.push_back({id, layerGroup, name, {key}, tooltip, SetSkin{mode}, true, layers.skin == mode});
    };
    skin("skin.opaque", "Skin", "S", "Show the skin", SkinMode::opaque);
    skin("skin.ghosted", "See-through", "G", "See the muscles through the skin", SkinMode::ghosted);
    skin("skin.hidden", "No skin", "H", "Take the skin off", SkinMode::hidden);
    out.push_back({"peel.deeper",
                   layerGroup,
                   "Peel a muscle layer",
                   {"PageDown", "."},
                   "Take the outermost muscles off",
                   SetPeeled{layers.peeled + 1},
                   layers.peeled < Layers::deepest});
    out.push_back({"peel.back",
                   layerGroup,
                   "Put a layer back",
                   {"PageUp", ","},
                   "Put the last muscles back",
                   SetPeeled{layers.peeled - 1},
                   layers.peeled > 0});
    out.push_back({"layer.points",
                   layerGroup,
                   "Points",
                   {"P"},
                   "Show the trigger points",
                   ShowPoints{!layers.points},
                   true,
                   layers.points});
    out.push_back(
        {"layer.bones", layerGroup, "Bones", {"O"}, "Show the skeleton", ShowBones{!layers.bones}, true, layers.bones});
}

void addWindow(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const bool dark = state.settings.theme == ThemeChoice::dark;
    out.push_back({"panel.search",
                   windowGroup,
                   "Search panel",
                   {"Ctrl+1"},
                   "",
                   OpenPanel{Panel::search, !state.searchOpen},
                   true,
                   state.searchOpen});
    out.push_back({"panel.details",
                   windowGroup,
                   "Details panel",
                   {"Ctrl+2"},
                   "",
                   OpenPanel{Panel::details, !state.detailsOpen},
                   true,
                   state.detailsOpen});
    out.push_back({"theme",
                   windowGroup,
                   dark ? "Light" : "Dark",
                   {"T"},
                   dark ? "Light window" : "Dark window",
                   SetTheme{dark ? ThemeChoice::light : ThemeChoice::dark}});
    const auto next = static_cast<PaletteChoice>((static_cast<int>(state.settings.palette) + 1) % 3);
    out.push_back({"palette", windowGroup, "Zone colour", {"C"}, "Next colour of the zones", SetPalette{next}});
    out.push_back(
        {"scale.up", windowGroup, "Larger text", {"Ctrl++", "Ctrl+="}, "", SetUiScale{state.settings.uiScale + 0.25F}});
    out.push_back(
        {"scale.down", windowGroup, "Smaller text", {"Ctrl+-"}, "", SetUiScale{state.settings.uiScale - 0.25F}});
    out.push_back({"evidence",
                   windowGroup,
                   "How sure is this?",
                   {"E"},
                   "What is known, and not known, about referred pain",
                   ShowOverlay{Overlay::evidence},
                   true,
                   state.overlay == Overlay::evidence});
    out.push_back({"problems",
                   windowGroup,
                   "Problems",
                   {"Ctrl+P"},
                   "What could not be read",
                   ShowOverlay{Overlay::problems},
                   !library.problems.empty(),
                   state.overlay == Overlay::problems});
    out.push_back({"help",
                   windowGroup,
                   "Keys",
                   {"?", "F1"},
                   "List of keys",
                   ShowOverlay{Overlay::help},
                   true,
                   state.overlay == Overlay::help});
    out.push_back({"picture", windowGroup, "Save picture", {"Ctrl+S"}, "Save the figure as a PNG file", SavePicture{}});
    out.push_back({"quit", windowGroup, "Quit", {"Ctrl+Q"}, "", Quit{}});
}

}  // namespace

std::vector<ActionInfo> actionTable(const AppState& state, const Library& library) {
    std::vector<ActionInfo> out;
    addViews(out);
    addTurning(state, out);
    addChoosing(state, library, out);
    addLayers(state, out);
    addWindow(state, library, out);
    return out;
}

const ActionInfo* findShortcut(const std::vector<ActionInfo>& table, const std::string& shortcut) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const ActionInfo& info) {
        return info.enabled &&
               std::find(info.shortcuts.begin(), info.shortcuts.end(), shortcut) != info.shortcuts.end();
    });
    return found != table.end() ? &*found : nullptr;
}

const ActionInfo& findAction(const std::vector<ActionInfo>& table, const std::string& id) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const ActionInfo& info) { return info.id == id; });
    if (found == table.end()) {
        throw std::out_of_range("no such command: " + id);
    }
    return *found;
}

}  // namespace myo::ui
