// The container of a binary glTF file: a header, a chunk of JSON and a chunk of numbers.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace myo::body {

/// A GLB file in memory, its chunks within its bytes.
class GlbFile {
public:
    /// The problem names the file: missing, no GLB, cut short, too large.
    [[nodiscard]] static Result<GlbFile> read(const std::filesystem::path& file);

    [[nodiscard]] std::string_view json() const { return std::string_view(bytes_).substr(jsonAt_, jsonBytes_); }
    /// Empty if the file has no such chunk.
    [[nodiscard]] std::string_view binary() const { return std::string_view(bytes_).substr(binaryAt_, binaryBytes_); }

private:
    std::string bytes_;
    std::size_t jsonAt_ = 0;
    std::size_t jsonBytes_ = 0;
    std::size_t binaryAt_ = 0;
    std::size_t binaryBytes_ = 0;
};

/// The glTF extensions that a GLB or glTF file says its reader must know; empty for every other file.
[[nodiscard]] std::vector<std::string> requiredExtensions(const std::filesystem::path& file);

}  // namespace myo::body
