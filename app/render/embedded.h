// Files that are compiled into the program: shaders and textures.
#pragma once

#include <span>
#include <string_view>

namespace myo::render {

struct EmbeddedFile {
    std::string_view name;  ///< without folders, e.g. "surface.frag"
    std::string_view bytes;
};

/// All of them. Defined in a source that the build makes from shaders/ and assets/textures/.
[[nodiscard]] std::span<const EmbeddedFile> embeddedFiles();

}  // namespace myo::render
