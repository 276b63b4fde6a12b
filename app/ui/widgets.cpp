#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

#include "session/scene_builder.h"
#include "ui/icons.h"

namespace myo::ui {

namespace {

ImVec2 im(const glm::vec2& v) {
    return {v.x, v.y};
}

// Takes the clicks beside a sheet, and closes it.
void shade(const Ui& ui, const ImVec4& color) {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(window);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, color);
    ImGui::Begin("##shade", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing);
    if (ImGui::InvisibleButton("##close", window)) {
        ui.push(session::Back{});
    }
    ImGui::End();
    ImGui::PopStyleColor();
}

}  // namespace

bool beginFloating(const char* name, const Rect& place, ImGuiWindowFlags more) {
    ImGui::SetNextWindowPos(im(place.at));
    ImGui::SetNextWindowSize(im(place.size));
    return ImGui::Begin(name, nullptr,
                        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
                            ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | more);
}

bool beginPanel(const char* name, const Rect& place, ImGuiWindowFlags more) {
    return beginFloating(name, place, ImGuiWindowFlags_NoBringToFrontOnFocus | more);
}

bool panelHead(const Ui& ui, const std::string& title, const std::string& button, const std::string& hint) {
    const float buttonAt = ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, button);
    ImGui::PushFont(ui.fonts.strong);
    ImGui::AlignTextToFramePadding();
    ImGui::PushTextWrapPos(buttonAt - ui.px(6));
    ImGui::TextUnformatted(title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    ImGui::SameLine(buttonAt);
    const bool pressed = ImGui::Button(labelled(button, "head").c_str());
    tooltip(ui, hint);
    return pressed;
}

void endPanel() {
    ImGui::End();
}

void tooltip(const Ui& ui, const std::string& text) {
    if (text.empty() || !ImGui::IsItemHovered()) {
        return;
    }
    // Below the item, where it hides no neighbour; above it at the window's foot.
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const bool above = high.y > window.y - ui.px(64);
    const bool leftwards = low.x > window.x * 0.6F;
    ImGui::SetNextWindowPos(ImVec2(leftwards ? high.x : low.x, above ? low.y - ui.px(4) : high.y + ui.px(4)),
                            ImGuiCond_Always, ImVec2(leftwards ? 1.0F : 0.0F, above ? 1.0F : 0.0F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(8)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.px(320));
    ImGui::PushFont(ui.fonts.small);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar(2);
}

float buttonWidth(const Ui& /*ui*/, const std::string& label) {
    return ImGui::CalcTextSize(label.c_str(), nullptr, true).x + ImGui::GetStyle().FramePadding.x * 2.0F;
}

std::string labelled(const std::string& words, const char* id) {
    return words + "###" + id;
}

std::string folded(const std::string& words, float widthPx) {
    const ImFont* font = ImGui::GetFont();
    const float scale = ImGui::GetFontSize() / font->FontSize;
    std::string out;
    const char* at = words.c_str();
    const char* end = at + words.size();
    while (at < end) {
        const char* until = std::max(font->CalcWordWrapPositionA(scale, at, end, widthPx), at + 1);
        out.append(at, until);
        while (until < end && *until == ' ') {
            ++until;
        }
        out += until < end ? "\n" : "";
        at = until;
    }
    return out;
}

std::string fitting(const std::string& full, const std::string& brief, float widthPx) {
    const float room = widthPx - 2.0F * ImGui::GetStyle().FramePadding.x;
    return ImGui::CalcTextSize(full.c_str()).x <= room ? full : brief;
}

bool checkbox(const Ui& ui, const std::string& words, const char* id, bool* on) {
    const float box = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
    pushOutline(ui);
    const bool pressed =
        ImGui::Checkbox(labelled(folded(words, ImGui::GetContentRegionAvail().x - box), id).c_str(), on);
    popOutline();
    return pressed;
}

bool foldingHeader(const Ui& ui, const std::string& words, const char* id, ImGuiTreeNodeFlags flags) {
    const float arrow = ImGui::GetFontSize() + 3.0F * ImGui::GetStyle().FramePadding.x;
    const float width = ImGui::GetContentRegionAvail().x - arrow - ui.px(4);
    return ImGui::CollapsingHeader(labelled(folded(words, width), id).c_str(), flags);
}

std::string withKeys(const std::string& words, const std::string& keys) {
    return words + "  [" + keys + "]";
}

std::string signWords(const Ui& ui, const char* icon, const std::string& words) {
    return ui.fonts.icons ? std::string(icon) + "  " + words : words;
}

std::string signAlone(const Ui& ui, const char* icon, const std::string& words) {
    return ui.fonts.icons ? icon : words;
}

float segmentsWidth(const Ui& ui, const std::vector<Segment>& all) {
    float width = 0.0F;
    for (const Segment& segment : all) {
        width += buttonWidth(ui, segment.words) + ui.px(2);
    }
    return width - ui.px(2);
}

int segments(const Ui& ui, const char* id, const std::vector<Segment>& all) {
    int pressed = -1;
    ImGui::PushID(id);
    Flow flow(ImGui::GetCursorPosX(), ImGui::GetContentRegionAvail().x, ui.px(2));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Segment& segment = all[i];
        flow.item(buttonWidth(ui, segment.words));
        ImGui::BeginDisabled(!segment.enabled);
        const std::string label = labelled(segment.words, segment.id);
        if (segment.on ? primaryButton(ui, label) : ImGui::Button(label.c_str())) {
            pressed = static_cast<int>(i);
        }
        ImGui::EndDisabled();
        tooltip(ui, segment.hint);
    }
    ImGui::PopID();
    return pressed;
}

