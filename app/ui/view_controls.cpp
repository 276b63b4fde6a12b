// On the figure, at its right edge: a cube that shows and chooses from where one looks, a rail from the skin to the
// bones, the plane that cuts, and what is drawn.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "session/camera.h"
#include "session/visibility.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::CutAxis;

ImVec2 onScreen(const glm::vec2& v) {
    return {v.x, v.y};
}

struct CubeFace {
    glm::vec3 normal, u, v;
    const char* key;
};
const std::array<CubeFace, 6>& cubeFaces() {
    static const std::array<CubeFace, 6> faces{{
        {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, "action.view.anterior.name"},
        {{0, 0, -1}, {-1, 0, 0}, {0, 1, 0}, "action.view.posterior.name"},
        {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}, "action.view.left.name"},
        {{-1, 0, 0}, {0, 0, 1}, {0, 1, 0}, "action.view.right.name"},
        {{0, 1, 0}, {1, 0, 0}, {0, 0, -1}, "action.view.superior.name"},
        {{0, -1, 0}, {1, 0, 0}, {0, 0, 1}, "action.view.inferior.name"},
    }};
    return faces;
}

// Which way a place on the cube's picture leads: a face, an edge or a corner.
struct CubeHit {
    glm::vec3 toEye{0.0F};
    const CubeFace* face = nullptr;
};

class Cube {
public:
    Cube(const Ui& ui, const glm::vec2& middle, float radius)
        : ui_(ui), axes_(session::axes(ui.state.camera)), middle_(middle), radius_(radius) {}

    [[nodiscard]] CubeHit at(const glm::vec2& px) const {
        constexpr float edge = 0.62F;  // of a face's half: beyond it lies its edge
        for (const CubeFace& face : cubeFaces()) {
            if (glm::dot(face.normal, axes_.toEye) <= 0.05F) {
                continue;
            }
            const glm::vec2 u = flat(face.u);
            const glm::vec2 v = flat(face.v);
            const glm::vec2 from = px - place(face.normal);
            const float det = u.x * v.y - u.y * v.x;
            if (std::abs(det) < 1e-3F) {
                continue;
            }
            const float a = (from.x * v.y - from.y * v.x) / det;
            const float b = (u.x * from.y - u.y * from.x) / det;
            if (std::abs(a) <= 1.0F && std::abs(b) <= 1.0F) {
                glm::vec3 way = face.normal;
                way += std::abs(a) > edge ? face.u * (a > 0.0F ? 1.0F : -1.0F) : glm::vec3(0.0F);
                way += std::abs(b) > edge ? face.v * (b > 0.0F ? 1.0F : -1.0F) : glm::vec3(0.0F);
                return {way, &face};
            }
        }
        return {};
    }

