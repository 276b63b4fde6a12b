// From a data folder to an Atlas, with every error in it.
#pragma once

#include <filesystem>
#include <map>

#include "atlas/atlas.h"
#include "core/result.h"

namespace myo::atlas {

/// What the data may refer to but does not define itself.
struct DataContext {
    std::vector<Landmark> landmarks;
    /// Piece names of every muscle of the figures, in order; a muscle absent here has no solid.
    std::map<MuscleId, std::vector<std::string>> pieces;
};

/// Reads assets/anatomy/landmarks.tsv and muscles.tsv.
[[nodiscard]] Result<DataContext> loadContext(const std::filesystem::path& anatomyFolder);

/// An atlas of everything that is valid, and a finding for everything that is not.
struct LoadedAtlas {
    Atlas atlas;
    Diagnostics findings;
};

/// Reads DIR/muscles/*.toml, regions.toml, citations.toml, and scenarios.toml, guides.toml, synonyms.toml,
/// red_flags.toml and evidence.toml where they are, the files in parallel. Never throws for bad data: what is broken is
/// left out and reported with file, line and column, sorted by these; references between entries are checked at the
/// end. A broken trigger point leaves its muscle and the numbers of its neighbours in place; a muscle without an id is
/// left out whole. In the atlas every reference leads somewhere, every zone shows something and every point has a
/// source.
[[nodiscard]] LoadedAtlas loadAtlas(const std::filesystem::path& folder, const DataContext& context);

/// Merges a user's folder over the built-in atlas: same id replaces, new ids are added, a broken entry never hides a
/// built-in one (any error in an entry makes it so). The folder need not hold every file. The findings are those of
/// `builtIn`, then those of the folder.
[[nodiscard]] LoadedAtlas mergeUserData(const LoadedAtlas& builtIn, const std::filesystem::path& folder,
                                        const DataContext& context);

}  // namespace myo::atlas
