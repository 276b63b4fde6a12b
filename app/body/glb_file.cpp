#include "body/glb_file.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <system_error>

#include <nlohmann/json.hpp>

namespace myo::body {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t fileHeaderBytes = 12;  // "glTF", version, length
constexpr std::size_t chunkHeaderBytes = 8;  // length, type
constexpr std::uintmax_t mostGlbBytes = 2'000'000'000;
constexpr std::uintmax_t mostJsonBytes = 64U << 20U;

Diagnostic noGlb(const fs::path& file, std::string what) {
    return {{file.string()}, std::move(what), "a whole file, written anew", Severity::error};
}

// Little-endian, whatever the machine. \pre four bytes there
std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
    }
    return number;
}

// The first bytes of a file, at most so many; nothing if it is no regular file or cannot be read.
std::optional<std::string> beginningOf(const fs::path& file, std::uintmax_t most) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return std::nullopt;
    }
    const std::uintmax_t size = fs::file_size(file, error);
    std::string bytes(error ? 0 : std::min(size, most), '\0');
    std::ifstream in(file, std::ios::binary);
    if (error || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return std::nullopt;
    }
    return bytes;
}

// The JSON of a GLB or glTF file; empty if there is none of a likely size.
std::string jsonTextOf(const fs::path& file) {
    const std::optional<std::string> header = beginningOf(file, fileHeaderBytes + chunkHeaderBytes);
    if (!header || header->size() < fileHeaderBytes + chunkHeaderBytes) {
        return {};
    }
    if (header->starts_with("glTF")) {
        const std::uintmax_t length = std::min<std::uintmax_t>(numberAt(*header, fileHeaderBytes), mostJsonBytes);
        const auto bytes = beginningOf(file, fileHeaderBytes + chunkHeaderBytes + length);
        return bytes ? bytes->substr(fileHeaderBytes + chunkHeaderBytes) : std::string();
    }
    const bool text = header->find_first_not_of(" \t\r\n\xEF\xBB\xBF") == header->find('{');
    return text && header->find('{') != std::string::npos ? beginningOf(file, mostJsonBytes).value_or(std::string())
                                                          : std::string();
}

}  // namespace

Result<GlbFile> GlbFile::read(const fs::path& file) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) {
        return noGlb(file, "the body file is missing");
    }
    if (fs::file_size(file, error) > mostGlbBytes) {
        return noGlb(file, "the file is larger than 2 GB");
    }
    auto bytes = beginningOf(file, mostGlbBytes);
    if (!bytes) {
        return noGlb(file, "the file cannot be read");
    }
    GlbFile glb;
    glb.bytes_ = *std::move(bytes);
    const std::string_view all = glb.bytes_;
    if (all.size() < fileHeaderBytes + chunkHeaderBytes || !all.starts_with("glTF") || numberAt(all, 4) != 2) {
        return noGlb(file, "the file is no GLB of version 2");
    }
    const std::size_t length = numberAt(all, 8);
    if (length > all.size() || length < fileHeaderBytes + chunkHeaderBytes) {
        return noGlb(file, "the file is cut short");
    }
    std::size_t at = fileHeaderBytes;
    for (int chunk = 0; at + chunkHeaderBytes <= length; ++chunk) {
        const std::size_t chunkBytes = numberAt(all, at);
        const std::string_view type = all.substr(at + 4, 4);
        at += chunkHeaderBytes;
        if (chunkBytes > length - at || (chunk == 0 && type != "JSON")) {
            return noGlb(file, "a chunk of the file is damaged");
        }
        if (chunk == 0) {
            glb.jsonAt_ = at;
            glb.jsonBytes_ = chunkBytes;
        } else if (chunk == 1 && type == std::string_view("BIN\0", 4)) {
            glb.binaryAt_ = at;
            glb.binaryBytes_ = chunkBytes;
        }
        at += chunkBytes;
    }
    return glb;
}

std::vector<std::string> requiredExtensions(const fs::path& file) {
    const std::string text = jsonTextOf(file);
    const auto document = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::string> names;
    if (!document.is_object() || !document.contains("extensionsRequired")) {
        return names;
    }
    for (const auto& name : document["extensionsRequired"]) {
        if (name.is_string()) {
            names.push_back(name.get<std::string>());
        }
    }
    return names;
}

}  // namespace myo::body
