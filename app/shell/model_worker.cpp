#include "shell/model_worker.h"

#include <cctype>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

#include "shell/open_body.h"

namespace myo::shell {

namespace {

namespace fs = std::filesystem;

// A problem as a person reads it who chose the file in a window: no position, and the folder is known.
std::string sentence(const Diagnostic& problem) {
    Diagnostic plain = problem;
    plain.place.file = fs::path(problem.place.file).filename().string();
    return plain.text();
}

WorkFailed workFailed(const Diagnostic& problem) {
    return {sentence(problem)};
}

}  // namespace

ModelWorker::ModelWorker(Resources resources, std::shared_ptr<const atlas::Atlas> atlas, std::function<void()> wake)
    : resources_(std::move(resources)),
      atlas_(std::move(atlas)),
      wake_(std::move(wake)),
      worker_([this](const std::stop_token& ending) { work(ending); }) {}

ModelWorker::~ModelWorker() {
    stop();
}

void ModelWorker::begin(Job job) {
    {
        const std::lock_guard lock(mutex_);
        current_.request_stop();
        current_ = std::stop_source();
        result_.reset();
        progress_ = 0.0F;
        next_ = std::move(job);
    }
    changed_.notify_all();
}

void ModelWorker::stop() {
    const std::lock_guard lock(mutex_);
    current_.request_stop();
    next_ = {};
    result_.reset();
}

std::optional<WorkResult> ModelWorker::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(result_, std::nullopt);
}

void ModelWorker::work(const std::stop_token& ending) {
    while (!ending.stop_requested()) {
        Job job;
        std::stop_token stop;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, ending, [&] { return static_cast<bool>(next_); })) {
                return;
            }
            job = std::exchange(next_, {});
            stop = current_.get_token();
        }
        WorkResult result = WorkFailed{};
        try {
            result = job(stop);
        } catch (const std::bad_alloc&) {
            result = WorkFailed{"There is not enough memory for this figure."};
        } catch (const std::exception& failure) {
            result = WorkFailed{failure.what()};
        }
        {
            const std::lock_guard lock(mutex_);
            if (stop.stop_requested()) {
                continue;
            }
            result_ = std::move(result);
            progress_ = 1.0F;
        }
        wake_();
    }
}

own_model::ProgressReport ModelWorker::report(float from, float to) {
    return [this, from, to](float share) {
        const float now = from + (to - from) * share;
        const float before = progress_.exchange(now);
        // A repaint per percent is plenty.
        if (static_cast<int>(now * 100.0F) != static_cast<int>(before * 100.0F)) {
            wake_();
        }
    };
}

std::shared_ptr<const own_model::BuiltInBody> ModelWorker::builtIn(std::string& problem) {
    if (!builtIn_) {
        auto made = makeBuiltInBody(resources_);
        if (!made) {
            problem = sentence(made.problem());
            return nullptr;
        }
        builtIn_ = std::move(made).value();
    }
    return builtIn_;
}

void ModelWorker::start(const session::ReadModel& task) {
    begin([this, task](const std::stop_token& stop) -> WorkResult {
        if (body::isBuiltBody(task.file)) {
            auto body = body::loadBody(task.file);
            if (!body) {
                return workFailed(body.problem());
            }
            return finish(std::make_shared<const body::Body>(std::move(body).value()),
                          fs::path(task.file).filename().string() + " is shown.", 0.3F, stop);
        }
        constexpr float reading = 0.9F;
        auto model = own_model::importModel(task.file, report(0.0F, reading), stop);
        if (!model) {
            return workFailed(model.problem());
        }
        model_ = std::make_shared<const own_model::ForeignModel>(std::move(model).value());
        return place(task.frame);
    });
}

void ModelWorker::start(const session::PlaceModel& task) {
    begin([this, task](const std::stop_token&) -> WorkResult { return place(task.frame); });
}

