// What is wrong with the data that are shown, in words for the window.
#pragma once

#include <string>
#include <vector>

#include "session/library.h"

namespace myo::session {

struct ProblemList {
    std::vector<std::string> unread;    ///< places in files that were left out, with file, line and what to do
    std::vector<std::string> doubtful;  ///< muscles with zones that may lie wrong on this body, each once

    [[nodiscard]] std::size_t count() const { return unread.size() + doubtful.size(); }
};

/// On a built-in body a zone can only be wrong because its data are, so its place in the file is told. On a model of
/// one's own the model is the reason, and there is nothing to mend in a file: the muscles are named.
[[nodiscard]] ProblemList problemList(const Library& library);

}  // namespace myo::session
