// The page on which one sees how the model that was read stands, and mends it.
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "session/model_view.h"
#include "session/words.h"
#include "ui/model_page.h"

namespace myo::ui::model_page {

namespace {

using session::ModelDialog;
using session::ModelStep;

// A list of choices of which the first is "found out". \return the new index, or the old one.
int choice(const Ui& ui, const char* key, const std::vector<std::string>& names, int now) {
    wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text(key));
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    ImGui::PushID(key);
    if (ImGui::BeginCombo("##choice", names[static_cast<std::size_t>(now)].c_str())) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (ImGui::Selectable(labelled(names[i], std::to_string(i).c_str()).c_str(), static_cast<int>(i) == now)) {
                now = static_cast<int>(i);
            }
        }
        ImGui::EndCombo();
    }
    ImGui::PopID();
    popOutline();
    return now;
}

constexpr std::array<const char*, 6> axisTexts{"+x", "-x", "+y", "-y", "+z", "-z"};
constexpr std::array<const char*, 6> unitTexts{"m", "dm", "cm", "mm", "in", "ft"};

int axisIndex(const std::optional<own_model::FileAxis>& axis) {
    if (axis) {
        for (std::size_t i = 0; i < axisTexts.size(); ++i) {
            if (axis->text() == axisTexts.at(i)) {
                return static_cast<int>(i) + 1;
            }
        }
    }
    return 0;
}

int unitIndex(const std::optional<float>& unit) {
    if (unit) {
        for (std::size_t i = 0; i < unitTexts.size(); ++i) {
            if (own_model::unitMillimetres(unitTexts.at(i)) == unit) {
                return static_cast<int>(i) + 1;
            }
        }
    }
    return 0;
}

void frameChoices(const Ui& ui) {
    const ModelDialog& dialog = ui.state.model;
    const own_model::ModelPlacement& found = dialog.placed->frame;
    own_model::PlacementOptions wanted = dialog.wanted;
    const auto axes = [&](const std::string& now) {
        std::vector<std::string> names{ui.text("model.found_out", {{"what", now}})};
        names.insert(names.end(), axisTexts.begin(), axisTexts.end());
        return names;
    };
    const auto axisOf = [](int index) {
        return index == 0 ? std::nullopt
                          : own_model::FileAxis::parse(axisTexts.at(static_cast<std::size_t>(index) - 1));
    };
    wanted.up = axisOf(choice(ui, "model.up", axes(found.up.text()), axisIndex(dialog.wanted.up)));
    wanted.facing = axisOf(choice(ui, "model.front", axes(found.facing.text()), axisIndex(dialog.wanted.facing)));
    std::vector<std::string> units{
        ui.text("model.found_out", {{"what", found.unit.empty() ? ui.text("model.unclear") : found.unit}})};
    for (const char* unit : unitTexts) {
        units.emplace_back(unit);
    }
    const int unit = choice(ui, "model.unit", units, unitIndex(dialog.wanted.unitMm));
    wanted.unitMm =
        unit == 0 ? std::nullopt : own_model::unitMillimetres(unitTexts.at(static_cast<std::size_t>(unit) - 1));
    if (!(wanted == dialog.wanted)) {
        pushEvent(ui, session::SetPlacement{wanted});
    }
}

}  // namespace

void placePage(const Ui& ui) {
    const ModelDialog& dialog = ui.state.model;
    const session::PlacedModel& model = *dialog.placed;
    wrapped(ui, ui.fonts.strong, ui.colors.text, std::filesystem::path(model.file).filename().string());
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            ui.text("model.triangles", {{"count", model.fileTriangles}}) + " " +
                session::placementWords(*ui.library.text, model));
    problem(ui);
    for (const std::string& doubt : session::placementDoubts(*ui.library.text, model)) {
        cautionBox(ui, doubt + " " + ui.text("model.say_below"));
    }
    gap(ui, 2);
    wrapped(ui, ui.fonts.body, ui.colors.text, ui.text("model.upright"));
    frameChoices(ui);
    gap(ui, 6);
    const std::string automatic = labelled(ui.text("model.fit"), "fit");
    const std::string byHand =
        labelled(ui.text(model.saved.empty() ? "model.click_landmarks" : "model.see_landmarks"), "landmarks");
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    flow.item(buttonWidth(ui, automatic));
    if (primaryButton(ui, automatic)) {
        pushEvent(ui, session::AcceptModel{session::FitWay::automatic});
    }
    note(ui, "fit");
    tooltip(ui, ui.text("model.fit_tip"));
    flow.item(buttonWidth(ui, byHand));
    if (ImGui::Button(byHand.c_str())) {
        pushEvent(ui, session::StartLandmarks{});
    }
    note(ui, "landmarks");
    tooltip(ui, ui.text("model.landmarks_tip"));
    if (!model.saved.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("model.landmarks_saved"));
    }
    for (const Message& note : model.notes) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, (*ui.library.text)(note));
    }
    gap(ui, 4);
    if (link(ui, labelled(ui.text("model.another"), "another"))) {
        pushEvent(ui, session::BackToPage{ModelStep::choose});
    }
}

}  // namespace myo::ui::model_page
