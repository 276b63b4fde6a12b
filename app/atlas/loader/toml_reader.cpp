#include "atlas/loader/toml_reader.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace myo::atlas::loader {

namespace {

std::string_view typeName(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::string:
            return "a text";
        case toml::node_type::integer:
        case toml::node_type::floating_point:
            return "a number";
        case toml::node_type::boolean:
            return "true or false";
        default:
            return "a date or time";
    }
}

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string listed(std::span<const std::string_view> words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

std::string didYouMean(const std::string& word, const std::vector<std::string>& known) {
    // A very long word is no slip of a finger, and comparing it would only cost time.
    constexpr std::size_t longest = 100;
    const std::string nearest = word.size() > longest ? "" : nearestName(word, known);
    return nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest);
}

SourcePlace FileReport::place(const toml::source_region& region) const {
    return {file_, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

void FileReport::error(const SourcePlace& place, std::string what, std::string expected) {
    ++breaks_;
    blemish(place, std::move(what), std::move(expected));
}

void FileReport::blemish(const SourcePlace& place, std::string what, std::string expected) {
    if (findings_.size() < mostFindings) {
        findings_.push_back({place, std::move(what), std::move(expected), Severity::error});
    } else if (!full()) {
        findings_.push_back({place, "there are more errors from here on", "expected these to be mended first"});
    }
}

std::string FileReport::hint(const std::string& word, const std::vector<std::string>& known) const {
    return full() ? "" : didYouMean(word, known);
}

TableReader::TableReader(const toml::table& table, const KeyTable& keys, FileReport& report)
    : table_(table), keys_(keys), report_(report) {
    const auto named = [](std::string_view name) { return [name](const Key& key) { return key.name == name; }; };
    for (const auto& [key, value] : table_) {
        if (std::none_of(keys.keys.begin(), keys.keys.end(), named(key.str()))) {
            std::vector<std::string> known;
            for (const Key& possible : keys.keys) {
                known.emplace_back(possible.name);
            }
            const std::string hint = report_.hint(std::string(key.str()), known);
            report_.blemish(report_.place(key.source()), fmt::format("unknown key '{}' in {}", key.str(), keys.what),
                            hint.empty() ? fmt::format("expected one of {}", fmt::join(known, ", ")) : hint);
        }
    }
    for (const Key& key : keys.keys) {
        if (key.required && !table_.contains(key.name)) {
            report_.error(place(), fmt::format("{} without '{}'", keys.what, key.name),
                          fmt::format("expected the key '{}'", key.name));
        }
    }
}

const toml::node* TableReader::node(std::string_view key) const {
    const bool known = std::any_of(keys_.keys.begin(), keys_.keys.end(), [&](const Key& k) { return k.name == key; });
    if (!known) {
        throw std::logic_error(fmt::format("the key list of {} has no '{}'", keys_.what, key));
    }
    return table_.get(key);
}

bool TableReader::has(std::string_view key) const {
    return node(key) != nullptr;
}

SourcePlace TableReader::place() const {
    // The root of a file has no place of its own.
    const SourcePlace own = report_.place(table_.source());
    return own.line > 0 ? own : SourcePlace{own.file, 1, 1};
}

SourcePlace TableReader::place(std::string_view key) const {
    const toml::node* found = node(key);
    return found == nullptr ? place() : report_.place(found->source());
}

void TableReader::wrongType(std::string_view key, const toml::node& found, std::string_view expected) const {
    report_.error(report_.place(found.source()), fmt::format("'{}' is {}", key, typeName(found)),
                  fmt::format("expected {}", expected));
}

std::string TableReader::text(std::string_view key) const {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return "";
    }
    if (!found->is_string()) {
        wrongType(key, *found, "a text in quotes");
        return "";
    }
    std::string value = found->as_string()->get();
    const bool required =
        std::any_of(keys_.keys.begin(), keys_.keys.end(), [&](const Key& k) { return k.name == key && k.required; });
    if (required && blank(value)) {
        report_.error(report_.place(found->source()), fmt::format("'{}' is empty", key), "expected a text");
    }
    return value;
}

std::string TableReader::id(std::string_view key) const {
    std::string value = text(key);
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (!std::all_of(value.begin(), value.end(), allowed)) {
        report_.error(place(key), fmt::format("'{}' is no id", value), "expected a-z, 0-9 and _ only");
        return "";
    }
    return value;
}

const toml::array* TableReader::array(std::string_view key, std::string_view expected) const {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return nullptr;
    }
    if (!found->is_array()) {
        wrongType(key, *found, expected);
        return nullptr;
    }
    const bool required =
        std::any_of(keys_.keys.begin(), keys_.keys.end(), [&](const Key& k) { return k.name == key && k.required; });
    if (required && found->as_array()->empty()) {
        report_.error(report_.place(found->source()), fmt::format("'{}' is empty", key), "expected at least one entry");
    }
    return found->as_array();
}

