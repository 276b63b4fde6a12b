// Reads pain drawings beside the running window: a large one takes its time to be checked against the skin.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/job_runner.h"
#include "session/action.h"
#include "session/library.h"

namespace myo::shell {

class DrawingReader {
public:
    /// \param wake called from the worker when the drawing is read.
    explicit DrawingReader(std::function<void()> wake) : jobs_(std::move(wake)) {}

    /// Reads the file and checks that it fits the library's body. The library outlives this call only.
    /// \return what the session is told at once.
    [[nodiscard]] std::vector<session::Action> start(const std::string& file, const session::Library& library);
    /// What the session is told when it is done. A body that has changed meanwhile is checked for again.
    [[nodiscard]] std::vector<session::Action> deliver(const session::Library& library);
    [[nodiscard]] bool busy() const { return jobs_.busy(); }

private:
    struct Read {
        std::string file;
        Result<referral::PainDrawing> drawing;                ///< or why it cannot be shown
        referral::PaintedSkin skin;                           ///< where it lies
        std::shared_ptr<const referral::Referral> checkedOn;  ///< the body's zones
    };
    JobRunner<Read> jobs_;
};

}  // namespace myo::shell
