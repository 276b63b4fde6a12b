#include "session/details.h"

#include <algorithm>

#include <fmt/format.h>

#include "session/detail_blocks.h"
#include "session/words.h"

namespace myo::session {

namespace {

using atlas::Atlas;
using atlas::Muscle;
using atlas::Tier;
using atlas::TriggerPoint;

void add(Details& out, DetailBlock block) {
    if (!block.lines.empty()) {
        out.blocks.push_back(std::move(block));
    }
}

std::string sideWords(BodySide side) {
    return side == BodySide::mid ? "midline" : std::string(name(side)) + " side";
}

void addTabs(const Muscle& muscle, Side side, const TriggerPoint* current, Details& out) {
    for (const TriggerPoint& point : muscle.points) {
        out.tabs.push_back({{point.id, side},
                            fmt::format("Point {}", point.id.number),
                            current != nullptr && point.id == current->id});
    }
}

// The order is the promise: what it is, where it is felt, how sure that is, what to rule out, and only then what to do.
void addBlocks(const Atlas& atlas, const Muscle& muscle, const TriggerPoint* point, Side side, Details& out) {
    if (point != nullptr) {
        add(out, locationBlock(*point));
        add(out, zoneBlock(atlas, *point, side));
    } else {
        for (const TriggerPoint& one : muscle.points) {
            DetailBlock block = zoneBlock(atlas, one, side);
            block.heading = one.label.empty() ? fmt::format("Point {}", one.id.number) : one.label;
            add(out, std::move(block));
        }
    }
    add(out, evidenceBlock(atlas, muscle, point));
    add(out, redFlagBlock(muscle));
    add(out, lookAlikeBlock(muscle));
    add(out, reportBlock(muscle));
    add(out, causeBlock(muscle));
    add(out, palpationBlock(muscle));
    add(out, selfCareBlock(muscle));
    add(out, anatomyBlock(muscle));
    add(out, relatedBlock(atlas, muscle, side));
    add(out, clinicianBlock(muscle));
    add(out, sourceBlock(atlas, muscle, point));
}

Details muscleDetails(const Library& library, const SidedMuscle& chosen) {
    Details out;
    const Muscle* muscle = library.atlas->find(chosen.muscle);
    out.title =
        muscle != nullptr ? muscle->name : targetWords(*library.atlas, SidedMuscle{chosen.muscle, BodySide::mid});
    out.subtitle = sideWords(chosen.side);
    if (muscle == nullptr) {
        out.status = "This neighbour is part of the figure only; the atlas has no trigger points for it.";
        return out;
    }
    if (!muscle->lay.empty()) {
        out.subtitle += " \xC2\xB7 " + muscle->lay;
    }
    const Side side = chosen.side == BodySide::right ? Side::right : Side::left;
    addTabs(*muscle, side, nullptr, out);
    addBlocks(*library.atlas, *muscle, nullptr, side, out);
    return out;
}

Details pointDetails(const Library& library, const SidedPoint& chosen) {
    Details out;
    const Muscle* muscle = library.atlas->find(chosen.point.muscle);
    const TriggerPoint* point = library.atlas->find(chosen.point);
    if (muscle == nullptr || point == nullptr) {
        return out;
    }
    out.title = muscle->name;
    out.subtitle = point->label.empty() ? fmt::format("Trigger point {}", point->id.number) : point->label;
    out.subtitle += " \xC2\xB7 " + sideWords(toBodySide(chosen.side));
    if (!library.referral) {
        out.status = "Its zones are still being worked out; they appear on the skin in a moment.";
    } else if (library.find(chosen) == nullptr) {
        out.status = "This point cannot be placed on this body; the problems list says why.";
    }
    addTabs(*muscle, chosen.side, point, out);
    addBlocks(*library.atlas, *muscle, point, chosen.side, out);
    return out;
}

Details regionDetails(const Library& library, const SidedRegion& chosen) {
    Details out;
    const atlas::Region* region = library.atlas->find(chosen.region);
    out.title = targetWords(*library.atlas, chosen);
    out.subtitle = region != nullptr ? joined(region->clinical) : "";
    add(out, sourcesOfRegionBlock(library, chosen, Tier::primary));
    add(out, sourcesOfRegionBlock(library, chosen, Tier::spillover));
    if (out.blocks.empty()) {
        out.status =
            library.referral ? "No zone of the atlas reaches this region." : "The zones are still being worked out.";
    }
    return out;
}

Details hints(std::string title, std::initializer_list<const char*> lines) {
    Details out;
    out.title = std::move(title);
    DetailBlock block;
    for (const char* line : lines) {
        block.lines.push_back({line, "", {}, Tier::primary, true});
    }
    out.blocks.push_back(std::move(block));
    return out;
}

Details guide() {
    return hints("Start here", {"Click a dot on the figure: its pain zone lights up on the skin.",
                                "Click the skin: the points that can send pain there are listed here.",
                                "Or type where it hurts into the search box, or press B and paint it."});
}

Details paintingGuide() {
    return hints("While you paint", {"Paint where the pain is felt, not where a muscle is sore to the touch.",
                                     "Paint every place that hurts: the more is painted, the surer the answer.",
                                     "Hold the pointer over a row of the list: its zone is laid under the drawing.",
                                     "Choose a row, and what is known of its point is told here."});
}

// The atlas is not shown on a figure that it does not know yet; so nothing is said about a point either.
Details figureGuide(const ModelDialog& dialog) {
    if (dialog.step == ModelStep::place) {
        return hints("Your figure", {"Drag turns it, the wheel comes nearer, a right drag moves it.",
                                     "Most figures can be fitted automatically. Landmarks help where that goes wrong.",
                                     "Pain zones and points appear as soon as it is fitted."});
    }
    return hints("Your figure", {"A click sets the landmark. Drag turns the figure, the wheel comes nearer.",
                                 "A spot that is a centimetre off does no harm.",
                                 "Blue shows where the built-in body will lie, from the third landmark on. It comes "
                                 "nearer with every one; arms and legs follow last.",
                                 "Pain zones and points appear as soon as the figure is fitted."});
}

}  // namespace

Details details(const AppState& state, const Library& library) {
    if (state.model.previewing()) {
        return figureGuide(state.model);
    }
    if (!library.atlas || isNothing(state.choice.selected)) {
        return state.paint.on ? paintingGuide() : guide();
    }
    if (const auto* point = std::get_if<SidedPoint>(&state.choice.selected)) {
        return pointDetails(library, *point);
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&state.choice.selected)) {
        return muscleDetails(library, *muscle);
    }
    return regionDetails(library, std::get<SidedRegion>(state.choice.selected));
}

}  // namespace myo::session
