#include "search/search_index.h"

#include "core/utf8.h"
#include "search/corpus.h"
#include "search/query.h"
#include "search/ranking.h"
#include "search/red_flags.h"
#include "search/terms.h"

namespace myo::search {

namespace {

constexpr std::size_t kMostBytes = 1000;

}  // namespace

struct SearchIndex::Content {
    explicit Content(const atlas::Atlas& atlas) : corpus(atlas), redFlags(atlas) {}

    Corpus corpus;
    RedFlags redFlags;
};

SearchIndex::SearchIndex(const atlas::Atlas& atlas) : content_(std::make_unique<const Content>(atlas)) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

SearchAnswer SearchIndex::search(std::string_view text, std::size_t limit) const {
    const Query query = parseQuery(text);
    const Terms terms = findTerms(query, content_->corpus);
    SearchAnswer answer;
    answer.query = presentable(text, kMostBytes);
    answer.side = query.side;
    answer.warnings = content_->redFlags.raisedBy(query);
    if (terms.matched == 0) {
        return answer;
    }
    const Ranking ranking(terms, content_->corpus);
    for (const std::uint32_t region : ranking.understood()) {
        answer.understoodRegions.push_back(content_->corpus.regionIds[region]);
    }
    for (const Ranked& ranked : ranking.best(limit)) {
        const MuscleEntry& muscle = content_->corpus.muscles[ranked.muscle];
        SearchResult result{muscle.id, {}, ranked.score, ranking.reasons(ranked.muscle)};
        for (const std::uint32_t point : ranking.points(ranked.muscle)) {
            result.points.push_back(muscle.points[point]);
        }
        answer.results.push_back(std::move(result));
    }
    return answer;
}

}  // namespace myo::search
