// What there is to learn from: texts to read, guided tours, and every muscle by part of the body.
#include <string>

#include "content/documents.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

// A title that is a button, with a line on what it leads to. \return true if chosen.
bool entry(const Ui& ui, const std::string& id, const std::string& title, const std::string& note) {
    ImGui::PushID(id.c_str());
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(8);
    const auto heightOf = [&](ImFont* font, const std::string& words) {
        return font->CalcTextSizeA(font->FontSize, 1e6F, width - 2 * pad, words.c_str()).y;
    };
    const float head = heightOf(ui.fonts.strong, title) + ui.px(4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    pushOutline(ui);
    const bool chosen = ImGui::Button("##entry", ImVec2(width, head + heightOf(ui.fonts.small, note) + 2 * pad));
    popOutline();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddText(ui.fonts.strong, ui.fonts.strong->FontSize, ImVec2(at.x + pad, at.y + pad),
                  ImGui::GetColorU32(ui.colors.text), title.c_str(), nullptr, width - 2 * pad);
    draw->AddText(ui.fonts.small, ui.fonts.small->FontSize, ImVec2(at.x + pad, at.y + pad + head),
                  ImGui::GetColorU32(ui.colors.dim), note.c_str(), nullptr, width - 2 * pad);
    ImGui::PopID();
    return chosen;
}

void room(const Ui& ui) {
    ImGui::Dummy(ImVec2(0, ui.px(4)));
}

}  // namespace

void learnPanel(const Ui& ui, const Rect& place) {
    if (beginPanel("##search", place, ImGuiWindowFlags_NoScrollbar)) {
        if (panelHead(ui, ui.text("content.learn.title"), signAlone(ui, icon::close, ui.text("overlay.close")),
                      ui.text("learn.close_tip"))) {
            ui.push(session::SetMode{session::Mode::explore});
        }
        session::Target hovered;
        if (ImGui::BeginChild("list", ImVec2(0, 0), false, ImGuiWindowFlags_NavFlattened) && ui.library.atlas) {
            const Text& text = *ui.library.text;
            quizDoor(ui);
            room(ui);
            wrapped(ui, ui.fonts.small, ui.colors.dim, text("content.learn.guides"));
            for (const atlas::Guide& guide : ui.library.atlas->guides) {
                if (entry(ui, guide.id.value, guide.name, content::guideSummary(text, guide))) {
                    ui.push(session::OpenGuide{guide.id});
                }
            }
            room(ui);
            wrapped(ui, ui.fonts.small, ui.colors.dim, text("content.learn.tours"));
            situations(ui);
            wrapped(ui, ui.fonts.small, ui.colors.dim, text("content.learn.tours_explained"));
            room(ui);
            wrapped(ui, ui.fonts.strong, ui.colors.text,
                    ui.text("search.all_muscles", {{"count", ui.library.atlas->muscles.size()}}));
            hovered = muscleList(ui);
        }
        ImGui::EndChild();
        pushHover(ui, hovered);
    }
    endPanel();
}

}  // namespace myo::ui
