// Tells a test what the window does, so that it need not guess or wait.
#pragma once

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "session/library.h"
#include "session/state.h"

namespace myo::shell {

/// Lines: "ready" (the first frame is on the screen), "zones ready", "results ID ID...", "selected ID" or "selected
/// nothing", "notice TEXT", and whenever the window falls asleep "point ID X Y" for every visible trigger point (pixels
/// in the window) followed by "idle FRAMES".
class WindowStatus {
public:
    /// An empty name writes nothing. \throw std::runtime_error if the file cannot be written.
    explicit WindowStatus(const std::string& file);

    void ready();
    /// Reports what has changed since the last call.
    void changed(const session::AppState& state, const session::Library& library);
    /// Buttons and fields by name, before idle().
    void controls(const std::vector<std::pair<std::string, glm::vec2>>& places, int frames);
    /// \param origin the body's top left corner in the window.
    /// \param body on which a landmark that is asked for is known.
    void idle(const session::AppState& state, const session::Library& library, const body::Body& body,
              const glm::vec2& origin, int frames);

private:
    void line(const std::string& text);

    std::ofstream out_;
    std::string body_;
    bool zonesReady_ = false;
    session::AppState last_;
    int lastIdle_ = -1;
};

}  // namespace myo::shell
