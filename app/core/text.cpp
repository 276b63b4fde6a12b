#include "core/text.h"

#include <array>
#include <cmath>
#include <optional>

#include <fmt/args.h>
#include <fmt/format.h>

#include "core/toml.h"

namespace myo {

namespace {

// The plural category of a whole number: the rules of Unicode's CLDR for the languages that have tables.
std::string_view pluralCategory(std::string_view language, std::int64_t count) {
    const std::string_view base = language.substr(0, language.find('-'));
    const bool one = base == "fr" ? count == 0 || count == 1 : count == 1;
    return one ? "one" : "other";
}

bool isPluralCategory(std::string_view name) {
    return name == "one" || name == "other";
}

// True if every brace has its partner and names something.
bool wellFormed(std::string_view sentence) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (sentence[at] == '}') {
            return false;
        }
        if (sentence[at] == '{') {
            const std::size_t end = sentence.find_first_of("{}", at + 1);
            if (end == std::string_view::npos || sentence[end] != '}' || end == at + 1) {
                return false;
            }
            at = end;
        }
    }
    return true;
}

using Forms = std::map<std::string, std::string, std::less<>>;

// A table whose keys are all plural forms is one sentence.
bool isSentence(const toml::table& table) {
    if (table.empty()) {
        return false;
    }
    for (const auto& [key, node] : table) {
        if (!isPluralCategory(key.str()) || !node.is_string()) {
            return false;
        }
    }
    return true;
}

class Reader {
public:
    Reader(const std::filesystem::path& file, std::map<std::string, Forms>& sentences)
        : file_(file), sentences_(sentences) {}

    void read(const toml::table& table, const std::string& prefix) {
        for (const auto& [key, node] : table) {
            const std::string name = prefix.empty() ? std::string(key.str()) : fmt::format("{}.{}", prefix, key.str());
            if (const auto* words = node.as_string()) {
                add(name, "other", *words);
            } else if (const auto* inner = node.as_table(); inner != nullptr && isSentence(*inner)) {
                for (const auto& [form, each] : *inner) {
                    add(name, std::string(form.str()), *each.as_string());
                }
                if (!inner->contains("other")) {
                    reject(node.source(), fmt::format("'{}' has no form 'other'", name),
                           "a form for all other numbers");
                }
            } else if (inner != nullptr) {
                read(*inner, name);
            } else {
                reject(node.source(), fmt::format("'{}' is no sentence", name), "text in quotes");
            }
        }
    }
    [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }

private:
    void add(const std::string& name, const std::string& form, const toml::value<std::string>& words) {
        if (!wellFormed(words.get())) {
            reject(words.source(), fmt::format("a brace of '{}' has no partner", name), "names in braces: {name}");
        }
        sentences_[name][form] = words.get();
    }
    void reject(const toml::source_region& place, std::string what, std::string expected) {
        if (!problem_) {
            problem_ = Diagnostic{placeOf(place, file_), std::move(what), std::move(expected), Severity::error};
        }
    }

    const std::filesystem::path& file_;
    std::map<std::string, Forms>& sentences_;
    std::optional<Diagnostic> problem_;
};

// Letters of the pseudo-language for a-z and A-Z, each one accented.
constexpr std::array<std::string_view, 26> accentedSmall{"á", "ƀ", "ç", "ð", "é", "ƒ", "ĝ", "ĥ", "í",
                                                         "ĵ", "ķ", "ļ", "ɱ", "ñ", "ó", "þ", "ǫ", "ŕ",
                                                         "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž"};
constexpr std::array<std::string_view, 26> accentedLarge{"Á", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ĝ", "Ĥ", "Í",
                                                         "Ĵ", "Ķ", "Ļ", "Ṁ", "Ñ", "Ó", "Þ", "Ǫ", "Ŕ",
                                                         "Š", "Ţ", "Ú", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};

fmt::dynamic_format_arg_store<fmt::format_context> store(std::span<const TextArgument> arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> values;
    for (const TextArgument& argument : arguments) {
        const std::string name(argument.name);
        if (const auto* words = std::get_if<std::string>(&argument.value)) {
            values.push_back(fmt::arg(name.c_str(), *words));
        } else if (const auto* whole = std::get_if<std::int64_t>(&argument.value)) {
            values.push_back(fmt::arg(name.c_str(), grouped(*whole)));
        } else {
            values.push_back(fmt::arg(name.c_str(), std::get<double>(argument.value)));
        }
    }
    return values;
}

}  // namespace

std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    const std::ptrdiff_t first = number < 0 ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > first; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

std::string pseudoWords(std::string_view words) {
    if (words.find_first_not_of(" \t\n") == std::string_view::npos) {
        return std::string(words);
    }
    std::string out = "[";
    std::size_t letters = 0;
    bool inBraces = false;
    for (const char c : words) {
        inBraces = c == '{' || (inBraces && c != '}');
        if (!inBraces && c >= 'a' && c <= 'z') {
            out += accentedSmall[static_cast<std::size_t>(c - 'a')];
        } else if (!inBraces && c >= 'A' && c <= 'Z') {
            out += accentedLarge[static_cast<std::size_t>(c - 'A')];
        } else {
            out += c;
        }
        letters += inBraces ? 0 : 1;
    }
    for (std::size_t i = 0; i < (letters * 2 + 4) / 5; ++i) {
        out += i % 6 == 0 ? ' ' : '~';
    }
    return out + "]";
}

Result<Text> Text::read(const std::filesystem::path& file) {
    const Result<toml::table> root = readToml(file);
    if (!root) {
        return root.problem();
    }
    std::map<std::string, Forms> sentences;
    Reader reader(file, sentences);
    reader.read(root.value(), "");
    if (reader.problem()) {
        return *reader.problem();
    }
    Text text;
    text.language_ = file.stem().string();
    for (auto& [key, forms] : sentences) {
        text.entries_[key] = Entry{std::move(forms)};
    }
    return text;
}

Text Text::pseudo() const {
    Text out = *this;
    out.language_ = "en-XA";
    for (auto& [key, entry] : out.entries_) {
        for (auto& [form, words] : entry.forms) {
            words = pseudoWords(words);
        }
    }
    return out;
}

std::string Text::worded(std::string_view key, std::span<const TextArgument> arguments) const {
    const auto found = entries_.find(key);
    if (found == entries_.end()) {
        return std::string(key);
    }
    const Forms& forms = found->second.forms;
    std::string_view category = "other";
    for (const TextArgument& argument : arguments) {
        if (const auto* count = std::get_if<std::int64_t>(&argument.value); count && argument.name == "count") {
            category = pluralCategory(language_, *count);
        }
    }
    const auto form = forms.contains(category) ? forms.find(category) : forms.find("other");
    try {
        return fmt::vformat(form->second, store(arguments));
    } catch (const fmt::format_error&) {
        return form->second;  // a name that nobody gives a value to: better shown as written than not at all
    }
}

bool Text::has(std::string_view key) const {
    return entries_.contains(key);
}

std::vector<std::string> Text::keys() const {
    std::vector<std::string> all;
    for (const auto& [key, entry] : entries_) {
        all.push_back(key);
    }
    return all;
}

}  // namespace myo
