#include "session/tour.h"

#include <fmt/format.h>

namespace myo::session {

namespace {

DetailBlock text(const char* heading, const std::string& words) {
    DetailBlock block;
    block.heading = heading;
    DetailLine line;
    line.text = words;
    block.lines.push_back(std::move(line));
    return block;
}

DetailBlock redFlags(const atlas::Scenario& scenario, bool open) {
    DetailBlock block;
    block.heading = redFlagHeading;
    block.kind = BlockKind::caution;
    block.openAtFirst = open;
    for (const std::string& flag : scenario.redFlags) {
        DetailLine line;
        line.text = flag;
        line.bullet = true;
        block.lines.push_back(std::move(line));
    }
    return block;
}

void add(TourCard& card, DetailBlock block) {
    if (!block.lines.empty() && !block.lines.front().text.empty()) {
        card.blocks.push_back(std::move(block));
    }
}

}  // namespace

std::optional<TourCard> tourCard(const AppState& state, const Library& library) {
    const atlas::Scenario* scenario = state.tour && library.atlas ? library.atlas->find(state.tour->scenario) : nullptr;
    if (scenario == nullptr) {
        return std::nullopt;
    }
    TourCard card;
    card.name = scenario->name;
    const auto count = static_cast<int>(scenario->steps.size());
    const int step = std::min(state.tour->step, count);
    card.first = step == 0;
    card.last = step == count;
    add(card, redFlags(*scenario, card.first));
    if (card.first) {
        card.place = fmt::format("Before you start, {} stops", count);
        add(card, text("What this is about", scenario->summary));
        return card;
    }
    const atlas::ScenarioStep& stop = scenario->steps[static_cast<std::size_t>(step - 1)];
    const atlas::Muscle* muscle = library.atlas->find(stop.point.muscle);
    card.place =
        fmt::format("Stop {} of {}: {}", step, count, muscle != nullptr ? muscle->name : stop.point.muscle.value);
    add(card, text("Why look here", stop.reason));
    add(card, text("What helps", stop.care));
    return card;
}

}  // namespace myo::session
