// Guides and guided tours.
#include <algorithm>

#include "session/tour.h"
#include "session/updater.h"

namespace myo::session {

void Updater::on(const OpenGuide& action) {
    if (!action.guide.value.empty() && (!library_.atlas || library_.atlas->find(action.guide) == nullptr)) {
        return;
    }
    state_.guide = action.guide;
    state_.overlay = action.guide.value.empty() ? Overlay::none : Overlay::learn;
}

void Updater::on(const StartTour& action) {
    if (!library_.atlas || library_.atlas->find(action.scenario) == nullptr) {
        return;
    }
    closeQuiz();
    state_.tour = Tour{action.scenario, 0, false, state_.nowSeconds};
    state_.overlay = Overlay::none;
    goToTourStep();
}

void Updater::on(const StepTour& action) {
    const atlas::Scenario* scenario =
        state_.tour && library_.atlas ? library_.atlas->find(state_.tour->scenario) : nullptr;
    if (scenario == nullptr) {
        return;
    }
    const int step = std::clamp(state_.tour->step + action.step, 0, static_cast<int>(scenario->steps.size()));
    if (step != state_.tour->step) {
        state_.tour->step = step;
        state_.tour->sinceSeconds = state_.nowSeconds;
        goToTourStep();
    }
}

// The first step is read before anything is looked at; every other one shows its point.
void Updater::goToTourStep() {
    state_.detailsOpen = true;
    state_.lastPanel = Panel::details;
    if (state_.tour->step == 0) {
        select({}, false);
        flyTo(viewOfSelection());
        return;
    }
    const atlas::Scenario* scenario = library_.atlas->find(state_.tour->scenario);
    const auto* now = std::get_if<SidedPoint>(&state_.choice.selected);
    const Side side = now != nullptr ? now->side : Side::left;
    // Who keeps looking from where he looks knows where he is: only what cannot be seen from there turns the body.
    const Camera from = cameraNow();
    select(SidedPoint{scenario->steps.at(static_cast<std::size_t>(state_.tour->step - 1)).point, side}, false);
    const Camera best = viewOfSelection();
    Camera wanted = best;
    constexpr float alike = 0.6F;  // cosine between two directions from which much the same is seen
    if (state_.tour->step > 1 && glm::dot(axes(from).toEye, axes(best).toEye) > alike) {
        wanted.yaw = from.yaw;
        wanted.pitch = from.pitch;
    }
    flyTo(wanted);
}

void Updater::on(const PlayTour& action) {
    if (state_.tour) {
        state_.tour->playing = action.on;
        state_.tour->sinceSeconds = state_.nowSeconds;
    }
}

void Updater::playOn() {
    if (const auto when = tourGoesOn(state_, library_); when && state_.nowSeconds >= *when) {
        on(StepTour{1});
    }
}

void Updater::on(const QuizOnTour& /*action*/) {
    if (!state_.tour) {
        return;
    }
    const std::string id = state_.tour->scenario.value;
    onQuiz(QuizGoTo{QuizPage::choose});
    onQuiz(QuizChoose{{QuizSet::Kind::scenario, id}, {}});
    onQuiz(QuizStart{true});
}

void Updater::on(const EndTour& /*action*/) {
    state_.tour.reset();
}

}  // namespace myo::session
