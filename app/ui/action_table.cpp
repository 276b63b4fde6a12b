#include "ui/action_table.h"

#include <algorithm>
#include <stdexcept>

#include "session/mode.h"
#include "session/visibility.h"

namespace myo::ui {

namespace {

using namespace session;
using render::SkinMode;

void addViews(const AppState& state, std::vector<ActionInfo>& out) {
    out.push_back({"view.anterior", ActionGroup::views, {"1"}, Snap{SnapView::anterior}});
    out.push_back({"view.posterior", ActionGroup::views, {"2"}, Snap{SnapView::posterior}});
    out.push_back({"view.left", ActionGroup::views, {"3"}, Snap{SnapView::left}});
    out.push_back({"view.right", ActionGroup::views, {"4"}, Snap{SnapView::right}});
    out.push_back({"view.superior", ActionGroup::views, {"5"}, Snap{SnapView::superior}});
    out.push_back({"view.inferior", ActionGroup::views, {"6"}, Snap{SnapView::inferior}});
    if (state.quiz.page == QuizPage::told) {
        // The digits grade there.
        for (ActionInfo& info : out) {
            if (info.group == ActionGroup::views) {
                info.shortcuts.clear();
            }
        }
    }
    out.push_back({"view.frame", ActionGroup::views, {"F"}, ShowSelection{}});
    out.push_back({"view.reset", ActionGroup::views, {"Home"}, ResetView{}});
}

void addTurning(const AppState& state, std::vector<ActionInfo>& out) {
    const float step = static_cast<float>(state.viewportPx.y) / 12.0F;  // 15 degrees
    const float shift = static_cast<float>(state.viewportPx.y) / 10.0F;
    out.push_back({"turn.left", ActionGroup::turning, {"Left"}, Orbit{{-step, 0.0F}}});
    out.push_back({"turn.right", ActionGroup::turning, {"Right"}, Orbit{{step, 0.0F}}});
    out.push_back({"turn.up", ActionGroup::turning, {"Up"}, Orbit{{0.0F, -step}}});
    out.push_back({"turn.down", ActionGroup::turning, {"Down"}, Orbit{{0.0F, step}}});
    out.push_back({"move.left", ActionGroup::turning, {"Shift+Left"}, Pan{{-shift, 0.0F}}});
    out.push_back({"move.right", ActionGroup::turning, {"Shift+Right"}, Pan{{shift, 0.0F}}});
    out.push_back({"move.up", ActionGroup::turning, {"Shift+Up"}, Pan{{0.0F, -shift}}});
    out.push_back({"move.down", ActionGroup::turning, {"Shift+Down"}, Pan{{0.0F, shift}}});
    out.push_back({"zoom.in", ActionGroup::turning, {"+", "="}, ZoomMiddle{1.0F}});
    out.push_back({"zoom.out", ActionGroup::turning, {"-"}, ZoomMiddle{-1.0F}});
}

void addChoosing(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const bool chosen = !isNothing(state.choice.selected);
    const bool points = library.atlas != nullptr && !library.atlas->muscles.empty();
    out.push_back(
        {"search.focus", ActionGroup::choosing, {searchShortcuts.begin(), searchShortcuts.end()}, FocusSearch{}});
    out.push_back({"point.next", ActionGroup::choosing, {"]"}, SelectNeighbour{1}, points});
    out.push_back({"point.previous", ActionGroup::choosing, {"["}, SelectNeighbour{-1}, points});
    out.push_back({"side.swap", ActionGroup::choosing, {"X"}, SwapSide{}, chosen});
    out.push_back({"side.both",
                   ActionGroup::choosing,
                   {"M"},
                   SetBothSides{!state.choice.bothSides},
                   true,
                   state.choice.bothSides});
    out.push_back({"undo",
                   ActionGroup::choosing,
                   {"Ctrl+Z"},
                   Undo{},
                   state.paint.on ? !state.paint.past.empty() : !state.past.empty()});
    out.push_back({"redo",
                   ActionGroup::choosing,
                   {"Ctrl+Shift+Z", "Ctrl+Y"},
                   Redo{},
                   state.paint.on ? !state.paint.future.empty() : !state.future.empty()});
    out.push_back({"back", ActionGroup::choosing, {"Escape"}, Back{}});
}

void addLayers(const AppState& state, std::vector<ActionInfo>& out) {
    const Layers& layers = state.choice.layers;
    const auto skin = [&](const char* id, const char* key, SkinMode mode) {
        out.push_back({id, ActionGroup::layers, {key}, SetSkin{mode}, true, layers.skin == mode});
    };
    skin("skin.opaque", "S", SkinMode::opaque);
    skin("skin.ghosted", "V", SkinMode::ghosted);
    skin("skin.hidden", "W", SkinMode::hidden);
    const int level = depthLevel(layers);
    out.push_back({"peel.deeper", ActionGroup::layers, {"PageDown"}, SetDepth{level + 1}, level < deepestLevel});
    out.push_back({"peel.back", ActionGroup::layers, {"PageUp"}, SetDepth{level - 1}, level > 0});
    const auto toggle = [&](const char* id, const char* key, Action action, bool on) {
        out.push_back({id, ActionGroup::layers, {key}, std::move(action), true, on});
    };
    toggle("layer.points", "D", ShowPoints{!layers.points}, layers.points && !state.paint.on);
    out.back().enabled = !state.paint.on;  // one paints on bare skin
    toggle("layer.bones", "O", ShowBones{!layers.bones}, layers.bones);
    toggle("layer.labels", "L", ShowLabels{!layers.labels}, layers.labels);
}

// The plane that lays the inside open.
void addCut(const AppState& state, std::vector<ActionInfo>& out) {
    const Cut& cut = state.choice.layers.cut;
    const auto with = [&](auto change) {
        Cut changed = cut;
        change(changed);
        return SetCut{changed};
    };
    const auto axis = [&](const char* id, CutAxis wanted) {
        out.push_back({id, ActionGroup::layers, {}, with([&](Cut& c) { c.axis = wanted; }), true, cut.axis == wanted});
    };
    axis("cut.none", CutAxis::none);
    axis("cut.sagittal", CutAxis::sagittal);
    axis("cut.coronal", CutAxis::coronal);
    axis("cut.transverse", CutAxis::transverse);
    const bool on = cut.axis != CutAxis::none;
    const auto next = static_cast<CutAxis>((static_cast<int>(cut.axis) + 1) % 4);
    out.push_back({"cut.next", ActionGroup::layers, {"K"}, with([&](Cut& c) { c.axis = next; })});
    out.push_back(
        {"cut.flip", ActionGroup::layers, {"J"}, with([](Cut& c) { c.flipped = !c.flipped; }), on, cut.flipped});
    constexpr float step = 0.02F;
    out.push_back({"cut.forward", ActionGroup::layers, {">"}, with([](Cut& c) { c.share += step; }), on});
    out.push_back({"cut.back", ActionGroup::layers, {"<"}, with([](Cut& c) { c.share -= step; }), on});
}

void addMuscle(const AppState& state, std::vector<ActionInfo>& out) {
    const auto muscle = selectedMuscle(state);
    const MuscleViews& views = state.choice.layers.muscles;
    const auto in = [&](const std::vector<SidedMuscle>& list) {
        return muscle && std::find(list.begin(), list.end(), *muscle) != list.end();
    };
    const bool any = !(views == MuscleViews{});
    const auto add = [&](const char* id, const char* key, Action action, bool on) {
        out.push_back({id, ActionGroup::muscle, {key}, std::move(action), muscle.has_value(), on});
    };
    add("muscle.hide", "H", HideMuscle{}, in(views.hidden));
    add("muscle.ghost", "G", GhostMuscle{}, in(views.ghosted));
    add("muscle.isolate", "I", IsolateMuscle{}, muscle && views.isolated == muscle);
    add("muscle.dig", "U", DigToMuscle{}, muscle && views.uncovered == muscle);
    out.push_back({"muscle.all", ActionGroup::muscle, {"A"}, ShowAllMuscles{}, any});
}

// The quiz: how a question is answered without a mouse.
void addQuizCommands(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const QuizState& quiz = state.quiz;
    const bool told = quiz.page == QuizPage::told;
    const auto add = [&](const char* id, std::vector<std::string> keys, auto event, bool enabled) {
        out.push_back({id, ActionGroup::learning, std::move(keys), QuizEvent{event}, enabled});
    };
    out.push_back({"quiz",
                   ActionGroup::learning,
                   {"F7"},
                   QuizEvent{QuizGoTo{quiz.page == QuizPage::closed ? QuizPage::choose : QuizPage::closed}},
                   true,
                   quiz.page != QuizPage::closed});
    // One key leads through the quiz: what it does depends on where one is, and so does what it is shown beside.
    const auto leads = [](bool here, std::vector<std::string> more = {}) {
        if (here) {
            more.insert(more.begin(), "Ctrl+Enter");
        }
        return more;
    };
    const auto digit = [told](const char* key) {
        return told ? std::vector<std::string>{key} : std::vector<std::string>{};
    };
    // A small set is gone through now; everything as it falls due.
    add("quiz.start", leads(quiz.page == QuizPage::choose), QuizStart{quiz.set.kind != QuizSet::Kind::everything},
        quiz.page == QuizPage::choose && library.referral != nullptr && quiz.learner != nullptr &&
            !quiz.chosen.empty());
    add("quiz.submit", leads(quiz.page == QuizPage::ask), QuizSubmit{}, quiz.asking());
    add("quiz.next", leads(told, {"N"}), QuizNext{}, told);
    out.push_back({"quiz.middle",
                   ActionGroup::learning,
                   {"Ctrl+D"},
                   Click{glm::vec2(state.viewportPx) * 0.5F},
                   quiz.asking() && !state.paint.on});
    const bool helped = quiz.asking() && !quiz.examining();
    add("quiz.hint", {"Ctrl+J"}, QuizHint{}, helped);
    add("quiz.show", {"Ctrl+G"}, QuizShowMe{}, helped);
    add("exam.begin", leads(quiz.page == QuizPage::exam), ExamBegin{},
        quiz.page == QuizPage::exam && library.referral != nullptr);
    add("exam.skip", {"Ctrl+N"}, ExamSkip{}, quiz.examining());
    add("quiz.again", digit("1"), QuizRate{study::Rating::again}, told);
    add("quiz.hard", digit("2"), QuizRate{study::Rating::hard}, told);
    add("quiz.good", digit("3"), QuizRate{study::Rating::good}, told);
    add("quiz.easy", digit("4"), QuizRate{study::Rating::easy}, told);
    add("quiz.back", {"Ctrl+B"}, QuizTakeBack{},
        quiz.page != QuizPage::closed && quiz.learner != nullptr && !quiz.examining());
}

void addPainting(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const PaintState& paint = state.paint;
    const bool ready = library.matcher != nullptr;
    out.push_back({"paint",
                   ActionGroup::painting,
                   {"B"},
                   SetMode{paint.on ? Mode::explore : Mode::paint},
                   ready || paint.on,
                   paint.on});
    const auto brush = [&](float radius, int level, bool erase, bool mirror) {
        return SetBrush{radius, level, erase, mirror};
    };
    out.push_back({"brush.larger",
                   ActionGroup::painting,
                   {"}", "Ctrl+Up"},
                   brush(paint.radiusMm * 1.25F, paint.level, paint.erase, paint.mirror),
                   paint.on});
    out.push_back({"brush.smaller",
                   ActionGroup::painting,
                   {"{", "Ctrl+Down"},
                   brush(paint.radiusMm * 0.8F, paint.level, paint.erase, paint.mirror),
                   paint.on});
    out.push_back({"brush.erase",
                   ActionGroup::painting,
                   {"Ctrl+E"},
                   brush(paint.radiusMm, paint.level, !paint.erase, paint.mirror),
                   paint.on,
                   paint.erase});
    out.push_back({"brush.mirror",
                   ActionGroup::painting,
                   {"Ctrl+M"},
                   brush(paint.radiusMm, paint.level, paint.erase, !paint.mirror),
                   paint.on,
                   paint.mirror});
    out.push_back(
        {"drawing.clear", ActionGroup::painting, {"Ctrl+L"}, ClearDrawing{}, paint.on && paint.strokes() > 0});
    out.push_back({"drawing.save", ActionGroup::painting, {"Ctrl+Shift+S"}, SaveDrawing{}, paint.strokes() > 0});
    out.push_back({"drawing.restore",
                   ActionGroup::painting,
                   {"Ctrl+Shift+D"},
                   RestoreDrawing{},
                   ready && !paint.leftFile.empty()});
    const auto* point = std::get_if<SidedPoint>(&state.choice.selected);
    const SidedPoint chosen = point != nullptr ? *point : SidedPoint{};
    const bool pinned =
        point != nullptr && std::find(state.pinned.begin(), state.pinned.end(), chosen) != state.pinned.end();
    out.push_back({"pin", ActionGroup::painting, {"P"}, PinPoint{chosen}, point != nullptr, pinned});
    out.push_back({"rivals", ActionGroup::painting, {"Q"}, CompareRivals{chosen}, point != nullptr && ready});
    out.push_back({"compare.end", ActionGroup::painting, {}, EndComparison{}, !state.pinned.empty()});
}

void addWindow(const AppState& state, const Library& library, std::vector<ActionInfo>& out) {
    const bool dark = state.settings.theme == ThemeChoice::dark;
    const auto overlay = [&](const char* id, const char* key, Overlay which) {
        out.push_back({id, ActionGroup::window, {key}, ShowOverlay{which}, true, state.overlay == which});
    };
    overlay("settings", "F4", Overlay::settings);
    overlay("share", "F8", Overlay::share);
    out.push_back({"panel.search",
                   ActionGroup::window,
                   {"Ctrl+1"},
                   OpenPanel{Panel::search, !state.searchOpen},
                   true,
                   state.searchOpen});
    out.push_back({"search.filters",
                   ActionGroup::window,
                   {"Ctrl+F"},
                   OpenFilters{!state.search.filtersOpen},
                   true,
                   state.search.filtersOpen});
    out.push_back({"panel.details",
                   ActionGroup::window,
                   {"Ctrl+2"},
                   OpenPanel{Panel::details, !state.detailsOpen},
                   true,
                   state.detailsOpen});
    out.push_back({"theme", ActionGroup::window, {"T"}, SetTheme{dark ? ThemeChoice::light : ThemeChoice::dark}});
    const auto next = static_cast<PaletteChoice>((static_cast<int>(state.settings.palette) + 1) %
                                                 static_cast<int>(render::zonePaletteNames.size()));
    out.push_back({"palette", ActionGroup::window, {"C"}, SetPalette{next}});
    out.push_back({"scale.up",
                   ActionGroup::window,
                   {"Ctrl++", "Ctrl+=", "Ctrl+Shift+=", "Ctrl+Shift++"},
                   SetUiScale{state.settings.uiScale + 0.25F}});
    out.push_back({"scale.down", ActionGroup::window, {"Ctrl+-"}, SetUiScale{state.settings.uiScale - 0.25F}});
    out.push_back({"evidence",
                   ActionGroup::window,
                   {"E"},
                   ShowOverlay{Overlay::evidence},
                   true,
                   state.overlay == Overlay::evidence});
    out.push_back({"problems",
                   ActionGroup::window,
                   {"Ctrl+P"},
                   ShowOverlay{Overlay::problems},
                   !library.problems.empty(),
                   state.overlay == Overlay::problems});
    out.push_back(
        {"help", ActionGroup::window, {"?", "F1"}, ShowOverlay{Overlay::help}, true, state.overlay == Overlay::help});
    out.push_back({"model", ActionGroup::window, {"Ctrl+O"}, ModelEvent{OpenModelDialog{}}, true, state.model.open()});
    const std::string body = library.body ? library.body->identity.name : std::string();
    const auto figure = [&](const char* id, const char* name) {
        out.push_back({id, ActionGroup::window, {}, ModelEvent{UseBuiltIn{name}}, !state.model.busy(), body == name});
    };
    figure("figure.man", "male");
    figure("figure.woman", "female");
    out.push_back({"picture", ActionGroup::window, {"Ctrl+S"}, SavePicture{}});
    out.push_back({"quit", ActionGroup::window, {"Ctrl+Q"}, Quit{}});
}

void addModes(const AppState& state, std::vector<ActionInfo>& out) {
    const Mode now = modeOf(state);
    const auto mode = [&](const char* id, const char* key, Mode wanted) {
        const bool on = now == wanted;
        out.push_back({id, ActionGroup::window, {key}, SetMode{on ? Mode::explore : wanted}, true, on});
    };
    out.push_back({"explore", ActionGroup::window, {"Ctrl+H"}, SetMode{Mode::explore}, true, now == Mode::explore});
    mode("learn", "F2", Mode::learn);
    mode("present", "F5", Mode::present);
    const auto tab = [&](const char* id, const char* key, CardTab wanted) {
        out.push_back({id, ActionGroup::window, {key}, SetCardTab{wanted}, true, state.cardTab == wanted});
    };
    tab("card.pain", "Ctrl+3", CardTab::pain);
    tab("card.find", "Ctrl+4", CardTab::find);
    tab("card.evidence", "Ctrl+5", CardTab::evidence);
    out.push_back(
        {"about", ActionGroup::window, {"F3"}, ShowOverlay{Overlay::about}, true, state.overlay == Overlay::about});
    const bool playing = state.tour && state.tour->playing;
    out.push_back({"tour.play", ActionGroup::learning, {"Y"}, PlayTour{!playing}, state.tour.has_value(), playing});
    out.push_back({"step.next", ActionGroup::choosing, {"."}, StepOn{1}});
    out.push_back({"step.previous", ActionGroup::choosing, {","}, StepOn{-1}});
    // Before an audience the keys of a clicker lead on; what they mean otherwise is of no use there.
    if (state.presenting) {
        std::erase_if(out, [](const ActionInfo& info) { return info.id == "peel.deeper" || info.id == "peel.back"; });
        out[out.size() - 2].shortcuts.push_back("PageDown");
        out[out.size() - 1].shortcuts.push_back("PageUp");
    }
}

// Under which name a command's words stand in the table of sentences: its id, but for those that say what they do next.
std::string wordsOf(const ActionInfo& info, const AppState& state, const Library& library) {
    if (info.id == "theme") {
        return state.settings.theme == ThemeChoice::dark ? "theme.light" : "theme.dark";
    }
    if (info.id == "pin" && info.active) {
        return "unpin";
    }
    if (info.id == "paint" && library.matcher == nullptr) {
        return "paint.waiting";
    }
    return info.id;
}

}  // namespace

const char* groupKey(ActionGroup group) {
    switch (group) {
        case ActionGroup::views:
            return "help.group.views";
        case ActionGroup::turning:
            return "help.group.turning";
        case ActionGroup::choosing:
            return "help.group.choosing";
        case ActionGroup::layers:
            return "help.group.layers";
        case ActionGroup::muscle:
            return "help.group.muscle";
        case ActionGroup::painting:
            return "help.group.painting";
        case ActionGroup::learning:
            return "help.group.learning";
        case ActionGroup::window:
            break;
    }
    return "help.group.window";
}

std::vector<ActionInfo> actionTable(const AppState& state, const Library& library) {
    std::vector<ActionInfo> out;
    addQuizCommands(state, library, out);
    addViews(state, out);
    addTurning(state, out);
    addChoosing(state, library, out);
    addLayers(state, out);
    addCut(state, out);
    addMuscle(state, out);
    addModes(state, out);
    addPainting(state, library, out);
    addWindow(state, library, out);
    const Text& text = *library.text;
    for (ActionInfo& info : out) {
        const std::string key = "action." + wordsOf(info, state, library);
        info.name = text(key + ".name");
        info.tooltip = text.has(key + ".tip") ? text(key + ".tip") : std::string();
    }
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
