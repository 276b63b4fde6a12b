#include "search/search_index.h"

#include <algorithm>

#include "core/utf8.h"
#include "search/corpus.h"
#include "search/query.h"
#include "search/ranking.h"
#include "search/red_flags.h"
#include "search/terms.h"

namespace myo::search {

namespace {

constexpr std::size_t mostWordBytes = 40;

bool passesFacts(const SearchFilter& filter, const FilterFacts& facts) {
    return (!filter.bodyPart || facts.bodyPart == *filter.bodyPart) && (!filter.selfTreatable || facts.selfTreatable) &&
           (!filter.confirmed || facts.confirmed);
}

}  // namespace

bool passes(const SearchFilter& filter, const atlas::Muscle& muscle) {
    return passesFacts(filter, FilterFacts(muscle));
}

struct SearchIndex::Content {
    explicit Content(const atlas::Atlas& atlas) : corpus(atlas), redFlags(atlas) {}

    Corpus corpus;
    RedFlags redFlags;
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
        if ((terms.matched >> word & 1U) == 0) {
            answer.unknown.push_back(presentable(terms.words[word], mostWordBytes));
        }
    }
    answer.warnings = content_->redFlags.raisedBy(query);
    if (!terms.telling) {
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
    answer.circumstances = ranking.circumstances();
    answer.qualities = ranking.qualities();
    const auto allowed = [&](std::uint32_t muscle) { return passesFacts(filter, corpus.muscles[muscle].facts); };
    for (const Ranked& ranked : ranking.best(limit, allowed)) {
        const MuscleEntry& muscle = corpus.muscles[ranked.muscle];
        SearchResult result{muscle.id, {}, ranked.score, ranking.reasons(ranked.muscle)};
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
