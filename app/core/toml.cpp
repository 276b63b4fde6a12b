#include "core/toml.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "core/text_file.h"

namespace myo {

namespace {

// Walks over TOML text and knows of it what stands in strings and comments, and how keys and brackets go on.
class LimitScan {
public:
    LimitScan(std::string_view text, const std::filesystem::path& file, const TomlLimits& limits)
        : text_(text), limits_(limits), place_{file.string(), 1, 1} {}

    std::optional<Diagnostic> run() {
        if (text_.size() > limits_.bytes) {
            return beyond(fmt::format("the text is too long ({} bytes)", text_.size()),
                          fmt::format("at most {} bytes", limits_.bytes));
        }
        while (at_ < text_.size()) {
            if (auto problem = step(text_[at_])) {
                return problem;
            }
        }
        return std::nullopt;
    }

private:
    std::optional<Diagnostic> step(char c) {
        switch (c) {
            case '#':
                advance(std::min(text_.find('\n', at_), text_.size()) - at_);
                return std::nullopt;
            case '"':
            case '\'':
                skipString(c);
                return std::nullopt;
            case '.':
                ++dots_;
                if (dots_ >= limits_.keyParts) {
                    return beyond(fmt::format("a key has more than {} parts", limits_.keyParts), "shorter keys");
                }
                break;
            case '=':
                if (at_ - keyBegin_ > limits_.keyBytes) {
                    return beyond(fmt::format("a key is longer than {} bytes", limits_.keyBytes), "shorter keys");
                }
                break;
            case '[':
            case '{':
                ++depth_;
                if (depth_ > limits_.nesting) {
                    return beyond(fmt::format("values are nested more than {} deep", limits_.nesting),
                                  "fewer brackets within brackets");
                }
                break;
            case ']':
            case '}':
                depth_ -= depth_ > 0 ? 1 : 0;
                break;
            default:
                break;
        }
        const bool separates = std::string_view("=,[]{}\n").find(c) != std::string_view::npos;
        advance(1);
        if (separates) {
            dots_ = 0;
            keyBegin_ = at_;
        }
        return std::nullopt;
    }

    // A string in one or three quotes. One that is not closed ends with its line, or with the text.
    void skipString(char quote) {
        const std::string three(3, quote);
        const bool multiline = text_.substr(at_).starts_with(three);
        advance(multiline ? 3 : 1);
        while (at_ < text_.size()) {
            if (text_[at_] == '\\' && quote == '"') {
                advance(2);
            } else if (multiline && text_.substr(at_).starts_with(three)) {
                const std::size_t end = std::min(text_.find_first_not_of(quote, at_), text_.size());
                return advance(std::min<std::size_t>(end - at_, 5));  // two quotes may belong to the string
            } else if (!multiline && text_[at_] == quote) {
                return advance(1);
            } else if (!multiline && text_[at_] == '\n') {
                return;
            } else {
                advance(1);
            }
        }
    }

    void advance(std::size_t bytes) {
        for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '\n') {
                ++place_.line;
                place_.column = 1;
            } else {
                place_.column += (byte & 0xC0U) == 0x80U ? 0 : 1;  // a character counts once
            }
        }
    }

    [[nodiscard]] Diagnostic beyond(std::string what, std::string expected) const {
        return {place_, std::move(what), std::move(expected), Severity::error};
    }

    std::string_view text_;
    const TomlLimits& limits_;
    SourcePlace place_;
    std::size_t at_ = 0;
    std::size_t keyBegin_ = 0;
    std::size_t dots_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

std::optional<Diagnostic> beyondTomlLimits(std::string_view text, const std::filesystem::path& file,
                                           const TomlLimits& limits) {
    return LimitScan(text, file, limits).run();
}

SourcePlace placeOf(const toml::source_region& region, const std::filesystem::path& file) {
    return {file.string(), static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Result<toml::table> parseToml(std::string_view text, const std::filesystem::path& file) {
    if (auto problem = beyondTomlLimits(text, file)) {
        return *std::move(problem);
    }
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& problem) {
        return Diagnostic{placeOf(problem.source(), file),
                          fmt::format("the file is not valid TOML: {}", problem.description()),
                          "the rest of the file is not read until this is mended", Severity::error};
    }
}

Result<toml::table> readToml(const std::filesystem::path& file) {
    const Result<std::string> text = readTextFile(file);
    if (!text) {
        return text.problem();
    }
    return parseToml(text.value(), file);
}

}  // namespace myo
