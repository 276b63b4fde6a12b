#include "session/tour.h"

#include <algorithm>

#include "content/documents.h"

namespace myo::session {

std::optional<TourCard> tourCard(const AppState& state, const Library& library) {
    const atlas::Scenario* scenario = state.tour && library.atlas ? library.atlas->find(state.tour->scenario) : nullptr;
    if (scenario == nullptr) {
        return std::nullopt;
    }
    const auto count = static_cast<int>(scenario->steps.size());
    const int step = std::min(state.tour->step, count);
    return TourCard{content::tourStopDocument(*library.text, *library.atlas, *scenario, step), step == 0,
                    step == count};
}

}  // namespace myo::session
