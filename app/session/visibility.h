// Which structures of the body are drawn, and how much of the body the peeling, the cut and the single muscles leave.
#pragma once

#include <optional>
#include <vector>

#include "session/library.h"
#include "session/state.h"

namespace myo::session {

enum class Shown { hidden, ghost, full };

/// Opacity of a ghosted muscle.
inline constexpr float ghostOpacity = 0.22F;

/// One entry per structure of the body; the scene and the pick agree through this. Empty without a body.
[[nodiscard]] std::vector<Shown> shownStructures(const AppState& state, const Library& library);

/// The skin as it is drawn: a selected muscle shows through an opaque skin.
[[nodiscard]] render::SkinMode shownSkin(const AppState& state);

/// True if the structure is that muscle, or one of those that it joins.
[[nodiscard]] bool belongsTo(const Library& library, const body::Structure& structure, const SidedMuscle& muscle);

/// The selected trigger points, both sides of a pair where that is wanted; empty unless a point is selected.
[[nodiscard]] std::vector<SidedPoint> selectedPoints(const AppState& state);

/// The best point of the highlighted search result: its zone is shown while one searches.
[[nodiscard]] std::optional<SidedPoint> previewedPoint(const AppState& state);

/// The muscle of the selection, if it has one.
[[nodiscard]] std::optional<SidedMuscle> selectedMuscle(const AppState& state);
/// The same, with its partner where both sides are wanted.
[[nodiscard]] std::vector<SidedMuscle> selectedMuscles(const AppState& state);

/// How many muscles are left out only because they lie over the chosen one: what choosing it changed in the picture.
[[nodiscard]] std::size_t openedAround(const AppState& state, const Library& library);

/// False if the muscle of a point is not drawn, though muscles are: its dot would float in the air.
/// \param shown from shownStructures(). \pre the library has a body.
[[nodiscard]] bool pointHasMuscle(const Library& library, const std::vector<Shown>& shown, const SidedPoint& point);

/// \see render::RenderScene::cut. Zero while nothing is cut.
[[nodiscard]] glm::vec4 cutPlane(const AppState& state, const Library& library);
[[nodiscard]] inline bool cutAway(const glm::vec4& plane, const glm::vec3& place) {
    return plane != glm::vec4(0.0F) && glm::dot(glm::vec3(plane), place) + plane.w > 0.0F;
}

/// The stops of the depth rail: 0 the closed skin, 1 muscles seen through it, then without a skin and with 0..3 layers
/// taken off, last the skeleton alone.
inline constexpr int deepestLevel = Layers::deepest + 2;
[[nodiscard]] int depthLevel(const Layers& layers);

}  // namespace myo::session
