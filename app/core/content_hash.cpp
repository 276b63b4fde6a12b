#include "core/content_hash.h"

#include <fstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace myo {

void ContentHash::add(std::string_view bytes) {
    constexpr std::uint64_t prime = 0x100000001b3ULL;
    for (const char byte : bytes) {
        state_ = (state_ ^ static_cast<unsigned char>(byte)) * prime;
    }
}

std::string ContentHash::text() const {
    return fmt::format("{:016x}", state_);
}

std::string fileHash(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return {};  // a pipe would wait for somebody to write
    }
    std::ifstream in(file, std::ios::binary);
    constexpr std::size_t piece = std::size_t{1} << 18U;
    std::vector<char> buffer(piece);
    ContentHash hash;
    while (in.read(buffer.data(), static_cast<std::streamsize>(piece)) || in.gcount() > 0) {
        hash.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
    }
    return in.bad() || !in.eof() ? std::string() : hash.text();
}

}  // namespace myo
