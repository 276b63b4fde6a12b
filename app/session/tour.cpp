#include "session/tour.h"

#include <algorithm>

#include "content/documents.h"

namespace myo::session {

std::optional<double> tourGoesOn(const AppState& state, const Library& library) {
    if (!state.tour || !state.tour->playing) {
        return std::nullopt;
    }
    const auto card = tourCard(state, library);
    if (!card || card->last) {
        return std::nullopt;
    }
    // A quiet pace of reading, after the flight has ended.
    constexpr double look = 4.0;
    constexpr double perLetter = 0.055;
    std::size_t letters = 0;
    for (const content::Block& block : card->document.blocks) {
        for (const content::Line& line : block.lines) {
            letters += line.text.size();
        }
    }
    return state.tour->sinceSeconds + look + perLetter * static_cast<double>(letters);
}

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
