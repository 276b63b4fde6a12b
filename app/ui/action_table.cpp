#include "ui/action_table.h"

#include <algorithm>
#include <stdexcept>

#include "session/visibility.h"

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
                   ShowSelection{}});
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
    out.push_back({"search.focus",
                   chooseGroup,
                   "Search",
                   {searchShortcuts.begin(), searchShortcuts.end()},
                   "Type a muscle, a symptom or a place",
                   FocusSearch{}});
    out.push_back({"point.next", chooseGroup, "Next trigger point", {"]"}, "", SelectNeighbour{1}, points});
    out.push_back({"point.previous", chooseGroup, "Previous trigger point", {"["}, "", SelectNeighbour{-1}, points});
    out.push_back({"side.swap", chooseGroup, "Other side", {"X"}, "The same on the other side", SwapSide{}, chosen});
    out.push_back({"side.both",
                   chooseGroup,
                   "Both sides",
                   {"M"},
                   "Paint the zones of both sides",
                   SetBothSides{!state.choice.bothSides},
                   true,
                   state.choice.bothSides});
    out.push_back({"undo",
                   chooseGroup,
                   "Undo",
                   {"Ctrl+Z"},
                   "",
                   Undo{},
                   state.paint.on ? !state.paint.past.empty() : !state.past.empty()});
    out.push_back({"redo",
                   chooseGroup,
                   "Redo",
                   {"Ctrl+Shift+Z", "Ctrl+Y"},
                   "",
                   Redo{},
                   state.paint.on ? !state.paint.future.empty() : !state.future.empty()});
    out.push_back({"back", chooseGroup, "Back, clear", {"Escape"}, "", Back{}});
}

void addLayers(const AppState& state, std::vector<ActionInfo>& out) {
    const Layers& layers = state.choice.layers;
    const auto skin = [&](const char* id, const char* name, const char* key, const char* tooltip, SkinMode mode) {
        out.push_back({id, layerGroup, name, {key}, tooltip, SetSkin{mode}, true, layers.skin == mode});
    };
    skin("skin.opaque", "Skin", "S", "Show the skin", SkinMode::opaque);
    skin("skin.ghosted", "See-through", "V", "See the muscles through the skin", SkinMode::ghosted);
    skin("skin.hidden", "No skin", "W", "Take the skin off", SkinMode::hidden);
    const int level = depthLevel(layers);
    out.push_back({"peel.deeper",
                   layerGroup,
                   "Go a layer deeper",
                   {"PageDown"},
                   "Take the outermost layer off",
                   SetDepth{level + 1},
                   level < deepestLevel});
    out.push_back({"peel.back",
                   layerGroup,
                   "Put a layer back",
                   {"PageUp"},
                   "Put the last layer back",
                   SetDepth{level - 1},
                   level > 0});
    const auto toggle = [&](const char* id, const char* name, const char* key, const char* tooltip, Action action,
                            bool on) {
        out.push_back({id, layerGroup, name, {key}, tooltip, std::move(action), true, on});
    };
    toggle("layer.points", "Points", "D", "Show the trigger points", ShowPoints{!layers.points}, layers.points);
    toggle("layer.bones", "Bones", "O", "Show the skeleton", ShowBones{!layers.bones}, layers.bones);
    toggle("layer.labels", "Labels", "L", "Name the muscles in sight", ShowLabels{!layers.labels}, layers.labels);
}

