// What the window is for: exploring, painting, learning, presenting.
#include <algorithm>

#include "session/updater.h"

namespace myo::session {

void Updater::on(const SetMode& action) {
    if (action.mode == Mode::learn && state_.quiz.running()) {
        return;
    }
    closeQuiz();
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
    // It goes to a view that fits above the words, or is kept back.
    const Target chosen = isNothing(state_.keptBack) ? state_.choice.selected : state_.keptBack;
    if (state_.presenting != wasPresenting && !isNothing(chosen)) {
        select(Target(chosen), false);
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
    on(SelectNeighbour{action.step});
}

void Updater::on(const ShowAsked& /*action*/) {
    state_.shownAsked = true;
    select(Target(state_.keptBack), true);
}

void Updater::on(const SetCardTab& action) {
    state_.cardTab = action.tab;
}

}  // namespace myo::session
