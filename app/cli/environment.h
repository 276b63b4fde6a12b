// What the commands share: streams, folders, loading, and the wording of problems.
#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>

#include "atlas/load.h"
#include "body/body.h"
#include "cli/command_line.h"
#include "core/resources.h"
#include "core/result.h"
#include "core/text.h"
#include "shell/open_body.h"

namespace myo::cli {

/// Streams of a command and where its files are.
struct Environment {
    std::ostream& out;
    std::ostream& err;
    Resources resources;
    std::chrono::steady_clock::time_point started;  ///< when main() began
    std::shared_ptr<const Text> text;               ///< what a person reads; never null

    /// Writes "myoatlas: ..." to the error stream.
    void complain(const Diagnostic& problem) const;
    /// Complains and returns ExitCode::failed.
    [[nodiscard]] int fail(const Diagnostic& problem) const;
    /// Complains and returns ExitCode::wrongCall: for names that do not exist.
    [[nodiscard]] int refuse(const Diagnostic& problem) const;
    /// Complains about a body that openBody could not give: a wrong call if its name or the options are none, else a
    /// failure.
    [[nodiscard]] int failBody(const std::string& nameOrFile, const shell::ModelOptions& options,
                               const Diagnostic& problem) const;
};

/// A share or score as JSON shows it: to three decimals.
[[nodiscard]] double rounded(float score);

/// The built-in atlas with the user's folder merged over it. Findings of either are complained about but do not stop a
/// command; only a missing atlas does.
[[nodiscard]] Result<std::shared_ptr<const atlas::Atlas>> loadWritten(const Environment& environment);
/// The same, as a person reads it in the language asked for.
[[nodiscard]] Result<atlas::Atlas> loadEverything(const Environment& environment);

/// shell::openBody, whose remarks are complained about.
[[nodiscard]] Result<std::shared_ptr<const body::Body>> openBody(const Environment& environment,
                                                                 const std::string& nameOrFile,
                                                                 const shell::ModelOptions& options = {});

}  // namespace myo::cli
