#include "search/red_flags.h"

#include <algorithm>
#include <sstream>

#include "core/edit_distance.h"
#include "search/english.h"

namespace myo::search {

namespace {

constexpr std::size_t mostWarnings = 3;
constexpr std::size_t shortestWithSlips = 5;
constexpr std::size_t longestWithSlips = 24;
// Words that stand near each other have at most so many others between them; the end of a clause counts for some.
constexpr int mostWordsBetween = 4;
constexpr int clauseGap = 3;

std::vector<std::string> splitAt(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, mark);) {
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

// Words that make a sequence say "no" itself.
bool saysNo(std::string_view word) {
    return isNegator(word) || word == "nothing" || word == "neither";
}

}  // namespace

void RedFlags::addSequence(std::string_view phrase, ClassId of) {
    const bool asWritten = phrase.starts_with('=');
    Sequence sequence;
    sequence.of = of;
    for (Word& word : words(phrase)) {
        sequence.negative = sequence.negative || saysNo(word.text);
        if (asWritten) {
            word.stem.clear();
        } else if (word.text.size() >= shortestWithSlips) {
            vocabulary_.push_back(word.text);
        }
        sequence.words.push_back(std::move(word));
    }
    if (!sequence.words.empty()) {
        const Word& first = sequence.words.front();
        byFirstWord_[first.stem.empty() ? "=" + first.text : first.stem].push_back(
            static_cast<std::uint32_t>(sequences_.size()));
        sequences_.push_back(std::move(sequence));
    }
}

// "@class", "#over50", or words joined by "_".
RedFlags::ClassId RedFlags::elementId(const std::string& element) {
    const auto [known, isNew] = classes_.emplace(element, static_cast<ClassId>(classes_.size()));
    if (isNew && element.front() != '@' && element.front() != '#') {
        std::string phrase = element;
        std::replace(phrase.begin(), phrase.end(), '_', ' ');
        addSequence(phrase, known->second);
    }
    return known->second;
}

RedFlags::Part RedFlags::partOf(const std::string& part) {
    Part alternatives;
    for (const std::string& alternative : splitAt(part, '/')) {
        Near classes;
        for (const std::string& element : splitAt(alternative, '+')) {
            classes.push_back(elementId(element));
        }
        alternatives.push_back(std::move(classes));
    }
    return alternatives;
}

RedFlags::Rule RedFlags::ruleOf(const std::string& text) {
    Rule rule;
    for (const std::string& part : splitAt(text, ' ')) {
        const bool excluded = part.front() == '-';
        (excluded ? rule.none : rule.all).push_back(partOf(excluded ? part.substr(1) : part));
    }
    return rule;
}

RedFlags::RedFlags(const atlas::Atlas& atlas) {
    for (const atlas::WordClass& wordClass : atlas.wordClasses) {
        const ClassId id = elementId("@" + wordClass.id);
        for (const std::string& phrase : wordClass.words) {
            addSequence(phrase, id);
        }
    }
    std::unordered_map<std::string, std::size_t> numbers;
    for (const atlas::RedFlag& source : atlas.redFlags) {
        numbers.emplace(source.id, numbers.size());
    }
    for (const atlas::RedFlag& source : atlas.redFlags) {
        Flag flag;
        flag.danger = {source.id, source.urgency, source.say, false, {}};
        for (const atlas::CitationRef& citation : source.citations) {
            flag.danger.sources.push_back(citation.source);
            flag.danger.confirmed = flag.danger.confirmed || citation.verification == atlas::Verification::verified;
        }
        for (const std::string& rule : source.rules) {
            flag.rules.push_back(ruleOf(rule));
        }
        for (const std::string& id : source.coveredBy) {
            if (const auto other = numbers.find(id); other != numbers.end()) {
                flag.coveredBy.push_back(other->second);
            }
        }
        flags_.push_back(std::move(flag));
    }
    std::sort(vocabulary_.begin(), vocabulary_.end());
    vocabulary_.erase(std::unique(vocabulary_.begin(), vocabulary_.end()), vocabulary_.end());
}

// The last word of the sequence that begins there; nothing if it does not. What only holds the sentence together may
// stand between its words: "pins needles" is said by "pins and needles".
std::optional<int> RedFlags::endOf(const Sequence& sequence, const DangerText& text, std::size_t at) {
    std::size_t next = at;
    for (const Word& wanted : sequence.words) {
        const auto same = [&](const DangerWord& word) {
            return wanted.stem.empty() ? word.word.text == wanted.text : word.word.stem == wanted.stem;
        };
        while (next < text.size() && next > at && text[next].filler && !same(text[next])) {
            ++next;
        }
        if (next >= text.size() || !same(text[next]) || (text[next].denied() && !sequence.negative)) {
            return std::nullopt;
        }
        ++next;
    }
    return static_cast<int>(next) - 1;
}

template <class Found>
void RedFlags::forEachSequence(const DangerText& text, Found found) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const std::string& key : {text[at].word.stem, "=" + text[at].word.text}) {
            const auto begun = byFirstWord_.find(key);
            if (begun == byFirstWord_.end()) {
                continue;
            }
            for (const std::uint32_t index : begun->second) {
                if (const auto end = endOf(sequences_[index], text, at)) {
                    found(sequences_[index], Span{static_cast<int>(at), *end});
                }
            }
        }
    }
}

