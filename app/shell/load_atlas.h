// The atlas that the whole program works with.
#pragma once

#include "atlas/load.h"
#include "core/resources.h"

namespace myo::shell {

/// The built-in atlas with the user's folder (platform::dataFolder) merged over it, and the findings in both. The
/// problem is that of files of the program's own without which there is no atlas at all.
[[nodiscard]] Result<atlas::LoadedAtlas> loadEverything(const Resources& resources);

}  // namespace myo::shell