std::vector<PlacedText> TableReader::placedTexts(std::string_view key) const {
    std::vector<PlacedText> values;
    const toml::array* list = array(key, R"(a list of texts, as in ["one", "two"])");
    if (list == nullptr) {
        return values;
    }
    for (const toml::node& entry : *list) {
        if (!entry.is_string()) {
            wrongType(key, entry, "a text in quotes");
        } else if (blank(entry.as_string()->get())) {
            report_.error(report_.place(entry.source()), fmt::format("an entry of '{}' is empty", key),
                          "expected a text");
        } else {
            values.push_back({entry.as_string()->get(), report_.place(entry.source())});
        }
    }
    return values;
}

std::vector<std::string> TableReader::texts(std::string_view key) const {
    std::vector<std::string> values;
    for (PlacedText& entry : placedTexts(key)) {
        values.push_back(std::move(entry.text));
    }
    return values;
}

std::optional<float> TableReader::numberOf(std::string_view key, const toml::node& found, Range range) const {
    const std::optional<double> value = found.is_number() ? found.value<double>() : std::nullopt;
    if (!value) {
        wrongType(key, found, fmt::format("a number from {} to {}", range.low, range.high));
        return std::nullopt;
    }
    if (!(*value >= range.low && *value <= range.high)) {
        report_.error(report_.place(found.source()), fmt::format("'{}' is {}", key, *value),
                      fmt::format("expected a number from {} to {}", range.low, range.high));
        return std::nullopt;
    }
    return static_cast<float>(*value);
}

std::optional<float> TableReader::number(std::string_view key, Range range) const {
    const toml::node* found = node(key);
    return found == nullptr ? std::nullopt : numberOf(key, *found, range);
}

std::optional<int> TableReader::integer(std::string_view key, Range range) const {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (!found->is_integer()) {
        wrongType(key, *found, fmt::format("a whole number from {} to {}", range.low, range.high));
        return std::nullopt;
    }
    const std::int64_t value = found->as_integer()->get();
    if (static_cast<double>(value) < range.low || static_cast<double>(value) > range.high) {
        report_.error(report_.place(found->source()), fmt::format("'{}' is {}", key, value),
                      fmt::format("expected a whole number from {} to {}", range.low, range.high));
        return std::nullopt;
    }
    return static_cast<int>(value);
}

bool TableReader::flag(std::string_view key, bool fallback) const {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return fallback;
    }
    if (!found->is_boolean()) {
        wrongType(key, *found, "true or false");
        return fallback;
    }
    return found->as_boolean()->get();
}

std::optional<float> TableReader::radius(std::string_view key, const toml::node& found) const {
    const auto value = numberOf(key, found, {0.0, largestRadiusMm});
    if (value && *value <= 0.0F) {
        report_.error(report_.place(found.source()), fmt::format("'{}' is 0", key),
                      fmt::format("expected a number above 0 and up to {} (mm)", largestRadiusMm));
        return std::nullopt;
    }
    return value;
}

std::vector<float> TableReader::radii(std::string_view key) const {
    std::vector<float> values;
    const toml::node* found = node(key);
    if (found == nullptr) {
        return values;
    }
    const toml::array* list = found->as_array();
    if (list == nullptr) {
        if (const auto value = radius(key, *found)) {
            values.push_back(*value);
        }
        return values;
    }
    for (const toml::node& entry : *list) {
        // A wrong entry keeps its place, so that it is not counted as missing as well.
        values.push_back(radius(key, entry).value_or(1.0F));
    }
    return values;
}

std::size_t TableReader::indexOfWord(std::string_view key, std::span<const std::string_view> words) const {
    const std::string value = text(key);
    const auto found = std::find(words.begin(), words.end(), value);
    if (found == words.end() && !blank(value)) {
        report_.error(place(key), fmt::format("unknown {} '{}'", key, value),
                      fmt::format("expected one of {}", listed(words)));
    }
    return static_cast<std::size_t>(found - words.begin());
}

std::string TableReader::wordOf(std::string_view key, std::span<const std::string_view> words) const {
    const std::size_t index = indexOfWord(key, words);
    return index < words.size() ? std::string(words[index]) : "";
}

const toml::table* TableReader::table(std::string_view key) const {
    const toml::node* found = node(key);
    if (found == nullptr) {
        return nullptr;
    }
    if (!found->is_table()) {
        wrongType(key, *found, "a table, as in { key = value }");
    }
    return found->as_table();
}

std::vector<const toml::table*> TableReader::tables(std::string_view key) const {
    std::vector<const toml::table*> found;
    const toml::array* list = array(key, "a list of tables");
    if (list == nullptr) {
        return found;
    }
    for (const toml::node& entry : *list) {
        if (entry.is_table()) {
            found.push_back(entry.as_table());
        } else {
            wrongType(key, entry, "a table, as in { key = value }");
            // Its place in the order still counts.
            found.push_back(nullptr);
        }
    }
    return found;
}

}  // namespace myo::atlas::loader
