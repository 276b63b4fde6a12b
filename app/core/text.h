// The sentences that a person reads, by key, in one language.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/result.h"

namespace myo {

/// A named value for a sentence: `{name}` in the table stands for it. Whole numbers get their thousands apart.
struct TextArgument {
    std::string_view name;
    std::variant<std::string, std::int64_t, double> value;

    TextArgument(std::string_view argument, std::string words) : name(argument), value(std::move(words)) {}
    TextArgument(std::string_view argument, std::string_view words) : name(argument), value(std::string(words)) {}
    TextArgument(std::string_view argument, const char* words) : name(argument), value(std::string(words)) {}
    TextArgument(std::string_view argument, double number) : name(argument), value(number) {}
    template <std::integral Number>
    TextArgument(std::string_view argument, Number number) : name(argument), value(static_cast<std::int64_t>(number)) {}
};

/// A sentence that is not worded yet: rooms that know what happened, but no language, say it so.
struct Message {
    std::string key;
    std::vector<TextArgument> arguments;  ///< their names are literals
};

/// One language's table. Immutable; may be shared between threads.
///
/// A table is a TOML file of nested sections: `[paint] title = "Where does it hurt?"` is the key "paint.title". A
/// sentence that depends on a number is a table of plural forms, chosen by the argument `count`:
/// `results = {one = "{count} result", other = "{count} results"}`. Forms and their names are those of Unicode's CLDR.
class Text {
public:
    using Arguments = std::initializer_list<TextArgument>;

    /// Reads a table. The problem names file, line and column: bad TOML, a value that is no sentence, a brace without
    /// its partner, a form that the language does not have.
    [[nodiscard]] static Result<Text> read(const std::filesystem::path& file);

    /// The same table in the pseudo-language en-XA: accented, two fifths longer, and in brackets, so that a string that
    /// is not from here, or cut off, can be seen.
    [[nodiscard]] Text pseudo() const;

    /// The sentence. A key that the table lacks gives the key itself, so that a window never goes dark for a word.
    [[nodiscard]] std::string operator()(std::string_view key, Arguments arguments = {}) const {
        return worded(key, {arguments.begin(), arguments.size()});
    }
    [[nodiscard]] std::string operator()(const Message& message) const {
        return worded(message.key, message.arguments);
    }

    [[nodiscard]] bool has(std::string_view key) const;
    /// All keys, ascending.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// "en", "de" ..., or "en-XA"; "" for an empty table.
    [[nodiscard]] const std::string& language() const { return language_; }

private:
    [[nodiscard]] std::string worded(std::string_view key, std::span<const TextArgument> arguments) const;

    struct Entry {
        std::map<std::string, std::string, std::less<>> forms;  ///< by plural category; "other" is always there
    };
    std::map<std::string, Entry, std::less<>> entries_;
    std::string language_;
};

/// Words in the pseudo-language en-XA. What stands in braces stays as it is.
[[nodiscard]] std::string pseudoWords(std::string_view words);

/// A number with its thousands apart: "2,000,000".
[[nodiscard]] std::string grouped(std::int64_t number);

}  // namespace myo
