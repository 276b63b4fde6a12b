#include "shell/window_model.h"

#include <type_traits>
#include <utility>

#include "session/model_view.h"
#include "session/scene_builder.h"

namespace myo::shell {

namespace {

template <class What>
session::Action event(What what) {
    return session::ModelEvent{std::move(what)};
}

}  // namespace

WindowModel::WindowModel(const Resources& resources, session::Library& library, std::shared_ptr<const Text> text,
                         std::shared_ptr<const atlas::Atlas> atlas, std::function<void()> wake)
    : library_(library), worker_(resources, std::move(text), std::move(atlas), std::move(wake)) {}

std::vector<session::Action> WindowModel::perform(const session::ModelTask& task) {
    std::vector<session::Action> answers;
    std::visit(
        [&](const auto& what) {
            using What = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<What, session::ListFolder>) {
                answers.push_back(event(session::FolderListed{session::listFolder(*library_.text, what.folder)}));
            } else if constexpr (std::is_same_v<What, session::StopWork>) {
                worker_.stop();
            } else if constexpr (std::is_same_v<What, session::ReadSet>) {
                worker_.start(what, library_.body);
            } else {
                worker_.start(what);
            }
        },
        task.what);
    return answers;
}

std::vector<session::Action> WindowModel::deliver() {
    std::vector<session::Action> news;
    auto result = worker_.take();
    if (!result) {
        return news;
    }
    if (auto* placed = std::get_if<ModelInPlace>(&*result)) {
        shell_.reset();
        preview_.text = library_.text;
        preview_.atlas = library_.atlas;
        preview_.search = library_.search;
        preview_.setBody(placed->preview);
        preview_.caster = placed->caster;
        news.push_back(event(session::ModelPlaced{placed->model}));
        news.emplace_back(session::LibraryChanged{});
    } else if (auto* fit = std::get_if<FitPreview>(&*result)) {
        shell_ = fit->shell;
    } else if (auto* ready = std::get_if<ReadyBody>(&*result)) {
        library_.exchangeBody(ready->body, ready->caster, ready->referral, ready->matcher);
        preview_ = {};
        shell_.reset();
        news.push_back(event(session::BodyArrived{ready->sentence}));
    } else {
        news.push_back(event(session::ModelFailed{std::get<WorkFailed>(*result).sentence}));
    }
    return news;
}

const session::Library& WindowModel::shown(const session::AppState& state) const {
    return state.model.previewing() && preview_.body ? preview_ : library_;
}

std::shared_ptr<const body::Body> WindowModel::drawn(const session::AppState& state) const {
    return showsShell(state) ? shell_ : shown(state).body;
}

render::RenderScene WindowModel::scene(const session::AppState& state) const {
    return &shown(state) == &preview_ ? session::previewScene(state, preview_, showsShell(state))
                                      : session::buildScene(state, library_);
}

bool WindowModel::showsShell(const session::AppState& state) const {
    return shell_ && &shown(state) == &preview_ && session::wantsShell(state);
}

}  // namespace myo::shell
