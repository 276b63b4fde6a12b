// A small field that looks as a patch looks on the skin.
#pragma once

#include "session/compare.h"
#include "ui/widgets.h"

namespace myo::ui {

/// In front of a line of text, on whose line it stands.
void patternSwatch(const Ui& ui, const glm::vec3& color, render::Pattern pattern);

}  // namespace myo::ui
