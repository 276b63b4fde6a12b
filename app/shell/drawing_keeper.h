// Keeps the drawing on the disk while it grows, so that no end of the program loses it.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "core/job_runner.h"
#include "core/result.h"
#include "referral/pain_drawing.h"

namespace myo::shell {

/// Writes the newest drawing beside the window, as often as the disk keeps up. Called from the main thread.
///
/// Two files of the folder belong to it, readable by their owner only: `drawing.json`, what is on the skin now, and
/// `drawing_before.json`, what the program was ended with the time before.
class DrawingKeeper {
public:
    /// What an earlier program has kept becomes the drawing left behind.
    /// \param folder empty = nothing is kept
    /// \param wake called from the worker when a drawing was written, or could not be
    DrawingKeeper(std::filesystem::path folder, std::function<void()> wake);
    /// Writes what has not been written yet.
    ~DrawingKeeper();
    DrawingKeeper(const DrawingKeeper&) = delete;
    DrawingKeeper& operator=(const DrawingKeeper&) = delete;
    DrawingKeeper(DrawingKeeper&&) = delete;
    DrawingKeeper& operator=(DrawingKeeper&&) = delete;

    /// The drawing that was left behind; empty if there is none.
    [[nodiscard]] const std::filesystem::path& leftBehind() const { return before_; }

    /// Takes the place of what was kept; a drawing without strokes leaves nothing.
    void keep(referral::PainDrawing drawing);
    /// What was kept last becomes the drawing left behind: another body is shown, on which it cannot be.
    void setAside();
    /// Takes the drawing left behind away, once the one that is kept now is safe.
    void dropLeftBehind();
    /// Why the last drawing could not be kept, once; nothing while all is well. To be asked now and then.
    [[nodiscard]] std::optional<Diagnostic> problem();
    /// True while a drawing is on its way to the disk, or problem() has something to hear.
    [[nodiscard]] bool busy() const { return jobs_ && jobs_->busy(); }

private:
    struct Wish {
        std::optional<referral::PainDrawing> now;     ///< nothing = leave the file as it is
        std::optional<referral::PainDrawing> before;  ///< likewise
        bool dropBefore = false;
    };
    void begin();
    [[nodiscard]] static std::optional<Diagnostic> fulfil(const Wish& wish, const std::filesystem::path& folder);

    std::filesystem::path folder_;
    std::filesystem::path before_;
    Wish wish_;                                                 ///< all that was asked for since the start
    bool open_ = false;                                         ///< the wish is not fulfilled yet
    bool told_ = false;                                         ///< a failure was told, and none since has ended well
    std::optional<JobRunner<std::optional<Diagnostic>>> jobs_;  ///< nothing once the keeper is ending
};

}  // namespace myo::shell
