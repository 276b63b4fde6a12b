// A guided tour's current step, as the panel shows it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/details.h"

namespace myo::session {

struct TourCard {
    std::string name;
    std::string place;                ///< "Step 2 of 6: Levator scapulae", or "Before you start"
    std::vector<DetailBlock> blocks;  ///< what to rule out always comes first
    bool first = false;
    bool last = false;
};

/// Nothing while no tour is on its way.
[[nodiscard]] std::optional<TourCard> tourCard(const AppState& state, const Library& library);

}  // namespace myo::session
