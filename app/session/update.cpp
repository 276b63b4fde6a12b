#include "session/update.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "session/tour.h"
#include "session/updater.h"

namespace myo::session {

void Updater::saveSettings() {
    effects_.emplace_back(SaveSettings{state_.settings});
}

void Updater::on(const LibraryChanged& /*action*/) {
    searchAgain();
    state_.search.previewing = state_.search.previewing && isNothing(state_.choice.selected);
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
    state_.hovered = {};  // its name would be written over the sheet
}

void Updater::on(const Back& /*action*/) {
    if (state_.overlay != Overlay::none) {
        state_.overlay = Overlay::none;
    } else if (modelBack() || quizBack()) {
        return;
    } else if (state_.presenting) {
        on(SetMode{Mode::explore});
    } else if (state_.paint.on) {
        on(SetPainting{false});
    } else if (state_.pinned.size() > 1) {
        on(EndComparison{});
    } else if (state_.tour) {
        state_.tour.reset();
    } else if (!isNothing(state_.choice.selected)) {
        select({}, false);
    } else if (!state_.search.text.empty()) {
        on(SetSearchText{});
    } else if (state_.search.filter.any()) {
        on(SetFilter{});
    } else if (state_.learning) {
        state_.learning = false;
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

void Updater::on(const SetReducedMotion& action) {
    state_.settings.reducedMotion = action.on;
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
    const std::string before = state.notice;
    Updater updater(std::move(state), library);
    std::visit([&](const auto& concrete) { updater.on(concrete); }, action);
    Update next = std::move(updater).finish();
    if (next.state.notice != before) {
        next.state.noticeSeconds = next.state.nowSeconds;
    }
    return next;
}

namespace {

// When the minutes that are left of an exam change.
std::optional<double> nextMinute(const AppState& state) {
    const auto end = examEnd(state.quiz);
    if (!end || !state.quiz.examining()) {
        return std::nullopt;
    }
    const auto left = std::chrono::duration<double>(*end - state.clock).count();
    return state.nowSeconds + std::max(0.0, std::fmod(left, 60.0)) + 0.01;
}

}  // namespace

std::optional<double> noticeEnds(const AppState& state) {
    if (state.notice.empty()) {
        return std::nullopt;
    }
    // As long as it takes to be seen and read.
    constexpr double seen = 4.0;
    constexpr double perLetter = 0.06;
    return state.noticeSeconds + seen + perLetter * static_cast<double>(state.notice.size());
}

std::optional<double> nextChange(const AppState& state, const Library& library) {
    std::optional<double> first;
    for (const auto& each : {noticeEnds(state), nextMinute(state), tourGoesOn(state, library)}) {
        first = each && (!first || *each < *first) ? each : first;
    }
    return first;
}

bool needsFrame(const AppState& state) {
    return state.flight.has_value() || state.moving;
}

}  // namespace myo::session
