// Brings the library in while the window is already open.
#pragma once

#include <functional>
#include <memory>

#include "core/job_runner.h"
#include "session/library.h"
#include "shell/load_body.h"

namespace myo::shell {

/// Makes the search and what belongs to the first body; the main thread takes both over with deliver().
class WindowLoader {
public:
    /// \param wake called from other threads whenever there is something new.
    WindowLoader(std::shared_ptr<const atlas::Atlas> atlas, SharedBody body, const std::function<void()>& wake);

    /// Adds to the library what has arrived since the last call. \return true if it was something.
    [[nodiscard]] bool deliver(session::Library& library);
    /// How much of the zones is resolved, 0..1.
    [[nodiscard]] float progress() const { return bodies_.progress(); }

private:
    [[nodiscard]] bool deliverBody(session::Library& library);

    SharedBody body_;
    JobRunner<std::shared_ptr<const search::SearchIndex>> search_;
    JobRunner<ReadyBody> bodies_;
};

}  // namespace myo::shell
