#include "study/cards.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "content/words.h"

namespace myo::study {

namespace {

using atlas::Atlas;
using atlas::Muscle;
using atlas::TriggerPoint;

constexpr std::array<std::pair<CardKind, std::string_view>, 9> kindNames{{{CardKind::zone, "zone"},
                                                                          {CardKind::muscle, "muscle"},
                                                                          {CardKind::points, "points"},
                                                                          {CardKind::complaint, "complaint"},
                                                                          {CardKind::lookAlikes, "look_alikes"},
                                                                          {CardKind::origin, "origin"},
                                                                          {CardKind::insertion, "insertion"},
                                                                          {CardKind::action, "action"},
                                                                          {CardKind::nerve, "nerve"}}};

template <class Value>
bool contains(const std::vector<Value>& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Every region that a point's zones name, on its own side.
std::set<RegionId> namedRegions(const TriggerPoint& point) {
    std::set<RegionId> out;
    for (const atlas::Zone& zone : point.zones) {
        out.insert(zone.regions.begin(), zone.regions.end());
        out.insert(zone.internal.begin(), zone.internal.end());
    }
    return out;
}

double likeness(const std::set<RegionId>& a, const std::set<RegionId>& b) {
    const auto both = static_cast<double>(
        std::count_if(a.begin(), a.end(), [&](const RegionId& region) { return b.contains(region); }));
    const auto all = static_cast<double>(a.size() + b.size()) - both;
    return all > 0.0 ? both / all : 0.0;
}

// The regions of all points, gathered once: every point is compared with every other.
struct PointRegions {
    const TriggerPoint* point;
    std::set<RegionId> regions;
};

std::vector<PointRegions> regionsOfPoints(const Atlas& atlas) {
    std::vector<PointRegions> out;
    for (const TriggerPoint* point : atlas.points()) {
        out.push_back({point, namedRegions(*point)});
    }
    return out;
}

std::vector<PointId> lookAlikesAmong(const std::vector<PointRegions>& points, const TriggerPoint& point) {
    constexpr double alike = 0.5;  // of all regions that either names
    constexpr std::size_t most = 2;
    const std::set<RegionId> own = namedRegions(point);
    std::vector<std::pair<double, PointId>> found;
    for (const PointRegions& other : points) {
        if (other.point->id.muscle == point.id.muscle) {
            continue;
        }
        if (const double likely = likeness(own, other.regions); likely >= alike) {
            found.emplace_back(likely, other.point->id);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<PointId> out;
    for (const auto& [likely, id] : found) {
        // Two points of one muscle would be no question between muscles.
        const bool known = std::any_of(out.begin(), out.end(), [&](const PointId& o) { return o.muscle == id.muscle; });
        if (!known && out.size() < most) {
            out.push_back(id);
        }
    }
    return out;
}

// Makes the cards of one muscle after another.
class DeckMaker {
public:
    DeckMaker(const Text& text, const Atlas& atlas, const DeckChoice& choice)
        : text_(text), atlas_(atlas), choice_(choice), regions_(regionsOfPoints(atlas)) {}

    std::vector<Card> make() {
        for (const Muscle& muscle : atlas_.muscles) {
            if (choice_.holds(muscle)) {
                addPoints(muscle);
                addComplaints(muscle);
                addAnatomy(muscle);
            }
        }
        return std::move(cards_);
    }

private:
    void add(CardKind kind, const Muscle& muscle, const std::string& rest, std::vector<PointId> points,
             std::string prompt, std::string answer) {
        if (!choice_.kinds.empty() && !contains(choice_.kinds, kind)) {
            return;
        }
        cards_.push_back({fmt::format("{}:{}", kindName(kind), rest), kind, muscle.id, std::move(points),
                          std::move(prompt), std::move(answer)});
    }

    [[nodiscard]] std::string zones(const TriggerPoint& point) const {
        std::string out;
        for (const atlas::Zone& zone : point.zones) {
            out += fmt::format("{}{}: {}", out.empty() ? "" : " ", content::tierName(text_, zone.tier),
                               content::zoneWords(text_, atlas_, zone, std::nullopt));
        }
        return out;
    }

    [[nodiscard]] std::string named(const Muscle& muscle, const TriggerPoint& point) const {
        return text_("study.point", {{"muscle", muscle.name}, {"point", content::pointLabel(text_, point)}});
    }

    void addPoints(const Muscle& muscle) {
        std::vector<PointId> all;
        std::string places;
        for (const TriggerPoint& point : muscle.points) {
            if (!choice_.points.empty() && !contains(choice_.points, point.id)) {
                continue;
            }
            all.push_back(point.id);
            places +=
                fmt::format("{}{}: {}", places.empty() ? "" : " ", content::pointLabel(text_, point), point.location);
            add(CardKind::zone, muscle, point.id.text(), {point.id},
                text_("study.ask_zone", {{"point", named(muscle, point)}}), zones(point));
            add(CardKind::muscle, muscle, point.id.text(), {point.id},
                text_("study.ask_muscle", {{"zones", zones(point)}}), named(muscle, point));
            addLookAlikes(muscle, point);
        }
        if (!all.empty()) {
            add(CardKind::points, muscle, muscle.id.value, all,
                text_("study.ask_points", {{"count", all.size()}, {"muscle", muscle.name}}), places);
        }
    }

    void addLookAlikes(const Muscle& muscle, const TriggerPoint& point) {
        const bool asked = choice_.kinds.empty() || contains(choice_.kinds, CardKind::lookAlikes);
        if (!asked) {
            return;
        }
        const std::vector<PointId> others = lookAlikesAmong(regions_, point);
        if (others.empty()) {
            return;
        }
        std::vector<PointId> all{point.id};
        all.insert(all.end(), others.begin(), others.end());
        std::vector<std::string> ids;
        std::vector<std::string> names;
        std::string answer;
        for (const PointId& id : all) {
            const Muscle& owner = *atlas_.find(id.muscle);
            const TriggerPoint& each = *atlas_.find(id);
            ids.push_back(id.text());
            names.push_back(named(owner, each));
            answer += fmt::format("{}{}: {}", answer.empty() ? "" : " ", named(owner, each), zones(each));
        }
        add(CardKind::lookAlikes, muscle, fmt::format("{}", fmt::join(ids, "+")), all,
            text_("study.ask_look_alikes", {{"points", content::joined(text_, names)}}), answer);
    }

    void addComplaints(const Muscle& muscle) {
        for (std::size_t i = 0; i < muscle.reports.size(); ++i) {
            add(CardKind::complaint, muscle, fmt::format("{}.{}", muscle.id.value, i + 1), {},
                text_("study.ask_complaint", {{"words", muscle.reports[i]}}), muscle.name);
        }
    }

    void addAnatomy(const Muscle& muscle) {
        const auto ask = [&](CardKind kind, const char* key, const std::string& answer) {
            if (!answer.empty()) {
                add(kind, muscle, muscle.id.value, {}, text_(key, {{"muscle", muscle.name}}), answer);
            }
        };
        ask(CardKind::origin, "study.ask_origin", muscle.origin);
        ask(CardKind::insertion, "study.ask_insertion", muscle.insertion);
        ask(CardKind::action, "study.ask_action", fmt::format("{}", fmt::join(muscle.actions, "; ")));
        std::string nerve = muscle.innervation.nerve;
        if (!muscle.innervation.roots.empty()) {
            nerve += fmt::format("{}{}", nerve.empty() ? "" : ", ", fmt::join(muscle.innervation.roots, ", "));
        }
        ask(CardKind::nerve, "study.ask_nerve", nerve);
    }

    const Text& text_;
    const Atlas& atlas_;
    const DeckChoice& choice_;
    std::vector<PointRegions> regions_;
    std::vector<Card> cards_;
};

}  // namespace

std::string_view kindName(CardKind kind) {
    return kindNames.at(static_cast<std::size_t>(kind)).second;
}

std::optional<CardKind> parseCardKind(std::string_view name) {
    for (const auto& [kind, known] : kindNames) {
        if (known == name) {
            return kind;
        }
    }
    return std::nullopt;
}

bool DeckChoice::holds(const Muscle& muscle) const {
    const bool ofPart = parts.empty() || (muscle.bodyPart && contains(parts, *muscle.bodyPart));
    const bool ofMuscle = muscles.empty() || contains(muscles, muscle.id);
    const bool ofPoints = points.empty() || std::any_of(points.begin(), points.end(), [&](const PointId& point) {
                              return point.muscle == muscle.id;
                          });
    return ofPart && ofMuscle && ofPoints;
}

bool DeckChoice::holds(const Atlas& atlas, const Card& card) const {
    const Muscle* muscle = atlas.find(card.muscle);
    const bool ofKind = kinds.empty() || contains(kinds, card.kind);
    // The first point is what a card is about; the others of look-alikes are there to be told from it.
    const bool ofPoint =
        points.empty() || card.points.empty() ||
        (card.kind == CardKind::lookAlikes ? contains(points, card.points.front())
                                           : std::any_of(card.points.begin(), card.points.end(),
                                                         [&](const PointId& p) { return contains(points, p); }));
    return muscle != nullptr && ofKind && holds(*muscle) && ofPoint;
}

std::vector<PointId> lookAlikesOf(const Atlas& atlas, const TriggerPoint& point) {
    return lookAlikesAmong(regionsOfPoints(atlas), point);
}

std::vector<Card> makeDeck(const Text& text, const Atlas& atlas, const DeckChoice& choice) {
    return DeckMaker(text, atlas, choice).make();
}

}  // namespace myo::study
