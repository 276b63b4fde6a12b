// The dialogue that opens a model of one's own.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "body/mesh_tools.h"
#include "session/model_view.h"
#include "session/pick.h"
#include "session/updater.h"

namespace myo::session {

namespace {

BodySide otherSide(BodySide side) {
    return side == BodySide::left ? BodySide::right : BodySide::left;
}

std::optional<body::Landmarks::Key> partnerOf(const ModelDialog& dialog) {
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
std::string doubtAbout(const Text& text, const ModelDialog& dialog, const body::Landmarks::Key& key) {
    const auto placed = [&](const body::Landmarks::Key& which) {
        return dialog.placed->frame.apply(dialog.clicks.at(which));
    };
    const float stature = dialog.placed->statureMm;
    if (key.second == BodySide::mid) {
        constexpr float aside = 0.03F;  // of the stature
        return std::abs(placed(key).x) > aside * stature ? text("session.landmark_not_middle") : std::string();
    }
    const body::Landmarks::Key left{key.first, BodySide::left};
    const body::Landmarks::Key right{key.first, BodySide::right};
    if (!dialog.clicks.contains(left) || !dialog.clicks.contains(right)) {
        return {};
    }
    constexpr float apart = 0.02F;  // of the stature
    return placed(left).x - placed(right).x < apart * stature ? text("session.landmarks_swapped") : std::string();
}

}  // namespace

body::Landmarks::Key landmarkKey(std::size_t index) {
    const own_model::LandmarkPrompt& prompt = own_model::landmarkPrompts()[index];
    return {LandmarkId(prompt.id), prompt.side};
}

bool canSkip(const ModelDialog& dialog) {
    return partnerOf(dialog).has_value();
}

void Updater::on(const ModelEvent& event) {
    if (state_.quiz.running()) {
        onQuiz(QuizGoTo{QuizPage::choose});  // another body needs the question asked anew
    }
    std::visit([this](const auto& what) { onModel(what); }, event.what);
}

void Updater::ask(ModelWork work, ModelTask task) {
    state_.model.work = work;
    state_.model.problem.clear();
    state_.notice.clear();
    effects_.emplace_back(std::move(task));
}

void Updater::onModel(const OpenModelDialog& /*event*/) {
    ModelDialog& dialog = state_.model;
    if (dialog.open()) {
        onModel(CloseModelDialog{});
        return;
    }
    on(SetPainting{false});
    dialog.step = ModelStep::choose;
    dialog.anatomySet = false;
    dialog.problem.clear();
    state_.overlay = Overlay::none;
    state_.lastPanel = Panel::search;
    effects_.emplace_back(ModelTask{ListFolder{dialog.listing.folder, dialog.anatomySet}});
}

void Updater::onModel(const CloseModelDialog& /*event*/) {
    if (state_.model.busy()) {
        effects_.emplace_back(ModelTask{StopWork{}});
    }
    leavePreview();
    ModelDialog closed;
    closed.listing = std::move(state_.model.listing);
    state_.model = std::move(closed);
}

// The body is seen whole again when the model goes.
void Updater::leavePreview() {
    if (state_.model.previewing()) {
        state_.flight.reset();
        state_.atHome = true;
    }
}

void Updater::onModel(const ChooseWhat& event) {
    state_.model.anatomySet = event.anatomySet;
    state_.model.problem.clear();
}

void Updater::onModel(const GoToFolder& event) {
    effects_.emplace_back(ModelTask{ListFolder{event.folder, state_.model.anatomySet}});
}

void Updater::onModel(const FolderListed& event) {
    state_.model.listing = event.listing;
}

void Updater::onModel(const ChooseModel& event) {
    ModelDialog& dialog = state_.model;
    on(SetPainting{false});
    state_.lastPanel = Panel::search;
    dialog.step = ModelStep::choose;
    dialog.file = event.file;
    dialog.wanted = event.frame;
    dialog.proceed = event.proceed;
    dialog.placed.reset();
    dialog.clicks.clear();
    dialog.at = 0;
    ask(ModelWork::reading, {ReadModel{event.file, event.frame}});
    // Whoever opens another one finds it in the same folder as a rule.
    effects_.emplace_back(ModelTask{ListFolder{folderOf(event.file), dialog.anatomySet}});
}

void Updater::onModel(const ModelPlaced& event) {
    ModelDialog& dialog = state_.model;
    if (!dialog.busy() || !event.model) {
        return;
    }
    dialog.placed = event.model;
    dialog.work = ModelWork::none;
    if (dialog.step == ModelStep::choose) {
        dialog.step = ModelStep::place;
    }
    state_.atHome = true;
    const bool proceed = dialog.proceed && !dialog.placed->unsure();
    dialog.proceed = false;
    if (proceed) {
        dialog.clicks = dialog.placed->saved;
        onModel(AcceptModel{dialog.complete() ? FitWay::clicked : FitWay::automatic});
    }
}

void Updater::onModel(const SetPlacement& event) {
    ModelDialog& dialog = state_.model;
    own_model::PlacementOptions wanted = event.frame;
    // No model faces along its up axis: what was said last counts.
    if (wanted.up && wanted.facing && wanted.up->axis == wanted.facing->axis) {
        (wanted.up == dialog.wanted.up ? wanted.up : wanted.facing).reset();
    }
    if (!dialog.placed || wanted == dialog.wanted) {
        return;
    }
    dialog.wanted = wanted;
    ask(ModelWork::placing, {PlaceModel{wanted}});
}

void Updater::onModel(const BackToPage& event) {
    ModelDialog& dialog = state_.model;
    if (event.step >= dialog.step) {
        return;
    }
    if (event.step == ModelStep::choose) {
        leavePreview();
    }
    dialog.step = event.step;
    dialog.problem.clear();
    if (event.step == ModelStep::choose) {
        effects_.emplace_back(ModelTask{ListFolder{dialog.listing.folder, dialog.anatomySet}});
    } else {
        flyTo(snapView(SnapView::anterior, library_.bounds, state_.viewportPx));
    }
}

void Updater::onModel(const StartLandmarks& /*event*/) {
    ModelDialog& dialog = state_.model;
    if (!dialog.previewing() || dialog.busy()) {
        return;
    }
    dialog.step = ModelStep::landmarks;
    dialog.problem.clear();
    if (dialog.clicks.empty()) {
        dialog.clicks = dialog.placed->saved;
    }
    landmarksChanged();
    onModel(GoToLandmark{dialog.complete() ? dialog.clicks.size() : 0});
}

void Updater::onModel(const GoToLandmark& event) {
    ModelDialog& dialog = state_.model;
    if (dialog.step != ModelStep::landmarks) {
        return;
    }
    dialog.at = std::min(event.index, own_model::landmarkPrompts().size());
    flyTo(landmarkCamera(state_, library_));
}

void Updater::onModel(const LandmarkBack& /*event*/) {
    ModelDialog& dialog = state_.model;
    if (dialog.step != ModelStep::landmarks || dialog.at == 0) {
        return;
    }
    dialog.clicks.erase(landmarkKey(dialog.at - 1));
    dialog.problem.clear();
    landmarksChanged();
    onModel(GoToLandmark{dialog.at - 1});
}

void Updater::onModel(const SkipLandmark& /*event*/) {
    const ModelDialog& dialog = state_.model;
    const auto partner = partnerOf(dialog);
    if (dialog.step != ModelStep::landmarks || !partner || !library_.body) {
        return;
    }
    const glm::vec3 place = mirrored(dialog.placed->frame.apply(dialog.clicks.at(*partner)));
    const std::vector<glm::vec3>& skin = library_.body->skin().positions;
    setLandmark(skin[body::nearestVertex(skin, place)]);
}

void Updater::onModel(const RestartLandmarks& /*event*/) {
    state_.model.clicks.clear();
    state_.model.problem.clear();
    landmarksChanged();
    onModel(GoToLandmark{0});
}

void Updater::onModel(const ShowFit& event) {
    state_.model.showFit = event.on;
}

void Updater::onModel(const AcceptModel& event) {
    const ModelDialog& dialog = state_.model;
    const bool clicked = event.way == FitWay::clicked;
    if (!dialog.placed || dialog.busy() || (clicked && !dialog.complete())) {
        return;
    }
    ask(ModelWork::fitting, {FitModel{dialog.wanted, clicked ? dialog.clicks : own_model::ClickedLandmarks{}}});
}

void Updater::onModel(const UseAnatomySet& event) {
    state_.model.step = ModelStep::choose;
    state_.model.anatomySet = true;
    state_.model.file = event.path;
    ask(ModelWork::anatomySet, {ReadSet{event.path}});
}

void Updater::onModel(const UseBuiltIn& event) {
    state_.model.step = ModelStep::choose;
    state_.model.file = event.name;
    ask(ModelWork::builtIn, {LoadBuiltIn{event.name}});
}

void Updater::onModel(const BodyArrived& event) {
    state_.model.work = ModelWork::none;
    onModel(CloseModelDialog{});
    // What was painted lies on the vertices of the body that is gone.
    const bool painted = state_.paint.strokes() > 0;
    PaintState fresh;
    fresh.radiusMm = state_.paint.radiusMm;
    fresh.level = state_.paint.level;
    fresh.leftFile = std::move(state_.paint.leftFile);
    state_.paint = std::move(fresh);
    if (painted) {
        effects_.emplace_back(SetDrawingAside{});
    }
    state_.hovered = {};
    state_.flight.reset();
    state_.atHome = true;
    state_.notice = event.sentence + (painted ? " " + (*library_.text)("session.drawing_set_aside") : "");
    on(LibraryChanged{});
}

void Updater::onModel(const ModelFailed& event) {
    state_.model.work = ModelWork::none;
    state_.model.proceed = false;
    state_.model.problem = event.sentence;
    state_.notice = event.sentence;
}

void Updater::onModel(const CancelModelWork& /*event*/) {
    if (state_.model.busy()) {
        effects_.emplace_back(ModelTask{StopWork{}});
        state_.model.work = ModelWork::none;
        state_.model.proceed = false;
    }
}

bool Updater::clickLandmark(const glm::vec2& px) {
    if (!state_.model.previewing()) {
        return false;
    }
    if (state_.model.step == ModelStep::landmarks && !state_.model.busy()) {
        if (const auto place = skinUnder(state_, library_, px)) {
            setLandmark(*place);
        }
    }
    return true;
}

void Updater::setLandmark(const glm::vec3& place) {
    ModelDialog& dialog = state_.model;
    const std::size_t count = own_model::landmarkPrompts().size();
    if (dialog.at >= count) {
        return;
    }
    const body::Landmarks::Key key = landmarkKey(dialog.at);
    dialog.clicks[key] = dialog.placed->frame.undo(place);
    dialog.problem = doubtAbout(*library_.text, dialog, key);
    landmarksChanged();
    // On to the next one that is missing; a landmark that was corrected may have all others already.
    std::size_t next = dialog.at + 1;
    while (next < count && dialog.clicks.contains(landmarkKey(next))) {
        ++next;
    }
    onModel(GoToLandmark{dialog.complete() ? count : next});
}

void Updater::landmarksChanged() {
    effects_.emplace_back(ModelTask{PreviewFit{state_.model.clicks}});
}

// Esc: stops the work, then goes a page back.
bool Updater::modelBack() {
    const ModelDialog& dialog = state_.model;
    if (!dialog.open()) {
        return false;
    }
    if (dialog.busy()) {
        onModel(CancelModelWork{});
    } else if (dialog.step == ModelStep::choose) {
        onModel(CloseModelDialog{});
    } else {
        onModel(BackToPage{dialog.step == ModelStep::landmarks ? ModelStep::place : ModelStep::choose});
    }
    return true;
}

}  // namespace myo::session
