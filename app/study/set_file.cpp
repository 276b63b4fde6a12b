#include "study/set_file.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>

#include <fmt/format.h>

#include "core/toml.h"

namespace myo::study {

namespace {

constexpr std::array<const char*, 7> setKeys{"title", "points", "muscles", "kinds", "number", "minutes", "pass"};
constexpr std::size_t longestTitle = 200;
constexpr std::int64_t mostQuestions = 1000;
constexpr std::int64_t mostMinutes = 600;

// One set while it is read, with all that is wrong with it.
class SetReader {
public:
    SetReader(const toml::table& table, const std::string& file, const atlas::Atlas& atlas)
        : table_(table), file_(file), atlas_(atlas) {}

    LoadedSet read() {
        const std::vector<std::string> known(setKeys.begin(), setKeys.end());
        for (const auto& [key, value] : table_) {
            if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
                unknown(key.source(), "key", std::string(key.str()), known);
            }
        }
        ExamSet set;
        set.title = title();
        set.points =
            list<PointId>("points", [&](const toml::node& node, const std::string& word) { return point(node, word); });
        set.muscles = list<MuscleId>(
            "muscles", [&](const toml::node& node, const std::string& word) { return muscle(node, word); });
        set.kinds =
            list<CardKind>("kinds", [&](const toml::node& node, const std::string& word) { return kind(node, word); });
        if (!table_.contains("points") && !table_.contains("muscles")) {
            problem({}, "the set names nothing to ask about", "points = [\"soleus.1\"] or muscles = [\"soleus\"]");
        }
        if (const auto number = whole("number", 1, mostQuestions)) {
            set.number = static_cast<int>(*number);
        }
        if (const auto minutes = whole("minutes", 1, mostMinutes)) {
            set.minutes = std::chrono::minutes(*minutes);
        }
        if (const auto pass = whole("pass", 0, 100)) {
            set.passMark = static_cast<double>(*pass) / 100.0;
        }
        std::stable_sort(out_.findings.begin(), out_.findings.end(), [](const Diagnostic& a, const Diagnostic& b) {
            return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
        if (!hasErrors(out_.findings)) {
            out_.set = std::move(set);
        }
        return std::move(out_);
    }

private:
    void problem(const toml::source_region& where, std::string what, std::string expected) {
        out_.findings.push_back({placeOf(where, file_), std::move(what), std::move(expected), Severity::error});
    }

    void unknown(const toml::source_region& where, const char* kind, const std::string& word,
                 const std::vector<std::string>& known) {
        const std::string nearest = nearestName(word, known);
        problem(
            where, fmt::format("unknown {} '{}'", kind, word),
            nearest.empty() ? fmt::format("expected a known {}", kind) : fmt::format("did you mean '{}'?", nearest));
    }

    std::string title() {
        const toml::node* node = table_.get("title");
        const auto text = node != nullptr ? node->value_exact<std::string>() : std::nullopt;
        if (!text || text->empty() || text->size() > longestTitle) {
            problem(node != nullptr ? node->source() : toml::source_region{}, "the set has no title",
                    fmt::format("title = \"...\" of 1 to {} letters", longestTitle));
        }
        return text.value_or("");
    }

    template <class Value, class Convert>
    std::vector<Value> list(const char* key, const Convert& convert) {
        std::vector<Value> values;
        const toml::node* node = table_.get(key);
        if (node == nullptr) {
            return values;
        }
        const toml::array* array = node->as_array();
        if (array == nullptr || array->empty()) {
            problem(node->source(), fmt::format("'{}' is not a list of names", key),
                    fmt::format("{} = [\"...\"]", key));
            return values;
        }
        for (const toml::node& each : *array) {
            const auto word = each.value_exact<std::string>();
            if (!word) {
                problem(each.source(), fmt::format("'{}' holds something that is no name", key), "a text in quotes");
            } else if (const std::optional<Value> value = convert(each, *word)) {
                if (std::find(values.begin(), values.end(), *value) == values.end()) {
                    values.push_back(*value);
                }
            }
        }
        return values;
    }

    std::optional<PointId> point(const toml::node& node, const std::string& word) {
        const auto id = PointId::parse(word);
        if (id && atlas_.find(*id) != nullptr) {
            return id;
        }
        std::vector<std::string> known;
        for (const atlas::TriggerPoint* each : atlas_.points()) {
            known.push_back(each->id.text());
        }
        unknown(node.source(), "point", word, known);
        return std::nullopt;
    }

    std::optional<MuscleId> muscle(const toml::node& node, const std::string& word) {
        if (atlas_.find(MuscleId{word}) != nullptr) {
            return MuscleId{word};
        }
        std::vector<std::string> known;
        for (const atlas::Muscle& each : atlas_.muscles) {
            known.push_back(each.id.value);
        }
        unknown(node.source(), "muscle", word, known);
        return std::nullopt;
    }

    std::optional<CardKind> kind(const toml::node& node, const std::string& word) {
        const auto kind = parseCardKind(word);
        if (!kind) {
            std::vector<std::string> known;
            for (int i = 0; i <= static_cast<int>(CardKind::nerve); ++i) {
                known.emplace_back(kindName(static_cast<CardKind>(i)));
            }
            unknown(node.source(), "kind", word, known);
        }
        return kind;
    }

    std::optional<std::int64_t> whole(const char* key, std::int64_t from, std::int64_t to) {
        const toml::node* node = table_.get(key);
        if (node == nullptr) {
            return std::nullopt;
        }
        const auto value = node->value_exact<std::int64_t>();
        if (!value || *value < from || *value > to) {
            problem(node->source(), fmt::format("'{}' is out of range", key),
                    fmt::format("a whole number from {} to {}", from, to));
            return std::nullopt;
        }
        return value;
    }

    const toml::table& table_;
    const std::string& file_;
    const atlas::Atlas& atlas_;
    LoadedSet out_;
};

}  // namespace

LoadedSet readSet(const std::string& text, const std::string& file, const atlas::Atlas& atlas) {
    const auto table = parseToml(text, file);
    if (!table) {
        return {std::nullopt, {table.problem()}};
    }
    return SetReader(table.value(), file, atlas).read();
}

std::vector<Card> examCards(const Text& text, const atlas::Atlas& atlas, const ExamSet& set, unsigned seed) {
    std::vector<Card> cards;
    std::set<std::string> known;
    const auto add = [&](const DeckChoice& choice) {
        for (Card& card : makeDeck(text, atlas, choice)) {
            if (known.insert(card.id).second) {
                cards.push_back(std::move(card));
            }
        }
    };
    if (!set.muscles.empty()) {
        add({{}, set.muscles, {}, set.kinds});
    }
    if (!set.points.empty()) {
        add({{}, {}, set.points, set.kinds});
    }
    std::mt19937 random(seed);
    std::shuffle(cards.begin(), cards.end(), random);
    cards.resize(std::min(cards.size(), static_cast<std::size_t>(set.number.value_or(static_cast<int>(cards.size())))));
    return cards;
}

}  // namespace myo::study
