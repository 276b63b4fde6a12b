#include "shell/window_app.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <system_error>

#include <fmt/format.h>

#include "core/job_runner.h"
#include "core/parallel.h"
#include "own_model/open_model.h"
#include "platform/user_folders.h"
#include "session/scene_builder.h"
#include "session/settings.h"
#include "shell/load_atlas.h"
#include "shell/load_text.h"
#include "shell/open_body.h"

namespace myo::shell {

namespace {

namespace fs = std::filesystem;

// A person's own model takes its time; it is read while the window is open already.
bool isOwnModel(const std::string& body) {
    std::error_code ignored;
    return meansFile(body) && fs::is_regular_file(body, ignored) && !body::isBuiltBody(body);
}

// What is left of broken data is shown and the rest listed; only without a body there is nothing to open.
Result<Startup> load(const Resources& resources, const Text& text, const std::string& bodyName) {
    std::optional<Result<atlas::LoadedAtlas>> read;
    std::optional<Result<OpenedBody>> opened;
    parallelFor(
        2,
        [&](std::size_t which) {
            if (which == 0) {
                read = loadEverything(resources);
            } else {
                opened = openBody(resources, text, isOwnModel(bodyName) ? "male" : bodyName);
            }
        },
        1);
    if (!*opened) {
        return opened->problem();
    }
    atlas::LoadedAtlas loaded = *read ? std::move(*read).value() : atlas::LoadedAtlas{{}, {read->problem()}};
    return Startup{std::make_shared<const atlas::Atlas>(std::move(loaded.atlas)), std::move(opened->value().body),
                   std::move(loaded.findings)};
}

study::Moment momentNow() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::milliseconds sinceOpened(const platform::Window& window) {
    return std::chrono::milliseconds(static_cast<std::int64_t>(window.seconds() * 1000.0));
}

}  // namespace

WindowApp::WindowApp(const Resources& resources, const WindowOptions& options, platform::Window& window,
                     Startup startup)
    : resources_(resources),
      options_(options),
      window_(window),
      layer_(window),
      renderer_(shaderFolder(resources)),
      status_(options.status),
      loader_(startup.atlas, startup.body, &platform::Window::wake),
      model_(resources, library_, options.text, startup.atlas, &platform::Window::wake),
      drawings_(&platform::Window::wake),
      keeper_(options.replay.empty() ? platform::userFolder() : fs::path(), &platform::Window::wake),
      opened_(options.clock.value_or(momentNow()) - sinceOpened(window)),
      study_(options.replay.empty() ? platform::userFolder() : fs::path(), options.text,
             shownAtlas(startup.atlas, *options.text), tick().clock, &platform::Window::wake) {
    library_.text = options.text;
    library_.atlas = shownAtlas(startup.atlas, *options.text);
    library_.setBody(startup.body);
    library_.problems = std::move(startup.findings);
    session::LoadedSettings settings;
    if (const fs::path folder = platform::configFolder(); !folder.empty()) {
        settingsFile_ = folder / "settings.toml";
        settings = session::loadSettings(settingsFile_);
    }
    state_ = session::firstState(settings.settings);
    firstUiScale_ = state_.settings.uiScale;
    if (settings.problem) {
        settingsBroken_ = true;
        library_.problems.push_back(*settings.problem);
        dispatch(session::SetNotice{(*library_.text)("shell.settings_unusable")});
    }
    renderer_.setBody(startup.body);
    drawnBody_ = startup.body;
    setAsked_ = !options.model.anatomy.empty();
    pointAsked_ = !options.point.empty();
    if (!options.recording.empty()) {
        recorder_.emplace(options.recording);
    }
    if (replaying()) {
        auto recording = platform::readRecording(options.replay);
        if (!recording) {
            throw std::runtime_error(recording.problem().text());
        }
        replay_ = std::move(recording).value();
    }
    if (!keeper_.leftBehind().empty()) {
        dispatch(session::DrawingLeft{keeper_.leftBehind().string()});
    }
    openModelAsked();
    if (!options.exam.empty()) {
        dispatch(session::QuizEvent{session::ExamOpen{options.exam}});
    }
}

session::Tick WindowApp::tick() const {
    // The machine's own clock, which may be set while the window is open; a given one goes on from where it was.
    return {window_.seconds(), options_.clock ? opened_ + sinceOpened(window_) : momentNow()};
}

void WindowApp::openOn(const atlas::PointArgument& point) {
    dispatch(tick());
    dispatch(session::SetBothSides{point.left && point.right});
    dispatch(session::Select{SidedPoint{point.point, point.left ? Side::left : Side::right}});
}

void WindowApp::dispatch(const session::Action& action) {
    const bool previewing = state_.model.previewing();
    session::Update next = session::update(state_, action, shown());
    state_ = std::move(next.state);
    for (const session::Effect& effect : next.effects) {
        std::visit([this](const auto& concrete) { perform(concrete); }, effect);
    }
    if (previewing && !state_.model.previewing()) {
        dispatch(session::LibraryChanged{});  // the body is back: the camera goes home
    }
}

void WindowApp::takeModel() {
    const auto news = model_.deliver();
    for (const session::Action& action : news) {
        dispatch(tick());
        dispatch(action);
    }
    if (const float progress = model_.progress(); progress != modelProgress_ || !news.empty()) {
        modelProgress_ = progress;
        pacer_.touch();
    }
    if (setAsked_ && !state_.model.busy() && !state_.model.open()) {
        setAsked_ = false;
        dispatch(session::ModelEvent{session::UseAnatomySet{options_.model.anatomy}});
    }
}

void WindowApp::openDropped() {
    for (const std::string& path : window_.dropped()) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            dispatch(session::ModelEvent{session::OpenModelDialog{}});
            dispatch(session::ModelEvent{session::GoToFolder{path}});
        } else if (fs::path(path).extension() == ".toml") {
            dispatch(session::QuizEvent{session::ExamOpen{path}});
        } else {
            dispatch(session::ModelEvent{session::ChooseModel{path, {}, false}});
        }
    }
}

