// A short fingerprint of a file's content, to tell two files of one name apart.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace myo {

/// FNV-1a of 64 bits. Stable between versions and machines; guards against mix-ups, not against forgery.
class ContentHash {
public:
    void add(std::string_view bytes);
    /// Sixteen hexadecimal digits, lower case.
    [[nodiscard]] std::string text() const;

private:
    std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

/// The hash of a file's bytes; "" if it cannot be read.
[[nodiscard]] std::string fileHash(const std::filesystem::path& file);

}  // namespace myo
