// What the details panel shows: the document of what is chosen, and the ways to its neighbours.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/document.h"
#include "session/action.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// One trigger point of the shown muscle, to switch between them.
struct PointTab {
    SidedPoint id;
    std::string label;
    bool current = false;
};

struct Details {
    content::Document document;
    std::vector<PointTab> tabs;
};

/// Everything the data know about the selection, with a status while something is still being worked out. For nothing
/// selected, what to do next.
[[nodiscard]] Details details(const AppState& state, const Library& library);

/// Under which tab of the card a block stands.
[[nodiscard]] CardTab tabOf(content::BlockId block);

/// What a click on a line of a document does; nothing for a line that leads nowhere.
[[nodiscard]] std::optional<Action> actionFor(const content::Reference& reference);

}  // namespace myo::session
