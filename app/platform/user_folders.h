// Where this user's files go (XDG base directories).
#pragma once

#include <filesystem>

namespace myo::platform {

/// `$XDG_CONFIG_HOME/myoatlas` or `~/.config/myoatlas`; empty without a home.
[[nodiscard]] std::filesystem::path configFolder();
/// `$XDG_DATA_HOME/myoatlas` or `~/.local/share/myoatlas`: what is kept of this user. Empty without a home.
[[nodiscard]] std::filesystem::path userFolder();
/// The folder `data` in it: the user's own muscles. Empty without a home.
[[nodiscard]] std::filesystem::path dataFolder();
/// `$XDG_PICTURES_DIR`, `~/Pictures` if it exists, else the home folder, else the current folder.
[[nodiscard]] std::filesystem::path picturesFolder();

}  // namespace myo::platform
