// What can be read inside the product: guides, how sure all this is, and what the product itself is.
#include <string>

#include "content/documents.h"
#include "ui/document.h"
#include "ui/widgets.h"

namespace myo::ui {

namespace {

void gap(const Ui& ui, float design) {
    ImGui::Dummy(ImVec2(0, ui.px(design)));
}

}  // namespace

void learnOverlay(const Ui& ui) {
    const atlas::Guide* guide = ui.library.atlas ? ui.library.atlas->find(ui.state.guide) : nullptr;
    if (guide != nullptr && beginOverlay(ui, labelled(guide->name, "learn"), 700.0F)) {
        for (const content::Block& block : content::guideDocument(*ui.library.text, *ui.library.atlas, *guide).blocks) {
            runningBlock(ui, block);
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
