// Brings the library in while the window is already open.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "session/library.h"

namespace myo::shell {

/// Works on a thread of its own; the results are taken over by the main thread with deliver().
class WindowLoader {
public:
    /// \param wake called from the worker whenever there is something new.
    WindowLoader(std::shared_ptr<const atlas::Atlas> atlas, std::shared_ptr<const body::Body> body,
                 std::function<void()> wake);
    WindowLoader(const WindowLoader&) = delete;
    WindowLoader& operator=(const WindowLoader&) = delete;
    WindowLoader(WindowLoader&&) = delete;
    WindowLoader& operator=(WindowLoader&&) = delete;
    ~WindowLoader() = default;

    /// Adds to the library what has arrived since the last call. \return true if it was something.
    [[nodiscard]] bool deliver(session::Library& library);
    /// How much of the zones is resolved, 0..1.
    [[nodiscard]] float progress() const { return progress_; }

private:
    void work(const std::stop_token& stop, const std::function<void()>& wake);

    std::shared_ptr<const atlas::Atlas> atlas_;
    std::shared_ptr<const body::Body> body_;
    std::mutex mutex_;
    std::shared_ptr<const search::SearchIndex> search_;
    std::shared_ptr<const body::RayCaster> caster_;
    std::shared_ptr<const referral::Referral> referral_;
    std::shared_ptr<const referral::Matcher> matcher_;
    Diagnostics problems_;
    std::atomic<float> progress_ = 0.0F;
    std::jthread worker_;  // last: it must end before what it works on
};

}  // namespace myo::shell
