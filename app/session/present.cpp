#include "session/present.h"

#include "content/documents.h"
#include "session/visibility.h"
#include "session/words.h"

namespace myo::session {

bool keptBack(const AppState& state, const Library& library) {
    const auto chosen = selectedMuscle(state);
    const atlas::Muscle* muscle = chosen && library.atlas ? library.atlas->find(chosen->muscle) : nullptr;
    return muscle != nullptr && muscle->bodyPart == atlas::BodyPart::pelvis && muscle->family != "iliopsoas";
}

Caption caption(const AppState& state, const Library& library) {
    Caption out;
    if (!library.atlas || isNothing(state.choice.selected)) {
        return out;
    }
    const auto chosen = selectedMuscle(state);
    const atlas::Muscle* muscle = chosen ? library.atlas->find(chosen->muscle) : nullptr;
    out.title = muscle != nullptr && !muscle->lay.empty() ? content::capitalised(muscle->lay)
                                                          : targetWords(library, state.choice.selected);
    out.name = muscle != nullptr ? targetWords(library, *chosen) : std::string();
    out.keptBack = keptBack(state, library) && !state.shownAsked;
    if (const auto* point = std::get_if<SidedPoint>(&state.choice.selected); point != nullptr && !out.keptBack) {
        const content::Document document =
            content::pointDocument(*library.text, *library.atlas, point->point, point->side);
        if (const content::Block* block = document.find(content::BlockId::everyday)) {
            out.sentence = block->lines.front().text;
        }
    }
    return out;
}

}  // namespace myo::session