// What --body asks for beyond the built-in bodies.
void WindowApp::openModelAsked() {
    const auto frame = placementOptions(options_.model);
    if (frame && isOwnModel(options_.body)) {
        dispatch(session::ModelEvent{session::ChooseModel{options_.body, frame.value(), true}});
    }
}

void WindowApp::refreshFonts() {
    // A scale that was asked for is where larger and smaller text start from.
    const float chosen = state_.settings.uiScale;
    const float wanted =
        options_.scale > 0.0F ? options_.scale * chosen / firstUiScale_ : window_.contentScale() * chosen;
    const ui::Colors colors = ui::colorsOf(state_.settings.theme);
    if (wanted != scale_) {
        scale_ = wanted;
        fonts_ = ui::loadFonts(*ImGui::GetIO().Fonts, scale_, ui::findInter());
        layer_.uploadFonts();
    }
    ui::applyStyle(ImGui::GetStyle(), colors, scale_);
}

void WindowApp::collectEvents(double seconds) {
    waiting_.add(window_.events(seconds));
}

std::string WindowApp::shortcutOf(const platform::InputEvent& event) const {
    const std::vector<std::string> meanings = platform::shortcutsOf(event);
    if (meanings.size() < 2) {
        return meanings.empty() ? std::string() : meanings.front();
    }
    return ui::firstShortcut(ui::actionTable(state_, library_), meanings);
}

bool WindowApp::leadsToSearch(const platform::InputEvent& event) const {
    const std::string shortcut = shortcutOf(event);
    const auto& keys = ui::searchShortcuts;
    return std::find(keys.begin(), keys.end(), shortcut) != keys.end();
}

double WindowApp::patience() const {
    if (awake()) {
        return 0.0;
    }
    // A replay goes on by itself, and so do frames that are counted.
    constexpr double replayTurn = 0.005;
    if (replaying() || options_.frames > 0) {
        return replaying() ? replayTurn : 0.0;
    }
    const auto next = session::nextChange(state_, library_);
    return next ? std::max(*next - window_.seconds(), 0.0) : -1.0;
}

std::vector<platform::InputEvent> WindowApp::nextEvents(double waitSeconds) {
    if (replaying()) {
        const bool busy = awake() || !library_.referral || drawings_.busy() || study_.busy();
        collectEvents(waitSeconds);
        waiting_.clear();  // the devices are not asked
        if (busy) {
            return {};
        }
        if (replayed_ == replay_.size()) {
            window_.close();
            return {};
        }
        return replay_[replayed_++];
    }
    collectEvents(waitSeconds);
    if (awaitsSearch()) {
        pacer_.touch();
        return {};
    }
    return waiting_.take([this](const platform::InputEvent& event) { return leadsToSearch(event); });
}

