// Every word that the search knows, and how a typed word finds them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace myo::search {

using StemId = std::uint32_t;

/// A known word that a typed one may mean, and how surely (0..1].
struct Candidate {
    StemId stem = 0;
    float quality = 0.0F;
};

/// Words in the alphabet's order, each with the stem it belongs to. Build with add(), then finish() once.
class Vocabulary {
public:
    StemId add(const std::string& word, const std::string& stem);
    void finish();

    [[nodiscard]] std::size_t stemCount() const { return stems_.size(); }
    [[nodiscard]] std::optional<StemId> find(const std::string& stem) const;
    /// Words that begin with the text, the nearer in length the surer.
    [[nodiscard]] std::vector<Candidate> startingWith(std::string_view text) const;
    /// Words within one slip of the keyboard (two from eight letters on; none below four): a letter too many, too few,
    /// another one, or two swapped. With `asPrefix` the beginning of a word suffices.
    [[nodiscard]] std::vector<Candidate> similarTo(std::string_view text, bool asPrefix) const;

private:
    struct Surface {
        std::string word;
        StemId stem = 0;
        std::size_t shared = 0;  ///< letters in common with the word before
    };

    std::unordered_map<std::string, StemId> stems_;
    std::vector<Surface> surfaces_;
};

}  // namespace myo::search
