// What is wrong with a piece of input, and where: the one shape of every message about bad data.
#pragma once

#include <string>
#include <vector>

namespace myo {

/// A place in a text file. Line and column count from 1; 0 means "not known".
struct SourcePlace {
    std::string file;
    int line = 0;
    int column = 0;

    friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

enum class Severity { warning, error };

/// One finding: what is wrong and what was expected instead.
struct Diagnostic {
    SourcePlace place;
    std::string what;
    std::string expected;
    Severity severity = Severity::error;

    /// "FILE:LINE:COL: what is wrong; what was expected" (file parts and expectation only where known).
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// True if at least one finding is an error (not only a warning).
[[nodiscard]] bool hasErrors(const Diagnostics& findings);

/// The candidate nearest to `word` by Damerau-Levenshtein distance, or "" if none is near enough to be meant.
[[nodiscard]] std::string nearestName(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace myo
