#include "core/diagnostic.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "core/edit_distance.h"

namespace myo {

std::string Diagnostic::text() const {
    std::string out;
    if (!place.file.empty()) {
        out = place.line > 0 ? fmt::format("{}:{}:{}: ", place.file, place.line, place.column)
                             : fmt::format("{}: ", place.file);
    }
    out += what;
    if (!expected.empty()) {
        out += "; " + expected;
    }
    return out;
}

bool hasErrors(const Diagnostics& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string nearestName(const std::string& word, const std::vector<std::string>& candidates) {
    // A guess further away than a third of the word confuses more than it helps.
    std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

}  // namespace myo
