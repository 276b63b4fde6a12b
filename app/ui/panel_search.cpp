// The search box, its results, and all muscles to browse while nothing is typed.
#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "atlas/known_keys.h"
#include "content/search_words.h"
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
        memory.searchText = memory.sentText;
    }
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    const std::string hint =
        fitting(ui.text("search.hint"), ui.text("search.hint_short"), ImGui::GetContentRegionAvail().x);
    const bool taken = ImGui::InputTextWithHint(
        "##query", hint.c_str(), &memory.searchText,
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory, moveHighlight, &ui.actions);
    popOutline();
    if (ImGui::IsItemActive()) {
        memory.searchFrames = 0;
    }
    if (memory.sentText != memory.searchText) {
        memory.sentText = memory.searchText;
        ui.push(session::SetSearchText{memory.searchText});
    }
    if (taken) {
        ui.push(session::TakeResult{-1});
    }
}

const char* depthKey(session::DepthChoice depth) {
    switch (depth) {
        case session::DepthChoice::superficial:
            return "search.depth.superficial";
        case session::DepthChoice::intermediate:
            return "search.depth.intermediate";
        case session::DepthChoice::deep:
            return "search.depth.deep";
        case session::DepthChoice::any:
            break;
    }
    return "search.depth.any";
}

void bodyPartChoice(const Ui& ui, session::ResultFilter& filter) {
    const auto nameOf = [&](atlas::BodyPart part) { return content::bodyPartName(*ui.library.text, part); };
    const std::string any = ui.text("search.any_part");
    const std::string shown =
        filter.bodyPart ? ui.text("search.muscles_of", {{"part", nameOf(*filter.bodyPart)}}) : any;
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    if (ImGui::BeginCombo("##part", shown.c_str())) {
        if (ImGui::Selectable(labelled(any, "any").c_str(), !filter.bodyPart)) {
            filter.bodyPart.reset();
        }
        for (const auto& [word, part] : atlas::bodyPartWords) {
            const std::string label = labelled(content::capitalised(nameOf(part)), std::string(word).c_str());
            if (ImGui::Selectable(label.c_str(), filter.bodyPart == part)) {
                filter.bodyPart = part;
            }
        }
        ImGui::EndCombo();
    }
    popOutline();
}

void depthChoice(const Ui& ui, session::ResultFilter& filter) {
    using session::DepthChoice;
    ImGui::SetNextItemWidth(-1.0F);
    pushOutline(ui);
    if (ImGui::BeginCombo("##layer", ui.text(depthKey(filter.depth)).c_str())) {
        for (const DepthChoice depth :
             {DepthChoice::any, DepthChoice::superficial, DepthChoice::intermediate, DepthChoice::deep}) {
            if (ImGui::Selectable(labelled(ui.text(depthKey(depth)), depthKey(depth)).c_str(), filter.depth == depth)) {
                filter.depth = depth;
            }
        }
        ImGui::EndCombo();
    }
    popOutline();
}

void filters(const Ui& ui) {
    session::ResultFilter filter = ui.state.search.filter;
    bodyPartChoice(ui, filter);
    depthChoice(ui, filter);
    checkbox(ui, ui.text("search.self_treatable"), "selfTreatable", &filter.selfTreatable);
    checkbox(ui, ui.text("search.confirmed"), "confirmed", &filter.confirmed);
    if (filter.any() && link(ui, labelled(ui.text("search.clear_filters"), "clear"))) {
        filter = {};
    }
    if (!(filter == ui.state.search.filter)) {
        ui.push(session::SetFilter{filter});
    }
}

