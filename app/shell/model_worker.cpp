#include "shell/model_worker.h"

#include <exception>
#include <new>
#include <system_error>
#include <utility>

#include "own_model/open_model.h"

namespace myo::shell {

namespace {

namespace fs = std::filesystem;

WorkFailed workFailed(const Diagnostic& problem) {
    return {plainSentence(problem)};
}

Progress progressOf(const JobControl& control) {
    return {control.part(0.0F, 1.0F), control.stop()};
}

}  // namespace

ModelWorker::ModelWorker(Resources resources, std::shared_ptr<const Text> text,
                         std::shared_ptr<const atlas::Atlas> atlas, std::function<void()> wake)
    : resources_(std::move(resources)), text_(std::move(text)), atlas_(std::move(atlas)), jobs_(std::move(wake)) {}

void ModelWorker::begin(Jobs::Job job) {
    jobs_.start([this, job = std::move(job)](const JobControl& control) -> WorkResult {
        try {
            return job(control);
        } catch (const std::bad_alloc&) {
            return WorkFailed{(*text_)("shell.no_memory")};
        } catch (const std::exception& failure) {
            return WorkFailed{failure.what()};
        }
    });
}

WorkResult ModelWorker::bring(const LoadBody& what, const Progress& progress) const {
    auto ready = loadReadyBody(resources_, *text_, atlas_, what, progress);
    if (!ready) {
        return workFailed(ready.problem());
    }
    return std::move(ready).value();
}

std::shared_ptr<const own_model::BuiltInBody> ModelWorker::builtIn(std::string& problem) {
    if (!builtIn_) {
        auto made = makeBuiltInBody(resources_);
        if (!made) {
            problem = plainSentence(made.problem());
            return nullptr;
        }
        builtIn_ = std::move(made).value();
    }
    return builtIn_;
}

void ModelWorker::start(const session::ReadModel& task) {
    begin([this, task](const JobControl& control) -> WorkResult {
        if (body::isBuiltBody(task.file)) {
            return bring({BodyFile{task.file}, {}}, progressOf(control));
        }
        constexpr float reading = 0.9F;
        auto model = own_model::importModel(task.file, control.part(0.0F, reading), control.stop());
        if (!model) {
            return workFailed(model.problem());
        }
        model_ = std::make_shared<const own_model::ForeignModel>(std::move(model).value());
        return place(task.frame);
    });
}

void ModelWorker::start(const session::PlaceModel& task) {
    begin([this, task](const JobControl&) { return place(task.frame); });
}

WorkResult ModelWorker::place(const own_model::PlacementOptions& options) {
    if (!model_) {
        return WorkFailed{(*text_)("shell.no_model")};
    }
    auto placed = std::make_shared<session::PlacedModel>();
    placed->file = model_->file.string();
    placed->frame = own_model::findPlacement(model_->skin, options);
    placed->fileTriangles = model_->fileTriangles;
    placed->notes = model_->notes;
    std::error_code ignored;
    if (const fs::path file = own_model::landmarkFileOf(model_->file); fs::exists(file, ignored)) {
        auto saved = own_model::readClickedLandmarks(file);
        if (saved) {
            placed->saved = std::move(saved).value();
        } else {
            placed->notes.push_back({"shell.landmarks_unusable", {{"problem", plainSentence(saved.problem())}}});
        }
    }
    preview_ = session::previewBody(model_->identity(), own_model::placed(model_->skin, placed->frame));
    placed->statureMm = preview_->statureMm;
    placed_ = placed;
    return ModelInPlace{placed_, preview_, std::make_shared<const body::RayCaster>(preview_->structures)};
}

void ModelWorker::start(const session::PreviewFit& task) {
    begin([this, task](const JobControl&) { return preview(task.clicks); });
}

WorkResult ModelWorker::preview(const own_model::ClickedLandmarks& clicks) {
    std::string problem;
    const auto body = builtIn(problem);
    if (!body || !placed_ || !preview_) {
        return WorkFailed{problem};
    }
    body::Mesh shell = own_model::previewFromLandmarks(*body, clicks);
    if (shell.triangles.empty()) {
        return FitPreview{};
    }
    return FitPreview{session::shellBody(*preview_, own_model::placed(shell, placed_->frame))};
}

void ModelWorker::start(const session::FitModel& task) {
    begin([this, task](const JobControl& control) { return fit(task, progressOf(control)); });
}

WorkResult ModelWorker::fit(const session::FitModel& task, const Progress& progress) {
    std::string problem;
    const auto body = builtIn(problem);
    if (!body || !model_) {
        return WorkFailed{problem};
    }
    return bring({OwnModel{model_, body, task.frame, task.clicks}, {}}, progress);
}

void ModelWorker::start(const session::ReadSet& task, SharedBody body) {
    begin([this, task, body = std::move(body)](const JobControl& control) {
        return bring({body, task.path}, progressOf(control));
    });
}

void ModelWorker::start(const session::LoadBuiltIn& task) {
    begin([this, task](const JobControl& control) { return bring({NamedBody{task.name}, {}}, progressOf(control)); });
}

}  // namespace myo::shell
