// The search box, its results, and all muscles to browse while nothing is typed.
#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "atlas/known_keys.h"
#include "atlas/urgency.h"
#include "content/search_words.h"
#include "session/visibility.h"
#include "session/words.h"
#include "ui/icons.h"
#include "ui/result_row.h"
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
    const std::string close = signAlone(ui, icon::close, "x");
    ImGui::SetNextItemWidth(-buttonWidth(ui, close) - ui.px(4));
    pushOutline(ui);
    const std::string hint = fitting(ui.text("search.hint"), ui.text("search.hint_short"),
                                     ImGui::GetContentRegionAvail().x - buttonWidth(ui, close) - ui.px(4));
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
    ImGui::SameLine(0.0F, ui.px(4));
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    if (ImGui::Button(labelled(close, "close").c_str())) {
        ui.push(session::OpenPanel{session::Panel::search, false});
    }
    ImGui::PopStyleColor();
    tooltip(ui, withKeys(ui.text("search.hide"), "Ctrl+1"));
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

// How many there are, and the way to narrow them.
void headline(const Ui& ui) {
    const SearchState& search = ui.state.search;
    std::string count = ui.text("search.some_muscles");
    if (!search.text.empty()) {
        count = search.leftOut > 0
                    ? ui.text("search.filtered", {{"count", search.rows.size()}, {"left_out", search.leftOut}})
                : search.rows.empty() ? ui.text("search.no_result")
                                      : ui.text("search.results", {{"count", search.rows.size()}});
    }
    const std::string narrow = labelled(ui.text(search.filtersOpen    ? "search.fewer"
                                                : search.filter.any() ? "search.filters_on"
                                                                      : "search.filter"),
                                        "filter");
    ImGui::PushFont(ui.fonts.small);
    ImGui::AlignTextToFramePadding();
    wrapped(ui, ui.fonts.small, ui.colors.dim, count);
    const float links = ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, narrow);
    if (ImGui::GetCursorPosX() + ImGui::CalcTextSize(count.c_str()).x <= links) {
        ImGui::SameLine(links);
    } else {
        ImGui::SetCursorPosX(links);  // a row of its own
    }
    if (link(ui, narrow)) {
        ui.push(session::OpenFilters{!search.filtersOpen});
    }
    tooltip(ui, withKeys(findAction(ui.commands, "search.filters").tooltip, "Ctrl+F"));
    ImGui::PopFont();
}

// Sentences that have to be read before any result, the most urgent first.
void warnings(const Ui& ui) {
    std::vector<std::string> all = ui.state.search.warnings;
    std::stable_sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) {
        return atlas::urgencyOf(a) < atlas::urgencyOf(b);
    });
    for (const std::string& warning : all) {
        warningBox(ui, warning, atlas::urgencyOf(warning));
    }
    if (!ui.state.search.ruleOut.empty()) {
        wrapped(ui, ui.fonts.small, ui.colors.text, ui.state.search.ruleOut);
    }
}

// The weightiest reason.
std::string reason(const Ui& ui, const atlas::Muscle* muscle, const std::vector<search::Reason>& because) {
    const std::vector<search::Reason> said = session::tellingReasons(muscle, because);
    return said.empty() ? std::string()
                        : content::capitalised(content::reasonWords(*ui.library.text, *ui.library.atlas, said.front()));
}

// True with the first frame in which something else is chosen: the list goes to its row.
bool chosenAnew(const Ui& ui) {
    const bool anew = !(ui.memory.listed == ui.state.choice.selected);
    ui.memory.listed = ui.state.choice.selected;
    return anew;
}

