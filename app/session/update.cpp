#include "session/update.h"

#include <algorithm>
#include <utility>

#include "session/updater.h"

namespace myo::session {

namespace {

constexpr std::size_t mostResults = 30;
constexpr float smallestScale = 0.75F;
constexpr float largestScale = 2.5F;

}  // namespace

AppState firstState(const Settings& settings) {
    AppState state;
    state.settings = settings;
    return state;
}

void Updater::saveSettings() {
    effects_.emplace_back(SaveSettings{state_.settings});
}

void Updater::on(const LibraryChanged& /*action*/) {
    searchAgain();
    goHome();
    // A point that was asked for before its zones were known (--point, a quick hand) is shown now.
    if (!isNothing(state_.choice.selected) && !state_.figure.previewing()) {
        if (!known(state_.choice.selected)) {
            state_.choice.selected = {};
            return;
        }
        flyTo(framedSelection());
    }
}

void Updater::searchAgain() {
    state_.search.rows.clear();
    state_.search.warnings.clear();
    state_.search.side.reset();
    state_.search.highlighted = 0;
    if (!library_.search || state_.search.text.empty()) {
        return;
    }
    search::SearchAnswer answer = library_.search->search(state_.search.text, mostResults);
    state_.search.warnings = std::move(answer.warnings);
    state_.search.side = answer.side;
    for (search::SearchResult& result : answer.results) {
        state_.search.rows.push_back(
            {std::move(result.muscle), std::move(result.points), result.score, std::move(result.because)});
    }
}

void Updater::on(const SetSearchText& action) {
    if (action.text == state_.search.text) {
        return;
    }
    state_.search.text = action.text;
    state_.lastPanel = Panel::search;
    searchAgain();
}

void Updater::on(const MoveHighlight& action) {
    const auto last = static_cast<int>(state_.search.rows.size()) - 1;
    state_.search.highlighted = std::clamp(state_.search.highlighted + action.step, 0, std::max(last, 0));
}

void Updater::on(const TakeResult& action) {
    const int index = action.index < 0 ? state_.search.highlighted : action.index;
    if (index < 0 || static_cast<std::size_t>(index) >= state_.search.rows.size()) {
        return;
    }
    state_.search.highlighted = index;
    const SearchState::Row row = state_.search.rows[static_cast<std::size_t>(index)];
    const auto* now = std::get_if<SidedPoint>(&state_.choice.selected);
    const Side side = state_.search.side.value_or(now != nullptr ? now->side : Side::left);
    const atlas::Muscle* muscle = library_.atlas ? library_.atlas->find(row.muscle) : nullptr;
    if (!row.points.empty()) {
        select(SidedPoint{row.points.front(), side}, true);
    } else if (muscle != nullptr && !muscle->points.empty()) {
        select(SidedPoint{muscle->points.front().id, side}, true);
    } else {
        select(SidedMuscle{row.muscle, toBodySide(side)}, true);
    }
}

void Updater::on(const FocusSearch& /*action*/) {
    state_.searchOpen = true;
    state_.lastPanel = Panel::search;
    state_.overlay = Overlay::none;
    ++state_.search.focusRequests;
}

void Updater::on(const OpenPanel& action) {
    (action.panel == Panel::search ? state_.searchOpen : state_.detailsOpen) = action.open;
    if (action.open) {
        state_.lastPanel = action.panel;
    }
}

void Updater::on(const ShowOverlay& action) {
    state_.overlay = state_.overlay == action.overlay ? Overlay::none : action.overlay;
}

void Updater::on(const DismissHint& /*action*/) {
    if (!state_.settings.hintSeen) {
        state_.settings.hintSeen = true;
        saveSettings();
    }
}

void Updater::on(const Back& /*action*/) {
    if (state_.overlay == Overlay::learn && !state_.guide.value.empty()) {
        state_.guide = {};
    } else if (state_.overlay != Overlay::none) {
        state_.overlay = Overlay::none;
    } else if (figureBack()) {
        return;
    } else if (state_.paint.on) {
        on(SetPainting{false});
    } else if (state_.pinned.size() > 1) {
        on(EndComparison{});
    } else if (state_.tour) {
        state_.tour.reset();
    } else if (!state_.settings.hintSeen) {
        on(DismissHint{});
    } else if (!isNothing(state_.choice.selected)) {
        select({}, false);
    } else if (!state_.search.text.empty()) {
        on(SetSearchText{});
    } else {
        state_.notice.clear();
    }
}

void Updater::on(const SetTheme& action) {
    state_.settings.theme = action.theme;
    saveSettings();
}

void Updater::on(const SetPalette& action) {
    state_.settings.palette = action.palette;
    saveSettings();
}

void Updater::on(const SetUiScale& action) {
    state_.settings.uiScale = std::clamp(action.scale, smallestScale, largestScale);
    saveSettings();
}

void Updater::on(const SavePicture& /*action*/) {
    effects_.emplace_back(SaveViewportPicture{});
}

void Updater::on(const Quit& /*action*/) {
    effects_.emplace_back(CloseWindow{});
}

void Updater::on(const SetNotice& action) {
    state_.notice = action.text;
}

Update update(const AppState& state, const Action& action, const Library& library) {
    Updater updater(state, library);
    std::visit([&](const auto& concrete) { updater.on(concrete); }, action);
    return std::move(updater).finish();
}

bool needsFrame(const AppState& state) {
    return state.flight.has_value() || state.moving;
}

}  // namespace myo::session
