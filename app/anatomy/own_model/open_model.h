// Opens any body file: one of the project's own, or a person's figure.
#pragma once

#include <filesystem>
#include <stop_token>

#include "anatomy/own_model/register_model.h"

namespace myo::anatomy {

/// True if the file is a body that saveBody wrote: a GLB with landmarks in it.
[[nodiscard]] bool isBuiltBody(const std::filesystem::path& file);

/// Imports a figure and lays the built-in body into it: by the landmark file beside it if there is one, else by
/// itself. The problem names the file and says what to do.
[[nodiscard]] Result<RegisteredBody> openModel(const BuiltInFigure& figure, const std::filesystem::path& file,
                                               const FrameOptions& options = {}, const ProgressReport& progress = {},
                                               const std::stop_token& stop = {});

}  // namespace myo::anatomy
