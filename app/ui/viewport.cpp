// The body: shows the picture that was drawn for it, and turns the mouse into camera actions.
#include <algorithm>
#include <string>

#include "session/pick.h"
#include "session/scene_builder.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// A press that moves less than this is a click.
constexpr float clickSlack = 4.0F;

glm::vec2 glm2(const ImVec2& v) {
    return {v.x, v.y};
}

void drag(const Ui& ui, const ImGuiIO& io) {
    const glm::vec2 moved = glm2(io.MouseDelta);
    if (moved == glm::vec2(0.0F)) {
        return;
    }
    // While one paints the left button is the brush's: the right one turns, and so does the left with Alt or space.
    const bool painting = ui.state.paint.on;
    const bool button = io.MouseDown[ImGuiMouseButton_Left] || (painting && io.MouseDown[ImGuiMouseButton_Right]);
    const bool turns = button && !io.KeyShift;
    if (turns) {
        ui.push(session::Orbit{moved});
    } else {
        ui.push(session::Pan{moved});
    }
}

// \return true while the brush has the pointer.
bool brush(const Ui& ui, const ImGuiIO& io, const glm::vec2& at) {
    Memory& memory = ui.memory;
    if (ImGui::IsItemActivated() && ui.state.paint.on && io.MouseDown[ImGuiMouseButton_Left]) {
        memory.brushing = !io.KeyAlt && !ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_Space));
        if (memory.brushing) {
            ui.push(session::BrushDown{at});
        }
        return memory.brushing;
    }
    if (!memory.brushing) {
        return false;
    }
    if (ImGui::IsItemActive()) {
        if (io.MouseDelta.x != 0.0F || io.MouseDelta.y != 0.0F) {
            ui.push(session::BrushTo{at});
        }
        return true;
    }
    memory.brushing = false;
    ui.push(session::BrushTo{at});
    ui.push(session::BrushUp{});
    return true;
}

// The brush's reach on the skin under the pointer.
void brushRing(const Ui& ui, const Rect& place) {
    if (!ui.state.paint.on || ui.memory.pointer.x < 0.0F) {
        return;
    }
    const glm::vec2 at = place.at + ui.memory.pointer;
    const float radius = std::max(session::brushRadiusPx(ui.state, ui.library, ui.memory.pointer), ui.px(2));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircle(ImVec2(at.x, at.y), radius, IM_COL32(255, 255, 255, 220), 48, ui.px(2.5F));
    draw->AddCircle(ImVec2(at.x, at.y), radius, IM_COL32(40, 20, 40, 255), 48, ui.px(1.2F));
}

void pointer(const Ui& ui, const Rect& place) {
    const ImGuiIO& io = ImGui::GetIO();
    const glm::vec2 at = glm2(io.MousePos) - place.at;
    Memory& memory = ui.memory;
    if (brush(ui, io, at)) {
        memory.pointer = at;
        return;
    }
    if (ImGui::IsItemActivated()) {
        memory.pressedAt = at;
        memory.dragged = false;
    }
    if (ImGui::IsItemActive()) {
        memory.dragged = memory.dragged || glm::distance(at, memory.pressedAt) > ui.px(clickSlack);
        if (memory.dragged) {
            drag(ui, io);
        }
    }
    const bool released = ImGui::IsItemDeactivated() && !memory.dragged;
    if (released && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !ui.state.paint.on) {
        ui.push(session::Click{at});
    }
    if (released && ImGui::IsMouseReleased(ImGuiMouseButton_Right) && !ui.state.paint.on && !ui.state.model.open()) {
        memory.menuAsked = session::pick(ui.state, ui.library, at);
        memory.menuWanted = true;
    }
    const bool hovered = ImGui::IsItemHovered() && !ImGui::IsItemActive();
    if (hovered && io.MouseWheel != 0.0F) {
        ui.push(session::Zoom{io.MouseWheel, at});
    }
    const glm::vec2 now = hovered ? at : glm::vec2(-1.0F);
    if (now != memory.pointer) {
        memory.pointer = now;
        if (hovered) {
            ui.push(session::PointerMoved{at});
        } else {
            ui.push(session::PointerLeft{});
        }
    }
}

void drawLabels(const Ui& ui, const Rect& place) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const session::Label& label : session::labels(ui.state, ui.library)) {
        ImFont* font = ui.state.presenting ? ui.fonts.title : ui.fonts.small;
        const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e6F, 0.0F, label.text.c_str());
        const glm::vec2 pad(ui.px(8), ui.px(4));
        const glm::vec2 box = glm2(size) + pad * 2.0F;
        glm::vec2 at = place.at + label.px + glm::vec2(ui.px(14), -box.y - ui.px(6));
        at = glm::clamp(at, place.at, glm::max(place.at, place.end() - box));
        const Rect& controls = ui.memory.controlsAt;
        if (at.x + box.x > controls.at.x && at.y < controls.end().y) {
            at.x = std::max(place.at.x, controls.at.x - box.x - ui.px(4));
        }
        const ImVec2 low(at.x, at.y);
        const ImVec2 high(at.x + box.x, at.y + box.y);
        draw->AddRectFilled(low, high, ImGui::GetColorU32(ui.colors.panel), ui.px(5));
        draw->AddRect(low, high, ImGui::GetColorU32(ui.colors.line), ui.px(5));
        draw->AddText(font, font->FontSize, ImVec2(at.x + pad.x, at.y + pad.y), ImGui::GetColorU32(ui.colors.text),
                      label.text.c_str());
    }
}

}  // namespace

void viewport(const Ui& ui, const Rect& place) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    if (beginPanel("##figure", place,
                   ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav)) {
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImVec2 low(place.at.x, place.at.y);
        const ImVec2 high(place.end().x, place.end().y);
        if (ui.input.picture != nullptr) {
            draw->AddImage(ui.input.picture, low, high, ImVec2(0, 1), ImVec2(1, 0));
        }
        ImGui::InvisibleButton(
            "##picture", ImVec2(std::max(place.size.x, 1.0F), std::max(place.size.y, 1.0F)),
            ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle);
        ImGui::SetItemAllowOverlap();
        pointer(ui, place);
        muscleLabels(ui, place);
        drawLabels(ui, place);
        brushRing(ui, place);
        landmarkMarks(ui, place);
        viewChips(ui, place);
    }
    endPanel();
    ImGui::PopStyleVar();
}

}  // namespace myo::ui
