// Mouse and keyboard reach everything.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "headless.h"
#include "session/pick.h"
#include "session/scene_builder.h"

using namespace myo;
using namespace myo::session;

namespace {

const Library& library() {
    static const Library shared = fixture::library();
    return shared;
}

template <class Wanted>
bool did(const std::vector<Action>& actions) {
    return std::any_of(actions.begin(), actions.end(),
                       [](const Action& action) { return std::holds_alternative<Wanted>(action); });
}

}  // namespace

TEST_CASE("a click on a dot of the figure selects it") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(3);
    const auto at = project(screen.state.camera, screen.state.viewportPx,
                            shownPlace(screen.state, *library().find(fixture::frontPoint())));
    REQUIRE(at);
    screen.click(screen.figureAt() + at->px);
    CHECK(screen.state.choice.selected == Target{fixture::frontPoint()});
    CHECK(zonesPainted(screen.state, library()));
}

TEST_CASE("a drag turns the figure and selects nothing; the wheel comes nearer") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(3);
    const Camera before = screen.state.camera;
    ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 middle = screen.figureAt() + glm::vec2(screen.state.viewportPx) * 0.5F;
    io.MousePos = ImVec2(middle.x, middle.y);
    screen.frame();
    io.MouseDown[0] = true;
    screen.frame();
    io.MousePos.x += 60.0F;
    screen.frame();
    screen.frame();
    io.MouseDown[0] = false;
    screen.frame();
    CHECK(screen.state.camera.yaw < before.yaw - 0.1F);
    CHECK(isNothing(screen.state.choice.selected));
    io.MouseWheel = 1.0F;
    screen.frame();
    CHECK(screen.state.camera.distanceMm < before.distanceMm);
}

TEST_CASE("the search is reached by key, typed into, and answered with Enter") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    const SidedMuscle chosen{MuscleId{"front_muscle"}, BodySide::left};
    screen.act(Select{chosen});
    screen.frames(2);
    screen.frame({"Ctrl+K"});
    screen.frames(3);
    CHECK(ImGui::GetIO().WantTextInput);
    screen.type("back musc");
    screen.frames(2);
    CHECK(screen.state.search.text == "back musc");
    REQUIRE_FALSE(screen.state.search.rows.empty());
    // Letters are text now, not shortcuts: the chosen muscle stays in sight.
    screen.frame({"H"});
    CHECK(screen.state.choice.layers.muscles.hidden.empty());
    screen.press(ImGuiKey_Enter);
    screen.frame();
    CHECK(screen.state.choice.selected == Target{fixture::backPoint()});
    // Out of the box the same letter is the shortcut again.
    screen.act(Select{chosen});
    screen.frames(3);
    screen.frame({"H"});
    CHECK(screen.state.choice.layers.muscles.hidden == std::vector{chosen});
}

TEST_CASE("clearing the search by command empties the box") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.act(SetSearchText{"front"});
    screen.frames(3);
    CHECK(screen.state.search.text == "front");
    screen.frame({"Escape"});
    screen.frames(2);
    CHECK(screen.state.search.text.empty());
}

TEST_CASE("shortcuts act once each and are listed once") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(2);
    screen.frame({"V"});
    CHECK(screen.state.choice.layers.skin == render::SkinMode::ghosted);
    screen.frame({"Ctrl+Z"});
    CHECK(screen.state.choice.layers.skin == render::SkinMode::opaque);
    screen.frame({"?"});
    CHECK(screen.state.overlay == Overlay::help);
    screen.frame({"Escape"});
    CHECK(screen.state.overlay == Overlay::none);
    screen.frame({"]"});
    CHECK_FALSE(isNothing(screen.state.choice.selected));

    std::set<std::string> seen;
    for (const ui::ActionInfo& command : ui::actionTable(screen.state, library())) {
        for (const std::string& shortcut : command.shortcuts) {
            INFO(shortcut << " of " << command.id);
            CHECK(seen.insert(shortcut).second);
        }
    }
}

TEST_CASE("the promised keys exist") {
    const auto table = ui::actionTable(
        fixture::after(fixture::start(library()),
                       {Select{fixture::frontPoint()}, SetDepth{2}, Undo{}, SetDepth{1}, ShowPoints{false}, Undo{}},
                       library()),
        library());
    for (const char* key :
         {"1", "2",    "3",     "4",  "5",    "6", "F", "Escape", "Ctrl+K",   "/", "Ctrl+Z", "Ctrl+Shift+Z",
          "?", "Left", "Right", "Up", "Down", "+", "-", "PageUp", "PageDown", "L", "H",      "G",
          "I", "U",    "K",     "F2", "F3"}) {
        INFO(key);
        CHECK(ui::findShortcut(table, key) != nullptr);
    }
    CHECK(ui::findShortcut(table, "Ctrl+Alt+Delete") == nullptr);
}

TEST_CASE("F6 walks through the panels, and keys within one choose") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(2);
    std::set<std::string> focused;
    screen.act(Select{fixture::frontPoint()});
    screen.frames(2);
    for (int i = 0; i < 5; ++i) {
        screen.frame({"F6"});
        screen.frame();
        const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
        REQUIRE(window != nullptr);
        focused.insert(window->RootWindow->Name);
        INFO(window->Name);
        CHECK(ImGui::GetForegroundDrawList()->VtxBuffer.Size > 0);  // a frame shows where one is
    }
    screen.click({640.0F, 400.0F});
    screen.frame();
    CHECK(ImGui::GetForegroundDrawList()->VtxBuffer.Size == 0);  // in the way of a hand that uses the mouse
    CHECK(focused == std::set<std::string>{"##figure", "##top", "##search", "##details", "##controls"});
}

TEST_CASE("pointing at a result shows its dot, leaving it no longer") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.act(SetSearchText{"front muscle"});
    screen.frames(3);
    ImGui::GetIO().MousePos = ImVec2(100.0F, 150.0F);
    screen.frames(2);
    CHECK(screen.state.hovered == Target{fixture::frontPoint()});
    ImGui::GetIO().MousePos = ImVec2(100.0F, 20.0F);
    screen.frames(2);
    CHECK(isNothing(screen.state.hovered));
}

TEST_CASE("a region is found by its name and painted with the keyboard") {
    Library painting = fixture::library();
    painting.matcher = std::make_shared<const referral::Matcher>(*painting.referral);
    headless::Screen screen(painting, {1024, 640}, 1.0F);
    screen.act(SetPainting{true});
    screen.frames(3);
    const auto listShown = [] {
        const auto windows = headless::shownWindows();
        return std::any_of(windows.begin(), windows.end(), [](const ImGuiWindow* window) {
            return std::string(window->Name).find("regions") != std::string::npos;
        });
    };
    // The heading that opens the list, right of all buttons; the box to type into follows it.
    float y = 150.0F;
    while (!listShown() && y < 400.0F) {
        y += 8.0F;
        screen.click({228.0F, y});
    }
    REQUIRE(listShown());
    screen.click({100.0F, y + 34.0F});
    REQUIRE(ImGui::GetIO().WantTextInput);
    screen.type("loin");
    screen.frames(2);
    screen.press(ImGuiKey_DownArrow);
    screen.press(ImGuiKey_RightArrow);
    screen.press(ImGuiKey_Space);
    REQUIRE(screen.state.paint.strokes() == 1);
    CHECK(screen.state.paint.now->drawing.strokes[0]->region == SidedRegion{RegionId{"loin"}, BodySide::left});
    screen.frame({"Ctrl+Z"});
    CHECK(screen.state.paint.strokes() == 0);
}
