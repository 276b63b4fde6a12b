#include "own_model/compression.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "body/glb_file.h"

namespace myo::own_model {

namespace {

struct Compression {
    const char* extension;
    const char* words;
};

constexpr std::array<Compression, 4> compressions{{
    {"KHR_draco_mesh_compression", "compressed with Draco"},
    {"EXT_meshopt_compression", "compressed with meshopt"},
    {"KHR_mesh_quantization", "written with quantized coordinates"},
    {"KHR_texture_basisu", "written with KTX2 textures"},
}};

}  // namespace

std::optional<Diagnostic> unreadableCompression(const std::filesystem::path& file) {
    const auto required = body::requiredExtensions(file);
    for (const Compression& compression : compressions) {
        if (std::find(required.begin(), required.end(), compression.extension) != required.end()) {
            return Diagnostic{
                {file.string()},
                fmt::format("the file is {} ({}), which cannot be read", compression.words, compression.extension),
                "the model exported without compression (in Blender: untick Compression; with glTF-Transform: "
                "gltf-transform copy IN.glb OUT.glb)"};
        }
    }
    return std::nullopt;
}

}  // namespace myo::own_model
