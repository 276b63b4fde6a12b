#include "platform/imgui_layer.h"

#include <stdexcept>

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "platform/shortcut.h"

namespace myo::platform {

ImGuiLayer::ImGuiLayer(Window& window) : window_(window) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // the layout follows from the window's size: nothing to remember
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;  // a blinking cursor would need frames while nothing happens
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    if (!ImGui_ImplGlfw_InitForOpenGL(window_.handle(), false) || !ImGui_ImplOpenGL3_Init("#version 330 core")) {
        throw std::runtime_error("the user interface cannot be drawn with this OpenGL driver");
    }
    io.KeyMap[ImGuiKey_PageUp] = io.KeyMap[ImGuiKey_PageDown] = -1;  // they go from layer to layer
}

ImGuiLayer::~ImGuiLayer() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void ImGuiLayer::feed(const InputEvent& event) {
    switch (event.kind) {
        case InputKind::pointer:
            pointer_ = {static_cast<float>(event.x), static_cast<float>(event.y)};
            break;
        case InputKind::button:
            if (event.code >= 0 && static_cast<std::size_t>(event.code) < buttons_.size()) {
                buttons_.at(static_cast<std::size_t>(event.code)) = event.action != 0;
            }
            break;
        case InputKind::wheel:
            ImGui_ImplGlfw_ScrollCallback(window_.handle(), event.x, event.y);
            break;
        case InputKind::key:
            if (event.action != 0) {
                held_[event.scancode] = textKeyOf(event);
            }
            // The release goes by the name of the press: the layout may have changed between.
            ImGui_ImplGlfw_KeyCallback(window_.handle(),
                                       held_.contains(event.scancode) ? held_[event.scancode] : event.code,
                                       event.scancode, event.action, event.mods);
            break;
        case InputKind::character:
            ImGui_ImplGlfw_CharCallback(window_.handle(), static_cast<unsigned int>(event.code));
            break;
        case InputKind::resize:
        case InputKind::refresh:
        case InputKind::endOfFrame:
            break;
    }
}

void ImGuiLayer::beginFrame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = ImVec2(pointer_.x, pointer_.y);
    for (std::size_t i = 0; i < buttons_.size(); ++i) {
        io.MouseDown[i] = buttons_.at(i);
    }
    ImGui::NewFrame();
}

void ImGuiLayer::endFrame() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void ImGuiLayer::uploadFonts() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

}  // namespace myo::platform
