// The running window, as one object.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "atlas/point_argument.h"
#include "platform/imgui_layer.h"
#include "platform/input_queue.h"
#include "platform/window.h"
#include "render/renderer.h"
#include "session/frame_pacer.h"
#include "session/update.h"
#include "shell/drawing_keeper.h"
#include "shell/drawing_reader.h"
#include "shell/run_window.h"
#include "shell/study_keeper.h"
#include "shell/window_loader.h"
#include "shell/window_model.h"
#include "shell/window_status.h"
#include "ui/interface.h"

namespace myo::shell {

/// What is read before the body can be shown.
struct Startup {
    std::shared_ptr<const atlas::Atlas> atlas;
    std::shared_ptr<const body::Body> body;
    Diagnostics findings;
};

/// The running window. Everything happens on the main thread except the loader's work.
class WindowApp {
public:
    WindowApp(const Resources& resources, const WindowOptions& options, platform::Window& window, Startup startup);

    /// Stays until the window is closed.
    void run();
    /// One turn: takes what has happened, and draws if anything has changed. Whoever calls it from a loop of their own,
    /// as a browser does, never has it wait.
    /// \param waitSeconds how long it may wait for input; below 0 = until there is some
    /// \return false once the window is to close
    bool step(double waitSeconds);

private:
    /// How long the next step may wait, given what is still to be drawn.
    [[nodiscard]] double patience() const;
    [[nodiscard]] bool awake() const { return pacer_.wantsFrame(session::needsFrame(state_)) || !waiting_.empty(); }
    /// A frame begins now.
    [[nodiscard]] session::Tick tick() const;
    void tellIdle();
    void takeNews(bool input);
    void openPointAsked();
    void tellSaved(const Result<bool>& saved, const std::filesystem::path& file);
    [[nodiscard]] std::vector<platform::InputEvent> nextEvents(double waitSeconds);
    void collectEvents(double seconds);
    void dispatch(const session::Action& action);
    void perform(const session::SaveSettings& effect);
    void perform(const session::FillScreen& effect);
    [[nodiscard]] static std::filesystem::path keepingFolder();
    void perform(const session::SaveViewportPicture& effect);
    void perform(const session::WriteDrawing& effect);
    void perform(const session::ReadDrawing& effect);
    void perform(const session::KeepDrawing& effect);
    void perform(const session::SetDrawingAside& effect);
    void perform(const session::DropLeftDrawing& effect);
    void perform(const session::KeepReview& effect);
    void perform(const session::TakeBackReview& effect);
    void perform(const session::ReadExam& effect);
    void perform(const session::KeepExam& effect);
    void perform(const session::ModelTask& effect);
    void perform(const session::CloseWindow& effect);
    void refreshFonts();
    void frame(const std::vector<platform::InputEvent>& events);
    void openOn(const atlas::PointArgument& point);
    void openModelAsked();
    void openDropped();
    void takeModel();
    [[nodiscard]] const session::Library& shown() const { return model_.shown(state_); }
    [[nodiscard]] bool replaying() const { return !options_.replay.empty(); }
    // What an event means as a shortcut, "" if nothing.
    [[nodiscard]] std::string shortcutOf(const platform::InputEvent& event) const;
    [[nodiscard]] bool leadsToSearch(const platform::InputEvent& event) const;
    // The search box was asked for and has not got the keyboard yet: what is typed meanwhile belongs there.
    [[nodiscard]] bool awaitsSearch() const {
        return memory_.searchFrames > 0 || memory_.focusSeen != state_.search.focusRequests;
    }

    const Resources& resources_;
    const WindowOptions& options_;
    platform::Window& window_;
    std::filesystem::path settingsFile_;
    bool settingsBroken_ = false;
    session::AppState state_;
    session::Library library_;
    platform::ImGuiLayer layer_;
    render::Renderer renderer_;
    ui::Fonts fonts_;
    ui::Memory memory_;
    float scale_ = 0.0F;
    float firstUiScale_ = 1.0F;  ///< the chosen text size when the window opened
    unsigned int texture_ = 0;
    session::FramePacer pacer_;
    WindowStatus status_;
    std::optional<platform::Recorder> recorder_;
    platform::Recording replay_;
    std::size_t replayed_ = 0;
    platform::InputQueue waiting_;
    int frames_ = 0;
    WindowLoader loader_;
    WindowModel model_;
    DrawingReader drawings_;
    DrawingKeeper keeper_;
    study::Moment opened_;  ///< by the calendar
    StudyKeeper study_;
    std::shared_ptr<const body::Body> drawnBody_;  ///< what the renderer holds
    float modelProgress_ = 0.0F;
    float zoneProgress_ = -1.0F;
    bool pointAsked_ = false;  ///< WindowOptions::point is still to be opened
    bool setAsked_ = false;    ///< an anatomy set waits for the body into which it goes
};

}  // namespace myo::shell
