// The body on which a pain drawing is looked at.
#pragma once

#include <memory>
#include <string>

#include "cli/environment.h"
#include "referral/pain_drawing.h"

namespace myo::cli {

/// The body that the call names, or the built-in one that the drawing names. What a drawing says is only a name, so a
/// file has to be named in the call.
/// \param file of the drawing, for messages
/// \param asked --body; empty = not named
[[nodiscard]] Result<std::shared_ptr<const body::Body>> bodyOfDrawing(const Environment& environment,
                                                                      const referral::PainDrawing& drawing,
                                                                      const std::string& file, const std::string& asked,
                                                                      const shell::ModelOptions& model);

}  // namespace myo::cli
