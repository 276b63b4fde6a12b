#include "session/pain_answer.h"

#include <algorithm>
#include <cmath>

#include "content/words.h"
#include "search/search_index.h"

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
        cautions.push_back({text, {muscle}, nerveRoot, atlas::urgencyOf(text)});
    }
}

// A row for both sides where the other side's row is there already.
void addRow(std::vector<PainListRow>& rows, PainListRow row) {
    const auto other = std::find_if(rows.begin(), rows.end(),
                                    [&](const PainListRow& known) { return known.point.point == row.point.point; });
    if (other != rows.end()) {
        other->bothSides = true;
    } else {
        rows.push_back(std::move(row));
    }
}

}  // namespace

std::string matchReason(const Text& text, const referral::Match& match, int areas) {
    std::string reach;
    if (areas > 1 && match.areas < areas) {
        reach = text("session.reaches_some", {{"reached", match.areas}, {"areas", areas}});
    } else if (areas > 1) {
        reach = areas == 2 ? text("session.reaches_both") : text("session.reaches_all", {{"areas", areas}});
    }
    const bool primary = match.tier == atlas::Tier::primary;
    return text(primary ? "session.covers_primary" : "session.covers_spillover",
                {{"share", percent(match.covers)}, {"reach", reach}});
}

std::vector<PainCaution> painCautions(const Text& text, const atlas::Atlas& atlas,
                                      const std::vector<referral::Match>& matches) {
    std::vector<PainCaution> roots;
    std::vector<PainCaution> flags;
    for (const MuscleId& id : firstMuscles(matches)) {
        const atlas::Muscle* muscle = atlas.find(id);
        if (muscle == nullptr) {
            continue;
        }
        for (const atlas::LookAlike& other : muscle->lookAlikes) {
            if (other.kind == atlas::LookAlikeKind::nerveRoot) {
                addCaution(roots, text("session.nerve_root", {{"name", other.name}, {"tell", other.tell}}), id, true);
            }
        }
        const auto worst = std::min_element(
            muscle->redFlags.begin(), muscle->redFlags.end(),
            [](const std::string& a, const std::string& b) { return atlas::urgencyOf(a) < atlas::urgencyOf(b); });
        if (worst != muscle->redFlags.end()) {
            addCaution(flags, *worst, id, false);
        }
    }
    flags.insert(flags.end(), roots.begin(), roots.end());
    std::stable_sort(flags.begin(), flags.end(),
                     [](const PainCaution& a, const PainCaution& b) { return a.urgency < b.urgency; });
    return flags;
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
    return names.size() == 1
               ? text("session.smallest_one", {{"name", names.front()}, {"share", share}})
               : text("session.smallest_many", {{"names", content::joined(text, names)}, {"share", share}});
}

std::vector<PainListRow> listRows(const PainAnswer& answer) {
    std::vector<PainListRow> out;
    for (const PainAnswer::Row& row : answer.rows) {
        addRow(out, {row.match.point, row.match.covers, row.reason});
    }
    return out;
}

std::vector<PainListRow> fewestRows(const PainAnswer& answer) {
    std::vector<PainListRow> out;
    for (const auto& part : answer.smallest.parts) {
        addRow(out, {part.point, part.adds, {}});
    }
    return out;
}

PainAnswer answerPain(const Text& text, const atlas::Atlas& atlas, const referral::Referral& referral,
                      const referral::Matcher& matcher, const referral::PaintedSkin& skin, std::size_t limit) {
    PainAnswer out;
    const referral::Ranking ranking = matcher.rank(skin, limit);
    out.areas = ranking.areas;
    for (const referral::Match& match : ranking.matches) {
        out.rows.push_back({match, matchReason(text, match, ranking.areas)});
    }
    if (ranking.areas == 0) {
        return out;
    }
    out.smallest = matcher.explain(skin);
    out.regions = referral::paintedRegions(skin, referral);
    std::vector<RegionId> places;
    for (const SidedRegion& region : out.regions) {
        places.push_back(region.region);
    }
    out.ruleOut = search::ruleOutFor(atlas, places);
    out.cautions = painCautions(text, atlas, ranking.matches);
    if (ranking.shareOfSkin >= widespread) {
        out.note = text("session.widespread");
    }
    return out;
}

}  // namespace myo::session
