// What the window is for: exploring, painting, learning, presenting.
#include <algorithm>

#include "session/present.h"
#include "session/updater.h"

namespace myo::session {

void Updater::on(const SetMode& action) {
    const bool wasPresenting = state_.presenting;
    state_.presenting = action.mode == Mode::present;
    state_.learning = action.mode == Mode::learn;
    state_.shownAsked = false;
    state_.overlay = Overlay::none;
    if (state_.model.open() && !state_.presenting) {
        onModel(CloseModelDialog{});
    }
    if (state_.paint.on != (action.mode == Mode::paint)) {
        on(SetPainting{action.mode == Mode::paint});
    }
    if (state_.learning) {
        on(OpenPanel{Panel::search, true});
    }
    if (state_.presenting && !isNothing(state_.choice.selected)) {
        flyTo(viewOfSelection());
    }
    if (state_.presenting != wasPresenting) {
        effects_.emplace_back(FillScreen{state_.presenting});
    }
}

void Updater::on(const StepOn& action) {
    if (state_.tour) {
        on(StepTour{action.step});
        return;
    }
    const auto last = static_cast<int>(state_.search.rows.size()) - 1;
    if (last >= 0) {
        const bool chosen = !isNothing(state_.choice.selected);
        on(TakeResult{std::clamp(state_.search.highlighted + (chosen ? action.step : 0), 0, last)});
        return;
    }
    // Before an audience what is not for everyone is stepped over, unless it was asked for.
    const std::size_t most = library_.atlas ? library_.atlas->points().size() : 0;
    for (std::size_t i = 0; i < most; ++i) {
        on(SelectNeighbour{action.step});
        if (!state_.presenting || state_.shownAsked || !keptBack(state_, library_)) {
            return;
        }
    }
}

void Updater::on(const ShowAsked& /*action*/) {
    state_.shownAsked = !state_.shownAsked;
}

void Updater::on(const SetCardTab& action) {
    state_.cardTab = action.tab;
}

}  // namespace myo::session
