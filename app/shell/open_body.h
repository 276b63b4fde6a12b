// The steps of opening a body, for the commands and for the window's worker.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "body/body.h"
#include "core/resources.h"
#include "core/result.h"
#include "own_model/anatomy_set.h"
#include "own_model/register_model.h"

namespace myo::shell {

/// How a person's own model is to be read, and what it is made of; empty = found out, or as generated.
struct ModelOptions {
    std::string up;      ///< "y", "-z" ...: the file's direction from feet to head
    std::string facing;  ///< the file's direction of the nose
    std::string units;   ///< "m", "cm", "mm", "dm", "in", "ft"
    /// A published anatomy set, file or folder, whose muscles and bones replace the body's own.
    std::string anatomy;
};

/// The words of the options as a frame. The problem says which word is not understood.
[[nodiscard]] Result<own_model::PlacementOptions> placementOptions(const ModelOptions& options);

/// True if the argument of --body means a file, and not a built-in body.
[[nodiscard]] bool meansFile(const std::string& nameOrFile);

/// The built-in male body, ready for being laid into models. Takes about a second.
[[nodiscard]] Result<std::shared_ptr<const own_model::BuiltInBody>> makeBuiltInBody(const Resources& resources);

/// A body by its name. The problem names those that there are.
[[nodiscard]] Result<std::shared_ptr<const body::Body>> loadBuiltIn(const Resources& resources,
                                                                    const std::string& name);

/// The body with muscles and bones of an anatomy set. The problem names the set.
[[nodiscard]] Result<own_model::AppliedSet> bodyWithSet(const Resources& resources, const body::Body& body,
                                                        const std::filesystem::path& path,
                                                        const own_model::ProgressReport& progress = {},
                                                        const std::stop_token& stop = {});

/// A body, and what is to be known about how it was made.
struct OpenedBody {
    std::shared_ptr<const body::Body> body;
    Diagnostics remarks;
};

/// A body by name ("male", "female") or by file: one that the program wrote, or a person's own model (GLB, OBJ, FBX,
/// STL, PLY), into which the built-in body is laid.
[[nodiscard]] Result<OpenedBody> openBody(const Resources& resources, const std::string& nameOrFile,
                                          const ModelOptions& options = {});

}  // namespace myo::shell
