// The interface without a window: frames are built, nothing is drawn.
#pragma once

#include <string>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

#include "../session/fixture.h"
#include "ui/interface.h"

namespace headless {

using namespace myo;

/// Builds frames of a state and lets the actions act, as the window does.
class Screen {
public:
    Screen(const session::Library& library, glm::vec2 size, float scale) : library_(library), scale_(scale) {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.DisplaySize = ImVec2(size.x, size.y);
        io.DeltaTime = 1.0F / 60.0F;
        for (int key = 0; key < ImGuiKey_COUNT; ++key) {
            io.KeyMap[key] = key;
        }
        fonts_ = ui::loadFonts(*io.Fonts, scale, ui::findInter());
        ui::applyStyle(ImGui::GetStyle(), ui::colorsOf(session::ThemeChoice::light), scale);
        state = fixture::start(library);
    }
    ~Screen() { ImGui::DestroyContext(); }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// One frame; the actions are kept in `last`.
    void frame(std::vector<std::string> shortcuts = {}) {
        ui::FrameInput input;
        input.scale = scale_;
        input.shortcuts = std::move(shortcuts);
        ImGui::NewFrame();
        last = ui::buildFrame(state, library_, input, fonts_, memory_);
        ImGui::Render();
        for (const session::Action& action : last) {
            state = session::update(std::move(state), action, library_).state;
        }
    }
    void frames(int count) {
        for (int i = 0; i < count; ++i) {
            frame();
        }
    }
    void act(const session::Action& action) { state = session::update(std::move(state), action, library_).state; }

    void click(const glm::vec2& at) {
        ImGuiIO& io = ImGui::GetIO();
        io.MousePos = ImVec2(at.x, at.y);
        frame();
        io.MouseDown[0] = true;
        frame();
        io.MouseDown[0] = false;
        frame();
        frame();
    }
    void type(const char* text) {
        ImGui::GetIO().AddInputCharactersUTF8(text);
        frame();
    }
    void press(int key) {
        ImGui::GetIO().KeysDown[key] = true;
        frame();
        ImGui::GetIO().KeysDown[key] = false;
        frame();
    }
    [[nodiscard]] glm::vec2 figureAt() const { return memory_.figureAt; }

    session::AppState state;
    std::vector<session::Action> last;

private:
    const session::Library& library_;
    float scale_;
    ui::Fonts fonts_;
    ui::Memory memory_;
};

/// The windows that are shown, without tooltips and ImGui's own.
inline std::vector<ImGuiWindow*> shownWindows() {
    std::vector<ImGuiWindow*> out;
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        const bool own = std::string(window->Name).find("Debug##Default") != std::string::npos;
        if (window->WasActive && !own && (window->Flags & ImGuiWindowFlags_Tooltip) == 0) {
            out.push_back(window);
        }
    }
    return out;
}

}  // namespace headless