Target targetOf(const Ui& ui, const SearchState::Row& result) {
    const Side side = ui.state.search.side.value_or(Side::left);
    const atlas::Muscle* muscle = ui.library.atlas->find(result.muscle);
    if (!result.points.empty()) {
        return SidedPoint{result.points.front(), side};
    }
    if (muscle != nullptr && !muscle->points.empty()) {
        return SidedPoint{muscle->points.front().id, side};
    }
    return session::SidedMuscle{result.muscle, toBodySide(side)};
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
    const auto chosen = session::selectedMuscle(ui.state);
    const bool anew = chosenAnew(ui);
    for (std::size_t i = 0; i < search.rows.size(); ++i) {
        const SearchState::Row& result = search.rows[i];
        const atlas::Muscle* muscle = ui.library.atlas->find(result.muscle);
        ResultRow row = rowOf(ui, result.muscle);
        const Target target = targetOf(ui, result);
        if (const auto* point = std::get_if<SidedPoint>(&target)) {
            addStanding(ui, point->point, row);
            row.point = *point;
        }
        row.reason = reason(ui, muscle, result.because);
        row.share = result.score;
        row.marked = search.previewing && static_cast<int>(i) == search.highlighted;
        row.chosen = chosen && chosen->muscle == result.muscle;
        if (resultRow(ui, static_cast<int>(i), row)) {
            ui.push(session::TakeResult{static_cast<int>(i)});
        }
        if (ImGui::IsItemHovered()) {
            hovered = target;
        }
        const bool moved = search.previewing && ui.memory.listedAt != search.highlighted;
        if ((row.chosen && anew) || (row.marked && moved)) {
            ImGui::SetScrollHereY();
        }
    }
    ui.memory.listedAt = search.highlighted;
}

}  // namespace

Target muscleList(const Ui& ui) {
    Target hovered;
    std::map<std::optional<atlas::BodyPart>, std::vector<const atlas::Muscle*>> parts;
    for (const atlas::Muscle& muscle : ui.library.atlas->muscles) {
        if (passes(ui.state.search.filter, muscle, ui.library.body.get())) {
            parts[muscle.bodyPart].push_back(&muscle);
        }
    }
    if (parts.empty()) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("search.none_passes"));
    }
    const auto chosen = session::selectedMuscle(ui.state);
    const bool anew = chosenAnew(ui);
    int id = 0;
    for (const auto& [word, part] : atlas::bodyPartWords) {
        const auto found = parts.find(part);
        if (found == parts.end()) {
            continue;
        }
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        wrapped(ui, ui.fonts.small, ui.colors.dim, content::capitalised(content::bodyPartName(*ui.library.text, part)));
        for (const atlas::Muscle* muscle : found->second) {
            const Target target = muscle->points.empty() ? Target{session::SidedMuscle{muscle->id, BodySide::left}}
                                                         : Target{SidedPoint{muscle->points.front().id, Side::left}};
            ResultRow row = rowOf(ui, muscle->id);
            row.chosen = chosen && chosen->muscle == muscle->id;
            if (resultRow(ui, id++, row)) {
                ui.push(session::Select{target});
            }
            if (ImGui::IsItemHovered()) {
                hovered = target;
            }
            if (row.chosen && anew) {
                ImGui::SetScrollHereY();
            }
        }
    }
    return hovered;
}

void searchPanel(const Ui& ui, const Rect& place, bool open) {
    if (!open) {
        if (closedRail(ui, "##search", place, withKeys(ui.text("search.open"), "Ctrl+K"), true)) {
            ui.push(session::OpenPanel{session::Panel::search, true});
        }
        return;
    }
    if (ui.state.paint.on || ui.state.learning) {
        const bool quiz = ui.state.quiz.page != session::QuizPage::closed && ui.state.learning;
        quiz ? quizPanel(ui, place) : ui.state.paint.on ? paintPanel(ui, place) : learnPanel(ui, place);
        return;
    }
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        searchBox(ui);
        const SearchState& search = ui.state.search;
        const bool typed = !search.text.empty();
        const bool narrowed = search.filtersOpen || search.filter.any();
        if (typed || narrowed) {
            headline(ui);
        }
        if (search.filtersOpen) {
            filters(ui);
        }
        Target hovered;
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            if (typed) {
                results(ui, hovered);
            } else if (narrowed) {
                hovered = muscleList(ui);
            } else {
                startPage(ui);
            }
        }
        ImGui::EndChild();
        pushHover(ui, hovered);
    }
    endPanel();
}

}  // namespace myo::ui
