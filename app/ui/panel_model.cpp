// Opening a model of one's own, in place of the search: choose a file, see how it stands, have it fitted.
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include "session/model_view.h"
#include "ui/model_page.h"

namespace myo::ui {

namespace model_page {

void gap(const Ui& ui, float design) {
    ImGui::Dummy(ImVec2(0, ui.px(design)));
}

void note(const Ui& ui, const char* name) {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ui.memory.controls.emplace_back(name, glm::vec2(low.x + high.x, low.y + high.y) * 0.5F);
}

void problem(const Ui& ui) {
    if (!ui.state.model.problem.empty()) {
        ImGui::PushFont(ui.fonts.small);
        cautionBox(ui, ui.state.model.problem);
        ImGui::PopFont();
        gap(ui, 4);
    }
}

}  // namespace model_page

namespace {

using namespace model_page;
using session::ModelDialog;
using session::ModelEvent;
using session::ModelStep;
using session::ModelWork;

void openPath(const Ui& ui, const std::string& path) {
    std::error_code ignored;
    if (ui.state.model.anatomySet) {
        pushEvent(ui, session::UseAnatomySet{path});
    } else if (std::filesystem::is_directory(path, ignored)) {
        pushEvent(ui, session::GoToFolder{path});
    } else {
        pushEvent(ui, session::ChooseModel{path, {}, false});
    }
}

const char* workKey(ModelWork work) {
    switch (work) {
        case ModelWork::reading:
            return "model.work.reading";
        case ModelWork::placing:
            return "model.work.placing";
        case ModelWork::fitting:
            return "model.work.fitting";
        case ModelWork::anatomySet:
            return "model.work.anatomy_set";
        case ModelWork::builtIn:
        case ModelWork::none:
            break;
    }
    return "model.work.built_in";
}

void working(const Ui& ui) {
    const ModelDialog& dialog = ui.state.model;
    wrapped(ui, ui.fonts.body, ui.colors.text, ui.text(workKey(dialog.work)));
    wrapped(ui, ui.fonts.small, ui.colors.dim, std::filesystem::path(dialog.file).filename().string());
    ImGui::PushStyleColor(ImGuiCol_PlotHistogram, ui.colors.accent);
    ImGui::ProgressBar(ui.input.modelReady, ImVec2(-1.0F, ui.px(20)), "");
    ImGui::PopStyleColor();
    wrapped(ui, ui.fonts.small, ui.colors.dim,
            ui.text("model.progress", {{"percent", std::lround(100.0F * ui.input.modelReady)}}));
    gap(ui, 4);
    if (ImGui::Button(labelled(ui.text("model.cancel"), "cancel").c_str())) {
        pushEvent(ui, session::CancelModelWork{});
    }
    note(ui, "cancel");
    tooltip(ui, withKeys(ui.text("model.cancel_tip"), "Esc"));
}

void kindTabs(const Ui& ui) {
    const bool set = ui.state.model.anatomySet;
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(4));
    const auto tab = [&](const char* key, bool now, bool anatomySet) {
        const std::string label = labelled(ui.text(key), key);
        flow.item(buttonWidth(ui, label));
        if (now ? primaryButton(ui, label) : ImGui::Button(label.c_str())) {
            pushEvent(ui, session::ChooseWhat{anatomySet});
        }
        note(ui, anatomySet ? "sets" : "models");
    };
    tab("model.kind_model", !set, false);
    tab("model.kind_set", set, true);
}

void builtIns(const Ui& ui) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text("model.built_in"));
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    for (const auto& [name, key] : {std::pair{"male", "model.man"}, std::pair{"female", "model.woman"}}) {
        const std::string label = labelled(ui.text(key), key);
        flow.item(buttonWidth(ui, label));
        if (ImGui::Button(label.c_str())) {
            pushEvent(ui, session::UseBuiltIn{name});
        }
        note(ui, name);
    }
}

void pathField(const Ui& ui) {
    Memory& memory = ui.memory;
    const std::string open = labelled(ui.text("model.open"), "open");
    const float button = buttonWidth(ui, open);
    const float width = ImGui::GetContentRegionAvail().x - button - ui.px(8);
    const std::string hint = fitting(ui.text("model.path_hint"), ui.text("model.path_hint_short"), width);
    ImGui::SetNextItemWidth(width);
    pushOutline(ui);
    const bool entered =
        ImGui::InputTextWithHint("##path", hint.c_str(), &memory.modelPath, ImGuiInputTextFlags_EnterReturnsTrue);
    note(ui, "path");
    popOutline();
    ImGui::SameLine(0.0F, ui.px(8));
    if ((ImGui::Button(open.c_str()) || entered) && !memory.modelPath.empty()) {
        openPath(ui, memory.modelPath);
    }
}

