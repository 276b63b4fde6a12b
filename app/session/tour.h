// A guided tour's current stop, as the panel shows it.
#pragma once

#include <optional>

#include "content/document.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

struct TourCard {
    content::Document document;  ///< the subtitle says where on the tour one is; what to rule out comes first
    bool first = false;
    bool last = false;
};

/// When a tour that plays goes on: as long as its stop takes to be read. Nothing while it pauses, or at its end.
[[nodiscard]] std::optional<double> tourGoesOn(const AppState& state, const Library& library);

/// Nothing while no tour is on its way.
[[nodiscard]] std::optional<TourCard> tourCard(const AppState& state, const Library& library);

}  // namespace myo::session
