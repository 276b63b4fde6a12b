#include "session/present.h"

#include "content/documents.h"
#include "session/visibility.h"
#include "session/words.h"

namespace myo::session {

bool notForEveryone(const Target& target, const Library& library) {
    MuscleId id;
    if (const auto* point = std::get_if<SidedPoint>(&target)) {
        id = point->point.muscle;
    } else if (const auto* chosen = std::get_if<SidedMuscle>(&target)) {
        id = chosen->muscle;
    }
    const atlas::Muscle* muscle = library.atlas ? library.atlas->find(id) : nullptr;
    return muscle != nullptr && muscle->bodyPart == atlas::BodyPart::pelvis && muscle->family != "iliopsoas";
}

Caption caption(const AppState& state, const Library& library) {
    Caption out;
    out.keptBack = !isNothing(state.keptBack);
    if (!library.atlas || isNothing(state.choice.selected)) {
        return out;
    }
    const auto chosen = selectedMuscle(state);
    const atlas::Muscle* muscle = chosen ? library.atlas->find(chosen->muscle) : nullptr;
    out.title = muscle != nullptr && !muscle->lay.empty() ? content::capitalised(muscle->lay)
                                                          : targetWords(library, state.choice.selected);
    out.name = muscle != nullptr ? targetWords(library, *chosen) : std::string();
    if (const auto* point = std::get_if<SidedPoint>(&state.choice.selected); point != nullptr) {
        const content::Document document =
            content::pointDocument(*library.text, *library.atlas, point->point, point->side);
        if (const content::Block* block = document.find(content::BlockId::everyday)) {
            out.sentence = block->lines.front().text;
        }
    }
    return out;
}

}  // namespace myo::session
