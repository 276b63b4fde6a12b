// Names of the muscles in sight, placed beside the figure so that none overlaps another.
#pragma once

#include <string>
#include <vector>

#include "session/library.h"
#include "session/state.h"

namespace myo::session {

struct MuscleLabel {
    SidedMuscle muscle;
    std::string text;
    glm::vec2 anchorPx{0.0F};  ///< a place on the muscle, where nothing hides it
    bool leftColumn = false;   ///< stands at the left edge of the picture; else at the right
    float middlePx = 0.0F;     ///< height of the label's middle in the picture
    int seen = 0;              ///< how much of it is in sight, in samples
};

/// The muscles that most is seen of, each named once, with places in two columns sorted by height. Empty while labels
/// are off, while the camera moves and while the skin is closed.
/// \param rowPx distance from one label's middle to the next at least.
[[nodiscard]] std::vector<MuscleLabel> muscleLabels(const AppState& state, const Library& library, float rowPx);

/// Moves the labels of each column apart: sorted by height, at least rowPx between middles, all inside the picture.
/// Those that are seen least are dropped where a column has no room. Exposed for its tests.
[[nodiscard]] std::vector<MuscleLabel> arranged(std::vector<MuscleLabel> labels, float heightPx, float rowPx);

}  // namespace myo::session
