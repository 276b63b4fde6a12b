#include "search/corpus.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "search/text.h"

namespace myo::search {

namespace {

constexpr float primary = 1.0F;
constexpr float spillover = 0.42F;

// Among muscles that explain the words alike the usual one comes first; a rare one needs to explain them better.
float weightOf(atlas::Occurrence occurrence) {
    switch (occurrence) {
        case atlas::Occurrence::common:
            return 1.0F;
        case atlas::Occurrence::occasional:
            break;
        case atlas::Occurrence::rare:
            return 0.82F;
    }
    return 0.92F;
}

// A zone that claims one place says more about it than one that claims nine.
float strengthOf(const atlas::Zone& zone, atlas::Occurrence occurrence) {
    const auto places = static_cast<float>(zone.regions.size() + zone.internal.size() + zone.contraRegions.size());
    const float tier = zone.tier == atlas::Tier::primary ? primary : spillover;
    return weightOf(occurrence) * tier * (0.82F + 0.18F / std::sqrt(std::max(places, 1.0F)));
}

std::vector<Word> telling(const std::string& text) {
    std::vector<Word> kept = words(text);
    std::erase_if(kept, [](const Word& word) { return isStopWord(word.text); });
    return kept;
}

template <class Id>
std::map<Id, std::uint32_t> numbered(const std::vector<Id>& ids) {
    std::map<Id, std::uint32_t> numbers;
    for (const Id& id : ids) {
        numbers.emplace(id, static_cast<std::uint32_t>(numbers.size()));
    }
    return numbers;
}

bool confirmedPoint(const atlas::TriggerPoint& point) {
    return std::any_of(point.citations.begin(), point.citations.end(), [](const atlas::CitationRef& citation) {
        return citation.verification == atlas::Verification::verified;
    });
}

}  // namespace

void Corpus::addPhrase(Field field, std::size_t owner, const std::string& text) {
    std::vector<StemId> stems;
    for (const Word& word : telling(text)) {
        const StemId stem = vocabulary.add(word.text, word.stem);
        if (std::find(stems.begin(), stems.end(), stem) == stems.end()) {
            stems.push_back(stem);
        }
    }
    if (stems.empty()) {
        return;
    }
    phrases.push_back({field, static_cast<std::uint32_t>(owner), static_cast<std::uint32_t>(stems.size()), 0.0F, text});
    phraseStems_.push_back(std::move(stems));
}

FilterFacts::FilterFacts(const atlas::Muscle& muscle)
    : bodyPart(muscle.bodyPart),
      selfTreatable(muscle.selfCare.pressureAllowed),
      confirmed(std::any_of(muscle.points.begin(), muscle.points.end(), confirmedPoint)) {}

void Corpus::addMuscle(const atlas::Muscle& muscle) {
    const std::size_t owner = muscles.size();
    MuscleEntry entry{muscle.id, {}, FilterFacts(muscle), 0.0F};
    for (const atlas::TriggerPoint& point : muscle.points) {
        entry.points.push_back({point.id, confirmedPoint(point)});
        entry.usual = std::max(entry.usual, weightOf(point.occurrence));
    }
    muscles.push_back(std::move(entry));
    std::string id = muscle.id.value;
    std::replace(id.begin(), id.end(), '_', ' ');
    addPhrase(Field::name, owner, muscle.name);
    addPhrase(Field::name, owner, id);
    addPhrase(Field::latin, owner, muscle.latin);
    addPhrase(Field::lay, owner, muscle.lay);
    std::string family = muscle.family;
    std::replace(family.begin(), family.end(), '_', ' ');
    addPhrase(Field::family, owner, family);
    const auto addAll = [&](Field field, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            addPhrase(field, owner, text);
        }
    };
    addAll(Field::alias, muscle.aliases);
    addAll(Field::report, muscle.reports);
    addAll(Field::provoke, muscle.provokes);
    addAll(Field::provoke, muscle.activates);
    addAll(Field::action, muscle.actions);
    addPhrase(Field::nerve, owner, muscle.innervation.nerve);
    for (const std::string& root : muscle.innervation.roots) {
        addPhrase(Field::nerve, owner, root);
    }
    for (const atlas::LookAlike& lookAlike : muscle.lookAlikes) {
        addPhrase(Field::lookAlike, owner, lookAlike.name);
    }
}

