// The steps of opening a body, for the commands and for the window's worker.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "anatomy/own_model/anatomy_set.h"
#include "anatomy/own_model/register_model.h"
#include "cli/environment.h"

namespace myo::cli {

/// The words of the options as a frame. The problem says which word is not understood.
[[nodiscard]] Result<anatomy::FrameOptions> frameOptions(const FigureOptions& options);

/// True if the argument of --body means a file, and not a built-in body.
[[nodiscard]] bool meansFile(const std::string& nameOrFile);

/// The built-in male body, ready for being laid into figures. Takes about a second.
[[nodiscard]] Result<std::shared_ptr<const anatomy::BuiltInFigure>> makeBuiltInFigure(const Resources& resources);

/// A body by its name. The problem names those that there are.
[[nodiscard]] Result<std::shared_ptr<const anatomy::Body>> loadBuiltIn(const Resources& resources,
                                                                       const std::string& name);

/// The body with muscles and bones of an anatomy set. The problem names the set.
[[nodiscard]] Result<anatomy::AppliedSet> bodyWithSet(const Resources& resources, const anatomy::Body& body,
                                                      const std::filesystem::path& path,
                                                      const anatomy::ProgressReport& progress = {},
                                                      const std::stop_token& stop = {});

}  // namespace myo::cli
