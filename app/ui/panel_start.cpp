// The ways in, while nothing is searched for: three doors, and six situations as pictures.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "session/mode.h"
#include "ui/icons.h"
#include "ui/pictogram.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

struct Door {
    const char* id;
    const char* icon;
    const char* title;
    const char* note;
};

// A large button with a sign, a title and what lies behind it. \return true if chosen.
bool door(const Ui& ui, const Door& what) {
    const std::string title = ui.text(what.title);
    const std::string note = ui.text(what.note);
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(12);
    const float left = ui.fonts.icons ? ui.px(56) : pad;
    const float inner = width - left - pad;
    ImGui::PushFont(ui.fonts.strong);
    const float head = ImGui::CalcTextSize(title.c_str(), nullptr, false, inner).y;
    ImGui::PopFont();
    ImGui::PushFont(ui.fonts.small);
    const float below = ImGui::CalcTextSize(note.c_str(), nullptr, false, inner).y;
    ImGui::PopFont();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = head + ui.px(4) + below + 2.0F * pad;
    pushOutline(ui);
    const bool chosen = ImGui::Button(labelled("", what.id).c_str(), ImVec2(width, height));
    popOutline();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (ui.fonts.icons) {
        const float size = ui.px(26);
        const ImVec2 middle(at.x + ui.px(30), at.y + height * 0.5F);
        const ImVec2 sign = ui.fonts.body->CalcTextSizeA(size, 1e6F, 0.0F, what.icon);
        draw->AddText(ui.fonts.body, size, ImVec2(middle.x - sign.x * 0.5F, middle.y - size * 0.5F),
                      ImGui::GetColorU32(ui.colors.accent), what.icon);
    }
    draw->AddText(ui.fonts.strong, ui.fonts.strong->FontSize, ImVec2(at.x + left, at.y + pad),
                  ImGui::GetColorU32(ui.colors.text), title.c_str(), nullptr, inner);
    draw->AddText(ui.fonts.small, ui.fonts.small->FontSize, ImVec2(at.x + left, at.y + pad + head + ui.px(4)),
                  ImGui::GetColorU32(ui.colors.dim), note.c_str(), nullptr, inner);
    return chosen;
}

// Where the muscles of a tour lie.
std::set<atlas::BodyPart> partsOf(const Ui& ui, const atlas::Scenario& scenario) {
    std::set<atlas::BodyPart> out;
    for (const atlas::ScenarioStep& step : scenario.steps) {
        const atlas::Muscle* muscle = ui.library.atlas->find(step.point.muscle);
        if (muscle != nullptr && muscle->bodyPart) {
            out.insert(*muscle->bodyPart);
        }
    }
    return out;
}

bool situationTile(const Ui& ui, const atlas::Scenario& scenario, float width, float height) {
    ImGui::PushID(scenario.id.value.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float pad = ui.px(8);
    const float figure = ui.px(72);
    pushOutline(ui);
    const bool chosen = ImGui::Button("##tile", ImVec2(width, height));
    popOutline();
    tooltip(ui, scenario.summary);
    pictogram(ui, {at.x + pad, at.y + (height - figure) * 0.5F}, figure, partsOf(ui, scenario));
    const float left = figure * 0.5F + 2.0F * pad;
    const float inner = width - left - pad;
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 words = ImGui::CalcTextSize(scenario.name.c_str(), nullptr, false, inner);
    ImGui::PopFont();
    ImGui::GetWindowDrawList()->AddText(ui.fonts.small, ui.fonts.small->FontSize,
                                        ImVec2(at.x + left, at.y + (height - words.y) * 0.5F),
                                        ImGui::GetColorU32(ui.colors.text), scenario.name.c_str(), nullptr, inner);
    ImGui::PopID();
    return chosen;
}

}  // namespace

void situations(const Ui& ui) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float gap = ui.px(8);
    const float left = ImGui::GetCursorPosX();
    const int columns = width >= ui.px(300) ? 2 : 1;
    const float each = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float height = ui.px(88);
    ImGui::PushFont(ui.fonts.small);
    for (const atlas::Scenario& scenario : ui.library.atlas->scenarios) {
        const float words = ImGui::CalcTextSize(scenario.name.c_str(), nullptr, false, each - ui.px(36) - ui.px(24)).y;
        height = std::max(height, words + ui.px(16));
    }
    ImGui::PopFont();
    Flow flow(left, width + 1.0F, gap);
    for (const atlas::Scenario& scenario : ui.library.atlas->scenarios) {
        flow.item(each);
        if (situationTile(ui, scenario, each, height)) {
            ui.push(session::StartTour{scenario.id});
        }
    }
}

void startPage(const Ui& ui) {
    constexpr std::array<Door, 3> doors{{
        {"door.paint", icon::paint, "start.paint", "start.paint_note"},
        {"door.words", icon::search, "start.words", "start.words_note"},
        {"door.learn", icon::learn, "start.learn", "start.learn_note"},
    }};
    for (const Door& each : doors) {
        const bool paint = each.icon == icon::paint;
        ImGui::BeginDisabled(paint && !findAction(ui.commands, "paint").enabled);
        if (door(ui, each)) {
            if (paint) {
                ui.push(session::SetMode{session::Mode::paint});
            } else if (each.icon == icon::search) {
                ui.push(session::FocusSearch{});
            } else {
                ui.push(session::SetMode{session::Mode::learn});
            }
        }
        ImGui::EndDisabled();
    }
    if (ui.library.atlas && !ui.library.atlas->scenarios.empty()) {
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("start.situations"));
        situations(ui);
    }
}

}  // namespace myo::ui
