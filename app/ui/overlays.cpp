// Help and problems list.
#include <string>

#include "session/problems.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// All commands of one group: keys, then what they do.
void keyGroup(const Ui& ui, ActionGroup group) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, ui.text(groupKey(group)));
    for (const ActionInfo& command : ui.commands) {
        if (command.group != group || command.shortcuts.empty()) {
            continue;
        }
        const float start = ImGui::GetCursorPosX();
        for (const std::string& shortcut : command.shortcuts) {
            keycap(ui, shortcut);
            ImGui::SameLine(0.0F, ui.px(4));
        }
        ImGui::SetCursorPosX(start + ui.px(158));
        wrapped(ui, ui.fonts.body, ui.colors.text, command.name);
    }
    ImGui::Dummy(ImVec2(0, ui.px(4)));
}

}  // namespace

void helpOverlay(const Ui& ui) {
    if (beginOverlay(ui, labelled(ui.text("help.title"), "help"), 760.0F)) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("help.mouse"));
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        const bool wide = ImGui::GetContentRegionAvail().x > ui.px(600);
        if (ImGui::BeginTable("keys", wide ? 2 : 1, ImGuiTableFlags_SizingStretchSame)) {
            ImGui::TableNextColumn();
            keyGroup(ui, ActionGroup::views);
            keyGroup(ui, ActionGroup::turning);
            keyGroup(ui, ActionGroup::layers);
            ImGui::TableNextColumn();
            keyGroup(ui, ActionGroup::choosing);
            keyGroup(ui, ActionGroup::muscle);
            keyGroup(ui, ActionGroup::painting);
            keyGroup(ui, ActionGroup::learning);
            keyGroup(ui, ActionGroup::window);
            ImGui::EndTable();
        }
        endOverlay();
    }
}

void problemsOverlay(const Ui& ui) {
    const session::ProblemList problems = session::problemList(ui.library);
    const auto list = [&](const std::vector<std::string>& lines) {
        for (const std::string& line : lines) {
            ImGui::Bullet();
            wrapped(ui, ui.fonts.small, ui.colors.text, line);
        }
    };
    if (beginOverlay(ui,
                     labelled(ui.text(problems.unread.empty() ? "problems.doubtful_title" : "problems.unread_title"),
                              "problems"),
                     760.0F)) {
        if (!problems.unread.empty()) {
            wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("problems.unread"));
            list(problems.unread);
        }
        if (!problems.doubtful.empty()) {
            wrapped(ui, ui.fonts.body, ui.colors.dim, ui.text("problems.doubtful"));
            list(problems.doubtful);
        }
        endOverlay();
    }
}

}  // namespace myo::ui