// The plane that lays the inside open.
void addCut(const AppState& state, std::vector<ActionInfo>& out) {
    const Cut& cut = state.choice.layers.cut;
    const auto with = [&](auto change) {
        Cut changed = cut;
        change(changed);
        return SetCut{changed};
    };
    const auto axis = [&](const char* id, const char* name, const char* tooltip, CutAxis wanted) {
        out.push_back(
            {id, layerGroup, name, {}, tooltip, with([&](Cut& c) { c.axis = wanted; }), true, cut.axis == wanted});
    };
    axis("cut.none", "Whole", "No cut", CutAxis::none);
    axis("cut.sagittal", "Cut from the side", "Cut left from right", CutAxis::sagittal);
    axis("cut.coronal", "Cut front from back", "Cut front from back", CutAxis::coronal);
    axis("cut.transverse", "Cut across", "Cut upper from lower", CutAxis::transverse);
    const bool on = cut.axis != CutAxis::none;
    const auto next = static_cast<CutAxis>((static_cast<int>(cut.axis) + 1) % 4);
    out.push_back(
        {"cut.next", layerGroup, "Next cut", {"K"}, "Cut the figure open", with([&](Cut& c) { c.axis = next; })});
    out.push_back({"cut.flip",
                   layerGroup,
                   "Flip",
                   {"J"},
                   "Take the other half away",
                   with([](Cut& c) { c.flipped = !c.flipped; }),
                   on,
                   cut.flipped});
    constexpr float step = 0.02F;
    out.push_back({"cut.forward", layerGroup, "Move the cut on", {">"}, "", with([](Cut& c) { c.share += step; }), on});
    out.push_back({"cut.back", layerGroup, "Move the cut back", {"<"}, "", with([](Cut& c) { c.share -= step; }), on});
}

void addMuscle(const AppState& state, std::vector<ActionInfo>& out) {
    const auto muscle = selectedMuscle(state);
    const MuscleViews& views = state.choice.layers.muscles;
    const auto in = [&](const std::vector<SidedMuscle>& list) {
        return muscle && std::find(list.begin(), list.end(), *muscle) != list.end();
    };
    const bool any = !(views == MuscleViews{});
    const auto add = [&](const char* id, const char* name, const char* key, const char* tooltip, Action action,
                         bool on) {
        out.push_back({id, muscleGroup, name, {key}, tooltip, std::move(action), muscle.has_value(), on});
    };
    add("muscle.hide", "Hide", "H", "Hide the chosen muscle, or show it again", HideMuscle{}, in(views.hidden));
    add("muscle.ghost", "Ghost", "G", "Make the chosen muscle see-through", GhostMuscle{}, in(views.ghosted));
    add("muscle.isolate", "Isolate", "I", "Show the chosen muscle alone", IsolateMuscle{},
        muscle && views.isolated == muscle);
    add("muscle.dig", "Dig to it", "U", "Uncover the chosen muscle from its best side", DigToMuscle{},
        muscle && views.uncovered == muscle);
    out.push_back({"muscle.all", muscleGroup, "Show all", {"A"}, "Bring hidden muscles back", ShowAllMuscles{}, any});
}

