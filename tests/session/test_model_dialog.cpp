// Opening a model of one's own: the dialogue and its twelve clicks.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "fixture.h"
#include "session/model_view.h"
#include "session/pick.h"

using namespace myo;
using namespace myo::session;

namespace {

constexpr std::size_t twelve = 12;

// The egg stands in its file in metres, as anybody's model might.
own_model::ModelPlacement metres() {
    own_model::ModelPlacement frame;
    frame.scale = 1000.0F;
    frame.shift = {0.0F, 0.0F, 5.0F};
    frame.unit = "m";
    return frame;
}

std::shared_ptr<const PlacedModel> placedModel(bool unsure = false) {
    auto model = std::make_shared<PlacedModel>();
    model->file = "/home/me/me.obj";
    model->frame = metres();
    model->statureMm = 1800.0F;
    if (unsure) {
        model->frame.notes = {{"own_model.facing_unclear", {}}};
    }
    return model;
}

using fixture::library;

// A session with what it asked the world for.
struct Session {
    AppState state = fixture::start(library());
    std::vector<Effect> asked;

    template <class What>
    void tell(What what) {
        act(ModelEvent{std::move(what)});
    }
    void act(const Action& action) {
        Update next = update(std::move(state), action, library());
        state = std::move(next.state);
        asked = std::move(next.effects);
    }
    template <class Task>
    [[nodiscard]] const Task* task() const {
        for (const Effect& effect : asked) {
            const auto* model = std::get_if<ModelTask>(&effect);
            if (model != nullptr && std::holds_alternative<Task>(model->what)) {
                return &std::get<Task>(model->what);
            }
        }
        return nullptr;
    }
    void openAndPlace() {
        tell(OpenModelDialog{});
        tell(ChooseModel{"/home/me/me.obj", {}, false});
        tell(ModelPlaced{placedModel()});
    }
    // A click on the skin where the camera looks.
    void clickMiddle() {
        act(Tick{state.nowSeconds + 10.0});
        act(Click{glm::vec2(state.viewportPx) * 0.5F});
    }
};

}  // namespace

TEST_CASE("the dialogue opens on a folder and closes without a trace") {
    Session session;
    const AppState before = session.state;
    session.tell(OpenModelDialog{});
    CHECK(session.state.model.step == ModelStep::choose);
    CHECK(session.task<ListFolder>() != nullptr);
    session.act(Back{});
    CHECK_FALSE(session.state.model.open());
    CHECK(session.state.choice == before.choice);
}

TEST_CASE("a file is read, looked at, and fitted by itself") {
    Session session;
    session.tell(OpenModelDialog{});
    session.tell(ChooseModel{"/home/me/me.obj", {}, false});
    REQUIRE(session.task<ReadModel>() != nullptr);
    CHECK(session.task<ReadModel>()->file == "/home/me/me.obj");
    CHECK(session.state.model.busy());
    CHECK_FALSE(session.state.model.previewing());
    session.tell(ModelPlaced{placedModel()});
    CHECK(session.state.model.step == ModelStep::place);
    CHECK(session.state.model.previewing());
    session.tell(AcceptModel{FitWay::automatic});
    REQUIRE(session.task<FitModel>() != nullptr);
    CHECK(session.task<FitModel>()->clicks.empty());
    session.tell(BodyArrived{"It lies well."});
    CHECK_FALSE(session.state.model.open());
    CHECK(session.state.notice == "It lies well.");
}

TEST_CASE("a model of the command line is fitted at once, unless it is not clear how it stands") {
    Session sure;
    sure.tell(ChooseModel{"me.obj", {}, true});
    sure.tell(ModelPlaced{placedModel()});
    CHECK(sure.task<FitModel>() != nullptr);

    Session unsure;
    unsure.tell(ChooseModel{"me.obj", {}, true});
    unsure.tell(ModelPlaced{placedModel(true)});
    CHECK(unsure.task<FitModel>() == nullptr);
    CHECK(unsure.state.model.step == ModelStep::place);
    const auto doubts = placementDoubts(*test::english(), *unsure.state.model.placed);
    REQUIRE(doubts.size() == 1);
    CHECK(doubts.front() == "It is not clear which way the model faces.");
}

TEST_CASE("what a user knows better about the axes is asked of the worker; no model faces along its up axis") {
    Session session;
    session.openAndPlace();
    own_model::PlacementOptions wanted;
    wanted.up = own_model::FileAxis{2, false};
    session.tell(SetPlacement{wanted});
    REQUIRE(session.task<PlaceModel>() != nullptr);
    CHECK(session.task<PlaceModel>()->frame == wanted);
    session.tell(ModelPlaced{placedModel()});
    wanted.facing = own_model::FileAxis{2, true};
    session.tell(SetPlacement{wanted});
    CHECK_FALSE(session.state.model.wanted.up);
    CHECK(session.state.model.wanted.facing == own_model::FileAxis{2, true});
}

