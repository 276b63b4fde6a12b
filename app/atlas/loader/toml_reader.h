// Reading TOML tables by their key lists.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "atlas/known_keys.h"
#include "core/diagnostic.h"

namespace myo::atlas::loader {

/// Nobody reads more findings than this of one file; looking for what each might have meant would only cost time.
inline constexpr std::size_t mostFindings = 500;

/// The findings of one file, at most mostFindings and one that says so.
class FileReport {
public:
    explicit FileReport(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] SourcePlace place(const toml::source_region& region) const;
    /// A finding that breaks the entry around it.
    void error(const SourcePlace& place, std::string what, std::string expected = "");
    /// An error that leaves the entry usable: an unknown key, say.
    void blemish(const SourcePlace& place, std::string what, std::string expected = "");

    /// "did you mean 'x'?", or "" if nothing is near.
    [[nodiscard]] std::string hint(const std::string& word, const std::vector<std::string>& known) const;

    /// How many breaking errors there are so far: an entry whose reading raised it is broken.
    [[nodiscard]] std::size_t breaks() const { return breaks_; }
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] Diagnostics& findings() { return findings_; }
    [[nodiscard]] bool full() const { return findings_.size() > mostFindings; }

private:
    std::string file_;
    Diagnostics findings_;
    std::size_t breaks_ = 0;
};

struct PlacedText {
    std::string text;
    SourcePlace place;
};

/// Reads one table. Unknown and missing keys are reported at once; a key that is absent or wrong reads as empty.
/// \throw std::logic_error if code asks for a key that the table's list does not have.
class TableReader {
public:
    TableReader(const toml::table& table, const KeyTable& keys, FileReport& report);

    [[nodiscard]] bool has(std::string_view key) const;
    /// Where the table begins, and where a key's value begins (the table's place if the key is absent).
    [[nodiscard]] SourcePlace place() const;
    [[nodiscard]] SourcePlace place(std::string_view key) const;

    [[nodiscard]] std::string text(std::string_view key) const;
    /// A text of a-z, 0-9 and _ only.
    [[nodiscard]] std::string id(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<PlacedText> placedTexts(std::string_view key) const;
    [[nodiscard]] std::optional<float> number(std::string_view key, Range range) const;
    [[nodiscard]] std::optional<int> integer(std::string_view key, Range range) const;
    [[nodiscard]] bool flag(std::string_view key, bool fallback) const;
    /// A radius in mm, or a list of them.
    [[nodiscard]] std::vector<float> radii(std::string_view key) const;

    /// The value of the word that the key has; `fallback` if it is absent or unknown.
    template <class Value, std::size_t N>
    [[nodiscard]] Value word(std::string_view key, const std::array<Word<Value>, N>& words, Value fallback) const {
        return wordIfKnown(key, words).value_or(fallback);
    }
    /// The same; nothing if it is absent or unknown.
    template <class Value, std::size_t N>
    [[nodiscard]] std::optional<Value> wordIfKnown(std::string_view key,
                                                   const std::array<Word<Value>, N>& words) const {
        std::vector<std::string_view> known;
        known.reserve(N);
        for (const auto& word : words) {
            known.push_back(word.text);
        }
        const std::size_t index = indexOfWord(key, known);
        return index < N ? std::optional<Value>(words[index].value) : std::nullopt;
    }
    /// The word itself, which must be one of those.
    [[nodiscard]] std::string wordOf(std::string_view key, std::span<const std::string_view> words) const;

    /// The table of that key; nothing if it is absent or no table.
    [[nodiscard]] const toml::table* table(std::string_view key) const;
    /// The tables of an array of tables.
    [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key) const;

    [[nodiscard]] FileReport& report() const { return report_; }

private:
    const toml::node* node(std::string_view key) const;
    std::size_t indexOfWord(std::string_view key, std::span<const std::string_view> words) const;
    void wrongType(std::string_view key, const toml::node& found, std::string_view expected) const;
    const toml::array* array(std::string_view key, std::string_view expected) const;
    std::optional<float> numberOf(std::string_view key, const toml::node& found, Range range) const;
    std::optional<float> radius(std::string_view key, const toml::node& found) const;

    const toml::table& table_;
    const KeyTable& keys_;
    FileReport& report_;
};

/// "did you mean 'x'?", or "" if nothing is near.
[[nodiscard]] std::string didYouMean(const std::string& word, const std::vector<std::string>& known);

}  // namespace myo::atlas::loader