void badge(const Ui& ui, const std::string& words, const ImVec4& color) {
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 pad(ui.px(8), ui.px(3));
    const float most = ImGui::GetContentRegionAvail().x - 2.0F * pad.x;
    const ImVec2 text = ImGui::CalcTextSize(words.c_str(), nullptr, false, most);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end(at.x + text.x + 2.0F * pad.x, at.y + text.y + 2.0F * pad.y);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRect(at, end, ImGui::GetColorU32(color), ui.px(10), 0, std::max(1.0F, ui.px(1)));
    draw->AddText(ui.fonts.small, ui.fonts.small->FontSize, ImVec2(at.x + pad.x, at.y + pad.y),
                  ImGui::GetColorU32(color), words.c_str(), nullptr, most);
    ImGui::Dummy(ImVec2(end.x - at.x, end.y - at.y));
    ImGui::PopFont();
}

void shareBar(const Ui& ui, float share, float widthPx) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(6);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, ImVec2(at.x + widthPx, at.y + height), ImGui::GetColorU32(ui.colors.line), height * 0.5F);
    draw->AddRectFilled(at, ImVec2(at.x + widthPx * std::clamp(share, 0.0F, 1.0F), at.y + height),
                        ImGui::GetColorU32(ui.colors.accent), height * 0.5F);
    ImGui::Dummy(ImVec2(widthPx, height));
}

void commandButton(const Ui& ui, const char* id, const std::string& words) {
    const ActionInfo& command = findAction(ui.commands, id);
    const std::string text = labelled(words.empty() ? command.name : words, id);
    ImGui::BeginDisabled(!command.enabled);
    if (command.active) {
        ImGui::PushStyleColor(ImGuiCol_Button, ui.colors.accent);
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ui.colors.accent);
        ImGui::PushStyleColor(ImGuiCol_ButtonActive, ui.colors.accent);
        ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.onAccent);
    }
    if (ImGui::Button(text.c_str())) {
        ui.push(command.action);
    }
    if (command.active) {
        ImGui::PopStyleColor(4);
    }
    ImGui::EndDisabled();
    std::string hint = command.tooltip.empty() ? command.name : command.tooltip;
    if (words.rfind(command.name) == std::string::npos && !command.tooltip.empty() && !words.empty()) {
        hint = command.name + ". " + hint;  // the button itself does not say it
    }
    tooltip(ui, command.shortcuts.empty() ? hint : withKeys(hint, command.shortcuts.front()));
}

