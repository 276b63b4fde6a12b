// The body that a call of the program asks for: --body and what belongs to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shell/load_body.h"

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

/// True if the program has a body of that name.
[[nodiscard]] bool isBuiltIn(std::string_view name);

/// What --body and its options ask for: a body by name ("male", "female") or by file, which is one that the program
/// wrote, or a person's own model (GLB, OBJ, FBX, STL, PLY).
[[nodiscard]] Result<LoadBody> bodyAsked(const std::string& nameOrFile, const ModelOptions& options = {});

/// Who the body is, as far as that is known before the long work of reading it: a built-in body by its name, a person's
/// own model by what is in the file; nothing for a body file, which says so itself, and for what is not there.
[[nodiscard]] std::optional<body::BodyIdentity> identityAhead(const std::string& nameOrFile);

/// Reads it. \see readBody
[[nodiscard]] Result<OpenedBody> openBody(const Resources& resources, const Text& text, const std::string& nameOrFile,
                                          const ModelOptions& options = {});

}  // namespace myo::shell