WorkResult ModelWorker::place(const own_model::PlacementOptions& options) {
    if (!model_) {
        return WorkFailed{"There is no figure to be placed."};
    }
    auto figure = std::make_shared<session::PlacedModel>();
    figure->file = model_->file.string();
    figure->frame = own_model::findPlacement(model_->skin, options);
    figure->fileTriangles = model_->fileTriangles;
    figure->notes = model_->notes;
    std::error_code ignored;
    if (const fs::path file = own_model::landmarkFileOf(model_->file); fs::exists(file, ignored)) {
        auto saved = own_model::readClickedLandmarks(file);
        if (saved) {
            figure->saved = std::move(saved).value();
        } else {
            figure->notes.push_back("The landmarks beside it cannot be used: " + sentence(saved.problem()));
        }
    }
    preview_ = session::previewBody(model_->file.stem().string(), own_model::placed(model_->skin, figure->frame));
    figure->statureMm = preview_->statureMm;
    placed_ = figure;
    return ModelInPlace{placed_, preview_, std::make_shared<const body::RayCaster>(preview_->structures)};
}

void ModelWorker::start(const session::PreviewFit& task) {
    begin([this, task](const std::stop_token&) -> WorkResult { return preview(task.clicks); });
}

WorkResult ModelWorker::preview(const own_model::ClickedLandmarks& clicks) {
    std::string problem;
    const auto figure = builtIn(problem);
    if (!figure || !placed_ || !preview_) {
        return WorkFailed{problem};
    }
    body::Mesh shell = own_model::previewFromLandmarks(*figure, clicks);
    if (shell.triangles.empty()) {
        return FitPreview{};
    }
    return FitPreview{session::shellBody(*preview_, own_model::placed(shell, placed_->frame))};
}

void ModelWorker::start(const session::FitModel& task) {
    begin([this, task](const std::stop_token& stop) { return fit(task, stop); });
}

WorkResult ModelWorker::fit(const session::FitModel& task, const std::stop_token& stop) {
    std::string problem;
    const auto figure = builtIn(problem);
    if (!figure || !model_) {
        return WorkFailed{problem};
    }
    constexpr float fitted = 0.6F;  // of the work
    const auto progress = report(0.02F, fitted);
    std::string unsaved;
    if (!task.clicks.empty()) {
        const auto saved = own_model::writeClickedLandmarks(task.clicks, own_model::landmarkFileOf(model_->file));
        unsaved = saved ? "" : " The landmarks could not be saved: " + sentence(saved.problem()) + ".";
    }
    auto body = task.clicks.empty()
                    ? own_model::registerModel(*figure, *model_, task.frame, progress, stop)
                    : own_model::bodyFromLandmarks(*figure, *model_, task.clicks, task.frame, progress, stop);
    if (!body) {
        return workFailed(body.problem());
    }
    std::string words = body.value().quality.sentence() + "." + unsaved;
    words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return finish(std::make_shared<const body::Body>(std::move(body.value().body)), std::move(words), fitted, stop);
}

void ModelWorker::start(const session::ReadSet& task, std::shared_ptr<const body::Body> body) {
    begin([this, task, body = std::move(body)](const std::stop_token& stop) -> WorkResult {
        constexpr float read = 0.5F;  // of the work
        auto applied = bodyWithSet(resources_, *body, task.path, report(0.0F, read), stop);
        if (!applied) {
            return workFailed(applied.problem());
        }
        const std::string words = applied.value().summary();
        return finish(std::make_shared<const body::Body>(std::move(applied.value().body)), words, read, stop);
    });
}

void ModelWorker::start(const session::LoadBuiltIn& task) {
    begin([this, task](const std::stop_token& stop) -> WorkResult {
        auto body = loadBuiltIn(resources_, task.name);
        if (!body) {
            return workFailed(body.problem());
        }
        constexpr float loaded = 0.1F;  // of the work
        return finish(std::move(body).value(), "The built-in " + task.name + " figure is shown.", loaded, stop);
    });
}

WorkResult ModelWorker::finish(std::shared_ptr<const body::Body> body, std::string sentence, float from,
                               const std::stop_token& stop) {
    ReadyBody ready;
    ready.sentence = std::move(sentence);
    ready.body = std::move(body);
    ready.caster = std::make_shared<const body::RayCaster>(ready.body->structures);
    ready.referral = std::make_shared<const referral::Referral>(*atlas_, ready.body, report(from, 1.0F), stop);
    if (!stop.stop_requested()) {
        ready.matcher = std::make_shared<const referral::Matcher>(*ready.referral);
    }
    return ready;
}

}  // namespace myo::shell
