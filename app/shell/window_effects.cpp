// What the session asks the outside world for: files to write and read, models to fit, the end.
#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "platform/user_folders.h"
#include "referral/drawing_file.h"
#include "report/canvas.h"
#include "session/settings.h"
#include "shell/window_app.h"

namespace myo::shell {

namespace fs = std::filesystem;

void WindowApp::perform(const session::ModelTask& effect) {
    for (const session::Action& answer : model_.perform(effect)) {
        dispatch(answer);
    }
    pacer_.touch();
}

void WindowApp::tellSaved(const Result<bool>& saved, const fs::path& file) {
    dispatch(session::SetNotice{saved ? (*library_.text)("shell.saved", {{"file", file.string()}})
                                      : saved.problem().text()});
}

void WindowApp::perform(const session::SaveSettings& effect) {
    // A file that could not be understood is somebody's: it is left as it is.
    if (settingsBroken_ || settingsFile_.empty()) {
        return;
    }
    if (const auto saved = session::saveSettings(effect.settings, settingsFile_); !saved) {
        dispatch(session::SetNotice{saved.problem().text()});
    }
}

void WindowApp::perform(const session::FillScreen& effect) {
    window_.fillScreen(effect.on);
}

// Where pictures and drawings go; it may have been named before it was made.
fs::path WindowApp::keepingFolder() {
    const fs::path folder = platform::picturesFolder();
    std::error_code ignored;
    fs::create_directories(folder, ignored);  // if it cannot be made, saving says why
    return folder;
}

void WindowApp::perform(const session::SaveViewportPicture& /*effect*/) {
    render::RenderScene scene = model_.scene(state_);
    scene.moving = false;  // a kept picture is a fine one, also in mid-flight
    static_cast<void>(renderer_.draw(scene));
    const Image picture = renderer_.read();
    report::Canvas canvas(picture.width, picture.height, {1.0F, 1.0F, 1.0F});
    canvas.image(picture, 0, 0);
    std::string name = session::idText(state_.choice.selected);
    std::replace(name.begin(), name.end(), ':', '_');
    const fs::path folder = keepingFolder();
    fs::path file;
    std::error_code ignored;
    for (int number = 1; number == 1 || fs::exists(file, ignored); ++number) {
        file = folder / fmt::format("myoatlas_{}_{}.png", name.empty() ? "body" : name, number);
    }
    const auto saved = canvas.savePng(file);
    tellSaved(saved, file);
}

void WindowApp::perform(const session::WriteDrawing& effect) {
    const fs::path folder = keepingFolder();
    fs::path file;
    std::error_code ignored;
    for (int number = 1; number == 1 || fs::exists(file, ignored); ++number) {
        file = folder / fmt::format("myoatlas_drawing_{}.json", number);
    }
    const auto saved = referral::writeDrawing(effect.drawing, file);
    tellSaved(saved, file);
}

void WindowApp::perform(const session::ReadDrawing& effect) {
    for (const session::Action& answer : drawings_.start(effect.file, library_)) {
        dispatch(answer);
    }
}

void WindowApp::perform(const session::KeepDrawing& effect) {
    keeper_.keep(effect.drawing);
}

void WindowApp::perform(const session::KeepReview& effect) {
    study_.keep(effect.review);
}

void WindowApp::perform(const session::TakeBackReview& effect) {
    study_.takeBack(effect.id);
}

void WindowApp::perform(const session::SetDrawingAside& /*effect*/) {
    keeper_.setAside();
    if (!keeper_.leftBehind().empty()) {
        dispatch(session::DrawingLeft{keeper_.leftBehind().string()});
    }
}

void WindowApp::perform(const session::DropLeftDrawing& /*effect*/) {
    keeper_.dropLeftBehind();
}

void WindowApp::perform(const session::CloseWindow& /*effect*/) {
    window_.close();
}

}  // namespace myo::shell
