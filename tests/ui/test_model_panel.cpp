// The pages of the dialogue that opens models.
#include <algorithm>

#include <catch2/catch.hpp>

#include "headless.h"
#include "session/model_view.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

std::shared_ptr<const PlacedModel> placedModel() {
    auto model = std::make_shared<PlacedModel>();
    model->file = "/home/me/a model with a rather long name of its own.obj";
    model->statureMm = 1800.0F;
    model->frame.notes = {{"own_model.no_plausible_unit", {{"mm", 1750}}}};
    model->notes = {{"own_model.helpers_left_out", {{"count", 3}}}};
    return model;
}

FolderListing manyFiles() {
    FolderListing listing;
    listing.folder = "/home/me/models";
    listing.parent = "/home/me";
    for (int i = 0; i < 200; ++i) {
        listing.folders.push_back("folder " + std::to_string(i));
        listing.files.push_back("model " + std::to_string(i) + ".glb");
    }
    return listing;
}

void openPage(headless::Screen& screen, ModelStep step, bool busy) {
    screen.act(ModelEvent{OpenModelDialog{}});
    screen.act(ModelEvent{FolderListed{manyFiles()}});
    if (step != ModelStep::choose) {
        screen.act(ModelEvent{ChooseModel{"me.obj", {}, false}});
        screen.act(ModelEvent{ModelPlaced{placedModel()}});
    }
    if (step == ModelStep::landmarks) {
        screen.act(ModelEvent{StartLandmarks{}});
    }
    if (busy) {
        screen.act(ModelEvent{ChooseModel{"me.obj", {}, false}});
    }
}

ImGuiWindow* panel() {
    for (ImGuiWindow* window : headless::shownWindows()) {
        if (std::string(window->Name) == "##search") {
            return window;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("every page of the dialogue fits into its panel, at every size") {
    for (const auto& [size, scale] :
         {std::pair{glm::vec2(1280, 800), 1.0F}, {glm::vec2(1024, 640), 1.5F}, {glm::vec2(3840, 2160), 2.0F}}) {
        for (const ModelStep step : {ModelStep::choose, ModelStep::place, ModelStep::landmarks}) {
            for (const bool busy : {false, true}) {
                headless::Screen screen(library(), size, scale);
                openPage(screen, step, busy);
                screen.frames(4);
                INFO(size.x << "x" << size.y << " page " << static_cast<int>(step) << (busy ? " busy" : ""));
                const ImGuiWindow* window = panel();
                REQUIRE(window != nullptr);
                CHECK(window->ContentSize.x <= window->Size.x + 0.5F);
                CHECK(window->ContentSize.y <= window->Size.y + 0.5F);
                for (const ImGuiWindow* child : headless::shownWindows()) {
                    if (child->RootWindow == window) {
                        INFO(child->Name);
                        CHECK(child->DC.CursorMaxPos.x <= child->Pos.x + child->Size.x + 0.5F);
                    }
                }
            }
        }
    }
}

TEST_CASE("Ctrl+O opens the dialogue in place of the search, and Esc closes it") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.act(OpenPanel{Panel::search, false});
    screen.frames(2);
    screen.frame({"Ctrl+O"});
    screen.frames(2);
    CHECK(screen.state.model.open());
    REQUIRE(panel() != nullptr);
    CHECK(panel()->Size.x > 200.0F);
    screen.frame({"Escape"});
    CHECK_FALSE(screen.state.model.open());
}

TEST_CASE("a typed path is opened with Enter") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.act(ModelEvent{OpenModelDialog{}});
    screen.frames(3);
    const ImGuiWindow* window = panel();
    REQUIRE(window != nullptr);
    // The field lies below the tabs and the three lines of words.
    bool typing = false;
    for (float y = window->Pos.y + 60.0F; y < window->Pos.y + 220.0F && !typing; y += 12.0F) {
        screen.click({window->Pos.x + 60.0F, y});
        typing = ImGui::GetIO().WantTextInput;
    }
    REQUIRE(typing);
    screen.type("/nowhere/me.ply");
    screen.press(ImGuiKey_Enter);
    screen.frames(2);
    CHECK(screen.state.model.work == ModelWork::reading);
    CHECK(screen.state.model.file == "/nowhere/me.ply");
}

TEST_CASE("a click on the model sets the landmark that is asked for") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    openPage(screen, ModelStep::landmarks, false);
    screen.frames(3);
    screen.act(Tick{screen.state.nowSeconds + 10.0});
    screen.frames(2);
    screen.click(screen.figureAt() + glm::vec2(screen.state.viewportPx) * 0.5F);
    CHECK(screen.state.model.at == 1);
    CHECK(screen.state.model.clicks.size() == 1);
}