TEST_CASE("a broken file leaves everything as it was and says why") {
    Session session;
    session.act(Select{fixture::frontPoint()});
    session.tell(OpenModelDialog{});
    session.tell(ChooseModel{"broken.glb", {}, false});
    session.tell(ModelFailed{"broken.glb: the model cannot be read"});
    CHECK_FALSE(session.state.model.busy());
    CHECK(session.state.model.step == ModelStep::choose);
    CHECK(session.state.model.problem == "broken.glb: the model cannot be read");
    CHECK(session.state.choice.selected == Target{fixture::frontPoint()});
}

TEST_CASE("cancelling stops the work, and what comes too late is not taken") {
    Session session;
    session.tell(OpenModelDialog{});
    session.tell(ChooseModel{"me.obj", {}, false});
    session.act(Back{});
    CHECK(session.task<StopWork>() != nullptr);
    CHECK_FALSE(session.state.model.busy());
    CHECK(session.state.model.open());
    session.tell(ModelPlaced{placedModel()});
    CHECK(session.state.model.step == ModelStep::choose);
}

TEST_CASE("twelve clicks one after the other, in the file's coordinates") {
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    for (std::size_t i = 0; i < twelve; ++i) {
        REQUIRE(session.state.model.at == i);
        CHECK_FALSE(session.state.model.complete());
        session.clickMiddle();
        CHECK(session.task<PreviewFit>() != nullptr);
    }
    CHECK(session.state.model.complete());
    CHECK(session.state.model.at == twelve);
    // The chin was clicked from the front: on the skin, in metres.
    const glm::vec3 chin = session.state.model.clicks.at(landmarkKey(1));
    CHECK(chin.y == Approx(1.58F).margin(0.03F));
    CHECK(chin.z > 0.0F);
    CHECK(chin.z < 0.12F);
    // C7 from behind.
    CHECK(session.state.model.clicks.at(landmarkKey(2)).z < 0.0F);
    session.tell(AcceptModel{FitWay::clicked});
    REQUIRE(session.task<FitModel>() != nullptr);
    CHECK(session.task<FitModel>()->clicks == session.state.model.clicks);
}

TEST_CASE("a click beside the model asks again") {
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    session.act(Tick{100.0});
    session.act(Click{{1.0F, 1.0F}});
    CHECK(session.state.model.at == 0);
    CHECK(session.state.model.clicks.empty());
}

TEST_CASE("a right shoulder clicked on the left is doubted at once") {
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    for (int i = 0; i < 4; ++i) {
        session.clickMiddle();
        CHECK(session.state.model.problem.empty());
    }
    for (const float aside : {40.0F, 60.0F}) {
        session.act(Tick{session.state.nowSeconds + 10.0});
        session.act(Click{glm::vec2(session.state.viewportPx) * 0.5F + glm::vec2(aside, 40.0F)});
    }
    CHECK(session.state.model.problem.find("swapped") != std::string::npos);
    session.tell(LandmarkBack{});
    CHECK(session.state.model.problem.empty());
}

TEST_CASE("clicks choose landmarks, never points, while a model is being opened") {
    Session session;
    session.openAndPlace();
    session.act(Click{glm::vec2(session.state.viewportPx) * 0.5F});
    CHECK(isNothing(session.state.choice.selected));
    CHECK(session.state.model.clicks.empty());
}

TEST_CASE("back takes the last click away; start over takes all; a row is set anew alone") {
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    for (int i = 0; i < 5; ++i) {
        session.clickMiddle();
    }
    session.tell(LandmarkBack{});
    CHECK(session.state.model.at == 4);
    CHECK(session.state.model.clicks.size() == 4);
    session.tell(GoToLandmark{1});
    const auto others = session.state.model.clicks;
    session.clickMiddle();
    CHECK(session.state.model.at == 4);
    CHECK(session.state.model.clicks.size() == others.size());
    session.tell(RestartLandmarks{});
    CHECK(session.state.model.at == 0);
    CHECK(session.state.model.clicks.empty());
}

TEST_CASE("the second of a pair may be left to the mirror image of the first") {
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    CHECK_FALSE(canSkip(session.state.model));
    for (int i = 0; i < 4; ++i) {
        session.clickMiddle();
    }
    CHECK_FALSE(canSkip(session.state.model));
    session.act(Tick{session.state.nowSeconds + 10.0});
    session.act(Click{glm::vec2(session.state.viewportPx) * 0.5F + glm::vec2(60.0F, 40.0F)});
    REQUIRE(canSkip(session.state.model));
    session.tell(SkipLandmark{});
    CHECK(session.state.model.at == 6);
    const glm::vec3 left = session.state.model.clicks.at(landmarkKey(4));
    const glm::vec3 right = session.state.model.clicks.at(landmarkKey(5));
    CHECK(left.x > 0.02F);
    CHECK(right.x == Approx(-left.x).margin(0.02F));
    CHECK(right.y == Approx(left.y).margin(0.02F));
}

