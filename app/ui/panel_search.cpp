// The search box, its results, and all muscles to browse while nothing is typed.
#include <algorithm>
#include <cstring>
#include <map>

#include <fmt/format.h>

#include "session/words.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::SearchState;
using session::Target;

int moveHighlight(ImGuiInputTextCallbackData* data) {
    auto* actions = static_cast<std::vector<session::Action>*>(data->UserData);
    actions->emplace_back(session::MoveHighlight{data->EventKey == ImGuiKey_DownArrow ? 1 : -1});
    return 0;
}

void searchBox(const Ui& ui) {
    Memory& memory = ui.memory;
    if (ui.state.search.focusRequests != memory.focusSeen) {
        memory.focusSeen = ui.state.search.focusRequests;
        ImGui::SetKeyboardFocusHere();
        memory.searchFrames = 4;
    }
    if (ui.state.search.text != memory.sentText) {
        memory.sentText = ui.state.search.text;
        const std::size_t length = std::min(memory.sentText.size(), memory.searchText.size() - 1);
        std::memcpy(memory.searchText.data(), memory.sentText.data(), length);
        memory.searchText[length] = '\0';
    }
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    const bool taken = ImGui::InputTextWithHint(
        "##query", "Where does it hurt? Which muscle?", memory.searchText.data(), memory.searchText.size(),
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory, moveHighlight, &ui.actions);
    popOutline();
    if (ImGui::IsItemActive()) {
        memory.searchFrames = 0;
    }
    if (memory.sentText != memory.searchText.data()) {
        memory.sentText = memory.searchText.data();
        ui.push(session::SetSearchText{memory.searchText.data()});
    }
    if (taken) {
        ui.push(session::TakeResult{-1});
    }
}

// Sentences that have to be read before any result.
void warnings(const Ui& ui) {
    for (const std::string& warning : ui.state.search.warnings) {
        cautionBox(ui, warning);
    }
}

// The two weightiest reasons, one a line.
std::string reasons(const std::vector<std::string>& because) {
    constexpr std::size_t most = 2;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, because.size()); ++i) {
        out += (i > 0 ? "\n" : "") + session::capitalised(because[i]);
    }
    return out;
}

Target targetOf(const Ui& ui, const SearchState::Row& result) {
    const atlas::Muscle* muscle = ui.library.atlas->find(result.muscle);
    if (!result.points.empty()) {
        return SidedPoint{result.points.front(), Side::left};
    }
    if (muscle != nullptr && !muscle->points.empty()) {
        return SidedPoint{muscle->points.front().id, Side::left};
    }
    return session::SidedMuscle{result.muscle, BodySide::left};
}

void results(const Ui& ui, Target& hovered) {
    const SearchState& search = ui.state.search;
    warnings(ui);
    if (search.rows.empty()) {
        wrapped(
            ui, ui.fonts.body, ui.colors.dim,
            "Nothing fits. Try a place (\"behind the eye\"), a symptom (\"stiff neck\") or a muscle - or paint where "
            "it hurts.");
        return;
    }
    for (std::size_t i = 0; i < search.rows.size(); ++i) {
        const SearchState::Row& result = search.rows[i];
        const atlas::Muscle* muscle = ui.library.atlas->find(result.muscle);
        const std::string name = muscle != nullptr ? muscle->name : result.muscle.value;
        std::string why = reasons(result.because);
        if (muscle != nullptr && why.empty()) {
            why = muscle->lay;
        }
        const bool highlighted = static_cast<int>(i) == search.highlighted;
        if (listRow(ui, static_cast<int>(i), name, why, highlighted)) {
            ui.push(session::TakeResult{static_cast<int>(i)});
        }
        if (ImGui::IsItemHovered()) {
            hovered = targetOf(ui, result);
        }
        if (highlighted && ImGui::IsWindowAppearing()) {
            ImGui::SetScrollHereY();
        }
    }
}

void browse(const Ui& ui, Target& hovered) {
    std::map<std::string, std::vector<const atlas::Muscle*>> parts;
    for (const atlas::Muscle& muscle : ui.library.atlas->muscles) {
        parts[muscle.bodyPart].push_back(&muscle);
    }
    int id = 0;
    for (const char* part : {"head", "neck", "shoulder", "back", "chest", "abdomen", "pelvis", "hip", "arm", "forearm",
                             "hand", "thigh", "leg", "foot", ""}) {
        const auto found = parts.find(part);
        if (found == parts.end()) {
            continue;
        }
        ImGui::Dummy(ImVec2(0, ui.px(2)));
        wrapped(ui, ui.fonts.small, ui.colors.dim, part[0] == '\0' ? "Elsewhere" : session::capitalised(part));
        for (const atlas::Muscle* muscle : found->second) {
            const Target target = muscle->points.empty() ? Target{session::SidedMuscle{muscle->id, BodySide::left}}
                                                         : Target{SidedPoint{muscle->points.front().id, Side::left}};
            const auto chosen = std::get_if<SidedPoint>(&ui.state.choice.selected);
            const bool current = chosen != nullptr && chosen->point.muscle == muscle->id;
            if (listRow(ui, id++, muscle->name, "", current)) {
                ui.push(session::Select{target});
            }
            if (ImGui::IsItemHovered()) {
                hovered = target;
            }
        }
    }
}

}  // namespace

void searchPanel(const Ui& ui, const Rect& place, bool open) {
    if (!open) {
        if (closedRail(ui, "##search", place, "Open the search  [Ctrl+K]", true)) {
            ui.push(session::OpenPanel{session::Panel::search, true});
        }
        return;
    }
    if (ui.state.paint.on) {
        paintPanel(ui, place);
        return;
    }
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        searchBox(ui);
        ImGui::PushFont(ui.fonts.small);
        const bool typed = !ui.state.search.text.empty();
        const std::size_t muscles = ui.library.atlas ? ui.library.atlas->muscles.size() : 0;
        const std::string count = typed ? fmt::format("{} results, best first", ui.state.search.rows.size())
                                        : fmt::format("All {} muscles", muscles);
        ImGui::TextDisabled("%s", count.c_str());
        const char* collapse = "Hide";
        ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, collapse) + ui.px(6));
        if (link(ui, collapse)) {
            ui.push(session::OpenPanel{session::Panel::search, false});
        }
        ImGui::PopFont();
        Target hovered;
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            typed ? results(ui, hovered) : browse(ui, hovered);
        }
        ImGui::EndChild();
        if (!(hovered == ui.memory.listHover)) {
            ui.memory.listHover = hovered;
            ui.push(session::HoverTarget{hovered});
        }
    }
    endPanel();
}

}  // namespace myo::ui