void browser(const Ui& ui) {
    const session::FolderListing& listing = ui.state.model.listing;
    wrapped(ui, ui.fonts.small, ui.colors.dim, listing.folder);
    const std::filesystem::path folder(listing.folder);
    const float below = ImGui::GetFrameHeightWithSpacing() * 3.2F;
    const float height = std::max(ui.px(120), ImGui::GetContentRegionAvail().y - below);
    pushOutline(ui);
    if (ImGui::BeginChild("files", ImVec2(0, height), true, ImGuiWindowFlags_NavFlattened)) {
        int id = 0;
        if (!listing.parent.empty() && listRow(ui, id++, ui.text("model.folder_up"), "", false)) {
            pushEvent(ui, session::GoToFolder{listing.parent});
        }
        for (const std::string& name : listing.folders) {
            if (listRow(ui, ++id, name + "/", "", false)) {
                pushEvent(ui, session::GoToFolder{(folder / name).string()});
            }
        }
        for (const std::string& name : listing.files) {
            if (listRow(ui, ++id, name, "", true)) {
                openPath(ui, (folder / name).string());
            }
        }
        if (!listing.problem.empty()) {
            wrapped(ui, ui.fonts.small, ui.colors.text, listing.problem);
        } else if (listing.files.empty()) {
            wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("model.empty_folder"));
        }
    }
    ImGui::EndChild();
    popOutline();
}

void choosePage(const Ui& ui) {
    kindTabs(ui);
    gap(ui, 2);
    problem(ui);
    pathField(ui);
    if (ui.state.model.anatomySet) {
        wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("model.about_set"));
    } else {
        wrapped(ui, ui.fonts.small, ui.colors.dim, ui.text("model.about_model"));
    }
    browser(ui);
    if (ui.state.model.anatomySet) {
        if (primaryButton(ui, labelled(ui.text("model.whole_folder"), "folder"))) {
            pushEvent(ui, session::UseAnatomySet{ui.state.model.listing.folder});
        }
        note(ui, "folder");
    } else {
        builtIns(ui);
    }
}

// A tick at the right end of the row that was drawn last.
void tick(const Ui& ui) {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const ImVec2 at(high.x - ui.px(18), (low.y + high.y) * 0.5F);
    const std::array<ImVec2, 3> corners{ImVec2(at.x - ui.px(5), at.y), ImVec2(at.x - ui.px(1.5F), at.y + ui.px(3.5F)),
                                        ImVec2(at.x + ui.px(5), at.y - ui.px(4))};
    ImGui::GetWindowDrawList()->AddPolyline(corners.data(), static_cast<int>(corners.size()),
                                            ImGui::GetColorU32(ui.colors.accent), ImDrawFlags_None, ui.px(2));
}

void landmarkList(const Ui& ui) {
    const ModelDialog& dialog = ui.state.model;
    for (std::size_t i = 0; i < own_model::landmarkPrompts().size(); ++i) {
        const bool set = dialog.clicks.contains(session::landmarkKey(i));
        const std::string name = fmt::format("{}  {}", i + 1, session::landmarkName(*ui.library.text, i));
        if (listRow(ui, static_cast<int>(i), name, "", i == dialog.at)) {
            pushEvent(ui, session::GoToLandmark{i});
        }
        if (set) {
            tick(ui);
        }
    }
}

void landmarkButtons(const Ui& ui) {
    const ModelDialog& dialog = ui.state.model;
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(6));
    const auto button = [&](const char* name, const char* key, bool enabled, const std::string& hint,
                            ModelEvent event) {
        const std::string label = labelled(ui.text(key), key);
        flow.item(buttonWidth(ui, label));
        ImGui::BeginDisabled(!enabled);
        if (ImGui::Button(label.c_str())) {
            ui.push(std::move(event));
        }
        note(ui, name);
        ImGui::EndDisabled();
        tooltip(ui, hint);
    };
    button("Back", "model.back", dialog.at > 0, ui.text("model.back_tip"), {session::LandmarkBack{}});
    button("Skip", "model.skip", session::canSkip(dialog), ui.text("model.skip_tip"), {session::SkipLandmark{}});
    button("Start over", "model.start_over", !dialog.clicks.empty(), ui.text("model.start_over_tip"),
           {session::RestartLandmarks{}});
    button("Cancel", "model.cancel_landmarks", true, withKeys(ui.text("model.cancel_landmarks_tip"), "Esc"),
           {session::BackToPage{ModelStep::place}});
}

