#include "session/details.h"

#include <initializer_list>
#include <string_view>

#include "content/documents.h"
#include "session/words.h"

namespace myo::session {

namespace {

std::vector<PointTab> tabsOf(const Library& library, const MuscleId& id, Side side, const PointId* current) {
    std::vector<PointTab> tabs;
    if (const atlas::Muscle* muscle = library.atlas->find(id)) {
        for (const atlas::TriggerPoint& point : muscle->points) {
            tabs.push_back({{point.id, side},
                            content::pointLabel(*library.text, point),
                            current != nullptr && point.id == *current});
        }
    }
    return tabs;
}

Details muscleDetails(const Library& library, const SidedMuscle& chosen) {
    const Side side = chosen.side == BodySide::right ? Side::right : Side::left;
    return {content::muscleDocument(*library.text, *library.atlas, chosen.muscle, chosen.side),
            tabsOf(library, chosen.muscle, side, nullptr)};
}

Details pointDetails(const Library& library, const SidedPoint& chosen) {
    Details out{content::pointDocument(*library.text, *library.atlas, chosen.point, chosen.side), {}};
    if (out.document.blocks.empty()) {
        return out;
    }
    if (!library.referral) {
        out.document.status = (*library.text)("content.waiting.point");
    } else if (library.find(chosen) == nullptr) {
        out.document.status = (*library.text)("content.waiting.unplaced");
    }
    out.tabs = tabsOf(library, chosen.point.muscle, chosen.side, &chosen.point);
    return out;
}

// Until the zones are worked out nobody knows how much of a region each covers; so nothing is listed before.
Details regionDetails(const Library& library, const SidedRegion& chosen) {
    Details out{
        content::regionDocument(*library.text, *library.atlas, chosen.region, chosen.side, library.referral.get()), {}};
    if (!library.referral) {
        out.document.blocks.clear();
        out.document.status = (*library.text)("content.waiting.region");
    }
    return out;
}

Details hints(const Library& library, std::string_view title, std::initializer_list<std::string_view> lines) {
    Details out;
    out.document.title = (*library.text)(title);
    content::Block block = content::emptyBlock(*library.text, content::BlockId::hints);
    for (const std::string_view key : lines) {
        content::Line line;
        line.text = (*library.text)(key);
        line.bullet = true;
        block.lines.push_back(std::move(line));
    }
    out.document.add(std::move(block));
    return out;
}

// The atlas is not shown on a model that it does not know yet; so nothing is said about a point either.
Details modelHints(const Library& library, const ModelDialog& dialog) {
    if (dialog.step == ModelStep::place) {
        return hints(library, "content.hints.model",
                     {"content.hints.model_drag", "content.hints.model_fit", "content.hints.model_fitted"});
    }
    return hints(library, "content.hints.model",
                 {"content.hints.landmark_set", "content.hints.landmark_near", "content.hints.landmark_blue",
                  "content.hints.landmark_fitted"});
}

Details emptyHanded(const AppState& state, const Library& library) {
    if (state.paint.on) {
        return hints(library, "content.hints.paint",
                     {"content.hints.paint_where", "content.hints.paint_all", "content.hints.paint_hover",
                      "content.hints.paint_choose"});
    }
    return hints(library, "content.hints.start",
                 {"content.hints.start_dot", "content.hints.start_skin", "content.hints.start_search"});
}

}  // namespace

Details details(const AppState& state, const Library& library) {
    if (state.model.previewing()) {
        return modelHints(library, state.model);
    }
    if (!library.atlas || isNothing(state.choice.selected)) {
        return emptyHanded(state, library);
    }
    if (const auto* point = std::get_if<SidedPoint>(&state.choice.selected)) {
        return pointDetails(library, *point);
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&state.choice.selected)) {
        return muscleDetails(library, *muscle);
    }
    return regionDetails(library, std::get<SidedRegion>(state.choice.selected));
}

CardTab tabOf(content::BlockId block) {
    using content::BlockId;
    switch (block) {
        case BlockId::location:
        case BlockId::palpation:
        case BlockId::anatomy:
        case BlockId::clinician:
            return CardTab::find;
        case BlockId::evidence:
        case BlockId::pointEvidence:
        case BlockId::sources:
            return CardTab::evidence;
        default:
            return CardTab::pain;
    }
}

std::optional<Action> actionFor(const content::Reference& reference) {
    if (const auto* scenario = std::get_if<ScenarioId>(&reference)) {
        return StartTour{*scenario};
    }
    if (const auto* guide = std::get_if<GuideId>(&reference)) {
        return OpenGuide{*guide};
    }
    const Target target = targetOf(reference);
    return isNothing(target) ? std::optional<Action>() : Select{target};
}

}  // namespace myo::session
