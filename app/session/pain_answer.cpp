#include "session/pain_answer.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "content/words.h"

namespace myo::session {

namespace {

// From this share of the skin on, pain is widespread: no single muscle is meant any more.
constexpr float widespread = 0.35F;
// Cautions are taken from so many muscles at the top of the list.
constexpr std::size_t cautiousMuscles = 4;
constexpr std::size_t mostOfAKind = 2;

int percent(float share) {
    return static_cast<int>(std::lround(share * 100.0F));
}

std::vector<MuscleId> firstMuscles(const std::vector<referral::Match>& matches) {
    std::vector<MuscleId> out;
    for (const referral::Match& match : matches) {
        if (out.size() < cautiousMuscles && std::find(out.begin(), out.end(), match.point.point.muscle) == out.end()) {
            out.push_back(match.point.point.muscle);
        }
    }
    return out;
}

// The same text once, with every muscle that it belongs to.
void addCaution(std::vector<PainCaution>& cautions, const std::string& text, const MuscleId& muscle, bool nerveRoot) {
    const auto known =
        std::find_if(cautions.begin(), cautions.end(), [&](const PainCaution& c) { return c.text == text; });
    if (known != cautions.end()) {
        known->because.push_back(muscle);
    } else if (cautions.size() < mostOfAKind) {
        cautions.push_back({text, {muscle}, nerveRoot});
    }
}

}  // namespace

std::string matchReason(const referral::Match& match, int areas) {
    std::string out = fmt::format("Covers {} % of what you painted", percent(match.covers));
    out += match.tier == atlas::Tier::primary ? ", mostly with its primary zone" : ", mostly with its spillover";
    if (areas > 1) {
        out += match.areas >= areas ? (areas == 2 ? std::string("; reaches both painted areas")
                                                  : fmt::format("; reaches all {} painted areas", areas))
                                    : fmt::format("; reaches {} of {} painted areas", match.areas, areas);
    }
    return out + ".";
}

std::vector<PainCaution> painCautions(const atlas::Atlas& atlas, const std::vector<referral::Match>& matches) {
    std::vector<PainCaution> roots;
    std::vector<PainCaution> flags;
    for (const MuscleId& id : firstMuscles(matches)) {
        const atlas::Muscle* muscle = atlas.find(id);
        if (muscle == nullptr) {
            continue;
        }
        for (const atlas::LookAlike& other : muscle->lookAlikes) {
            if (other.kind == atlas::LookAlikeKind::nerveRoot) {
                addCaution(roots, "A nerve root can feel the same - " + other.name + ": " + other.tell, id, true);
            }
        }
        if (!muscle->redFlags.empty()) {
            addCaution(flags, muscle->redFlags.front(), id, false);
        }
    }
    roots.insert(roots.end(), flags.begin(), flags.end());
    return roots;
}

std::string smallestSetWords(const Text& text, const atlas::Atlas& atlas, const referral::Explanation& explanation) {
    if (explanation.parts.empty()) {
        return {};
    }
    std::vector<std::string> names;
    for (const auto& part : explanation.parts) {
        names.push_back(content::referenceWords(text, atlas, part.point));
    }
    const int share = percent(std::min(1.0F, explanation.covers));
    return names.size() == 1 ? fmt::format("{} alone reaches {} % of it.", names.front(), share)
                             : fmt::format("{} together reach {} % of it.", content::joined(text, names), share);
}

PainAnswer answerPain(const atlas::Atlas& atlas, const referral::Referral& referral, const referral::Matcher& matcher,
                      const referral::PaintedSkin& skin, std::size_t limit) {
    PainAnswer out;
    const referral::Ranking ranking = matcher.rank(skin, limit);
    out.areas = ranking.areas;
    for (const referral::Match& match : ranking.matches) {
        out.rows.push_back({match, matchReason(match, ranking.areas)});
    }
    if (ranking.areas == 0) {
        return out;
    }
    out.smallest = matcher.explain(skin);
    out.regions = referral::paintedRegions(skin, referral);
    out.cautions = painCautions(atlas, ranking.matches);
    if (ranking.shareOfSkin >= widespread) {
        out.note =
            "So much of the body is painted that single muscles explain little of it. Widespread pain has other "
            "causes: "
            "speak to a doctor, or paint only what hurts most.";
    }
    return out;
}

}  // namespace myo::session