void hairline(const Ui& ui, const glm::vec2& from, const glm::vec2& to) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRectFullScreen();
    draw->AddLine(im(from), im(to), ImGui::GetColorU32(ui.colors.line));
    draw->PopClipRect();
}

void pushOutline(const Ui& ui) {
    ImGui::PushStyleColor(ImGuiCol_Border, ui.colors.edge);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, std::max(1.0F, std::round(ui.input.scale)));
}

void popOutline() {
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

bool primaryButton(const Ui& ui, const std::string& label) {
    ImGui::PushStyleColor(ImGuiCol_Button, ui.colors.accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ui.colors.accent);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, ui.colors.accent);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.onAccent);
    const bool pressed = ImGui::Button(label.c_str());
    ImGui::PopStyleColor(4);
    return pressed;
}

bool link(const Ui& ui, const std::string& label) {
    ImGui::PushStyleColor(ImGuiCol_Button, ImVec4(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colors.accent);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(4), ImGui::GetStyle().FramePadding.y));
    const bool pressed = ImGui::Button(label.c_str());
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
    return pressed;
}

void wrapped(const Ui& ui, ImFont* font, const ImVec4& color, const std::string& text) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, color);
    const float inset = ui.memory.rightInset;
    ImGui::PushTextWrapPos(inset > 0.0F ? ImGui::GetWindowContentRegionMax().x - inset : 0.0F);
    ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void swatch(const Ui& ui, const glm::vec2& at, float size, atlas::Tier tier) {
    swatch(ui, at, size, tier, ui.state.settings.palette);
}

void swatch(const Ui& ui, const glm::vec2& at, float size, atlas::Tier tier, session::PaletteChoice palette) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 low = im(at);
    const ImVec2 high = im(at + size);
    const float rounding = size * 0.2F;
    const glm::vec3 zone = session::zoneColor(palette);
    const ImU32 color = ImGui::GetColorU32(ImVec4(zone.r, zone.g, zone.b, 1.0F));
    // On the colour of skin, as on the figure: the pattern has to be known again there. A rim of it stays around the
    // solid colour, as black would be lost on a dark panel.
    const bool pale = palette == session::PaletteChoice::contrast;
    draw->AddRectFilled(low, high, pale ? IM_COL32(236, 236, 236, 255) : IM_COL32(222, 196, 178, 255), rounding);
    if (tier == atlas::Tier::primary) {
        const float rim = std::max(std::round(size / 9.0F), 1.0F);
        draw->AddRectFilled(ImVec2(low.x + rim, low.y + rim), ImVec2(high.x - rim, high.y - rim), color,
                            rounding * 0.5F);
    } else {
        const float step = size / 4.0F;
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 4; ++column) {
                const float shift = row % 2 == 0 ? 0.32F : 0.68F;
                draw->AddCircleFilled(ImVec2(low.x + (static_cast<float>(column) + shift) * step,
                                             low.y + (static_cast<float>(row) + 0.5F) * step),
                                      step * 0.30F, color);
            }
        }
    }
    draw->AddRect(low, high, ImGui::GetColorU32(ui.colors.edge), rounding, 0, std::max(1.0F, ui.px(1)));
}

void keycap(const Ui& ui, const std::string& key) {
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 text = ImGui::CalcTextSize(key.c_str());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 pad(ui.px(7), ui.px(3));
    const ImVec2 size(text.x + pad.x * 2, text.y + pad.y * 2);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, ImVec2(at.x + size.x, at.y + size.y), ImGui::GetColorU32(ui.colors.raised), ui.px(5));
    draw->AddRect(at, ImVec2(at.x + size.x, at.y + size.y), ImGui::GetColorU32(ui.colors.line), ui.px(5));
    draw->AddText(ImVec2(at.x + pad.x, at.y + pad.y), ImGui::GetColorU32(ui.colors.text), key.c_str());
    ImGui::Dummy(size);
    ImGui::PopFont();
}