    void draw(const CubeHit& hovered) const {
        ImDrawList* list = ImGui::GetWindowDrawList();
        for (const CubeFace& face : cubeFaces()) {
            const float facing = glm::dot(face.normal, axes_.toEye);
            if (facing <= 0.05F) {
                continue;
            }
            std::array<ImVec2, 4> corners;
            constexpr std::array<glm::vec2, 4> ends{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
            for (std::size_t i = 0; i < ends.size(); ++i) {
                corners.at(i) = onScreen(place(face.normal + face.u * ends.at(i).x + face.v * ends.at(i).y));
            }
            const bool lit = hovered.face == &face;
            list->AddConvexPolyFilled(corners.data(), 4,
                                      ImGui::GetColorU32(lit ? ui_.colors.accentSoft : ui_.colors.panel));
            list->AddPolyline(corners.data(), 4, ImGui::GetColorU32(ui_.colors.edge), ImDrawFlags_Closed,
                              std::max(1.0F, ui_.px(1)));
            if (facing > 0.55F) {
                name(list, face);
            }
        }
        if (hovered.face != nullptr && hovered.toEye != hovered.face->normal) {
            const glm::vec2 spot = place(hovered.toEye);
            list->AddCircleFilled(onScreen(spot), ui_.px(5), ImGui::GetColorU32(ui_.colors.accent));
        }
    }

private:
    [[nodiscard]] glm::vec2 flat(const glm::vec3& v) const {
        return glm::vec2(glm::dot(v, axes_.right), -glm::dot(v, axes_.up)) * radius_;
    }
    [[nodiscard]] glm::vec2 place(const glm::vec3& v) const { return middle_ + flat(v); }

    // No wider than the face is.
    void name(ImDrawList* list, const CubeFace& face) const {
        const std::string words = ui_.text(face.key);
        const ImFont* font = ui_.fonts.small;
        const float room = 2.0F * glm::length(flat(face.u)) * 0.94F;
        const float wide = font->CalcTextSizeA(font->FontSize, 1e6F, 0.0F, words.c_str()).x;
        const float size = font->FontSize * std::min(1.0F, room / std::max(wide, 1.0F));
        const ImVec2 text = font->CalcTextSizeA(size, 1e6F, 0.0F, words.c_str());
        const glm::vec2 at = place(face.normal) - glm::vec2(text.x, text.y) * 0.5F;
        list->AddText(font, size, ImVec2(std::round(at.x), std::round(at.y)), ImGui::GetColorU32(ui_.colors.text),
                      words.c_str());
    }

    const Ui& ui_;
    session::CameraAxes axes_;
    glm::vec2 middle_;
    float radius_;
};

void viewCube(const Ui& ui, float width, float size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const glm::vec2 middle(at.x + width * 0.5F, at.y + size * 0.5F);
    const Cube cube(ui, middle, size * 0.29F);
    ImGui::InvisibleButton("##cube", ImVec2(width, size));
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const CubeHit hit = ImGui::IsItemHovered() ? cube.at({mouse.x, mouse.y}) : CubeHit{};
    const ImVec2 pressedAt = ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left];
    const bool dragged = std::hypot(mouse.x - pressedAt.x, mouse.y - pressedAt.y) > ui.px(4);
    if (ImGui::IsItemActive() && dragged) {
        const ImVec2 moved = ImGui::GetIO().MouseDelta;
        ui.push(session::Orbit{glm::vec2(moved.x, moved.y) * 4.0F});
    } else if (hit.face != nullptr && ImGui::IsItemDeactivated() && !dragged) {
        ui.push(session::LookFrom{hit.toEye});
    }
    cube.draw(hit);
    if (hit.face != nullptr) {
        tooltip(ui, withKeys(ui.text("view.cube_tip"), "1 - 6"));
    }
}

// What lies outermost, by stop of the rail.
constexpr std::array<const char*, session::deepestLevel + 1> depthKeys = {
    "view.depth.skin", "view.depth.see_through", "view.depth.superficial", "view.depth.intermediate",
    "view.depth.deep", "view.depth.deepest",     "view.depth.bones"};

float widestDepth(const Ui& ui) {
    float widest = 0.0F;
    for (const char* key : depthKeys) {
        widest = std::max(widest, ImGui::CalcTextSize(ui.text(key).c_str()).x);
    }
    return widest;
}

void depthRail(const Ui& ui, float width, float row, bool named) {
    const int now = session::depthLevel(ui.state.choice.layers);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const float x = top.x + (named ? ui.px(10) : width * 0.5F);
    draw->AddLine(ImVec2(x, top.y + row * 0.5F), ImVec2(x, top.y + row * (depthKeys.size() - 0.5F)),
                  ImGui::GetColorU32(ui.colors.edge), ui.px(2));
    for (std::size_t i = 0; i < depthKeys.size(); ++i) {
        const bool on = static_cast<int>(i) == now;
        const std::string words = ui.text(depthKeys.at(i));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable("##stop", false, 0, ImVec2(width, row))) {
            ui.push(session::SetDepth{static_cast<int>(i)});
        }
        tooltip(ui, withKeys(named ? ui.text("view.depth_tip") : words, "PageUp, PageDown"));
        ImGui::PopID();
        const ImVec2 spot(x, at.y + row * 0.5F);
        draw->AddCircleFilled(spot, ui.px(on ? 6.0F : 4.0F),
                              ImGui::GetColorU32(on ? ui.colors.accent : ui.colors.edge));
        if (named) {
            ImFont* font = on ? ui.fonts.strong : ui.fonts.small;
            const float size = ui.fonts.small->FontSize;
            draw->AddText(font, size, ImVec2(at.x + ui.px(22), at.y + (row - size) * 0.5F),
                          ImGui::GetColorU32(on ? ui.colors.text : ui.colors.dim), words.c_str());
        }
    }
}

