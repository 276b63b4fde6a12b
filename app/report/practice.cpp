#include "report/practice.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/read_image.h"
#include "core/toml.h"

namespace myo::report {

namespace {

constexpr std::array<std::string_view, 6> knownKeys{"name", "address", "phone", "email", "web", "logo"};
constexpr std::size_t longestLine = 120;  // letters; more is no line of a letterhead
constexpr std::size_t mostLines = 6;

Diagnostic wrong(const toml::node& node, const std::filesystem::path& file, std::string what, std::string expected) {
    return {placeOf(node.source(), file), std::move(what), std::move(expected)};
}

std::size_t letterCount(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// A text that fits on the sheet; nothing if the value is none.
std::optional<std::string> lineIn(const toml::node& node) {
    const auto line = node.value<std::string>();
    if (!line || line->empty() || line->find('\n') != std::string::npos || letterCount(*line) > longestLine) {
        return std::nullopt;
    }
    return line;
}

Result<bool> readLines(const toml::table& table, std::string_view key, const std::filesystem::path& file,
                       std::vector<std::string>& lines) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return true;
    }
    const toml::array* list = node->as_array();
    const std::size_t count = list != nullptr ? list->size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const toml::node& one = list != nullptr ? *list->get(i) : *node;
        const auto line = lineIn(one);
        if (!line || lines.size() == mostLines) {
            return wrong(one, file, fmt::format("'{}' does not fit on a letterhead", key),
                         fmt::format("expected at most {} lines of {} letters in all", mostLines, longestLine));
        }
        lines.push_back(*line);
    }
    return true;
}

Result<Practice> fromTable(const toml::table& table, const std::filesystem::path& file) {
    Practice practice;
    for (const auto& [key, node] : table) {
        if (std::find(knownKeys.begin(), knownKeys.end(), key.str()) == knownKeys.end()) {
            return wrong(node, file, fmt::format("'{}' is not known here", key.str()),
                         fmt::format("expected {}", fmt::join(knownKeys, ", ")));
        }
    }
    const toml::node* name = table.get("name");
    const auto words = name != nullptr ? lineIn(*name) : std::nullopt;
    if (!words) {
        const std::string expected = fmt::format("expected name = \"...\", at most {} letters", longestLine);
        return name != nullptr ? wrong(*name, file, "this is no name of a practice", expected)
                               : Diagnostic{{file.string()}, "the name of the practice is missing", expected};
    }
    practice.name = *words;
    for (const std::string_view key : {"address", "phone", "email", "web"}) {
        if (const auto read = readLines(table, key, file, practice.lines); !read) {
            return read.problem();
        }
    }
    if (const toml::node* logo = table.get("logo"); logo != nullptr) {
        const auto path = logo->value<std::string>();
        if (!path) {
            return wrong(*logo, file, "'logo' is no path", "expected the path of a PNG or JPEG");
        }
        auto image = readImage(file.parent_path() / *path);
        if (!image) {
            return image.problem();
        }
        practice.logo = std::move(image).value();
    }
    return practice;
}

}  // namespace

Result<Practice> readPractice(const std::filesystem::path& file) {
    const Result<toml::table> table = readToml(file);
    return table ? fromTable(table.value(), file) : Result<Practice>(table.problem());
}

}  // namespace myo::report