void Flow::item(float widthPx) {
    if (rows_ == 0) {
        rows_ = 1;
        ImGui::SetCursorPosX(left_);
    } else if (used_ + gap_ + widthPx <= width_) {
        ImGui::SameLine(left_ + used_ + gap_, 0.0F);
        used_ += gap_;
    } else {
        ++rows_;
        used_ = 0.0F;
        ImGui::SetCursorPosX(left_);
    }
    used_ += widthPx;
}

void cautionBox(const Ui& ui, const std::string& text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(10);
    const float inner = width - 2 * pad - ui.px(4);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, inner);
    const ImVec2 end(at.x + width, at.y + size.y + 2 * pad);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, end, ImGui::GetColorU32(ui.colors.cautionSoft), ui.px(6));
    draw->AddRectFilled(at, ImVec2(at.x + ui.px(4), end.y), ImGui::GetColorU32(ui.colors.caution), ui.px(2));
    draw->AddText(ImGui::GetFont(), ImGui::GetFontSize(), ImVec2(at.x + pad + ui.px(4), at.y + pad),
                  ImGui::GetColorU32(ui.colors.text), text.c_str(), nullptr, inner);
    ImGui::Dummy(ImVec2(width, end.y - at.y));
}

void warningBox(const Ui& ui, const std::string& text, atlas::Urgency urgency) {
    const bool danger = urgency == atlas::Urgency::ambulance;
    const bool quiet = urgency == atlas::Urgency::doctor;
    const ImVec4& ground = danger ? ui.colors.dangerSoft : ui.colors.cautionSoft;
    const ImVec4& ink = danger ? ui.colors.danger : quiet ? ui.colors.dim : ui.colors.caution;
    const char* sign = danger ? icon::ambulance : quiet ? icon::seeSomeone : icon::today;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(quiet ? 4.0F : 8.0F);
    const float left = ui.fonts.icons ? ui.px(32) : ui.px(12);
    const float inner = width - left - ui.px(8);
    const ImVec2 size = ImGui::CalcTextSize(text.c_str(), nullptr, false, inner);
    const ImVec2 end(at.x + width, at.y + size.y + 2 * pad);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (!quiet) {
        draw->AddRectFilled(at, end, ImGui::GetColorU32(ground), ui.px(6));
        draw->AddRectFilled(at, ImVec2(at.x + ui.px(4), end.y), ImGui::GetColorU32(ink), ui.px(2));
    }
    if (ui.fonts.icons) {
        draw->AddText(ui.fonts.body, ui.fonts.body->FontSize, ImVec2(at.x + ui.px(10), at.y + pad),
                      ImGui::GetColorU32(ink), sign);
    }
    draw->AddText(ImGui::GetFont(), ImGui::GetFontSize(), ImVec2(at.x + left, at.y + pad),
                  ImGui::GetColorU32(ui.colors.text), text.c_str(), nullptr, inner);
    ImGui::Dummy(ImVec2(width, end.y - at.y));
}

bool listRow(const Ui& ui, int id, const std::string& title, const std::string& second, bool highlighted) {
    ImFont* font = second.empty() ? ui.fonts.body : ui.fonts.strong;
    ImGui::PushID(id);
    const float width = ImGui::GetContentRegionAvail().x;
    const float inner = width - ui.px(20);
    ImGui::PushFont(font);
    const ImVec2 titleSize = ImGui::CalcTextSize(title.c_str(), nullptr, false, inner);
    ImGui::PopFont();
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 secondSize =
        second.empty() ? ImVec2(0, 0) : ImGui::CalcTextSize(second.c_str(), nullptr, false, inner);
    ImGui::PopFont();
    const float gap = second.empty() ? 0.0F : ui.px(3);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = titleSize.y + gap + secondSize.y + ui.px(second.empty() ? 10.0F : 14.0F);
    const bool chosen = ImGui::Selectable("##row", highlighted, 0, ImVec2(width, height));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (highlighted) {
        draw->AddRectFilled(at, ImVec2(at.x + ui.px(3), at.y + height), ImGui::GetColorU32(ui.colors.accent));
    }
    const ImVec2 text(at.x + ui.px(10), at.y + ui.px(second.empty() ? 5.0F : 7.0F));
    draw->AddText(font, font->FontSize, text, ImGui::GetColorU32(ui.colors.text), title.c_str(), nullptr, inner);
    if (!second.empty()) {
        draw->AddText(ui.fonts.small, ui.fonts.small->FontSize, ImVec2(text.x, text.y + titleSize.y + gap),
                      ImGui::GetColorU32(ui.colors.dim), second.c_str(), nullptr, inner);
    }
    ImGui::PopID();
    return chosen;
}