void WindowApp::frame(const std::vector<platform::InputEvent>& events) {
    dispatch(tick());
    refreshFonts();
    ui::FrameInput input;
    input.picture = std::bit_cast<ImTextureID>(std::uintptr_t{texture_});  // as the OpenGL back end wants it
    input.scale = scale_;
    input.version = MYOATLAS_VERSION;
    input.zonesReady = library_.referral ? 1.0F : loader_.progress();
    input.modelReady = model_.progress();
    for (const platform::InputEvent& event : events) {
        layer_.feed(event);
        if (std::string shortcut = shortcutOf(event); !shortcut.empty()) {
            input.shortcuts.push_back(std::move(shortcut));
        }
    }
    layer_.beginFrame();
    const auto actions = ui::buildFrame(state_, shown(), input, fonts_, memory_);
    for (const session::Action& action : actions) {
        dispatch(action);
    }
    // Drawn after the actions and before the interface: what was clicked is on the screen with this very frame.
    if (const auto body = model_.drawn(state_); body != drawnBody_) {
        drawnBody_ = body;
        renderer_.setBody(body);
    }
    const unsigned int texture = renderer_.draw(session::forMotion(model_.scene(state_)));
    if (!actions.empty() || texture != texture_) {
        pacer_.touch();
    }
    texture_ = texture;
    layer_.endFrame();
    window_.swap();
    pacer_.drawn();
    ++frames_;
}

void WindowApp::tellIdle() {
    if (awake()) {
        return;
    }
    // Asking for events also sends what was drawn to the screen: only then is "idle" true.
    collectEvents(0.0);
    if (waiting_.empty()) {
        status_.controls(memory_.controls, frames_);
        status_.idle(state_, shown(), *library_.body, memory_.figureAt, frames_);
    }
}

// Takes over what has arrived beside the window.
void WindowApp::takeNews(bool input) {
    if (loader_.deliver(library_)) {
        dispatch(tick());  // a flight that this starts begins now
        dispatch(session::LibraryChanged{});
        pacer_.touch();
    }
    openDropped();
    takeModel();
    for (const session::Action& action : drawings_.deliver(library_)) {
        dispatch(action);
        pacer_.touch();
    }
    for (const session::Action& action : study_.deliver()) {
        dispatch(tick());
        dispatch(action);
        pacer_.touch();
    }
    if (const auto problem = keeper_.problem()) {
        dispatch(session::SetNotice{(*library_.text)("shell.drawing_not_kept", {{"problem", problem->text()}})});
        pacer_.touch();
    }
    if (input || (!library_.referral && loader_.progress() != zoneProgress_)) {
        zoneProgress_ = loader_.progress();
        pacer_.touch();
    }
}

void WindowApp::openPointAsked() {
    if (!pointAsked_ || frames_ < 2) {
        return;
    }
    pointAsked_ = false;
    if (const auto point = atlas::parsePoint(*library_.atlas, options_.point)) {
        openOn(point.value());
    }
    pacer_.touch();
}

bool WindowApp::step(double waitSeconds) {
    const auto events = nextEvents(waitSeconds);
    if (recorder_) {
        recorder_->frame(events);
    }
    takeNews(!events.empty());
    if (const auto next = session::nextChange(state_, library_); next && window_.seconds() >= *next) {
        pacer_.touch();
    }
    if (pacer_.wantsFrame(session::needsFrame(state_)) || options_.frames > 0) {
        frame(events);
        if (frames_ == 1) {
            status_.ready();
        }
    }
    openPointAsked();
    status_.changed(state_, library_);
    if (options_.frames > 0 && frames_ >= options_.frames) {
        window_.close();
    }
    return !window_.closing();
}

void WindowApp::run() {
    bool open = !window_.closing();
    while (open) {
        tellIdle();
        open = step(patience());
    }
}

std::optional<Diagnostic> runWindow(const Resources& resources, const WindowOptions& options) {
    JobRunner<Result<Startup>> loading({});
    loading.start([&](const JobControl&) { return load(resources, *options.text, options.body); });
    auto window = platform::Window::open("Myoatlas", options.size);
    auto startup = loading.await();
    if (!window) {
        return window.problem();
    }
    if (!*startup) {
        return startup->problem();
    }
    if (!options.point.empty()) {
        if (const auto point = atlas::parsePoint(*startup->value().atlas, options.point); !point) {
            return point.problem();
        }
    }
    WindowApp(resources, options, *window.value(), std::move(*startup).value()).run();
    return std::nullopt;
}

}  // namespace myo::shell
