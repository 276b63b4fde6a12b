// What a folder offers to somebody who looks for a model.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text.h"

namespace myo::session {

/// Names in the order in which they are shown; hidden ones are left out.
struct FolderListing {
    std::string folder;                ///< absolute; empty = nothing was listed yet
    std::string parent;                ///< empty at the top
    std::vector<std::string> folders;  ///< names
    std::vector<std::string> files;    ///< names of files that may hold a model
    std::string problem;               ///< why it is empty, a sentence; empty if it could be read

    friend bool operator==(const FolderListing&, const FolderListing&) = default;
};

/// At most so many names of either kind.
inline constexpr std::size_t mostNames = 2000;

/// Reads a folder; an empty name stands for the home folder. A file's name stands for the folder it lies in.
[[nodiscard]] FolderListing listFolder(const Text& text, const std::filesystem::path& folder);

}  // namespace myo::session
