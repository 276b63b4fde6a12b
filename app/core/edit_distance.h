// How many slips of the hand lie between two words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace myo {

/// The optimal string alignment distance from one word to many: letters put in, left out or exchanged, and neighbours
/// swapped, cost 1 each. Words that begin alike share rows, so that a sorted list costs little more than its distinct
/// beginnings. Letters are bytes.
class EditDistanceRows {
public:
    /// \param longest length of the words to compare with; `from` is kept by reference
    EditDistanceRows(std::string_view from, std::size_t longest);

    /// Fills the row of the word's first `depth` letters. \pre the rows of fewer letters are those of this word;
    /// 1 <= depth <= longest. \return the row's smallest entry: no longer word of this beginning is nearer.
    std::size_t fill(std::string_view word, std::size_t depth);

    /// Distance to the filled word of that length.
    [[nodiscard]] std::size_t whole(std::size_t length) const { return row(length)[from_.size()]; }
    /// Least distance to one of its beginnings, of at most `depth` letters.
    [[nodiscard]] std::size_t beginning(std::size_t depth) const { return bestBeginning_[depth]; }

private:
    [[nodiscard]] std::size_t* row(std::size_t depth) { return rows_.data() + depth * (from_.size() + 1); }
    [[nodiscard]] const std::size_t* row(std::size_t depth) const { return rows_.data() + depth * (from_.size() + 1); }

    std::string_view from_;
    std::vector<std::size_t> rows_;
    std::vector<std::size_t> bestBeginning_;
};

/// The same for a single pair of words.
[[nodiscard]] std::size_t editDistance(std::string_view from, std::string_view to);

}  // namespace myo