TEST_CASE("landmarks saved beside the model are there at once, and can be used without a click") {
    Session session;
    auto model = std::make_shared<PlacedModel>(*placedModel());
    for (std::size_t i = 0; i < twelve; ++i) {
        model->saved[landmarkKey(i)] = glm::vec3(0.1F * static_cast<float>(i));
    }
    session.tell(OpenModelDialog{});
    session.tell(ChooseModel{"me.obj", {}, false});
    session.tell(ModelPlaced{model});
    session.tell(StartLandmarks{});
    CHECK(session.state.model.at == twelve);
    session.tell(AcceptModel{FitWay::clicked});
    CHECK(session.task<FitModel>() != nullptr);

    Session asked;
    asked.tell(ChooseModel{"me.obj", {}, true});
    asked.tell(ModelPlaced{model});
    REQUIRE(asked.task<FitModel>() != nullptr);
    CHECK(asked.task<FitModel>()->clicks.size() == twelve);
}

TEST_CASE("kneecaps and heels are in the picture however far apart the legs stand") {
    Library wide = fixture::library();
    auto model = std::make_shared<body::Body>(*wide.body);
    for (body::Structure& structure : model->structures) {
        for (glm::vec3& place : structure.mesh.positions) {
            place.x *= 3.0F;
        }
    }
    wide.setBody(model);
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    for (const glm::ivec2& size : {glm::ivec2(615, 641), glm::ivec2(320, 700)}) {
        session.state.viewportPx = size;
        for (const std::size_t at : {8, 9, 10, 11}) {
            session.state.model.at = at;
            const Camera camera = landmarkCamera(session.state, wide);
            for (const glm::vec3& place : model->skin().positions) {
                if (std::abs(place.y - camera.target.y) < 90.0F) {
                    const auto screen = project(camera, size, place);
                    REQUIRE(screen);
                    CHECK(screen->px.x > 0.0F);
                    CHECK(screen->px.x < static_cast<float>(size.x));
                }
            }
        }
    }
}

TEST_CASE("a message about the file before does not stay while the next one is opened") {
    Session session;
    session.tell(ChooseModel{"/home/me/torn.glb", {}, false});
    session.tell(ModelFailed{"torn.glb: the model cannot be read"});
    REQUIRE_FALSE(session.state.notice.empty());
    session.tell(ChooseModel{"/home/me/models/me.glb", {}, false});
    CHECK(session.state.notice.empty());
    REQUIRE(session.task<ListFolder>() != nullptr);
    CHECK(session.task<ListFolder>()->folder == "/home/me/models");
}

TEST_CASE("every landmark has a name, and a hint in short sentences") {
    for (std::size_t i = 0; i < twelve; ++i) {
        const std::string name = landmarkName(*test::english(), i);
        const std::string hint = landmarkHint(*test::english(), i);
        CHECK((!name.empty() && name.find("session.") == std::string::npos));
        CHECK(hint.size() > 20);
        CHECK(std::count(hint.begin(), hint.end(), ' ') < 30);
    }
}

TEST_CASE("Esc goes a page back: landmarks, place, choose, closed") {
    Session session;
    session.openAndPlace();
    session.tell(StartLandmarks{});
    session.clickMiddle();
    session.act(Back{});
    CHECK(session.state.model.step == ModelStep::place);
    CHECK(session.state.model.clicks.size() == 1);
    session.act(Back{});
    CHECK(session.state.model.step == ModelStep::choose);
    session.act(Back{});
    CHECK_FALSE(session.state.model.open());
}

TEST_CASE("a folder lists folders first, then files that may hold a model") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "myoatlas_listing_test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "Zoo");
    std::filesystem::create_directories(folder / ".hidden");
    for (const char* name : {"b.OBJ", "a.glb", "letter.txt", "c.stl", ".secret.ply"}) {
        std::ofstream(folder / name) << "x";
    }
    const FolderListing listing = listFolder(*test::english(), folder);
    CHECK(listing.folders == std::vector<std::string>{"Zoo"});
    CHECK(listing.files == std::vector<std::string>{"a.glb", "b.OBJ", "c.stl"});
    CHECK_FALSE(listing.parent.empty());
    CHECK(listing.problem.empty());
    CHECK_FALSE(listFolder(*test::english(), folder / "nowhere").problem.empty());
    std::filesystem::remove_all(folder);
}
