#include "session/quiz_progress.h"

#include <algorithm>
#include <map>

namespace myo::session {

namespace {

using study::Standing;

struct RegionTally {
    int all = 0;
    int known = 0;
    int begun = 0;
};

// Of every region, the cards about points whose primary zone names it.
std::map<RegionId, RegionTally> tallies(const study::Learner& learner, const atlas::Atlas& atlas) {
    std::map<RegionId, RegionTally> out;
    for (const study::Card& card : learner.cards()) {
        const bool about = card.kind == study::CardKind::zone || card.kind == study::CardKind::muscle;
        const atlas::TriggerPoint* point = about && !card.points.empty() ? atlas.find(card.points.front()) : nullptr;
        if (point == nullptr) {
            continue;
        }
        const Standing standing = learner.standing(card.id);
        for (const atlas::Zone& zone : point->zones) {
            if (zone.tier != atlas::Tier::primary) {
                continue;
            }
            for (const RegionId& region : zone.regions) {
                RegionTally& tally = out[region];
                ++tally.all;
                tally.known += standing == Standing::known ? 1 : 0;
                tally.begun += standing != Standing::fresh ? 1 : 0;
            }
        }
    }
    return out;
}

}  // namespace

std::shared_ptr<const QuizMap> progressMap(const QuizState& quiz, const Library& library) {
    if (!quiz.learner || !library.atlas || !library.referral) {
        return nullptr;
    }
    constexpr double most = 0.6;  // of a region's cards make it a known one
    const std::map<RegionId, RegionTally> found = tallies(*quiz.learner, *library.atlas);
    auto map = std::make_shared<QuizMap>();
    const auto& regions = library.referral->regions().regions();
    const auto& ofVertex = library.referral->regions().regionOfVertex();
    std::vector<body::Footprint*> where(regions.size(), nullptr);
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (const auto tally = found.find(regions[i].region); tally != found.end()) {
            const RegionTally& of = tally->second;
            where[i] = of.known >= most * of.all ? &map->known : of.begun > 0 ? &map->learning : &map->fresh;
        }
    }
    for (std::uint32_t v = 0; v < ofVertex.size(); ++v) {
        if (ofVertex[v] < where.size() && where[ofVertex[v]] != nullptr) {
            where[ofVertex[v]]->vertices.push_back(v);
            where[ofVertex[v]]->strengths.push_back(1.0F);
        }
    }
    return map;
}

MapLooks mapLooks() {
    using render::Pattern;
    return {{{0.00F, 0.36F, 0.32F}, Pattern::solid},
            {{0.10F, 0.24F, 0.58F}, Pattern::hatched},
            {{0.42F, 0.38F, 0.36F}, Pattern::stippled}};
}

StandingCounts countStandings(const study::Learner& learner) {
    StandingCounts out;
    for (const study::Card& card : learner.cards()) {
        const Standing standing = learner.standing(card.id);
        (standing == Standing::known ? out.known : standing == Standing::learning ? out.learning : out.fresh) += 1;
    }
    return out;
}

std::string intervalWords(const Text& text, std::chrono::minutes interval) {
    constexpr long hour = 60;
    constexpr long day = 24 * hour;
    constexpr long month = 30 * day;
    const long minutes = std::max(1L, static_cast<long>(interval.count()));
    if (minutes < hour) {
        return text("quiz.minutes", {{"count", minutes}});
    }
    if (minutes < day) {
        return text("quiz.hours", {{"count", minutes / hour}});
    }
    if (minutes < 2 * month) {
        return text("quiz.days", {{"count", (minutes + day / 2) / day}});
    }
    return text("quiz.months", {{"count", (minutes + month / 2) / month}});
}

}  // namespace myo::session
