// Pointing, choosing and history.
#include <algorithm>

#include "session/pick.h"
#include "session/present.h"
#include "session/updater.h"

namespace myo::session {

namespace {

constexpr std::size_t longestHistory = 200;

Target onOtherSide(const Target& target) {
    if (const auto* point = std::get_if<SidedPoint>(&target)) {
        return SidedPoint{point->point, opposite(point->side)};
    }
    const auto swapped = [](BodySide side) {
        return side == BodySide::mid ? side : side == BodySide::left ? BodySide::right : BodySide::left;
    };
    if (const auto* muscle = std::get_if<SidedMuscle>(&target)) {
        return SidedMuscle{muscle->muscle, swapped(muscle->side)};
    }
    if (const auto* region = std::get_if<SidedRegion>(&target)) {
        return SidedRegion{region->region, swapped(region->side)};
    }
    return target;
}

Target onSide(const Target& target, Side side) {
    const Target other = onOtherSide(target);
    const auto isThere = [&](const Target& one) {
        if (const auto* point = std::get_if<SidedPoint>(&one)) {
            return point->side == side;
        }
        if (const auto* muscle = std::get_if<SidedMuscle>(&one)) {
            return muscle->side == toBodySide(side);
        }
        const auto* region = std::get_if<SidedRegion>(&one);
        return region != nullptr && region->side == toBodySide(side);
    };
    return isThere(other) ? other : target;
}

}  // namespace

bool Updater::known(const Target& target) const {
    if (isNothing(target) || !library_.atlas) {
        return isNothing(target);
    }
    if (const auto* point = std::get_if<SidedPoint>(&target)) {
        return library_.atlas->find(point->point) != nullptr;
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&target)) {
        const bool inBody = library_.body && library_.body->find(muscle->muscle.value, muscle->side) != nullptr;
        return inBody || library_.atlas->find(muscle->muscle) != nullptr;
    }
    return library_.atlas->find(std::get<SidedRegion>(target).region) != nullptr;
}

void Updater::choose(Choice choice) {
    state_.search.previewing = false;
    if (choice == state_.choice) {
        return;
    }
    state_.past.push_back(std::move(state_.choice));
    if (state_.past.size() > longestHistory) {
        state_.past.erase(state_.past.begin());
    }
    state_.future.clear();
    const bool sameLayers = choice.layers == state_.choice.layers;
    state_.choice = std::move(choice);
    if (!sameLayers && state_.pointerPx.x >= 0.0F) {
        state_.hovered = pick(state_, library_, state_.pointerPx);  // something else may lie there now
    }
}

void Updater::select(const Target& wanted, bool travel) {
    if (!known(wanted) || state_.quiz.running()) {
        return;  // in a quiz what is shown is the question's matter
    }
    const bool kept = state_.presenting && !state_.shownAsked && notForEveryone(wanted, library_);
    state_.keptBack = kept ? wanted : Target{};
    const Target target = kept ? Target{} : wanted;
    Choice choice = state_.choice;
    choice.selected = target;
    choose(std::move(choice));
    if (isNothing(target)) {
        return;
    }
    state_.lastPanel = Panel::details;
    if (travel) {
        flyTo(viewOfSelection());
    }
}

void Updater::restore(std::vector<Choice>& from, std::vector<Choice>& to) {
    if (from.empty()) {
        return;
    }
    const Target before = state_.choice.selected;
    to.push_back(std::move(state_.choice));
    state_.choice = std::move(from.back());
    from.pop_back();
    if (!isNothing(state_.choice.selected) && !(state_.choice.selected == before)) {
        flyTo(viewOfSelection());
    }
}

void Updater::on(const PointerMoved& action) {
    state_.pointerPx = action.px;
    state_.hovered = state_.paint.on || state_.model.previewing() ? Target{} : pick(state_, library_, action.px);
}

void Updater::on(const PointerLeft& /*action*/) {
    state_.pointerPx = glm::vec2(-1.0F);
    state_.hovered = {};
}

void Updater::on(const Click& action) {
    if (clickLandmark(action.px) || clickAnswer(action.px)) {
        return;
    }
    const Target target = pick(state_, library_, action.px);
    // A point's zone may lie on the far side, so the camera glides; muscles and regions are where one has clicked.
    select(target, std::holds_alternative<SidedPoint>(target));
}

void Updater::on(const Select& action) {
    select(action.target, true);
}

void Updater::on(const SelectNeighbour& action) {
    const auto points = library_.atlas ? library_.atlas->points() : std::vector<const atlas::TriggerPoint*>{};
    if (points.empty() || action.step == 0) {
        return;
    }
    const auto count = static_cast<int>(points.size());
    const auto* now = std::get_if<SidedPoint>(&state_.choice.selected);
    const auto found = std::find_if(points.begin(), points.end(),
                                    [&](const auto* point) { return now != nullptr && point->id == now->point; });
    int index = action.step > 0 ? 0 : count - 1;
    if (found != points.end()) {
        index = (static_cast<int>(found - points.begin()) + action.step % count + count) % count;
    }
    // Before an audience what is not for everyone is stepped over, unless it was asked for.
    const int way = action.step > 0 ? 1 : count - 1;
    for (int i = 0; i < count && state_.presenting && !state_.shownAsked; ++i) {
        if (!notForEveryone(SidedPoint{points[static_cast<std::size_t>(index)]->id, Side::left}, library_)) {
            break;
        }
        index = (index + way) % count;
    }
    select(SidedPoint{points[static_cast<std::size_t>(index)]->id, now != nullptr ? now->side : Side::left}, true);
}

void Updater::on(const SwapSide& /*action*/) {
    if (!isNothing(state_.choice.selected)) {
        select(onOtherSide(state_.choice.selected), true);
    }
}

void Updater::on(const SetBothSides& action) {
    Choice choice = state_.choice;
    choice.bothSides = action.on;
    const bool changed = !(choice == state_.choice);
    choose(std::move(choice));
    if (changed && !selectedPoints(state_).empty()) {
        flyTo(viewOfSelection());
    }
}

void Updater::on(const ChooseSide& action) {
    Choice choice = state_.choice;
    choice.bothSides = !action.side;
    if (action.side) {
        choice.selected = onSide(choice.selected, *action.side);
    }
    if (choice == state_.choice) {
        return;
    }
    choose(std::move(choice));
    flyTo(viewOfSelection());
}

void Updater::on(const HoverTarget& action) {
    state_.pointerPx = glm::vec2(-1.0F);
    state_.hovered = known(action.target) ? action.target : Target{};
}

void Updater::on(const Undo& /*action*/) {
    if (state_.quiz.running() && (!state_.paint.on || state_.paint.past.empty())) {
        onQuiz(QuizTakeBack{});
        return;
    }
    if (travelDrawing(true)) {
        return;
    }
    restore(state_.past, state_.future);
}

void Updater::on(const Redo& /*action*/) {
    if (travelDrawing(false)) {
        return;
    }
    restore(state_.future, state_.past);
}

}  // namespace myo::session
