// Where the program's own files lie.
#pragma once

#include <filesystem>

#include "core/result.h"

namespace myo {

/// Folders of the installed (or built) product.
struct Resources {
    std::filesystem::path data;      ///< muscles/*.toml, regions.toml ...
    std::filesystem::path anatomy;   ///< landmarks.tsv, muscles.tsv ...
    std::filesystem::path textures;  ///< *.png
    std::filesystem::path shaders;   ///< *.vert, *.frag
    std::filesystem::path text;      ///< en.toml ...: the sentences of the program
    std::filesystem::path bodies;    ///< body_*.glb
};

/// Looks for `share/myoatlas` beside the executable's folder, then one level above it (an installed `bin/`).
/// The problem says what is missing and how to get it.
[[nodiscard]] Result<Resources> findResources(const std::filesystem::path& executable);

/// The folder whose shader files win over the built-in ones: the sources' in a debug build, none otherwise.
[[nodiscard]] std::filesystem::path shaderFolder(const Resources& resources);

/// The running program's file. \throw std::filesystem::filesystem_error if the system does not tell.
[[nodiscard]] std::filesystem::path executablePath();

}  // namespace myo
