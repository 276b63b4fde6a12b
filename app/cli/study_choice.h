// The cards that a call names.
#pragma once

#include "atlas/atlas.h"
#include "cli/commands.h"
#include "core/result.h"
#include "study/cards.h"

namespace myo::cli {

/// The problem names what the atlas does not know.
[[nodiscard]] Result<study::DeckChoice> studyChoiceOf(const StudyChoice& options, const atlas::Atlas& atlas);

}  // namespace myo::cli
