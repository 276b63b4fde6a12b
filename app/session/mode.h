// What the window is for at the moment.
#pragma once

#include "session/state.h"

namespace myo::session {

enum class Mode { explore, paint, learn, present };

[[nodiscard]] inline Mode modeOf(const AppState& state) {
    return state.presenting ? Mode::present
           : state.paint.on ? Mode::paint
           : state.learning ? Mode::learn
                            : Mode::explore;
}

}  // namespace myo::session
