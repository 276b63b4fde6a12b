// Words that call for a doctor before any muscle is looked at.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "atlas/atlas.h"
#include "search/danger_text.h"
#include "search/search_index.h"

namespace myo::search {

/// The rules of the atlas' red flags, which pair classes of words across a whole text.
class RedFlags {
public:
    explicit RedFlags(const atlas::Atlas& atlas);

    /// At most three flags that the text raises: the most urgent first, of equally urgent ones the one whose rule asks
    /// for most, then in the data's order.
    [[nodiscard]] std::vector<Danger> raisedBy(std::string_view text) const;

private:
    using ClassId = std::uint32_t;

    /// Words that follow each other; one without a stem must be said in this form.
    struct Sequence {
        std::vector<Word> words;
        bool negative = false;  ///< it says "no" itself: "no feeling"
        ClassId of = 0;
    };
    /// Classes that stand near each other.
    using Near = std::vector<ClassId>;
    /// Any of them.
    using Part = std::vector<Near>;
    struct Rule {
        std::vector<Part> all;
        std::vector<Part> none;
    };
    struct Flag {
        std::vector<Rule> rules;
        std::vector<std::size_t> coveredBy;
        Danger danger;
    };
    /// Where a class is mentioned: the first and the last word.
    struct Span {
        int first = 0;
        int last = 0;
    };
    using Mentions = std::vector<std::vector<Span>>;

    void addSequence(std::string_view phrase, ClassId of);
    ClassId elementId(const std::string& element);
    Part partOf(const std::string& part);
    Rule ruleOf(const std::string& text);
    static std::optional<int> endOf(const Sequence& sequence, const DangerText& text, std::size_t at);
    template <class Found>
    void forEachSequence(const DangerText& text, Found found) const;
    void takeBackDenials(DangerText& text) const;
    [[nodiscard]] Mentions mentionsIn(const DangerText& text) const;
    static bool near(const Near& classes, const Mentions& mentions, const DangerText& text);
    static int worth(const Rule& rule, const Mentions& mentions, const DangerText& text);

    std::vector<Sequence> sequences_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> byFirstWord_;  ///< by stem, or "=" and the form
    std::unordered_map<std::string, ClassId> classes_;
    std::vector<Flag> flags_;
    std::vector<std::string> vocabulary_;  ///< longer words of the rules, for slips of the keyboard
};

}  // namespace myo::search
