// What can be read inside the product: guided tours, guides, how sure all this is, and what the product itself is.
#include <string>

#include "content/documents.h"
#include "ui/document.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

void gap(const Ui& ui, float design) {
    ImGui::Dummy(ImVec2(0, ui.px(design)));
}

// A title that is a button, with a line on what it leads to. \return true if chosen.
bool entry(const Ui& ui, const std::string& id, const std::string& title, const std::string& note) {
    ImGui::PushID(id.c_str());
    const float width = ImGui::GetContentRegionAvail().x;
    const float pad = ui.px(10);
    ImGui::PushFont(ui.fonts.small);
    const ImVec2 size = ImGui::CalcTextSize(note.c_str(), nullptr, false, width - 2 * pad);
    ImGui::PopFont();
    const float line = ui.fonts.strong->FontSize + ui.px(3);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool chosen = ImGui::Button("##entry", ImVec2(width, line + size.y + 2 * pad));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddText(ui.fonts.strong, ui.fonts.strong->FontSize, ImVec2(at.x + pad, at.y + pad),
                  ImGui::GetColorU32(ui.colors.accent), title.c_str());
    draw->AddText(ui.fonts.small, ui.fonts.small->FontSize, ImVec2(at.x + pad, at.y + pad + line),
                  ImGui::GetColorU32(ui.colors.dim), note.c_str(), nullptr, width - 2 * pad);
    ImGui::PopID();
    return chosen;
}

void readingList(const Ui& ui) {
    const Text& text = *ui.library.text;
    wrapped(ui, ui.fonts.strong, ui.colors.text, text("content.learn.guides"));
    for (const atlas::Guide& guide : ui.library.atlas->guides) {
        if (entry(ui, guide.id.value, guide.name, content::guideSummary(text, guide))) {
            ui.push(session::OpenGuide{guide.id});
        }
    }
    gap(ui, 6);
    wrapped(ui, ui.fonts.strong, ui.colors.text, text("content.learn.tours"));
    wrapped(ui, ui.fonts.small, ui.colors.dim, text("content.learn.tours_explained"));
    for (const atlas::Scenario& scenario : ui.library.atlas->scenarios) {
        if (entry(ui, scenario.id.value, scenario.name, scenario.summary)) {
            ui.push(session::StartTour{scenario.id});
        }
    }
}

}  // namespace

void learnOverlay(const Ui& ui) {
    const Text& text = *ui.library.text;
    const atlas::Guide* guide = ui.library.atlas ? ui.library.atlas->find(ui.state.guide) : nullptr;
    const std::string title = guide != nullptr ? guide->name : text("content.learn.title");
    if (beginOverlay(ui, (title + "###learn").c_str(), 700.0F)) {
        if (guide != nullptr) {
            if (link(ui, (text("content.learn.back") + "###back").c_str())) {
                ui.push(session::OpenGuide{});
            }
            for (const content::Block& block : content::guideDocument(text, *ui.library.atlas, *guide).blocks) {
                runningBlock(ui, block);
            }
        } else if (ui.library.atlas) {
            readingList(ui);
        }
        endOverlay();
    }
}

void evidenceOverlay(const Ui& ui) {
    const Text& text = *ui.library.text;
    const content::Document note =
        ui.library.atlas ? content::evidenceDocument(text, *ui.library.atlas) : content::Document();
    if (beginOverlay(ui, (text("content.evidence.title") + "###evidence").c_str(), 640.0F)) {
        for (const content::Block& block : note.blocks) {
            runningBlock(ui, block);
        }
        endOverlay();
    }
}

void aboutOverlay(const Ui& ui) {
    const Text& text = *ui.library.text;
    const atlas::Atlas none;
    const content::Document about =
        content::aboutDocument(text, ui.library.atlas ? *ui.library.atlas : none, ui.input.version);
    if (beginOverlay(ui, (about.title + "###about").c_str(), 640.0F)) {
        wrapped(ui, ui.fonts.body, ui.colors.dim, about.subtitle);
        gap(ui, 4);
        for (const content::Block& block : about.blocks) {
            runningBlock(ui, block);
            if (block.id == content::BlockId::figures &&
                link(ui, (text("content.evidence.link") + "###evidence").c_str())) {
                ui.push(session::ShowOverlay{session::Overlay::evidence});
            }
        }
        endOverlay();
    }
}

}  // namespace myo::ui
