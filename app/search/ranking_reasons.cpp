// What a ranking tells about itself: what was understood, which points are meant, why a muscle is in the answer.
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "search/ranking.h"

namespace myo::search {

namespace {

constexpr std::size_t mostReasons = 4;

std::string_view label(Field field) {
    switch (field) {
        case Field::name:
            return "name";
        case Field::alias:
            return "also called";
        case Field::latin:
            return "Latin name";
        case Field::lay:
            return "everyday name";
        case Field::family:
            return "family";
        case Field::report:
            return "people say";
        case Field::provoke:
            return "brought on by";
        case Field::lookAlike:
            return "looks like";
        case Field::action:
            return "action";
        case Field::nerve:
            return "nerve";
        case Field::region:
        case Field::synonym:
            break;
    }
    return "matches";
}

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

std::vector<std::string> Ranking::reasons(std::uint32_t muscle) const {
    std::map<std::string, float> weights;
    const auto add = [&](std::string text, WordSet typed, float value) {
        float& known = weights[std::move(text)];
        known = std::max(known, value * weightOf(typed & ~terms_.negated));
    };
    for (const PhraseMatch& match : phrases_) {
        const Phrase& phrase = corpus_.phrases[match.phrase];
        if (phrase.field != Field::region && phrase.owner == muscle) {
            add(fmt::format("{}: {}", label(phrase.field), phrase.text), match.typed, phraseValue(match));
        }
    }
    for (const RegionMatch& match : regions_) {
        for (const Sender& sender : corpus_.senders[match.region]) {
            if (sender.muscle == muscle) {
                add(fmt::format("{}: {}", sender.primary ? "primary zone" : "spillover",
                                corpus_.regionNames[match.region]),
                    match.typed, placeWeight * match.strength * sender.strength);
            }
        }
    }
    for (const SynonymMatch& said : terms_.synonyms) {
        const Meaning& meaning = corpus_.meanings[said.meaning];
        if (std::find(meaning.muscles.begin(), meaning.muscles.end(), muscle) != meaning.muscles.end()) {
            add(fmt::format("{}: {}", meaning.nickname ? "also called" : "linked with",
                            corpus_.phrases[said.phrase].text),
                said.typed, 1.0F);
        }
    }
    std::vector<std::pair<std::string, float>> sorted(weights.begin(), weights.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> texts;
    for (const auto& [text, weight] : sorted) {
        // What explains a fraction of the best reason is noise.
        if (texts.size() < mostReasons && weight > 0.0F && weight >= 0.25F * sorted.front().second) {
            texts.push_back(text);
        }
    }
    return texts;
}

}  // namespace myo::search
