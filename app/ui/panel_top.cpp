// The bar along the top: the name, what the window is for, whose body is shown, and what concerns the window as a
// whole.
#include <string>
#include <utility>
#include <vector>

#include "session/mode.h"
#include "session/problems.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

using session::Mode;

// How much is said in words, from a wide window to a narrow one. Nothing is ever left out but the name.
enum class Words { all, tabsAndMain, tabs, currentTab, none, noName };

struct Tab {
    Mode mode;
    const char* icon;
    const char* key;
    const char* command;
};
constexpr std::array<Tab, 4> tabs{{{Mode::explore, icon::explore, "top.explore", "explore"},
                                   {Mode::paint, icon::paint, "top.paint", "paint"},
                                   {Mode::learn, icon::learn, "top.learn", "learn"},
                                   {Mode::present, icon::present, "top.present", "present"}}};

std::vector<Segment> tabSegments(const Ui& ui, Words words) {
    std::vector<Segment> out;
    for (const Tab& tab : tabs) {
        const ActionInfo& command = findAction(ui.commands, tab.command);
        const std::string name = ui.text(tab.key);
        const bool on = session::modeOf(ui.state) == tab.mode && !ui.state.model.open();
        const bool said = words <= Words::tabs || (words == Words::currentTab && on);
        const std::string hint = said ? command.tooltip : name + ". " + command.tooltip;
        out.push_back({said ? signWords(ui, tab.icon, name) : signAlone(ui, tab.icon, name), tab.command,
                       command.shortcuts.empty() ? hint : withKeys(hint, command.shortcuts.front()), on,
                       command.enabled || on});
    }
    return out;
}

std::vector<Segment> figureSegments(const Ui& ui, Words words) {
    const std::string body = ui.library.body ? ui.library.body->identity.name : std::string();
    const auto one = [&](const char* id, const char* icon, const char* key, bool on) {
        const std::string name = ui.text(key);
        const ActionInfo& command = findAction(ui.commands, id);
        return Segment{
            words == Words::all ? signWords(ui, icon, name) : signAlone(ui, icon, name), id,
            command.shortcuts.empty() ? command.tooltip : withKeys(command.tooltip, command.shortcuts.front()), on,
            command.enabled};
    };
    return {one("figure.man", icon::man, "top.man", body == "male"),
            one("figure.woman", icon::woman, "top.woman", body == "female"),
            one("model", icon::ownModel, "top.own", body != "male" && body != "female")};
}

using Buttons = std::vector<std::pair<const char*, std::string>>;

Buttons buttonsOf(const Ui& ui, Words words) {
    Buttons out;
    const bool said = words <= Words::tabsAndMain;
    const auto add = [&](const char* id, const char* icon, bool inWords, const std::string& name) {
        out.emplace_back(id, inWords ? signWords(ui, icon, name) : signAlone(ui, icon, name));
    };
    if (const std::size_t count = session::problemList(ui.library).count(); count > 0) {
        add("problems", icon::warning, words == Words::all, ui.text("top.problems", {{"count", count}}));
    }
    add("undo", icon::undo, false, ui.text("top.undo"));
    add("redo", icon::redo, false, ui.text("top.redo"));
    add("share", icon::share, said, ui.text("top.share"));
    add("settings", icon::settings, said, ui.text("top.settings"));
    add("help", icon::help, false, "?");
    return out;
}

float widthOf(const Ui& ui, const Buttons& buttons) {
    float width = 0.0F;
    for (const auto& [id, label] : buttons) {
        width += buttonWidth(ui, label) + ui.px(4);
    }
    return width;
}

struct Contents {
    std::vector<Segment> tabs, figures;
    Buttons buttons;
    bool named = true;
    float nameWidth = 0.0F;
};

Contents contentsOf(const Ui& ui, Words words, float nameWidth) {
    const bool named = words != Words::noName;
    return {tabSegments(ui, words), figureSegments(ui, words), buttonsOf(ui, words), named,
            named ? nameWidth + ui.px(20) : 0.0F};
}

float widthOf(const Ui& ui, const Contents& contents) {
    return contents.nameWidth + segmentsWidth(ui, contents.tabs) + ui.px(16) + segmentsWidth(ui, contents.figures) +
           ui.px(12) + widthOf(ui, contents.buttons);
}

void place(float x, float y) {
    ImGui::SameLine();
    ImGui::SetCursorPos(ImVec2(x, y));
}

}  // namespace

void topBar(const Ui& ui, const Rect& rect) {
    const float margin = ui.px(12);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    if (beginPanel("##top", rect, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) {
        hairline(ui, {rect.at.x, rect.end().y - 1.0F}, {rect.end().x, rect.end().y - 1.0F});
        const char* name = "Myoatlas";  // the product's name is the same in every language
        ImGui::PushFont(ui.fonts.title);
        const float nameWidth = ImGui::CalcTextSize(name).x;
        ImGui::PopFont();
        Contents contents;
        for (const Words words :
             {Words::all, Words::tabsAndMain, Words::tabs, Words::currentTab, Words::none, Words::noName}) {
            contents = contentsOf(ui, words, nameWidth);
            if (widthOf(ui, contents) <= rect.size.x - 2.0F * margin) {
                break;
            }
        }
        const float y = (rect.size.y - ImGui::GetFrameHeight()) * 0.5F;
        ImGui::SetCursorPos(ImVec2(margin, y));
        if (contents.named) {
            ImGui::SetCursorPosY((rect.size.y - ui.fonts.title->FontSize) * 0.5F);
            ImGui::PushFont(ui.fonts.title);
            ImGui::TextUnformatted(name);
            ImGui::PopFont();
        } else {
            ImGui::Dummy(ImVec2(0, 0));
        }
        place(margin + contents.nameWidth, y);
        if (const int pressed = segments(ui, "modes", contents.tabs); pressed >= 0) {
            ui.push(session::SetMode{tabs.at(static_cast<std::size_t>(pressed)).mode});
        }
        float x = rect.size.x - margin - widthOf(ui, contents.buttons) + ui.px(4);
        place(x - ui.px(12) - segmentsWidth(ui, contents.figures), y);
        const int pressed = segments(ui, "figures", contents.figures);
        if (pressed == 2 || (pressed >= 0 && !contents.figures[static_cast<std::size_t>(pressed)].on)) {
            ui.push(findAction(ui.commands, contents.figures[static_cast<std::size_t>(pressed)].id).action);
        }
        for (const auto& [id, label] : contents.buttons) {
            place(x, y);
            commandButton(ui, id, label);
            x += buttonWidth(ui, label) + ui.px(4);
        }
    }
    endPanel();
    ImGui::PopStyleVar();
}

}  // namespace myo::ui
