// What a ranking tells about itself: what was understood, which points are meant, why a muscle is in the answer.
#include <algorithm>
#include <tuple>
#include <utility>

#include "search/ranking.h"

namespace myo::search {

namespace {

constexpr std::size_t mostReasons = 4;

ReasonKind kindOf(Field field) {
    switch (field) {
        case Field::name:
        case Field::region:
        case Field::synonym:
            break;
        case Field::alias:
            return ReasonKind::alias;
        case Field::latin:
            return ReasonKind::latin;
        case Field::lay:
            return ReasonKind::lay;
        case Field::family:
            return ReasonKind::family;
        case Field::report:
            return ReasonKind::report;
        case Field::provoke:
            return ReasonKind::provoke;
        case Field::lookAlike:
            return ReasonKind::lookAlike;
        case Field::action:
            return ReasonKind::action;
        case Field::nerve:
            return ReasonKind::nerve;
    }
    return ReasonKind::name;
}

struct Weighed {
    Reason reason;
    float weight = 0.0F;
};

}  // namespace

std::vector<std::string> Ranking::said(std::string Meaning::*what) const {
    std::vector<std::string> texts;
    for (const SynonymMatch& said : terms_.synonyms) {
        const std::string& text = corpus_.meanings[said.meaning].*what;
        if (!text.empty() && (said.typed & terms_.negated) == 0 &&
            std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(text);
        }
    }
    return texts;
}

std::vector<std::string> Ranking::circumstances() const {
    return said(&Meaning::circumstance);
}

std::vector<std::string> Ranking::qualities() const {
    return said(&Meaning::quality);
}

std::vector<std::uint32_t> Ranking::points(std::uint32_t muscle) const {
    std::vector<float> values(corpus_.muscles[muscle].points.size());
    for (const RegionMatch& match : regions_) {
        if ((match.typed & terms_.negated) != 0) {
            continue;
        }
        for (const Sender& sender : corpus_.senders[match.region]) {
            if (sender.muscle == muscle) {
                const float value = match.strength * sender.strength * weightOf(match.typed);
                values[sender.point] = std::max(values[sender.point], value);
            }
        }
    }
    std::vector<std::uint32_t> chosen(values.size());
    for (std::uint32_t point = 0; point < chosen.size(); ++point) {
        chosen[point] = point;
    }
    const float top = values.empty() ? 0.0F : *std::max_element(values.begin(), values.end());
    if (top < leastStrength * totalWeight_) {
        return chosen;
    }
    std::erase_if(chosen, [&](std::uint32_t point) { return values[point] < 0.3F * top; });
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
    return chosen;
}

std::vector<Reason> Ranking::reasons(std::uint32_t muscle) const {
    std::vector<Weighed> weighed;
    const auto add = [&](Reason reason, WordSet typed, float value) {
        const float weight = value * weightOf(typed & ~terms_.negated);
        const auto known =
            std::find_if(weighed.begin(), weighed.end(), [&](const Weighed& one) { return one.reason == reason; });
        if (known == weighed.end()) {
            weighed.push_back({std::move(reason), weight});
        } else {
            known->weight = std::max(known->weight, weight);
        }
    };
    for (const PhraseMatch& match : phrases_) {
        const Phrase& phrase = corpus_.phrases[match.phrase];
        if (phrase.field != Field::region && phrase.owner == muscle) {
            add({kindOf(phrase.field), phrase.text, {}}, match.typed, phraseValue(match));
        }
    }
    for (const RegionMatch& match : regions_) {
        for (const Sender& sender : corpus_.senders[match.region]) {
            if (sender.muscle == muscle) {
                add({sender.primary ? ReasonKind::primaryZone : ReasonKind::spillover,
                     {},
                     corpus_.regionIds[match.region]},
                    match.typed, placeWeight * match.strength * sender.strength);
            }
        }
    }
    for (const SynonymMatch& said : terms_.synonyms) {
        const Meaning& meaning = corpus_.meanings[said.meaning];
        if (std::find(meaning.muscles.begin(), meaning.muscles.end(), muscle) != meaning.muscles.end()) {
            add({meaning.nickname ? ReasonKind::alias : ReasonKind::linked, corpus_.phrases[said.phrase].text, {}},
                said.typed, 1.0F);
        }
    }
    std::sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return std::tie(b.weight, a.reason.kind, a.reason.words, a.reason.region.value) <
               std::tie(a.weight, b.reason.kind, b.reason.words, b.reason.region.value);
    });
    std::vector<Reason> reasons;
    for (Weighed& one : weighed) {
        // What explains a fraction of the best reason is noise.
        if (reasons.size() < mostReasons && one.weight > 0.0F && one.weight >= 0.25F * weighed.front().weight) {
            reasons.push_back(std::move(one.reason));
        }
    }
    return reasons;
}

}  // namespace myo::search