void pushHover(const Ui& ui, const session::Target& hovered) {
    if (!(hovered == ui.memory.listHover)) {
        ui.memory.listHover = hovered;
        ui.push(session::HoverTarget{hovered});
    }
}

bool closedRail(const Ui& ui, const char* name, const Rect& place, const std::string& hint, bool opensToRight) {
    bool opened = false;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(4), ui.px(8)));
    if (beginPanel(name, place, ImGuiWindowFlags_NoScrollbar)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        opened = ImGui::Button("##open", ImVec2(width, ui.px(32)));
        tooltip(ui, hint);
        const ImVec2 middle(at.x + width * 0.5F, at.y + ui.px(16));
        const float reach = ui.px(opensToRight ? 4.0F : -4.0F);
        ImGui::GetWindowDrawList()->AddTriangleFilled(ImVec2(middle.x - reach * 0.6F, middle.y - std::abs(reach)),
                                                      ImVec2(middle.x - reach * 0.6F, middle.y + std::abs(reach)),
                                                      ImVec2(middle.x + reach, middle.y),
                                                      ImGui::GetColorU32(ui.colors.dim));
    }
    endPanel();
    ImGui::PopStyleVar();
    return opened;
}

namespace {

bool beginSheet(const Ui& ui, const std::string& title, float designWidth, const ImVec2& at, const ImVec2& pivot) {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    constexpr ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    const float margin = ui.px(20);
    const ImVec2 most(std::min(ui.px(designWidth), window.x - 2 * margin), window.y - 2 * margin);
    ImGui::SetNextWindowPos(at, ImGuiCond_Always, pivot);
    // As wide as wanted, as high as the contents are, and never higher than the window.
    ImGui::SetNextWindowSizeConstraints(
        ImVec2(most.x, 0), ImVec2(most.x, std::min(most.y, window.y - at.y * (1.0F - pivot.y) - ui.px(8))));
    ImGui::SetNextWindowSize(ImVec2(most.x, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(24), ui.px(20)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, std::max(1.0F, ui.px(1)));
    ImGui::SetNextWindowFocus();
    ImGui::Begin(title.c_str(), nullptr, flags & ~ImGuiWindowFlags_NoScrollbar);
    ImGui::PushFont(ui.fonts.title);
    const std::string shown = title.substr(0, title.find("###"));
    ImGui::TextUnformatted(shown.c_str());
    ImGui::PopFont();
    const std::string close = ui.text("overlay.close");
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - buttonWidth(ui, close));
    if (ImGui::Button(labelled(close, "close").c_str())) {
        ui.push(session::Back{});
    }
    ImGui::Dummy(ImVec2(0, ui.px(4)));
    return true;
}

}  // namespace

bool beginOverlay(const Ui& ui, const std::string& title, float designWidth) {
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    shade(ui, ui.colors.shade);
    return beginSheet(ui, title, designWidth, ImVec2(window.x * 0.5F, window.y * 0.5F), ImVec2(0.5F, 0.5F));
}

bool beginPopover(const Ui& ui, const std::string& title, float designWidth) {
    shade(ui, ImVec4(0, 0, 0, 0));
    return beginSheet(ui, title, designWidth, ImVec2(ImGui::GetIO().DisplaySize.x - ui.px(8), ui.px(topHeight + 4.0F)),
                      ImVec2(1.0F, 0.0F));
}

void endOverlay() {
    ImGui::End();
    ImGui::PopStyleVar(3);
}

}  // namespace myo::ui
