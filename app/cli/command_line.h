// The command line of the program. Stable: scripts rely on it.
#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>

namespace myo::cli {

/// Exit codes of every command.
enum ExitCode : int { done = 0, failed = 1, wrongCall = 2 };

/// Runs one call of the program; results go to `out`, problems to `err`.
/// \param executable the program's file, from which its data are found.
/// \param started when main() began; timings count from there.
/// \return an ExitCode.
[[nodiscard]] int run(std::span<const std::string> arguments, const std::filesystem::path& executable,
                      std::chrono::steady_clock::time_point started, std::ostream& out, std::ostream& err);

}  // namespace myo::cli
