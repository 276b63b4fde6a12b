#include "core/text_file.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

#include "core/utf8.h"

namespace myo {

namespace fs = std::filesystem;

namespace {

// Where the text stops being UTF-8; line 0 if it never does.
SourcePlace firstBrokenByte(const std::string& text, const std::string& file) {
    SourcePlace place{file, 1, 1};
    const std::string_view all = text;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t length = firstCharacter(all.substr(at)).length;
        if (length == 0) {
            return place;
        }
        if (all[at] == '\n') {
            ++place.line;
            place.column = 1;
        } else {
            ++place.column;
        }
        at += length;
    }
    return {file, 0, 0};
}

Diagnostic unreadable(const std::string& file, const std::error_code& reason, std::string_view wanted) {
    return {{file}, fmt::format("the file cannot be read ({})", reason.message()), fmt::format("expected {}", wanted)};
}

}  // namespace

Result<std::string> readFileBytes(const fs::path& file, std::size_t largest, std::string_view wanted) {
    const std::string shown = file.string();
    const std::string expected = fmt::format("expected {}", wanted);
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        return Diagnostic{{shown}, "there is no such file", expected};
    }
    if (error) {
        return unreadable(shown, error, wanted);
    }
    if (fs::is_directory(status)) {
        return Diagnostic{{shown}, "this is a folder", expected};
    }
    if (!fs::is_regular_file(status)) {
        return Diagnostic{{shown}, "this is not a regular file", expected};
    }
    const auto size = fs::file_size(file, error);
    if (error) {
        return unreadable(shown, error, wanted);
    }
    if (size > largest) {
        return Diagnostic{{shown},
                          fmt::format("the file is too large ({} bytes)", size),
                          fmt::format("expected at most {} MiB", largest >> 20U)};
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (!stream || !stream.read(bytes.data(), static_cast<std::streamsize>(size))) {
        return unreadable(shown, std::make_error_code(static_cast<std::errc>(errno != 0 ? errno : EIO)), wanted);
    }
    return bytes;
}

Result<std::string> readTextFile(const fs::path& file, std::size_t largest) {
    const std::string shown = file.string();
    Result<std::string> bytes = readFileBytes(file, largest, "a text file");
    if (!bytes) {
        return bytes;
    }
    std::string text = std::move(bytes).value();
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    if (text.find('\0') != std::string::npos) {
        return Diagnostic{{shown}, "the file is binary", "expected a text file"};
    }
    if (const SourcePlace broken = firstBrokenByte(text, shown); broken.line > 0) {
        return Diagnostic{broken, "the text is not UTF-8 from here on", "expected a file saved as UTF-8"};
    }
    const bool blank = std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isspace(c) != 0; });
    if (blank) {
        return Diagnostic{{shown}, "the file is empty", "expected entries as docs/data-format.md shows"};
    }
    return text;
}

}  // namespace myo