void Corpus::addRegions(const atlas::Atlas& atlas) {
    for (std::size_t owner = 0; owner < atlas.regions.size(); ++owner) {
        const atlas::Region& region = atlas.regions[owner];
        regionIds.push_back(region.id);
        addPhrase(Field::region, owner, region.name);
        for (const auto* list : {&region.clinical, &region.lay}) {
            for (const std::string& text : *list) {
                addPhrase(Field::region, owner, text);
            }
        }
    }
}

void Corpus::addSenders(const atlas::Atlas& atlas) {
    senders.resize(regionIds.size());
    const auto numbers = numbered(regionIds);
    for (std::uint32_t m = 0; m < atlas.muscles.size(); ++m) {
        const atlas::Muscle& muscle = atlas.muscles[m];
        for (std::uint32_t p = 0; p < muscle.points.size(); ++p) {
            const atlas::Occurrence occurrence = muscle.points[p].occurrence;
            for (const atlas::Zone& zone : muscle.points[p].zones) {
                for (const auto* list : {&zone.regions, &zone.internal, &zone.contraRegions}) {
                    for (const RegionId& region : *list) {
                        if (const auto known = numbers.find(region); known != numbers.end()) {
                            senders[known->second].push_back(
                                {m, p, zone.tier == atlas::Tier::primary, strengthOf(zone, occurrence)});
                        }
                    }
                }
            }
        }
    }
}

void Corpus::addSynonyms(const atlas::Atlas& atlas) {
    std::vector<MuscleId> muscleIds;
    for (const MuscleEntry& muscle : muscles) {
        muscleIds.push_back(muscle.id);
    }
    const auto muscleNumbers = numbered(muscleIds);
    const auto regionNumbers = numbered(regionIds);
    for (const atlas::Synonym& synonym : atlas.synonyms) {
        for (const std::string& words : synonym.words) {
            addPhrase(Field::synonym, meanings.size(), words);
        }
        Meaning meaning;
        for (const std::string& means : synonym.means) {
            std::vector<StemId> stems;
            for (const Word& word : telling(means)) {
                stems.push_back(vocabulary.add(word.text, word.stem));
            }
            meaning.words.push_back(std::move(stems));
        }
        for (const RegionId& region : synonym.regions) {
            if (const auto known = regionNumbers.find(region); known != regionNumbers.end()) {
                meaning.regions.push_back(known->second);
            }
        }
        for (const MuscleId& muscle : synonym.muscles) {
            if (const auto known = muscleNumbers.find(muscle); known != muscleNumbers.end()) {
                meaning.muscles.push_back(known->second);
            }
        }
        meaning.circumstance = synonym.circumstance;
        meaning.quality = synonym.quality;
        meaning.nickname =
            synonym.means.empty() && synonym.regions.empty() && synonym.circumstance.empty() && synonym.quality.empty();
        meanings.push_back(std::move(meaning));
    }
}

void Corpus::weigh() {
    phrasesOf.resize(vocabulary.stemCount());
    synonymsOf.resize(vocabulary.stemCount());
    for (std::uint32_t phrase = 0; phrase < phrases.size(); ++phrase) {
        auto& lists = phrases[phrase].field == Field::synonym ? synonymsOf : phrasesOf;
        for (const StemId stem : phraseStems_[phrase]) {
            lists[stem].push_back(phrase);
        }
    }
    rarity.resize(vocabulary.stemCount());
    const auto total = static_cast<float>(phrases.size());
    for (StemId stem = 0; stem < rarity.size(); ++stem) {
        rarity[stem] = std::log(1.0F + total / (1.0F + static_cast<float>(phrasesOf[stem].size())));
    }
    for (const std::string_view generic : genericStems()) {
        if (const auto stem = vocabulary.find(std::string(generic))) {
            rarity[*stem] = genericRarity;
        }
    }
    for (std::size_t phrase = 0; phrase < phrases.size(); ++phrase) {
        for (const StemId stem : phraseStems_[phrase]) {
            phrases[phrase].weight += rarity[stem];
        }
    }
    phraseStems_.clear();
    phraseStems_.shrink_to_fit();
}

Corpus::Corpus(const atlas::Atlas& atlas) {
    for (const atlas::Muscle& muscle : atlas.muscles) {
        addMuscle(muscle);
    }
    addRegions(atlas);
    addSenders(atlas);
    addSynonyms(atlas);
    vocabulary.finish();
    weigh();
}

}  // namespace myo::search
