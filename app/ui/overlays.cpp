// Help, evidence note and problems list.
#include <string>

#include "session/details.h"
#include "session/problems.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// All commands of one group: keys, then what they do.
void keyGroup(const Ui& ui, const std::string& group) {
    wrapped(ui, ui.fonts.strong, ui.colors.text, group);
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
        ImGui::TextUnformatted(command.name.c_str());
    }
    ImGui::Dummy(ImVec2(0, ui.px(4)));
}

}  // namespace

void helpOverlay(const Ui& ui) {
    if (beginOverlay(ui, "Keys and mouse", 760.0F)) {
        wrapped(ui, ui.fonts.body, ui.colors.dim,
                "Drag to turn, right or middle drag to move, wheel to come nearer. F6 goes from panel to panel; arrows "
                "move within one, and Space chooses.");
        ImGui::Dummy(ImVec2(0, ui.px(4)));
        const bool wide = ImGui::GetContentRegionAvail().x > ui.px(600);
        if (ImGui::BeginTable("keys", wide ? 2 : 1, ImGuiTableFlags_SizingStretchSame)) {
            ImGui::TableNextColumn();
            keyGroup(ui, viewGroup);
            keyGroup(ui, turnGroup);
            keyGroup(ui, layerGroup);
            ImGui::TableNextColumn();
            keyGroup(ui, chooseGroup);
            keyGroup(ui, muscleGroup);
            keyGroup(ui, paintGroup);
            keyGroup(ui, windowGroup);
            ImGui::EndTable();
        }
        endOverlay();
    }
}

void evidenceOverlay(const Ui& ui) {
    if (beginOverlay(ui, "How sure is this?", 640.0F)) {
        for (const session::EvidenceParagraph& paragraph : session::evidenceNote()) {
            wrapped(ui, ui.fonts.body, ui.colors.text, paragraph.text);
            if (!paragraph.source.empty()) {
                wrapped(ui, ui.fonts.small, ui.colors.dim, paragraph.source);
            }
            ImGui::Dummy(ImVec2(0, ui.px(4)));
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
    if (beginOverlay(ui, problems.unread.empty() ? "Look twice at these" : "What could not be read", 760.0F)) {
        if (!problems.unread.empty()) {
            wrapped(ui, ui.fonts.body, ui.colors.dim,
                    "Everything else is shown. Mend these places in the data folder and start again; "
                    "\"myoatlas validate\" lists them on the command line.");
            list(problems.unread);
        }
        if (!problems.doubtful.empty()) {
            wrapped(ui, ui.fonts.body, ui.colors.dim,
                    "This figure is shaped otherwise than the built-in ones. Pain zones of these muscles may lie "
                    "beside their place on it:");
            list(problems.doubtful);
        }
        endOverlay();
    }
}

}  // namespace myo::ui
