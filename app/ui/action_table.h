// Every command as data: one list feeds the buttons, the help and the shortcuts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "session/action.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::ui {

/// The parts of the help, each with a heading.
enum class ActionGroup { views, turning, choosing, layers, muscle, painting, learning, window };

/// Key of the group's heading in the table of sentences.
[[nodiscard]] const char* groupKey(ActionGroup group);

/// They put the cursor into the search box: what is typed right after them belongs there.
inline constexpr std::array<std::string_view, 2> searchShortcuts = {"Ctrl+K", "/"};

struct ActionInfo {
    std::string id;                      ///< e.g. "view.anterior"; its words are "action.<id>.name" and ".tip"
    ActionGroup group;                   ///< where the help lists it
    std::vector<std::string> shortcuts;  ///< "Ctrl+K", "/", "Shift+Left"
    session::Action action;
    bool enabled = true;
    bool active = false;       ///< already so: shown as pressed
    std::string name = {};     ///< in the language of the library
    std::string tooltip = {};  ///< empty where the name says it all
};

/// All commands as they stand in this state, worded by the library's table.
[[nodiscard]] std::vector<ActionInfo> actionTable(const session::AppState& state, const session::Library& library);

/// The enabled command of a shortcut; nullptr if there is none.
[[nodiscard]] const ActionInfo* findShortcut(const std::vector<ActionInfo>& table, const std::string& shortcut);
/// The first that is a shortcut of any command, enabled or not: what a key means never depends on what is possible just
/// now. The first of all if none is. \pre meanings is not empty.
[[nodiscard]] const std::string& firstShortcut(const std::vector<ActionInfo>& table,
                                               const std::vector<std::string>& meanings);
/// \pre id is in the table. \throw std::out_of_range otherwise.
[[nodiscard]] const ActionInfo& findAction(const std::vector<ActionInfo>& table, const std::string& id);

}  // namespace myo::ui
