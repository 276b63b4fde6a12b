// Mouse and keyboard reach everything.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "headless.h"
#include "session/mode.h"
#include "session/pick.h"
#include "session/scene_builder.h"
#include "session/visibility.h"

using namespace myo;
using namespace myo::session;

namespace {

using fixture::library;

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

namespace {

bool popupOpen() {
    return ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

}  // namespace

TEST_CASE("Escape closes the menu that hangs open and leaves the selection alone") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.act(Select{fixture::frontPoint()});
    screen.act(Tick{99.0});
    screen.frames(3);
    ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 at = screen.figureAt() + glm::vec2(screen.state.viewportPx) * 0.5F;
    io.MousePos = ImVec2(at.x, at.y);
    screen.frame();
    io.MouseDown[1] = true;
    screen.frame();
    io.MouseDown[1] = false;
    screen.frames(3);
    REQUIRE(popupOpen());
    io.KeysDown[ImGuiKey_Escape] = true;
    screen.frame({"Escape"});
    io.KeysDown[ImGuiKey_Escape] = false;
    screen.frames(2);
    CHECK_FALSE(popupOpen());
    CHECK(screen.state.choice.selected == Target{fixture::frontPoint()});
    screen.frame({"Escape"});
    CHECK(isNothing(screen.state.choice.selected));
}

TEST_CASE("a drag with the right button moves the figure and opens no menu") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(3);
    ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 at = screen.figureAt() + glm::vec2(screen.state.viewportPx) * 0.5F;
    io.MousePos = ImVec2(at.x, at.y);
    screen.frame();
    io.MouseDown[1] = true;
    screen.frame();
    io.MousePos.x += 50.0F;
    screen.frames(2);
    io.MouseDown[1] = false;
    screen.frames(2);
    CHECK_FALSE(popupOpen());
    CHECK_FALSE(screen.state.atHome);
}

TEST_CASE("larger text with the plus that needs Shift") {
    const auto table = ui::actionTable(fixture::start(library()), library());
    for (const char* key : {"Ctrl++", "Ctrl+=", "Ctrl+Shift+=", "Ctrl+Shift++"}) {
        const ui::ActionInfo* command = ui::findShortcut(table, key);
        INFO(key);
        REQUIRE(command != nullptr);
        CHECK(command->id == "scale.up");
    }
}

TEST_CASE("while one paints, points are not offered as shown") {
    Library painting = fixture::library();
    painting.matcher = std::make_shared<const referral::Matcher>(*painting.referral);
    const AppState state = fixture::after(fixture::start(painting), {SetMode{Mode::paint}}, painting);
    const auto table = ui::actionTable(state, painting);
    CHECK_FALSE(ui::findAction(table, "layer.points").active);
    CHECK_FALSE(ui::findAction(table, "layer.points").enabled);
}

TEST_CASE("a click on the cube's upper edge looks down on the front") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(3);
    const ImGuiWindow* controls = ImGui::FindWindowByName("##controls");
    REQUIRE(controls != nullptr);
    // Seen from the front its one face is a square in the upper part of the window.
    const float middle = controls->Pos.x + controls->Size.x * 0.5F;
    screen.click({middle, controls->Pos.y + 8.0F + 48.0F - 24.0F});
    screen.act(Tick{99.0});
    CHECK(axes(screen.state.camera).toEye.y > 0.5F);
    CHECK(axes(screen.state.camera).toEye.z > 0.5F);
}

TEST_CASE("the rail's last stop shows the bones") {
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    screen.frames(3);
    const ImGuiWindow* controls = ImGui::FindWindowByName("##controls");
    REQUIRE(controls != nullptr);
    for (float y = controls->Pos.y + 110.0F; y < controls->Pos.y + controls->Size.y; y += 12.0F) {
        if (depthLevel(screen.state.choice.layers) == deepestLevel) {
            break;
        }
        screen.click({controls->Pos.x + 20.0F, y});
    }
    CHECK(depthLevel(screen.state.choice.layers) == deepestLevel);
    CHECK(screen.state.choice.layers.bones);
}

TEST_CASE("the three doors lead to painting, to words and to learning") {
    Library painting = fixture::library();
    painting.matcher = std::make_shared<const referral::Matcher>(*painting.referral);
    const auto doorAt = [&](float y) {
        headless::Screen screen(painting, {1280, 800}, 1.0F);
        screen.frames(3);
        screen.click({150.0F, y});
        screen.frames(3);
        return std::pair(modeOf(screen.state), ImGui::GetIO().WantTextInput);
    };
    CHECK(doorAt(125.0F) == std::pair(Mode::paint, false));
    CHECK(doorAt(205.0F) == std::pair(Mode::explore, true));
    CHECK(doorAt(285.0F) == std::pair(Mode::learn, false));
}