void cutMenu(const Ui& ui) {
    const session::Cut& cut = ui.state.choice.layers.cut;
    for (const char* id : {"cut.none", "cut.sagittal", "cut.coronal", "cut.transverse"}) {
        const ActionInfo& command = findAction(ui.commands, id);
        if (ImGui::Selectable(labelled(command.name, id).c_str(), command.active,
                              ImGuiSelectableFlags_DontClosePopups)) {
            ui.push(command.action);
        }
    }
    if (cut.axis == CutAxis::none) {
        return;
    }
    session::Cut moved = cut;
    float percent = cut.share * 100.0F;
    ImGui::SetNextItemWidth(ui.px(140));
    pushOutline(ui);
    if (ImGui::SliderFloat("##cutplace", &percent, 0.0F, 100.0F, "", ImGuiSliderFlags_NoInput)) {
        moved.share = percent / 100.0F;
        ui.push(session::SetCut{moved});
    }
    popOutline();
    tooltip(ui, withKeys(ui.text("controls.cut_place_tip"), "<, >"));
    commandButton(ui, "cut.flip");
}

// There is no bone in the icon font.
void boneSign(const ImVec2& middle, float size, ImU32 color) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float reach = size * 0.30F;
    const float knob = size * 0.15F;
    for (const float end : {-1.0F, 1.0F}) {
        const ImVec2 at(middle.x + end * reach, middle.y - end * reach);
        draw->AddCircleFilled(ImVec2(at.x + knob * 0.7F, at.y + knob * 0.7F), knob, color);
        draw->AddCircleFilled(ImVec2(at.x - knob * 0.7F, at.y - knob * 0.7F), knob, color);
    }
    draw->AddLine(ImVec2(middle.x - reach, middle.y + reach), ImVec2(middle.x + reach, middle.y - reach), color,
                  knob * 1.2F);
}

struct Toggle {
    const char* id;
    const char* icon;  ///< nullptr = the bone
};
constexpr std::array<Toggle, 5> toggles{{{"layer.points", icon::points},
                                         {"layer.labels", icon::labels},
                                         {"layer.bones", nullptr},
                                         {"cut.next", icon::cut},
                                         {"view.reset", icon::reset}}};

// A sign with its word, or alone where there is little room.
bool toggleButton(const Ui& ui, const Toggle& toggle, const std::string& words, bool on, float width, bool named) {
    const ActionInfo& command = findAction(ui.commands, toggle.id);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginDisabled(!command.enabled);
    if (on) {
        ImGui::PushStyleColor(ImGuiCol_Button, ui.colors.accent);
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ui.colors.accent);
        ImGui::PushStyleColor(ImGuiCol_ButtonActive, ui.colors.accent);
        ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.onAccent);
    }
    const float height = ui.fonts.small->FontSize + ui.px(10);
    const bool pressed = ImGui::Button(labelled("", toggle.id).c_str(), ImVec2(width, height));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
    const float size = ui.fonts.small->FontSize;
    const bool sign = ui.fonts.icons || toggle.icon == nullptr;
    const float y = at.y + (height - size) * 0.5F;
    if (sign) {
        const float middle = named ? at.x + ui.px(10) : at.x + width * 0.5F;
        if (toggle.icon == nullptr) {
            boneSign(ImVec2(middle, at.y + height * 0.5F), size, ink);
        } else {
            const float wide = ui.fonts.small->CalcTextSizeA(size, 1e6F, 0.0F, toggle.icon).x;
            draw->AddText(ui.fonts.small, size, ImVec2(middle - wide * 0.5F, y), ink, toggle.icon);
        }
    }
    if (named) {
        draw->AddText(ui.fonts.small, size, ImVec2(at.x + ui.px(22), y), ink, words.c_str());
    } else if (!sign) {
        draw->AddText(ui.fonts.small, size, ImVec2(at.x + ui.px(4), y), ink, words.substr(0, 1).c_str());
    }
    if (on) {
        ImGui::PopStyleColor(4);
    }
    ImGui::EndDisabled();
    return pressed;
}

