#include "session/visibility.h"

#include <algorithm>
#include <array>

namespace myo::session {

namespace {

using body::Structure;
using render::SkinMode;

bool anyOf(const Library& library, const Structure& structure, const std::vector<SidedMuscle>& muscles) {
    return std::any_of(muscles.begin(), muscles.end(),
                       [&](const SidedMuscle& muscle) { return belongsTo(library, structure, muscle); });
}

// The muscles that are left out because they lie over a chosen one; elsewhere the body stays as it is.
std::vector<bool> openedOver(const AppState& state, const Library& library) {
    std::vector<bool> out(library.body->structures.size(), false);
    const MuscleViews& views = state.choice.layers.muscles;
    const auto chosenOne = selectedMuscle(state);
    if (!chosenOne || views.uncovered == chosenOne || views.keptCovered == chosenOne) {
        return out;
    }
    for (const SidedMuscle& muscle : selectedMuscles(state)) {
        const Structure* chosen = library.body->find(muscle.muscle.value, muscle.side);
        if (chosen == nullptr) {
            continue;
        }
        const auto index = static_cast<std::size_t>(chosen - library.body->structures.data());
        if (index < library.overlying.size()) {
            for (const std::uint32_t over : library.overlying[index]) {
                out[over] = true;
            }
        }
    }
    return out;
}

Shown shownMuscle(const AppState& state, const Library& library, const Structure& structure, bool leftOut) {
    const Layers& layers = state.choice.layers;
    const MuscleViews& single = layers.muscles;
    if (anyOf(library, structure, single.hidden)) {
        return Shown::hidden;
    }
    const Shown shown = anyOf(library, structure, single.ghosted) ? Shown::ghost : Shown::full;
    if (single.isolated) {
        return belongsTo(library, structure, *single.isolated) ? shown : Shown::hidden;
    }
    if (anyOf(library, structure, selectedMuscles(state))) {
        return shown;
    }
    // The skin has become a ghost for the chosen muscle only.
    const bool alone = layers.skin == SkinMode::opaque && layers.cut.axis == CutAxis::none;
    return alone || leftOut || structure.depthLayer <= layers.peeled ? Shown::hidden : shown;
}

}  // namespace

std::vector<SidedPoint> selectedPoints(const AppState& state) {
    const auto* point = std::get_if<SidedPoint>(&state.choice.selected);
    if (point == nullptr) {
        return {};
    }
    std::vector<SidedPoint> out{*point};
    if (state.choice.bothSides) {
        out.push_back({point->point, opposite(point->side)});
    }
    return out;
}

std::optional<SidedPoint> previewedPoint(const AppState& state) {
    const SearchState& search = state.search;
    const auto row = static_cast<std::size_t>(search.highlighted);
    const bool wanted = search.previewing && !state.paint.on && state.pinned.size() < 2;
    if (!wanted || row >= search.rows.size() || search.rows[row].points.empty()) {
        return std::nullopt;
    }
    return SidedPoint{search.rows[row].points.front(), search.side.value_or(Side::left)};
}

std::optional<SidedMuscle> selectedMuscle(const AppState& state) {
    if (const auto* muscle = std::get_if<SidedMuscle>(&state.choice.selected)) {
        return *muscle;
    }
    if (const auto* point = std::get_if<SidedPoint>(&state.choice.selected)) {
        return SidedMuscle{point->point.muscle, toBodySide(point->side)};
    }
    return std::nullopt;
}

std::vector<SidedMuscle> selectedMuscles(const AppState& state) {
    const auto muscle = selectedMuscle(state);
    if (!muscle) {
        return {};
    }
    std::vector<SidedMuscle> out{*muscle};
    if (state.choice.bothSides && muscle->side != BodySide::mid) {
        out.push_back({muscle->muscle, muscle->side == BodySide::left ? BodySide::right : BodySide::left});
    }
    return out;
}

SkinMode shownSkin(const AppState& state) {
    const bool muscleChosen = std::holds_alternative<SidedMuscle>(state.choice.selected);
    return muscleChosen && state.choice.layers.skin == SkinMode::opaque ? SkinMode::ghosted : state.choice.layers.skin;
}

bool belongsTo(const Library& library, const Structure& structure, const SidedMuscle& muscle) {
    if (structure.kind != body::StructureKind::muscle ||
        (structure.side != muscle.side && structure.side != BodySide::mid)) {
        return false;
    }
    if (structure.id == muscle.muscle.value) {
        return true;
    }
    const Structure* alias = library.body->find(muscle.muscle.value, muscle.side);
    return alias != nullptr &&
           std::find(alias->aliasOf.begin(), alias->aliasOf.end(), structure.id) != alias->aliasOf.end();
}

std::vector<Shown> shownStructures(const AppState& state, const Library& library) {
    std::vector<Shown> out;
    if (!library.body) {
        return out;
    }
    const Layers& layers = state.choice.layers;
    const SkinMode skin = shownSkin(state);
    const bool inside = skin != SkinMode::opaque || layers.cut.axis != CutAxis::none;
    const std::vector<bool> leftOut = openedOver(state, library);
    for (std::size_t i = 0; i < library.body->structures.size(); ++i) {
        const Structure& structure = library.body->structures[i];
        Shown shown = Shown::hidden;
        if (structure.kind == body::StructureKind::skin) {
            shown = skin == SkinMode::opaque ? Shown::full : skin == SkinMode::ghosted ? Shown::ghost : Shown::hidden;
        } else if (structure.alias() || !inside) {
            // Nothing is seen through an opaque skin: not drawing it saves the time.
        } else if (structure.kind == body::StructureKind::muscle) {
            shown = shownMuscle(state, library, structure, leftOut[i]);
        } else if (layers.bones) {
            shown = Shown::full;
        }
        out.push_back(shown);
    }
    return out;
}

std::size_t openedAround(const AppState& state, const Library& library) {
    const Layers& layers = state.choice.layers;
    const bool inside = layers.skin != SkinMode::opaque || layers.cut.axis != CutAxis::none;
    if (!library.body || !inside || layers.muscles.isolated) {
        return 0;
    }
    const std::vector<bool> over = openedOver(state, library);
    std::size_t out = 0;
    for (std::size_t i = 0; i < over.size(); ++i) {
        const Structure& structure = library.body->structures[i];
        const bool anyway = structure.depthLayer <= layers.peeled || anyOf(library, structure, layers.muscles.hidden) ||
                            anyOf(library, structure, selectedMuscles(state));
        out += over[i] && !anyway ? 1 : 0;
    }
    return out;
}

bool pointHasMuscle(const Library& library, const std::vector<Shown>& shown, const SidedPoint& point) {
    const Structure* muscle = library.body->find(point.point.muscle.value, toBodySide(point.side));
    if (muscle == nullptr) {
        return true;  // not part of this body: nothing says that it was taken away
    }
    const auto drawn = [&](const Structure* structure) {
        const auto index = static_cast<std::size_t>(structure - library.body->structures.data());
        return index < shown.size() && shown[index] != Shown::hidden;
    };
    return muscle->alias() ? std::any_of(muscle->aliasOf.begin(), muscle->aliasOf.end(),
                                         [&](const std::string& member) {
                                             const Structure* part = library.body->find(member, muscle->side);
                                             return part != nullptr && drawn(part);
                                         })
                           : drawn(muscle);
}

glm::vec4 cutPlane(const AppState& state, const Library& library) {
    const Cut& cut = state.choice.layers.cut;
    if (cut.axis == CutAxis::none || library.bounds.empty()) {
        return glm::vec4(0.0F);
    }
    const int axis = cut.axis == CutAxis::sagittal ? 0 : cut.axis == CutAxis::transverse ? 1 : 2;
    glm::vec3 normal(0.0F);
    normal[axis] = cut.flipped ? -1.0F : 1.0F;
    const float place = glm::mix(library.bounds.low[axis], library.bounds.high[axis], cut.share);
    return {normal, -normal[axis] * place};
}

int depthLevel(const Layers& layers) {
    if (layers.skin == SkinMode::opaque) {
        return 0;
    }
    return layers.skin == SkinMode::ghosted && layers.peeled == 0 ? 1 : layers.peeled + 2;
}

}  // namespace myo::session