void addPainting(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const PaintState& paint = state.paint;
    const bool ready = library.matcher != nullptr;
    out.push_back({"paint",
                   paintGroup,
                   "Paint where it hurts",
                   {"B"},
                   ready ? "Paint on the skin where it hurts, and see which points could send pain there"
                         : "The zones are still being worked out",
                   SetPainting{!paint.on},
                   ready || paint.on,
                   paint.on});
    const auto brush = [&](float radius, int level, bool erase, bool mirror) {
        return SetBrush{radius, level, erase, mirror};
    };
    out.push_back({"brush.larger",
                   paintGroup,
                   "Larger brush",
                   {"}", "Ctrl+Up"},
                   "",
                   brush(paint.radiusMm * 1.25F, paint.level, paint.erase, paint.mirror),
                   paint.on});
    out.push_back({"brush.smaller",
                   paintGroup,
                   "Smaller brush",
                   {"{", "Ctrl+Down"},
                   "",
                   brush(paint.radiusMm * 0.8F, paint.level, paint.erase, paint.mirror),
                   paint.on});
    out.push_back({"brush.erase",
                   paintGroup,
                   "Eraser",
                   {"Ctrl+E"},
                   "Take paint away",
                   brush(paint.radiusMm, paint.level, !paint.erase, paint.mirror),
                   paint.on,
                   paint.erase});
    out.push_back({"brush.mirror",
                   paintGroup,
                   "Mirror",
                   {"Ctrl+M"},
                   "Paint the other side of the body as well",
                   brush(paint.radiusMm, paint.level, paint.erase, !paint.mirror),
                   paint.on,
                   paint.mirror});
    out.push_back({"drawing.clear",
                   paintGroup,
                   "Clear",
                   {"Ctrl+L"},
                   "Take all paint away; Undo brings it back",
                   ClearDrawing{},
                   paint.on && paint.strokes() > 0});
    out.push_back({"drawing.save",
                   paintGroup,
                   "Save drawing",
                   {"Ctrl+Shift+S"},
                   "Save the drawing as a file",
                   SaveDrawing{},
                   paint.strokes() > 0});
    const auto* point = std::get_if<SidedPoint>(&state.choice.selected);
    const SidedPoint chosen = point != nullptr ? *point : SidedPoint{};
    const bool pinned =
        point != nullptr && std::find(state.pinned.begin(), state.pinned.end(), chosen) != state.pinned.end();
    out.push_back({"pin",
                   paintGroup,
                   pinned ? "Unpin" : "Pin to compare",
                   {"P"},
                   "Compare this point with others that are pinned",
                   PinPoint{chosen},
                   point != nullptr,
                   pinned});
    out.push_back({"rivals",
                   paintGroup,
                   "What else could it be?",
                   {"Q"},
                   "Compare with the points that send pain to the same place",
                   CompareRivals{chosen},
                   point != nullptr && ready});
    out.push_back({"compare.end", paintGroup, "End comparison", {}, "", EndComparison{}, !state.pinned.empty()});
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
    out.push_back({"search.filters",
                   windowGroup,
                   "Filter the muscles",
                   {"Ctrl+F"},
                   "By part of the body, depth, self-care and evidence",
                   OpenFilters{!state.search.filtersOpen},
                   true,
                   state.search.filtersOpen});
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
    const auto next = static_cast<PaletteChoice>((static_cast<int>(state.settings.palette) + 1) % 4);
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
    out.push_back({"figure",
                   windowGroup,
                   "Open figure",
                   {"Ctrl+O"},
                   "Show everything on a figure of your own, or on the other built-in one",
                   ModelEvent{OpenModelDialog{}},
                   true,
                   state.model.open()});
    out.push_back({"picture", windowGroup, "Save picture", {"Ctrl+S"}, "Save the figure as a PNG file", SavePicture{}});
    out.push_back({"quit", windowGroup, "Quit", {"Ctrl+Q"}, "", Quit{}});
}

void addReading(const AppState& state, std::vector<ActionInfo>& out) {
    out.push_back({"learn",
                   windowGroup,
                   "Learn",
                   {"F2"},
                   "Guided tours, and texts to read",
                   ShowOverlay{Overlay::learn},
                   true,
                   state.overlay == Overlay::learn});
    out.push_back({"about",
                   windowGroup,
                   "About",
                   {"F3"},
                   "Version, licences, and how far the content is confirmed",
                   ShowOverlay{Overlay::about},
                   true,
                   state.overlay == Overlay::about});
    const bool touring = state.tour.has_value();
    out.push_back({"tour.next", chooseGroup, "Next stop of a tour", {"."}, "", StepTour{1}, touring});
    out.push_back({"tour.previous", chooseGroup, "Previous stop of a tour", {","}, "", StepTour{-1}, touring});
}

}  // namespace

std::vector<ActionInfo> actionTable(const AppState& state, const Library& library) {
    std::vector<ActionInfo> out;
    addViews(out);
    addTurning(state, out);
    addChoosing(state, library, out);
    addLayers(state, out);
    addCut(state, out);
    addMuscle(state, out);
    addReading(state, out);
    addPainting(state, library, out);
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

const std::string& firstShortcut(const std::vector<ActionInfo>& table, const std::vector<std::string>& meanings) {
    const auto known = std::find_if(meanings.begin(), meanings.end(), [&](const std::string& shortcut) {
        return std::any_of(table.begin(), table.end(), [&](const ActionInfo& info) {
            return std::find(info.shortcuts.begin(), info.shortcuts.end(), shortcut) != info.shortcuts.end();
        });
    });
    return known != meanings.end() ? *known : meanings.front();
}

const ActionInfo& findAction(const std::vector<ActionInfo>& table, const std::string& id) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const ActionInfo& info) { return info.id == id; });
    if (found == table.end()) {
        throw std::out_of_range("no such command: " + id);
    }
    return *found;
}

}  // namespace myo::ui
