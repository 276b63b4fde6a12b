// Layers, single muscles and the cut.
#include <algorithm>

#include <glm/gtc/constants.hpp>

#include "session/dig.h"
#include "session/updater.h"
#include "session/visibility.h"

namespace myo::session {

namespace {

// Or there would be nothing to see of what is inside.
void openSkin(Layers& layers) {
    if (layers.skin == render::SkinMode::opaque) {
        layers.skin = render::SkinMode::ghosted;
    }
}

// Where the laid open side is seen; from across only, if it lies level.
Camera facingCut(const Cut& cut, Camera camera) {
    const float turn = cut.flipped ? -1.0F : 1.0F;
    switch (cut.axis) {
        case CutAxis::sagittal:
            camera.yaw = turn * glm::quarter_pi<float>() * 1.6F;
            break;
        case CutAxis::coronal:
            camera.yaw = cut.flipped ? glm::pi<float>() : 0.0F;
            break;
        case CutAxis::transverse:
            camera.pitch = turn * 0.7F;
            break;
        case CutAxis::none:
            break;
    }
    return camera;
}

bool contains(const std::vector<SidedMuscle>& list, const SidedMuscle& muscle) {
    return std::find(list.begin(), list.end(), muscle) != list.end();
}

}  // namespace

void Updater::on(const SetSkin& action) {
    Choice choice = state_.choice;
    choice.layers.skin = action.mode;
    choose(std::move(choice));
}

void Updater::on(const SetPeeled& action) {
    Choice choice = state_.choice;
    choice.layers.peeled = std::clamp(action.layers, 0, Layers::deepest);
    openSkin(choice.layers);
    choose(std::move(choice));
}

void Updater::on(const SetDepth& action) {
    const int level = std::clamp(action.level, 0, deepestLevel);
    Choice choice = state_.choice;
    choice.layers.peeled = std::max(level - 2, 0);
    choice.layers.skin = level == 0   ? render::SkinMode::opaque
                         : level == 1 ? render::SkinMode::ghosted
                                      : render::SkinMode::hidden;
    if (level == deepestLevel) {
        choice.layers.bones = true;
    }
    choose(std::move(choice));
}

void Updater::on(const ShowPoints& action) {
    Choice choice = state_.choice;
    choice.layers.points = action.on;
    choose(std::move(choice));
}

void Updater::on(const ShowBones& action) {
    Choice choice = state_.choice;
    choice.layers.bones = action.on;
    choose(std::move(choice));
}

void Updater::on(const ShowLabels& action) {
    Choice choice = state_.choice;
    choice.layers.labels = action.on;
    if (action.on) {
        openSkin(choice.layers);
    }
    choose(std::move(choice));
}

void Updater::on(const SetCut& action) {
    Choice choice = state_.choice;
    choice.layers.cut = action.cut;
    choice.layers.cut.share = std::clamp(action.cut.share, 0.0F, 1.0F);
    const Cut& before = state_.choice.layers.cut;
    if (before.axis == action.cut.axis && before.flipped == action.cut.flipped) {
        // A plane that slides is one step for undo, not hundreds; what was undone is gone as with any other change.
        if (!(choice == state_.choice)) {
            state_.future.clear();
            state_.choice = std::move(choice);
        }
        return;
    }
    choose(std::move(choice));
    if (action.cut.axis != CutAxis::none) {
        flyTo(facingCut(action.cut, state_.flight ? state_.flight->to : state_.camera));
    }
}

void Updater::toggleChosen(std::vector<SidedMuscle> MuscleViews::*list) {
    Choice choice = state_.choice;
    std::vector<SidedMuscle>& muscles = choice.layers.muscles.*list;
    const std::vector<SidedMuscle> chosen = selectedMuscles(state_);
    if (chosen.empty()) {
        return;
    }
    const bool on = !contains(muscles, chosen.front());
    std::erase_if(muscles, [&](const SidedMuscle& muscle) { return contains(chosen, muscle); });
    if (on) {
        muscles.insert(muscles.end(), chosen.begin(), chosen.end());
    }
    openSkin(choice.layers);
    choose(std::move(choice));
}

void Updater::on(const HideMuscle& /*action*/) {
    toggleChosen(&MuscleViews::hidden);
}

void Updater::on(const GhostMuscle& /*action*/) {
    toggleChosen(&MuscleViews::ghosted);
}

void Updater::on(const IsolateMuscle& /*action*/) {
    const auto muscle = selectedMuscle(state_);
    if (!muscle) {
        return;
    }
    Choice choice = state_.choice;
    MuscleViews& views = choice.layers.muscles;
    const bool on = views.isolated != muscle;
    views.isolated = on ? muscle : std::nullopt;
    if (on) {
        std::erase(views.hidden, *muscle);
    }
    openSkin(choice.layers);
    choose(std::move(choice));
}

void Updater::on(const DigToMuscle& /*action*/) {
    const auto muscle = selectedMuscle(state_);
    if (!muscle || !library_.caster) {
        return;
    }
    const Dig dig = digTo(library_, *muscle, state_.camera, state_.viewportPx);
    Choice choice = state_.choice;
    choice.selected = *muscle;
    Layers& layers = choice.layers;
    layers.muscles = {};
    layers.muscles.hidden = dig.covering;
    layers.muscles.uncovered = muscle;
    layers.peeled = 0;
    layers.cut = {};
    layers.bones = layers.bones && !dig.bonesCover;
    openSkin(layers);
    choose(std::move(choice));
    flyTo(dig.camera);
}

void Updater::on(const ShowAllMuscles& /*action*/) {
    Choice choice = state_.choice;
    choice.layers.muscles = {};
    choose(std::move(choice));
}

void Updater::on(const ForgetMuscleViews& action) {
    Choice choice = state_.choice;
    MuscleViews& views = choice.layers.muscles;
    switch (action.kind) {
        case ForgetMuscleViews::Kind::hidden:
            views.hidden.clear();
            views.uncovered.reset();  // it is covered again
            break;
        case ForgetMuscleViews::Kind::ghosted:
            views.ghosted.clear();
            break;
        case ForgetMuscleViews::Kind::isolated:
            views.isolated.reset();
            break;
        case ForgetMuscleViews::Kind::opened:
            views.keptCovered = selectedMuscle(state_);
            break;
    }
    choose(std::move(choice));
}

}  // namespace myo::session
