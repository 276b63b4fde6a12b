#include "session/update.h"

#include <algorithm>
#include <utility>

#include "session/updater.h"

namespace myo::session {

void Updater::saveSettings() {
    effects_.emplace_back(SaveSettings{state_.settings});
}

void Updater::on(const LibraryChanged& /*action*/) {
    searchAgain();
    goHome();
    // A point that was asked for before its zones were known (--point, a quick hand) is shown now.
    if (!isNothing(state_.choice.selected) && !state_.model.previewing()) {
        if (!known(state_.choice.selected)) {
            state_.choice.selected = {};
            return;
        }
        flyTo(viewOfSelection());
    }
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
    } else if (modelBack()) {
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
    } else if (state_.search.filter.any()) {
        on(SetFilter{});
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
    state_.settings.uiScale = std::clamp(action.scale, smallestUiScale, largestUiScale);
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

Update update(AppState state, const Action& action, const Library& library) {
    Updater updater(std::move(state), library);
    std::visit([&](const auto& concrete) { updater.on(concrete); }, action);
    return std::move(updater).finish();
}

bool needsFrame(const AppState& state) {
    return state.flight.has_value() || state.moving;
}

}  // namespace myo::session
