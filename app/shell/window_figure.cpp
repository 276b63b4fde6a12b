#include "shell/window_figure.h"

#include <type_traits>
#include <utility>

#include "session/figure_view.h"
#include "session/scene_builder.h"

namespace myo::shell {

namespace {

template <class What>
session::Action event(What what) {
    return session::FigureEvent{std::move(what)};
}

}  // namespace

WindowFigure::WindowFigure(const Resources& resources, session::Library& library,
                           std::shared_ptr<const atlas::Atlas> atlas, std::function<void()> wake)
    : library_(library), worker_(resources, std::move(atlas), std::move(wake)) {}

std::vector<session::Action> WindowFigure::perform(const session::FigureTask& task) {
    std::vector<session::Action> answers;
    std::visit(
        [&](const auto& what) {
            using What = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<What, session::ListFolder>) {
                answers.push_back(event(session::FolderListed{session::listFolder(what.folder)}));
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

std::vector<session::Action> WindowFigure::deliver() {
    std::vector<session::Action> news;
    auto result = worker_.take();
    if (!result) {
        return news;
    }
    if (auto* placed = std::get_if<PlacedModel>(&*result)) {
        shell_.reset();
        preview_.atlas = library_.atlas;
        preview_.search = library_.search;
        preview_.setBody(placed->preview);
        preview_.caster = placed->caster;
        news.push_back(event(session::FigurePlaced{placed->figure}));
        news.emplace_back(session::LibraryChanged{});
    } else if (auto* fit = std::get_if<FitPreview>(&*result)) {
        shell_ = fit->shell;
    } else if (auto* ready = std::get_if<ReadyBody>(&*result)) {
        library_.exchangeBody(ready->body, ready->caster, ready->referral, ready->matcher);
        preview_ = {};
        shell_.reset();
        news.push_back(event(session::FigureArrived{ready->sentence}));
    } else {
        news.push_back(event(session::FigureFailed{std::get<WorkFailed>(*result).sentence}));
    }
    return news;
}

const session::Library& WindowFigure::shown(const session::AppState& state) const {
    return state.figure.previewing() && preview_.body ? preview_ : library_;
}

std::shared_ptr<const body::Body> WindowFigure::drawn(const session::AppState& state) const {
    return showsShell(state) ? shell_ : shown(state).body;
}

render::RenderScene WindowFigure::scene(const session::AppState& state) const {
    return &shown(state) == &preview_ ? session::previewScene(state, preview_, showsShell(state))
                                      : session::buildScene(state, library_);
}

bool WindowFigure::showsShell(const session::AppState& state) const {
    return shell_ && &shown(state) == &preview_ && session::wantsShell(state);
}

}  // namespace myo::shell