// The "no" of "no feeling" is part of the complaint and denies nothing else: "no feeling in the saddle".
void RedFlags::takeBackDenials(DangerText& text) const {
    std::vector<Span> complaints;
    forEachSequence(text, [&](const Sequence& sequence, const Span& span) {
        if (sequence.negative && span.last > span.first) {
            complaints.push_back(span);
        }
    });
    for (DangerWord& word : text) {
        const auto isPart = [&](const Span& span) { return span.first <= word.deniedBy && word.deniedBy <= span.last; };
        if (std::any_of(complaints.begin(), complaints.end(), isPart)) {
            word.deniedBy = -1;
        }
    }
}

RedFlags::Mentions RedFlags::mentionsIn(const DangerText& text) const {
    Mentions mentions(classes_.size());
    const auto over50 = classes_.find("#over50");
    const auto child = classes_.find("#child");
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int place = static_cast<int>(at);
        if (text[at].over50 && over50 != classes_.end()) {
            mentions[over50->second].push_back({place, place});
        }
        if (text[at].child && child != classes_.end()) {
            mentions[child->second].push_back({place, place});
        }
    }
    forEachSequence(text, [&](const Sequence& sequence, const Span& span) { mentions[sequence.of].push_back(span); });
    return mentions;
}

// Whether one place of each class can be chosen so that each stands near the ones before.
bool RedFlags::near(const Near& classes, const Mentions& mentions, const DangerText& text) {
    const auto close = [&](const Span& a, const Span& b) {
        const auto& [left, right] = a.first <= b.first ? std::pair(a, b) : std::pair(b, a);
        const DangerWord& begin = text[static_cast<std::size_t>(right.first)];
        const DangerWord& end = text[static_cast<std::size_t>(left.last)];
        const int clauses = std::max(begin.clause - end.clause, 0);
        return begin.place - end.place - 1 + clauses * clauseGap <= mostWordsBetween;
    };
    const std::vector<Span>& first = mentions[classes.front()];
    return std::any_of(first.begin(), first.end(), [&](const Span& anchor) {
        return std::all_of(classes.begin() + 1, classes.end(), [&](ClassId other) {
            return std::any_of(mentions[other].begin(), mentions[other].end(),
                               [&](const Span& span) { return close(anchor, span); });
        });
    });
}

// How many classes the rule asks for, if all of it is mentioned; else nothing.
int RedFlags::worth(const Rule& rule, const Mentions& mentions, const DangerText& text) {
    int classes = 0;
    for (const Part& part : rule.all) {
        const auto found =
            std::find_if(part.begin(), part.end(), [&](const Near& one) { return near(one, mentions, text); });
        if (found == part.end()) {
            return 0;
        }
        classes += static_cast<int>(found->size());
    }
    const bool excluded = std::any_of(rule.none.begin(), rule.none.end(), [&](const Part& part) {
        return std::any_of(part.begin(), part.end(), [&](const Near& one) { return near(one, mentions, text); });
    });
    return excluded ? 0 : classes;
}

std::vector<Danger> RedFlags::raisedBy(std::string_view asked) const {
    DangerText text = readDangerText(asked);
    for (DangerWord& said : text) {
        Word& word = said.word;
        // A warning shown too often does less harm than one that a slip of the keyboard keeps away.
        if (word.text.size() < shortestWithSlips || word.text.size() > longestWithSlips || word.open ||
            isEnglish(word.text) || std::binary_search(vocabulary_.begin(), vocabulary_.end(), word.text)) {
            continue;
        }
        const auto meant = std::find_if(vocabulary_.begin(), vocabulary_.end(), [&](const std::string& known) {
            return known.front() == word.text.front() && editDistance(known, word.text) <= 1;
        });
        if (meant != vocabulary_.end()) {
            word.text = *meant;
            word.stem = Stemmer()(*meant);
        }
    }
    takeBackDenials(text);
    const Mentions mentions = mentionsIn(text);
    struct Raised {
        std::size_t flag = 0;
        int worth = 0;
    };
    std::vector<Raised> raised;
    for (std::size_t i = 0; i < flags_.size(); ++i) {
        int best = 0;
        for (const Rule& rule : flags_[i].rules) {
            best = std::max(best, worth(rule, mentions, text));
        }
        if (best > 0) {
            raised.push_back({i, best});
        }
    }
    std::erase_if(raised, [&, all = raised](const Raised& one) {
        return std::any_of(all.begin(), all.end(), [&](const Raised& other) {
            return std::find(flags_[one.flag].coveredBy.begin(), flags_[one.flag].coveredBy.end(), other.flag) !=
                   flags_[one.flag].coveredBy.end();
        });
    });
    std::stable_sort(raised.begin(), raised.end(), [&](const Raised& a, const Raised& b) {
        const auto urgency = [&](const Raised& one) { return flags_[one.flag].danger.urgency; };
        return urgency(a) != urgency(b) ? urgency(a) < urgency(b) : a.worth > b.worth;
    });
    raised.resize(std::min(raised.size(), mostWarnings));
    std::vector<Danger> dangers;
    dangers.reserve(raised.size());
    for (const Raised& one : raised) {
        dangers.push_back(flags_[one.flag].danger);
    }
    return dangers;
}

}  // namespace myo::search