void toggleButtons(const Ui& ui, float width, int columns, bool named) {
    const float gap = ui.px(4);
    const float each = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    int column = 0;
    for (const Toggle& toggle : toggles) {
        if (column++ % columns != 0) {
            ImGui::SameLine(0.0F, gap);
        }
        const ActionInfo& command = findAction(ui.commands, toggle.id);
        const bool cut = toggle.icon == icon::cut;
        const bool on = cut ? ui.state.choice.layers.cut.axis != CutAxis::none : command.active;
        const std::string words = cut ? ui.text("view.cut") : command.name;
        if (toggleButton(ui, toggle, words, on, each, named)) {
            if (cut) {
                ImGui::OpenPopup("cut");
            } else {
                ui.push(command.action);
            }
        }
        const std::string hint = cut ? ui.text("controls.cut_tip") : command.tooltip;
        tooltip(ui, withKeys(named ? hint : words + ". " + hint, command.shortcuts.front()));
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(12)));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, std::max(1.0F, ui.px(1)));
    if (ImGui::BeginPopup("cut")) {
        cutMenu(ui);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
}

float widestWords(const Ui& ui) {
    float widest = ImGui::CalcTextSize(ui.text("view.cut").c_str()).x;
    for (const Toggle& toggle : toggles) {
        if (toggle.icon != icon::cut) {
            widest = std::max(widest, ImGui::CalcTextSize(findAction(ui.commands, toggle.id).name.c_str()).x);
        }
    }
    return std::max(widest, widestDepth(ui));
}

}  // namespace

void viewControls(const Ui& ui, const Rect& figure) {
    ui.memory.controlsAt = {};
    const float margin = ui.px(12);
    const float pad = ui.px(8);
    ImGui::PushFont(ui.fonts.small);
    const float words = std::max(ui.px(30) + widestWords(ui), ui.px(96));
    ImGui::PopFont();
    const float room = figure.size.y - 2.0F * margin;
    const auto stops = static_cast<float>(depthKeys.size());
    // Names where they leave the figure its room; else signs and dots, which say their name when pointed at; where it
    // is low, without the cube. The keys do the same where nothing of it has room.
    struct Shape {
        bool named;
        float cube, width, leastRow;
        int columns;
    };
    for (const Shape& shape :
         {Shape{true, ui.px(96), words, ui.px(18), 1}, Shape{false, ui.px(64), ui.px(64), ui.px(12), 2},
          Shape{false, 0.0F, ui.px(64), ui.px(12), 2}, Shape{false, 0.0F, ui.px(96), ui.px(12), 3}}) {
        const int rows = (static_cast<int>(toggles.size()) + shape.columns - 1) / shape.columns;
        const float fixed =
            2.0F * pad + shape.cube + ui.px(16) + static_cast<float>(rows) * (ui.fonts.small->FontSize + ui.px(14));
        const bool fits = fixed + stops * shape.leastRow <= room && shape.width * 3.3F <= figure.size.x;
        if (!fits) {
            continue;
        }
        const float row = std::clamp((room - fixed) / stops, shape.leastRow, ui.px(24));
        const glm::vec2 size(shape.width + 2.0F * pad, fixed + stops * row);
        ui.memory.controlsAt = {glm::vec2(figure.end().x - size.x - margin, figure.at.y + margin), size};
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, pad));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(4), ui.px(4)));
        ImVec4 ground = ui.colors.panel;
        ground.w = 0.86F;
        ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
        if (beginFloating("##controls", ui.memory.controlsAt,
                          ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                              ImGuiWindowFlags_NoFocusOnAppearing)) {
            if (shape.cube > 0.0F) {
                viewCube(ui, shape.width, shape.cube);
            }
            ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
            depthRail(ui, shape.width, row, shape.named);
            ImGui::PopStyleVar();
            ImGui::Dummy(ImVec2(0, ui.px(2)));
            toggleButtons(ui, shape.width, shape.columns, shape.named);
        }
        endPanel();
        ImGui::PopStyleColor();
        ImGui::PopStyleVar(3);
        return;
    }
}

}  // namespace myo::ui
