#include "session/state.h"

namespace myo::session {

AppState::AppState() = default;
AppState::AppState(const AppState&) = default;
AppState::AppState(AppState&&) noexcept = default;
AppState& AppState::operator=(const AppState&) = default;
AppState& AppState::operator=(AppState&&) noexcept = default;
AppState::~AppState() = default;
bool operator==(const AppState&, const AppState&) = default;

AppState firstState(const Settings& settings) {
    AppState state;
    state.settings = settings;
    return state;
}

}  // namespace myo::session