TEST_CASE("every button of the bar at the top lies within it, at any text size from 1024 pixels on") {
    Library named = fixture::library();
    named.text = test::pseudoEnglish();
    named.problems.push_back({{"a.toml", 1, 1}, "wrong", "mend"});
    for (const Library* each : {&library(), static_cast<const Library*>(&named)}) {
        for (const auto& [width, scale] :
             {std::pair(1024.0F, 1.0F), std::pair(1024.0F, 1.25F), std::pair(1024.0F, 1.75F), std::pair(1280.0F, 1.5F),
              std::pair(1440.0F, 1.75F), std::pair(2560.0F, 2.0F)}) {
            headless::Screen screen(*each, {width, 800}, scale);
            screen.act(Select{fixture::frontPoint()});
            screen.frames(3);
            const ImGuiWindow* top = ImGui::FindWindowByName("##top");
            REQUIRE(top != nullptr);
            INFO(width << " at " << scale);
            CHECK(top->ContentSize.x <= width);
            CHECK(top->ContentSize.y <= top->Size.y);
            // The last button, whose place depends on all others, answers.
            screen.click({width - 12.0F * scale - 10.0F * scale, top->Size.y * 0.5F});
            CHECK(screen.state.overlay == Overlay::help);
        }
    }
}

TEST_CASE("a notice lies over the figure and moves nothing") {
    headless::Screen screen(library(), {1024, 640}, 1.0F);
    screen.frames(4);
    const glm::ivec2 before = screen.state.viewportPx;
    screen.act(SetNotice{(*library().text)("session.widespread")});
    screen.frames(4);
    CHECK(screen.state.viewportPx == before);
    const auto windows = headless::shownWindows();
    CHECK(std::any_of(windows.begin(), windows.end(),
                      [](const ImGuiWindow* window) { return std::string(window->Name) == "##notice"; }));
}

TEST_CASE("the row of what is chosen is marked as long as it is chosen") {
    const auto marks = [](const ui::Colors& colors) {
        const ImU32 accent = ImGui::ColorConvertFloat4ToU32(colors.accent);
        int count = 0;
        for (const ImGuiWindow* window : headless::shownWindows()) {
            if (std::string(window->Name).rfind("##search/list", 0) == 0) {
                for (const ImDrawVert& vertex : window->DrawList->VtxBuffer) {
                    // The bar at a row's left edge.
                    count += vertex.col == accent && vertex.pos.x < window->Pos.x + 6.0F ? 1 : 0;
                }
            }
        }
        return count;
    };
    headless::Screen screen(library(), {1280, 800}, 1.0F);
    const ui::Colors colors = ui::colorsOf(screen.state.settings.theme);
    screen.act(SetSearchText{"front muscle"});
    screen.frames(3);
    CHECK(marks(colors) == 0);
    screen.act(TakeResult{0});
    screen.frames(3);
    CHECK(marks(colors) > 0);
    screen.act(Select{});
    screen.frames(3);
    CHECK(marks(colors) == 0);
}

TEST_CASE("what is hidden is told over the view, and comes back by a click on it or by keyboard, also after Esc") {
    const session::Library library = fixture::library();
    headless::Screen screen(library, {1280.0F, 800.0F}, 1.0F);
    screen.act(session::SetDepth{1});
    screen.act(session::Select{session::SidedMuscle{MuscleId{"front_muscle"}, BodySide::left}});
    screen.act(session::HideMuscle{});
    screen.frame({"Escape"});
    screen.frames(2);
    REQUIRE(session::isNothing(screen.state.choice.selected));
    REQUIRE_FALSE(screen.state.choice.layers.muscles.hidden.empty());
    const auto chips = [] {
        for (ImGuiWindow* window : headless::shownWindows()) {
            if (std::string(window->Name).find("chips") != std::string::npos) {
                return window;
            }
        }
        return static_cast<ImGuiWindow*>(nullptr);
    };
    REQUIRE(chips() != nullptr);
    const session::AppState hidden = screen.state;

    const ImVec2 at = chips()->Pos;
    screen.click({at.x + 20.0F, at.y + 10.0F});
    CHECK(screen.state.choice.layers.muscles.hidden.empty());
    screen.frames(2);
    CHECK(chips() == nullptr);

    screen.state = hidden;
    screen.frame({"A"});
    CHECK(screen.state.choice.layers.muscles.hidden.empty());

    screen.state = hidden;
    screen.frame();
    for (int i = 0; i < 4; ++i) {
        screen.frame({"F6"});  // once around, to the view
    }
    screen.frame();
    screen.press(ImGuiKey_DownArrow);
    screen.press(ImGuiKey_Space);
    CHECK(screen.state.choice.layers.muscles.hidden.empty());
}
