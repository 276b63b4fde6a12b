#include "core/edit_distance.h"

#include <algorithm>

namespace myo {

EditDistanceRows::EditDistanceRows(std::string_view from, std::size_t longest)
    : from_(from), rows_((longest + 1) * (from.size() + 1)), bestBeginning_(longest + 1) {
    for (std::size_t j = 0; j <= from_.size(); ++j) {
        row(0)[j] = j;
    }
    bestBeginning_[0] = from_.size();
}

std::size_t EditDistanceRows::fill(std::string_view word, std::size_t depth) {
    std::size_t* const current = row(depth);
    const std::size_t* const last = row(depth - 1);
    current[0] = depth;
    std::size_t smallest = depth;
    for (std::size_t j = 1; j <= from_.size(); ++j) {
        const bool same = word[depth - 1] == from_[j - 1];
        std::size_t cost = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
        if (depth > 1 && j > 1 && word[depth - 1] == from_[j - 2] && word[depth - 2] == from_[j - 1]) {
            cost = std::min(cost, row(depth - 2)[j - 2] + 1);
        }
        current[j] = cost;
        smallest = std::min(smallest, cost);
    }
    bestBeginning_[depth] = std::min(bestBeginning_[depth - 1], current[from_.size()]);
    return smallest;
}

std::size_t editDistance(std::string_view from, std::string_view to) {
    EditDistanceRows rows(from, to.size());
    for (std::size_t depth = 1; depth <= to.size(); ++depth) {
        rows.fill(to, depth);
    }
    return rows.whole(to.size());
}

}  // namespace myo
