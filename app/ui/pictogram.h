// A small drawn figure with the parts of the body that something is about.
#pragma once

#include <set>

#include "atlas/model.h"
#include "ui/widgets.h"

namespace myo::ui {

/// \param at top left corner; as wide as half its height.
void pictogram(const Ui& ui, const glm::vec2& at, float heightPx, const std::set<atlas::BodyPart>& parts);

}  // namespace myo::ui
