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

    /// The sentences of all flags that the query raises, in the data's order. A flag is raised when every part of one
    /// of its phrases is said, in any order and form, and not as something absent, and none of the parts that begin
    /// with "-" is. The words of a part joined by "_" must follow each other.
    [[nodiscard]] std::vector<std::string> raisedBy(const Query& query) const;

private:
    /// Telling words that must follow each other; a word without a stem must be said in this form.
    using Sequence = std::vector<Word>;
    /// Of which one must be said.
    using Choice = std::vector<Sequence>;
    struct Pattern {
        std::vector<Choice> choices;
        std::vector<Choice> unless;
        bool negative = false;  ///< the phrase itself says "no": "no feeling in the saddle"
    };
    struct Flag {
        std::vector<Pattern> patterns;
        std::string say;
    };

    static Pattern parsePattern(const std::string& phrase);
    static bool isSaid(const Choice& choice, const std::vector<const QueryWord*>& said, bool alsoAbsent);
    static bool raised(const Pattern& pattern, const std::vector<const QueryWord*>& said);

    std::vector<Flag> flags_;
};

}  // namespace myo::search