// What is asked for, in the order of own_model::landmarkPrompts().
constexpr std::array<const char*, 12> requestKeys = {
    "model.request.vertex",        "model.request.chin",          "model.request.neck",
    "model.request.navel",         "model.request.shoulder_left", "model.request.shoulder_right",
    "model.request.wrist_left",    "model.request.wrist_right",   "model.request.kneecap_left",
    "model.request.kneecap_right", "model.request.heel_left",     "model.request.heel_right"};

void landmarkPage(const Ui& ui) {
    const ModelDialog& dialog = ui.state.model;
    const std::size_t count = own_model::landmarkPrompts().size();
    // The buttons keep their place whatever is asked for.
    const float below = ImGui::GetCursorPosY() + ui.px(114);
    if (dialog.at < count) {
        wrapped(ui, ui.fonts.small, ui.colors.accent,
                ui.text("model.landmark", {{"number", dialog.at + 1}, {"of", count}}));
        wrapped(ui, ui.fonts.title, ui.colors.text, session::landmarkName(*ui.library.text, dialog.at));
        wrapped(ui, ui.fonts.body, ui.colors.text, ui.text(requestKeys.at(dialog.at)));
        wrapped(ui, ui.fonts.small, ui.colors.dim, session::landmarkHint(*ui.library.text, dialog.at));
    } else {
        wrapped(ui, ui.fonts.title, ui.colors.text, ui.text("model.all_set"));
        wrapped(ui, ui.fonts.body, ui.colors.text, ui.text("model.all_set_note"));
    }
    if (dialog.complete()) {
        if (primaryButton(ui, labelled(ui.text("model.fit_landmarks"), "fit"))) {
            pushEvent(ui, session::AcceptModel{session::FitWay::clicked});
        }
        note(ui, "fit");
        tooltip(ui, ui.text("model.fit_landmarks_tip"));
    }
    ImGui::SetCursorPosY(std::max(ImGui::GetCursorPosY(), below));
    ImGui::PushStyleColor(ImGuiCol_PlotHistogram, ui.colors.accent);
    ImGui::ProgressBar(static_cast<float>(dialog.clicks.size()) / static_cast<float>(count), ImVec2(-1.0F, ui.px(6)),
                       "");
    ImGui::PopStyleColor();
    landmarkButtons(ui);
    problem(ui);
    bool on = dialog.showFit;
    if (checkbox(ui, ui.text("model.show_fit"), "showFit", &on)) {
        pushEvent(ui, session::ShowFit{on});
    }
    tooltip(ui, ui.text("model.show_fit_tip"));
    gap(ui, 2);
    landmarkList(ui);
}

}  // namespace

void landmarkMarks(const Ui& ui, const Rect& place) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const session::LandmarkDot& dot : session::landmarkDots(ui.state, ui.library)) {
        if (!dot.inSight) {
            continue;
        }
        const glm::vec2 at = place.at + dot.px;
        const float reach = ui.px(3.5F);
        const bool now = dot.index == ui.state.model.at;
        draw->AddCircleFilled(ImVec2(at.x, at.y), reach + ui.px(1.5F), IM_COL32(255, 255, 255, 255));
        draw->AddCircleFilled(ImVec2(at.x, at.y), reach,
                              now ? ImGui::GetColorU32(ui.colors.caution) : IM_COL32(20, 90, 140, 255));
        const std::string number = std::to_string(dot.index + 1);
        ImFont* font = ui.fonts.strong;
        const ImVec2 text(at.x + ui.px(7), at.y - font->FontSize * 0.5F);
        for (const auto& [x, y] : {std::pair{-1.0F, 0.0F}, {1.0F, 0.0F}, {0.0F, -1.0F}, {0.0F, 1.0F}}) {
            draw->AddText(font, font->FontSize, ImVec2(text.x + x, text.y + y), IM_COL32(255, 255, 255, 255),
                          number.c_str());
        }
        draw->AddText(font, font->FontSize, text, IM_COL32(20, 40, 60, 255), number.c_str());
    }
}

void modelPanel(const Ui& ui, const Rect& place) {
    const ModelDialog& dialog = ui.state.model;
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        if (panelHead(ui, ui.text("model.title"), ui.text("model.close"),
                      withKeys(ui.text("model.close_tip"), "Ctrl+O"))) {
            pushEvent(ui, session::CloseModelDialog{});
        }
        if (ImGui::BeginChild("page", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened)) {
            if (dialog.busy()) {
                working(ui);
            } else if (dialog.step == ModelStep::choose || !dialog.placed) {
                choosePage(ui);
            } else if (dialog.step == ModelStep::place) {
                placePage(ui);
            } else {
                landmarkPage(ui);
            }
        }
        ImGui::EndChild();
    }
    endPanel();
}

}  // namespace myo::ui
