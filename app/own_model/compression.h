// What a glTF file asks of its reader before it can be read.
#pragma once

#include <filesystem>
#include <optional>

#include "core/diagnostic.h"

namespace myo::own_model {

/// The problem of a GLB or glTF file whose geometry is stored in a way that cannot be read here (Draco, meshopt,
/// quantized coordinates): names the extension that the file requires, and how to write it without. Nothing for every
/// other file.
[[nodiscard]] std::optional<Diagnostic> unreadableCompression(const std::filesystem::path& file);

}  // namespace myo::own_model
