// The window's writer of documents.
#pragma once

#include "content/document.h"
#include "ui/widgets.h"

namespace myo::ui {

/// A block: its heading opens and closes it, where it has one; below it its lines. What must not be overlooked stands
/// on a tinted ground. Blocks remember whether they are open by their id and number, not by their words.
void documentBlock(const Ui& ui, const content::Block& block);

/// A block that is read as running text: the heading does not fold, and nothing is framed.
void runningBlock(const Ui& ui, const content::Block& block);

}  // namespace myo::ui
