// What the window is for at the moment.
#pragma once

#include "session/state.h"

namespace myo::session {

enum class Mode { explore, paint, learn, present };

[[nodiscard]] inline Mode modeOf(const AppState& state) {
    // In a quiz one paints as well.
    return state.presenting ? Mode::present
           : state.learning ? Mode::learn
           : state.paint.on ? Mode::paint
                            : Mode::explore;
}

}  // namespace myo::session
