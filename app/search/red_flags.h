// Words that call for a doctor before any muscle is looked at.
#pragma once

#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "search/query.h"

namespace myo::search {

class RedFlags {
public:
    explicit RedFlags(const atlas::Atlas& atlas);

    /// The sentences of all flags that the query raises, in the data's order. A flag is raised when every word of one
    /// of its phrases is said, in any order and form, and not as something absent.
    [[nodiscard]] std::vector<std::string> raisedBy(const Query& query) const;

private:
    /// Words of which one must be said.
    using Choice = std::vector<Word>;
    struct Pattern {
        std::vector<Choice> choices;
        bool negative = false;  ///< the phrase itself says "no": "no feeling in the saddle"
    };
    struct Flag {
        std::vector<Pattern> patterns;
        std::string say;
    };

    static bool raised(const Pattern& pattern, const Query& query);

    std::vector<Flag> flags_;
};

}  // namespace myo::search
