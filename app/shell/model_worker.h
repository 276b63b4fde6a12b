// Reads and fits figures beside the running window.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "core/resources.h"
#include "own_model/open_model.h"
#include "session/library.h"
#include "session/model_view.h"

namespace myo::shell {

/// A figure that was read, ready to be looked at.
struct ModelInPlace {
    std::shared_ptr<const session::PlacedModel> figure;
    std::shared_ptr<const body::Body> preview;
    std::shared_ptr<const body::RayCaster> caster;
};
/// How the built-in skin will lie around the figure; null with too few clicks.
struct FitPreview {
    std::shared_ptr<const body::Body> shell;
};
/// A body with everything that belongs to it.
struct ReadyBody {
    std::shared_ptr<const body::Body> body;
    std::shared_ptr<const body::RayCaster> caster;
    std::shared_ptr<const referral::Referral> referral;
    std::shared_ptr<const referral::Matcher> matcher;
    std::string sentence;
};
struct WorkFailed {
    std::string sentence;
};
using WorkResult = std::variant<ModelInPlace, FitPreview, ReadyBody, WorkFailed>;

/// One job at a time: a new one ends the one before. Called from the main thread.
class ModelWorker {
public:
    /// \param wake called from the worker whenever there is something new.
    ModelWorker(Resources resources, std::shared_ptr<const atlas::Atlas> atlas, std::function<void()> wake);
    ModelWorker(const ModelWorker&) = delete;
    ModelWorker& operator=(const ModelWorker&) = delete;
    ModelWorker(ModelWorker&&) = delete;
    ModelWorker& operator=(ModelWorker&&) = delete;
    ~ModelWorker();

    void start(const session::ReadModel& task);
    void start(const session::PlaceModel& task);
    void start(const session::PreviewFit& task);
    void start(const session::FitModel& task);
    /// \param body into which the set is brought
    void start(const session::ReadSet& task, std::shared_ptr<const body::Body> body);
    void start(const session::LoadBuiltIn& task);
    /// Whatever is on its way is not delivered any more.
    void stop();

    /// The result of the last job, once.
    [[nodiscard]] std::optional<WorkResult> take();
    /// Of the job on its way, 0..1.
    [[nodiscard]] float progress() const { return progress_; }

private:
    using Job = std::function<WorkResult(const std::stop_token&)>;
    void begin(Job job);
    void work(const std::stop_token& ending);
    [[nodiscard]] own_model::ProgressReport report(float from, float to);
    [[nodiscard]] WorkResult place(const own_model::PlacementOptions& options);
    [[nodiscard]] WorkResult preview(const own_model::ClickedLandmarks& clicks);
    [[nodiscard]] WorkResult fit(const session::FitModel& task, const std::stop_token& stop);
    [[nodiscard]] WorkResult finish(std::shared_ptr<const body::Body> body, std::string sentence, float from,
                                    const std::stop_token& stop);
    /// \return null and leaves the problem if the program's own files are missing.
    [[nodiscard]] std::shared_ptr<const own_model::BuiltInBody> builtIn(std::string& problem);

    Resources resources_;
    std::shared_ptr<const atlas::Atlas> atlas_;
    std::function<void()> wake_;
    std::atomic<float> progress_ = 0.0F;

    // Of the worker's thread only.
    std::shared_ptr<const own_model::ForeignModel> model_;
    std::shared_ptr<const session::PlacedModel> placed_;
    std::shared_ptr<const body::Body> preview_;
    std::shared_ptr<const own_model::BuiltInBody> builtIn_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    Job next_;
    std::stop_source current_;
    std::optional<WorkResult> result_;
    std::jthread worker_;  // last: it must end before what it works on
};

}  // namespace myo::shell
