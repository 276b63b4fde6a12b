// Models that are opened while the window runs: the worker's results on their way into library and session.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "session/action.h"
#include "shell/model_worker.h"

namespace myo::shell {

class WindowModel {
public:
    /// \param library the window's; outlives this object. \param wake as for ModelWorker.
    WindowModel(const Resources& resources, session::Library& library, std::shared_ptr<const Text> text,
                std::shared_ptr<const atlas::Atlas> atlas, std::function<void()> wake);

    /// Begins what the session asks for. \return what is answered at once.
    [[nodiscard]] std::vector<session::Action> perform(const session::ModelTask& task);
    /// Takes over what has arrived; the library has the new body when this returns.
    /// \return what the session is to be told.
    [[nodiscard]] std::vector<session::Action> deliver();
    /// What is shown: the library, or the model that is being opened.
    [[nodiscard]] const session::Library& shown(const session::AppState& state) const;
    /// The body that is drawn for it, and how.
    [[nodiscard]] std::shared_ptr<const body::Body> drawn(const session::AppState& state) const;
    [[nodiscard]] render::RenderScene scene(const session::AppState& state) const;
    [[nodiscard]] float progress() const { return worker_.progress(); }

private:
    [[nodiscard]] bool showsShell(const session::AppState& state) const;

    session::Library& library_;
    session::Library preview_;                 ///< the model alone
    std::shared_ptr<const body::Body> shell_;  ///< null while there is none
    ModelWorker worker_;
};

}  // namespace myo::shell
