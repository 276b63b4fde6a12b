#include "search/search_index.h"

#include <algorithm>
#include <unordered_map>

#include "core/utf8.h"
#include "search/corpus.h"
#include "search/english.h"
#include "search/query.h"
#include "search/ranking.h"
#include "search/red_flags.h"
#include "search/terms.h"

namespace myo::search {

namespace {

constexpr std::size_t mostWordBytes = 40;
// From so many places on, a person is asked which hurts most.
constexpr std::size_t manyPlaces = 3;

std::string ruleOutAmong(const std::vector<atlas::RuleOut>& ruleOuts, const std::vector<RegionId>& regions) {
    const auto forRegion = [&](const RegionId& region) {
        return std::find_if(ruleOuts.begin(), ruleOuts.end(), [&](const atlas::RuleOut& one) {
            return std::find(one.regions.begin(), one.regions.end(), region) != one.regions.end();
        });
    };
    for (const RegionId& region : regions) {
        if (const auto found = forRegion(region); found != ruleOuts.end()) {
            return found->say;
        }
    }
    const auto general =
        std::find_if(ruleOuts.begin(), ruleOuts.end(), [](const atlas::RuleOut& one) { return one.regions.empty(); });
    return general == ruleOuts.end() ? std::string() : general->say;
}

// How many parts of the body the regions lie in, by what has to be ruled out there.
std::size_t partsOfBody(const std::vector<atlas::RuleOut>& ruleOuts, const std::vector<RegionId>& regions) {
    return static_cast<std::size_t>(std::count_if(ruleOuts.begin(), ruleOuts.end(), [&](const atlas::RuleOut& one) {
        return std::any_of(regions.begin(), regions.end(), [&](const RegionId& region) {
            return std::find(one.regions.begin(), one.regions.end(), region) != one.regions.end();
        });
    }));
}

bool passesFacts(const SearchFilter& filter, const FilterFacts& facts) {
    return (!filter.bodyPart || facts.bodyPart == *filter.bodyPart) && (!filter.selfTreatable || facts.selfTreatable) &&
           (!filter.confirmed || facts.confirmed);
}

}  // namespace

bool passes(const SearchFilter& filter, const atlas::Muscle& muscle) {
    return passesFacts(filter, FilterFacts(muscle));
}

std::string ruleOutFor(const atlas::Atlas& atlas, const std::vector<RegionId>& regions) {
    return ruleOutAmong(atlas.ruleOuts, regions);
}

struct SearchIndex::Content {
    explicit Content(const atlas::Atlas& atlas) : corpus(atlas), redFlags(atlas), ruleOuts(atlas.ruleOuts) {
        for (const Phrase& phrase : corpus.phrases) {
            if (phrase.field == Field::report || phrase.field == Field::provoke || phrase.field == Field::lookAlike ||
                phrase.field == Field::synonym) {
                if (auto dangers = redFlags.raisedBy(phrase.text); !dangers.empty()) {
                    dangerous.emplace(phrase.text, std::move(dangers));
                }
            }
        }
    }

    // A sentence that itself tells of a danger is no reason, unless the same warning stands above it.
    void dropUnwarned(std::vector<Reason>& reasons, const std::vector<Danger>& warnings) const {
        std::erase_if(reasons, [&](const Reason& reason) {
            const auto found = dangerous.find(reason.words);
            return found != dangerous.end() &&
                   !std::all_of(found->second.begin(), found->second.end(), [&](const Danger& danger) {
                       return std::any_of(warnings.begin(), warnings.end(),
                                          [&](const Danger& warning) { return warning.id == danger.id; });
                   });
        });
    }

    Corpus corpus;
    RedFlags redFlags;
    std::vector<atlas::RuleOut> ruleOuts;
    std::unordered_map<std::string, std::vector<Danger>> dangerous;  ///< sentences of the atlas that tell of a danger
};

SearchIndex::SearchIndex(const atlas::Atlas& atlas) : content_(std::make_unique<const Content>(atlas)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

SearchAnswer SearchIndex::search(std::string_view text, std::size_t limit, const SearchFilter& filter) const {
    const Query query = parseQuery(text);
    const Terms terms = findTerms(query, content_->corpus);
    SearchAnswer answer;
    answer.query = presentable(text, mostQueryBytes);
    answer.side = query.side;
    answer.bothSides = query.bothSides;
    for (const QueryWord& word : query.words) {
        if (word.negated) {
            answer.absent.push_back(word.text);
        }
    }
    for (std::size_t word = 0; word < terms.words.size(); ++word) {
        const std::string& text = terms.words[word];
        const bool number = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        // With results, ordinary words that say nothing about a muscle are no riddle: "ago", "colleague".
        if ((terms.matched >> word & 1U) == 0 && !number && (!terms.telling || !isEnglish(text))) {
            answer.unknown.push_back(presentable(text, mostWordBytes));
        }
    }
    answer.dangers = content_->redFlags.raisedBy(text);
    if (!terms.telling) {
        answer.ruleOut = ruleOutAmong(content_->ruleOuts, {});
        return answer;
    }
    const Ranking ranking(terms, content_->corpus);
    const Corpus& corpus = content_->corpus;
    for (const std::uint32_t region : ranking.understood(false)) {
        answer.understoodRegions.push_back(corpus.regionIds[region]);
    }
    for (const std::uint32_t region : ranking.understood(true)) {
        answer.absentRegions.push_back(corpus.regionIds[region]);
    }
    answer.ruleOut = ruleOutAmong(content_->ruleOuts, answer.understoodRegions);
    answer.scattered =
        ranking.placesNamed() >= manyPlaces && partsOfBody(content_->ruleOuts, answer.understoodRegions) >= manyPlaces;
    answer.circumstances = ranking.circumstances();
    answer.qualities = ranking.qualities();
    const auto allowed = [&](std::uint32_t muscle) { return passesFacts(filter, corpus.muscles[muscle].facts); };
    for (const Ranked& ranked : ranking.best(limit, allowed)) {
        const MuscleEntry& muscle = corpus.muscles[ranked.muscle];
        SearchResult result{muscle.id, {}, ranked.score, ranking.reasons(ranked.muscle)};
        content_->dropUnwarned(result.because, answer.dangers);
        for (const std::uint32_t point : ranking.points(ranked.muscle)) {
            if (!filter.confirmed || muscle.points[point].confirmed) {
                result.points.push_back(muscle.points[point].id);
            }
        }
        answer.results.push_back(std::move(result));
    }
    return answer;
}

}  // namespace myo::search
