// The dialogue that opens a figure of one's own.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "body/mesh_tools.h"
#include "session/figure_view.h"
#include "session/pick.h"
#include "session/updater.h"

namespace myo::session {

namespace {

BodySide otherSide(BodySide side) {
    return side == BodySide::left ? BodySide::right : BodySide::left;
}

std::optional<body::Landmarks::Key> partnerOf(const FigureDialog& dialog) {
    if (dialog.at >= own_model::landmarkPrompts().size()) {
        return std::nullopt;
    }
    body::Landmarks::Key key = landmarkKey(dialog.at);
    if (key.second == BodySide::mid) {
        return std::nullopt;
    }
    key.second = otherSide(key.second);
    return dialog.clicks.contains(key) ? std::optional(key) : std::nullopt;
}

std::string folderOf(const std::string& file) {
    return std::filesystem::path(file).parent_path().string();
}

// A click that can hardly be meant; it is kept all the same.
std::string doubtAbout(const FigureDialog& dialog, const body::Landmarks::Key& key) {
    const auto placed = [&](const body::Landmarks::Key& which) {
        return dialog.placed->frame.apply(dialog.clicks.at(which));
    };
    const float stature = dialog.placed->statureMm;
    if (key.second == BodySide::mid) {
        constexpr float aside = 0.03F;  // of the stature
        return std::abs(placed(key).x) > aside * stature ? "This spot should lie in the middle of the body." : "";
    }
    const body::Landmarks::Key left{key.first, BodySide::left};
    const body::Landmarks::Key right{key.first, BodySide::right};
    if (!dialog.clicks.contains(left) || !dialog.clicks.contains(right)) {
        return {};
    }
    constexpr float apart = 0.02F;  // of the stature
    return placed(left).x - placed(right).x < apart * stature
               ? "Left and right may be swapped here: the figure's left is on your right while it looks at you."
               : "";
}

}  // namespace

body::Landmarks::Key landmarkKey(std::size_t index) {
    const own_model::LandmarkPrompt& prompt = own_model::landmarkPrompts()[index];
    return {LandmarkId(prompt.id), prompt.side};
}

bool canSkip(const FigureDialog& dialog) {
    return partnerOf(dialog).has_value();
}

void Updater::on(const FigureEvent& event) {
    std::visit([this](const auto& what) { onFigure(what); }, event.what);
}

void Updater::ask(FigureWork work, FigureTask task) {
    state_.figure.work = work;
    state_.figure.problem.clear();
    state_.notice.clear();
    effects_.emplace_back(std::move(task));
}

void Updater::onFigure(const OpenFigureDialog& /*event*/) {
    FigureDialog& dialog = state_.figure;
    if (dialog.open()) {
        onFigure(CloseFigureDialog{});
        return;
    }
    on(SetPainting{false});
    dialog.step = FigureStep::choose;
    dialog.anatomySet = false;
    dialog.problem.clear();
    state_.overlay = Overlay::none;
    state_.lastPanel = Panel::search;
    effects_.emplace_back(FigureTask{ListFolder{dialog.listing.folder, dialog.anatomySet}});
}

void Updater::onFigure(const CloseFigureDialog& /*event*/) {
    if (state_.figure.busy()) {
        effects_.emplace_back(FigureTask{StopWork{}});
    }
    leavePreview();
    FigureDialog closed;
    closed.listing = std::move(state_.figure.listing);
    state_.figure = std::move(closed);
}

// The body is seen whole again when the figure goes.
void Updater::leavePreview() {
    if (state_.figure.previewing()) {
        state_.flight.reset();
        state_.atHome = true;
    }
}

void Updater::onFigure(const ChooseWhat& event) {
    state_.figure.anatomySet = event.anatomySet;
    state_.figure.problem.clear();
}

void Updater::onFigure(const GoToFolder& event) {
    effects_.emplace_back(FigureTask{ListFolder{event.folder, state_.figure.anatomySet}});
}

void Updater::onFigure(const FolderListed& event) {
    state_.figure.listing = event.listing;
}

void Updater::onFigure(const ReadFigure& event) {
    FigureDialog& dialog = state_.figure;
    on(SetPainting{false});
    state_.lastPanel = Panel::search;
    dialog.step = FigureStep::choose;
    dialog.file = event.file;
    dialog.wanted = event.frame;
    dialog.goOn = event.goOn;
    dialog.placed.reset();
    dialog.clicks.clear();
    dialog.at = 0;
    ask(FigureWork::reading, {ReadModel{event.file, event.frame}});
    // Whoever opens another one finds it in the same folder as a rule.
    effects_.emplace_back(FigureTask{ListFolder{folderOf(event.file), dialog.anatomySet}});
}

void Updater::onFigure(const FigurePlaced& event) {
    FigureDialog& dialog = state_.figure;
    if (!dialog.busy() || !event.figure) {
        return;
    }
    dialog.placed = event.figure;
    dialog.work = FigureWork::none;
    if (dialog.step == FigureStep::choose) {
        dialog.step = FigureStep::place;
    }
    state_.atHome = true;
    const bool goOn = dialog.goOn && !dialog.placed->unsure();
    dialog.goOn = false;
    if (goOn) {
        dialog.clicks = dialog.placed->saved;
        onFigure(FitFigure{dialog.complete() ? FitWay::clicked : FitWay::automatic});
    }
}

void Updater::onFigure(const SetFrame& event) {
    FigureDialog& dialog = state_.figure;
    own_model::FrameOptions wanted = event.frame;
    // No figure faces along its up axis: what was said last counts.
    if (wanted.up && wanted.facing && wanted.up->axis == wanted.facing->axis) {
        (wanted.up == dialog.wanted.up ? wanted.up : wanted.facing).reset();
    }
    if (!dialog.placed || wanted == dialog.wanted) {
        return;
    }
    dialog.wanted = wanted;
    ask(FigureWork::placing, {PlaceModel{wanted}});
}

void Updater::onFigure(const BackToPage& event) {
    FigureDialog& dialog = state_.figure;
    if (event.step >= dialog.step) {
        return;
    }
    if (event.step == FigureStep::choose) {
        leavePreview();
    }
    dialog.step = event.step;
    dialog.problem.clear();
    if (event.step == FigureStep::choose) {
        effects_.emplace_back(FigureTask{ListFolder{dialog.listing.folder, dialog.anatomySet}});
    } else {
        flyTo(snapView(SnapView::anterior, library_.bounds, state_.viewportPx));
    }
}

void Updater::onFigure(const StartLandmarks& /*event*/) {
    FigureDialog& dialog = state_.figure;
    if (!dialog.previewing() || dialog.busy()) {
        return;
    }
    dialog.step = FigureStep::landmarks;
    dialog.problem.clear();
    if (dialog.clicks.empty()) {
        dialog.clicks = dialog.placed->saved;
    }
    landmarksChanged();
    onFigure(GoToLandmark{dialog.complete() ? dialog.clicks.size() : 0});
}

void Updater::onFigure(const GoToLandmark& event) {
    FigureDialog& dialog = state_.figure;
    if (dialog.step != FigureStep::landmarks) {
        return;
    }
    dialog.at = std::min(event.index, own_model::landmarkPrompts().size());
    flyTo(landmarkCamera(state_, library_));
}

void Updater::onFigure(const LandmarkBack& /*event*/) {
    FigureDialog& dialog = state_.figure;
    if (dialog.step != FigureStep::landmarks || dialog.at == 0) {
        return;
    }
    dialog.clicks.erase(landmarkKey(dialog.at - 1));
    dialog.problem.clear();
    landmarksChanged();
    onFigure(GoToLandmark{dialog.at - 1});
}

void Updater::onFigure(const SkipLandmark& /*event*/) {
    const FigureDialog& dialog = state_.figure;
    const auto partner = partnerOf(dialog);
    if (dialog.step != FigureStep::landmarks || !partner || !library_.body) {
        return;
    }
    const glm::vec3 place = mirrored(dialog.placed->frame.apply(dialog.clicks.at(*partner)));
    const std::vector<glm::vec3>& skin = library_.body->skin().positions;
    setLandmark(skin[body::nearestVertex(skin, place)]);
}

void Updater::onFigure(const RestartLandmarks& /*event*/) {
    state_.figure.clicks.clear();
    state_.figure.problem.clear();
    landmarksChanged();
    onFigure(GoToLandmark{0});
}

void Updater::onFigure(const ShowFit& event) {
    state_.figure.showFit = event.on;
}

void Updater::onFigure(const FitFigure& event) {
    const FigureDialog& dialog = state_.figure;
    const bool clicked = event.way == FitWay::clicked;
    if (!dialog.placed || dialog.busy() || (clicked && !dialog.complete())) {
        return;
    }
    ask(FigureWork::fitting, {FitModel{dialog.wanted, clicked ? dialog.clicks : own_model::ClickedLandmarks{}}});
}

void Updater::onFigure(const UseAnatomySet& event) {
    state_.figure.step = FigureStep::choose;
    state_.figure.anatomySet = true;
    state_.figure.file = event.path;
    ask(FigureWork::anatomySet, {ReadSet{event.path}});
}

void Updater::onFigure(const UseBuiltIn& event) {
    state_.figure.step = FigureStep::choose;
    state_.figure.file = event.name;
    ask(FigureWork::builtIn, {LoadBuiltIn{event.name}});
}

void Updater::onFigure(const FigureArrived& event) {
    state_.figure.work = FigureWork::none;
    onFigure(CloseFigureDialog{});
    // What was painted lies on the vertices of the body that is gone.
    const bool painted = state_.paint.strokes() > 0;
    const PaintState before = std::move(state_.paint);
    state_.paint = {};
    state_.paint.radiusMm = before.radiusMm;
    state_.paint.level = before.level;
    state_.hovered = {};
    state_.flight.reset();
    state_.atHome = true;
    state_.notice = event.sentence + (painted ? " The drawing belonged to the body before; it was taken away." : "");
    on(LibraryChanged{});
}

void Updater::onFigure(const FigureFailed& event) {
    state_.figure.work = FigureWork::none;
    state_.figure.goOn = false;
    state_.figure.problem = event.sentence;
    state_.notice = event.sentence;
}

void Updater::onFigure(const CancelFigureWork& /*event*/) {
    if (state_.figure.busy()) {
        effects_.emplace_back(FigureTask{StopWork{}});
        state_.figure.work = FigureWork::none;
        state_.figure.goOn = false;
    }
}

bool Updater::clickLandmark(const glm::vec2& px) {
    if (!state_.figure.previewing()) {
        return false;
    }
    if (state_.figure.step == FigureStep::landmarks && !state_.figure.busy()) {
        if (const auto place = skinUnder(state_, library_, px)) {
            setLandmark(*place);
        }
    }
    return true;
}

void Updater::setLandmark(const glm::vec3& place) {
    FigureDialog& dialog = state_.figure;
    const std::size_t count = own_model::landmarkPrompts().size();
    if (dialog.at >= count) {
        return;
    }
    const body::Landmarks::Key key = landmarkKey(dialog.at);
    dialog.clicks[key] = dialog.placed->frame.undo(place);
    dialog.problem = doubtAbout(dialog, key);
    landmarksChanged();
    // On to the next one that is missing; a landmark that was corrected may have all others already.
    std::size_t next = dialog.at + 1;
    while (next < count && dialog.clicks.contains(landmarkKey(next))) {
        ++next;
    }
    onFigure(GoToLandmark{dialog.complete() ? count : next});
}

void Updater::landmarksChanged() {
    effects_.emplace_back(FigureTask{PreviewFit{state_.figure.clicks}});
}

// Esc: stops the work, then goes a page back.
bool Updater::figureBack() {
    const FigureDialog& dialog = state_.figure;
    if (!dialog.open()) {
        return false;
    }
    if (dialog.busy()) {
        onFigure(CancelFigureWork{});
    } else if (dialog.step == FigureStep::choose) {
        onFigure(CloseFigureDialog{});
    } else {
        onFigure(BackToPage{dialog.step == FigureStep::landmarks ? FigureStep::place : FigureStep::choose});
    }
    return true;
}

}  // namespace myo::session
