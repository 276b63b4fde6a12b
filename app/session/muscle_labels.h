// Names of the muscles in sight, placed beside the body.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "session/label_layout.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// A muscle in sight, and where it can be pointed at.
struct NamedMuscle {
    std::string text;
    int seen = 0;                      ///< how much of it is in sight, in samples; of a pair, of the better seen one
    std::vector<LabelAnchor> anchors;  ///< places on it where nothing hides it, of both of a pair
};

struct MuscleLabel {
    std::string text;
    LabelPlace place;
};

/// What can be named, each pair once, those that most is seen of first. Empty while labels are off, while the camera
/// moves and while the skin is closed.
[[nodiscard]] std::vector<NamedMuscle> namedMuscles(const AppState& state, const Library& library);

/// Their names, placed.
/// \param room its size is the state's picture. \param widthPx how wide a name is drawn, with what surrounds it.
[[nodiscard]] std::vector<MuscleLabel> muscleLabels(const AppState& state, const Library& library, LabelRoom room,
                                                    const std::function<float(const std::string&)>& widthPx);

}  // namespace myo::session
