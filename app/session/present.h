// What an audience sees: the chosen point in large words.
#pragma once

#include <string>

#include "session/library.h"
#include "session/state.h"

namespace myo::session {

struct Caption {
    std::string title;      ///< in everyday words; empty while nothing is chosen
    std::string name;       ///< the anatomical name, with the side
    std::string sentence;   ///< where the pain is felt
    bool keptBack = false;  ///< something is chosen that is shown only when it is asked for
};

/// True for muscles of the pelvic floor or beside it, and their points, which not every audience is to see.
[[nodiscard]] bool notForEveryone(const Target& target, const Library& library);

[[nodiscard]] Caption caption(const AppState& state, const Library& library);

}  // namespace myo::session
