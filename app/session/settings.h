// The settings file: theme, palette, text size, and how the camera moves.
#pragma once

#include <filesystem>
#include <optional>

#include "core/result.h"
#include "session/state.h"

namespace myo::session {

/// What a start has to work with.
struct LoadedSettings {
    Settings settings;
    /// Why the file could not be used; defaults apply, and the file must not be written over.
    std::optional<Diagnostic> problem;
};

/// Reads the TOML file; a missing file is a first start. Never throws: a file that is broken, too large, of a newer
/// format or with values out of range gives defaults and a problem that says so.
[[nodiscard]] LoadedSettings loadSettings(const std::filesystem::path& file);

/// Writes the file whole or not at all, and its folder if need be.
[[nodiscard]] Result<bool> saveSettings(const Settings& settings, const std::filesystem::path& file);

}  // namespace myo::session
