// Reads and fits models beside the running window.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "core/job_runner.h"
#include "session/library.h"
#include "session/model_view.h"
#include "shell/load_body.h"

namespace myo::shell {

/// A model that was read, ready to be looked at.
struct ModelInPlace {
    std::shared_ptr<const session::PlacedModel> model;
    std::shared_ptr<const body::Body> preview;
    std::shared_ptr<const body::RayCaster> caster;
};
/// How the built-in skin will lie around the model; null with too few clicks.
struct FitPreview {
    std::shared_ptr<const body::Body> shell;
};
struct WorkFailed {
    std::string sentence;
};
using WorkResult = std::variant<ModelInPlace, FitPreview, ReadyBody, WorkFailed>;

/// One job at a time: a new one ends the one before. Called from the main thread.
class ModelWorker {
public:
    /// \param wake called from the worker whenever there is something new.
    ModelWorker(Resources resources, std::shared_ptr<const Text> text, std::shared_ptr<const atlas::Atlas> atlas,
                std::function<void()> wake);

    void start(const session::ReadModel& task);
    void start(const session::PlaceModel& task);
    void start(const session::PreviewFit& task);
    void start(const session::FitModel& task);
    /// \param body into which the set is brought
    void start(const session::ReadSet& task, SharedBody body);
    void start(const session::LoadBuiltIn& task);
    /// Whatever is on its way is not delivered any more.
    void stop() { jobs_.stop(); }

    /// The result of the last job, once.
    [[nodiscard]] std::optional<WorkResult> take() { return jobs_.take(); }
    /// Of the job on its way, 0..1.
    [[nodiscard]] float progress() const { return jobs_.progress(); }

private:
    using Jobs = JobRunner<WorkResult>;
    /// What goes wrong in a job becomes a sentence.
    void begin(Jobs::Job job);
    [[nodiscard]] WorkResult bring(const LoadBody& what, const Progress& progress) const;
    [[nodiscard]] WorkResult place(const own_model::PlacementOptions& options);
    [[nodiscard]] WorkResult preview(const own_model::ClickedLandmarks& clicks);
    [[nodiscard]] WorkResult fit(const session::FitModel& task, const Progress& progress);
    /// \return null and leaves the problem if the program's own files are missing.
    [[nodiscard]] std::shared_ptr<const own_model::BuiltInBody> builtIn(std::string& problem);

    Resources resources_;
    std::shared_ptr<const Text> text_;
    std::shared_ptr<const atlas::Atlas> atlas_;

    // Of the jobs only, which never run at the same time.
    std::shared_ptr<const own_model::ForeignModel> model_;
    std::shared_ptr<const session::PlacedModel> placed_;
    std::shared_ptr<const body::Body> preview_;
    std::shared_ptr<const own_model::BuiltInBody> builtIn_;

    Jobs jobs_;  // last: it must end before what it works on
};

}  // namespace myo::shell