// How many muscles there are, and the links to filters and away.
void headline(const Ui& ui) {
    const SearchState& search = ui.state.search;
    const std::size_t muscles = ui.library.atlas ? ui.library.atlas->muscles.size() : 0;
    std::string count =
        search.filter.any() ? ui.text("search.some_muscles") : ui.text("search.all_muscles", {{"count", muscles}});
    if (!search.text.empty()) {
        count = search.leftOut > 0
                    ? ui.text("search.filtered", {{"count", search.rows.size()}, {"left_out", search.leftOut}})
                    : ui.text("search.results", {{"count", search.rows.size()}});
    }
    ImGui::PushFont(ui.fonts.small);
    ImGui::AlignTextToFramePadding();
    wrapped(ui, ui.fonts.small, ui.colors.dim, count);
    const std::string collapse = labelled(ui.text("search.hide"), "hide");
    const std::string narrow = labelled(ui.text(search.filtersOpen    ? "search.fewer"
                                                : search.filter.any() ? "search.filters_on"
                                                                      : "search.filter"),
                                        "filter");
    const float right = ImGui::GetWindowContentRegionMax().x + ui.px(6);
    const float links = right - buttonWidth(ui, collapse) - buttonWidth(ui, narrow);
    if (ImGui::GetCursorPosX() + ImGui::CalcTextSize(count.c_str()).x <= links) {
        ImGui::SameLine(links);
    } else {
        ImGui::SetCursorPosX(links);  // a row of their own
    }
    if (link(ui, narrow)) {
        ui.push(session::OpenFilters{!search.filtersOpen});
    }
    tooltip(ui, withKeys(findAction(ui.commands, "search.filters").tooltip, "Ctrl+F"));
    ImGui::SameLine(right - buttonWidth(ui, collapse));
    if (link(ui, collapse)) {
        ui.push(session::OpenPanel{session::Panel::search, false});
    }
    ImGui::PopFont();
}

// Sentences that have to be read before any result.
void warnings(const Ui& ui) {
    for (const std::string& warning : ui.state.search.warnings) {
        cautionBox(ui, warning);
    }
}

// One reason for the place and one for the occasion, one a line, or what the muscle is where there is no reason beyond
// its name.
std::string reasons(const Ui& ui, const atlas::Muscle* muscle, const std::vector<search::Reason>& because) {
    std::string out;
    for (const search::Reason& reason : session::tellingReasons(muscle, because)) {
        out += (out.empty() ? "" : "\n") +
               content::capitalised(content::reasonWords(*ui.library.text, *ui.library.atlas, reason));
    }
    return out.empty() && muscle != nullptr ? content::capitalised(muscle->lay) : out;
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

// What the words were taken for.
void understood(const Ui& ui) {
    const std::vector<std::string>& lines = ui.state.search.understood;
    if (!lines.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.dim,
                ui.text("search.understood", {{"what", fmt::format("{}", fmt::join(lines, "; "))}}));
    }
}

void results(const Ui& ui, Target& hovered) {
    const SearchState& search = ui.state.search;
    warnings(ui);
    if (search.rows.empty()) {
        understood(ui);
        wrapped(ui, ui.fonts.body, ui.colors.dim, search.leftOut > 0 ? ui.text("search.nothing_left") : search.advice);
        const bool filtered = search.leftOut > 0;
        if (primaryButton(ui, labelled(ui.text(filtered ? "search.clear_filters" : "search.paint"), "instead"))) {
            filtered ? ui.push(session::SetFilter{}) : ui.push(session::SetPainting{true});
        }
        return;
    }
    understood(ui);
    for (std::size_t i = 0; i < search.rows.size(); ++i) {
        const SearchState::Row& result = search.rows[i];
        const atlas::Muscle* muscle = ui.library.atlas->find(result.muscle);
        const std::string name = muscle != nullptr ? muscle->name : result.muscle.value;
        const std::string why = reasons(ui, muscle, result.because);
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
    std::map<std::optional<atlas::BodyPart>, std::vector<const atlas::Muscle*>> parts;
    for (const atlas::Muscle& muscle : ui.library.atlas->muscles) {
        if (passes(ui.state.search.filter, muscle, ui.library.body.get())) {
            parts[muscle.bodyPart].push_back(&muscle);
        }
    }
    if (parts.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("search.none_passes"));
    }
    int id = 0;
    for (const auto& [word, part] : atlas::bodyPartWords) {
        const auto found = parts.find(part);
        if (found == parts.end()) {
            continue;
        }
        ImGui::Dummy(ImVec2(0, ui.px(2)));
        wrapped(ui, ui.fonts.small, ui.colors.dim, content::capitalised(content::bodyPartName(*ui.library.text, part)));
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
        if (closedRail(ui, "##search", place, withKeys(ui.text("search.open"), "Ctrl+K"), true)) {
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
        headline(ui);
        if (ui.state.search.filtersOpen) {
            filters(ui);
        }
        const bool typed = !ui.state.search.text.empty();
        Target hovered;
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            typed ? results(ui, hovered) : browse(ui, hovered);
        }
        ImGui::EndChild();
        pushHover(ui, hovered);
    }
    endPanel();
}

}  // namespace myo::ui
