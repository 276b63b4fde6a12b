// What the commands share: streams, folders, loading, and the wording of problems.
#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "anatomy/body.h"
#include "atlas/load.h"
#include "cli/command_line.h"
#include "core/resources.h"
#include "core/result.h"

namespace myo::cli {

/// Streams of a command and where its files are.
struct Environment {
    std::ostream& out;
    std::ostream& err;
    Resources resources;
    std::chrono::steady_clock::time_point started;  ///< when main() began

    /// Writes "myoatlas: ..." to the error stream.
    void complain(const Diagnostic& problem) const;
    /// Complains and returns ExitCode::failed.
    [[nodiscard]] int fail(const Diagnostic& problem) const;
};

/// `$XDG_DATA_HOME/myoatlas/data` or `~/.local/share/myoatlas/data`: the user's own muscles. Empty without a home.
[[nodiscard]] std::filesystem::path userDataFolder();

/// The built-in atlas with the user's folder merged over it. Findings of either are complained about but do not stop a
/// command; only a missing atlas does.
[[nodiscard]] Result<atlas::Atlas> loadEverything(const Environment& environment);

/// How a person's own figure is to be read, and what it is made of; empty = found out, or as generated.
struct FigureOptions {
    std::string up;      ///< "y", "-z" ...: the file's direction from feet to head
    std::string facing;  ///< the file's direction of the nose
    std::string units;   ///< "m", "cm", "mm", "dm", "in", "ft"
    /// A published anatomy set, file or folder, whose muscles and bones replace the body's own.
    std::string anatomy;
};

/// A body by name ("male", "female") or by file: one that the program wrote, or a person's own figure (GLB, OBJ, FBX,
/// STL, PLY), into which the built-in body is laid. What is to be known about a figure is complained about.
[[nodiscard]] Result<std::shared_ptr<const anatomy::Body>> openBody(const Environment& environment,
                                                                    const std::string& nameOrFile,
                                                                    const FigureOptions& options = {});

/// The folder whose shader files win over the built-in ones: the sources' in a debug build, none otherwise.
[[nodiscard]] std::filesystem::path shaderFolder(const Resources& resources);

/// "No such ...; did you mean ...?"
[[nodiscard]] Diagnostic unknownId(const atlas::Atlas& atlas, const std::string& text, const std::string& kind);

/// A trigger point as typed: `ID`, `ID:left`, `ID:right`, `ID:both`; without a side the left one.
struct PointArgument {
    PointId point;
    bool left = true;
    bool right = false;
};
[[nodiscard]] Result<PointArgument> parsePoint(const atlas::Atlas& atlas, const std::string& text);

}  // namespace myo::cli
