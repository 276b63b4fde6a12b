// Opens a person's own model.
#pragma once

#include <filesystem>
#include <stop_token>

#include "own_model/register_model.h"

namespace myo::own_model {

/// Imports a model and lays the built-in body into it: by the landmark file beside it if there is one, else by
/// itself. The problem names the file and says what to do.
[[nodiscard]] Result<RegisteredBody> openModel(const BuiltInBody& builtIn, const std::filesystem::path& file,
                                               const PlacementOptions& options = {},
                                               const ProgressReport& progress = {}, const std::stop_token& stop = {});

}  // namespace myo::own_model
