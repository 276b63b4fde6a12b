#include "study/answers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "core/edit_distance.h"
#include "core/utf8.h"
#include "referral/geodesics.h"
#include "referral/topology.h"
#include "study/grade.h"

namespace myo::study {

namespace {

// Words in plain lower-case letters and digits; whatever else there is separates them.
std::vector<std::string> plainWords(std::string_view text) {
    std::vector<std::string> out(1);
    while (!text.empty()) {
        const Utf8Character character = firstCharacter(text);
        const char32_t letter = character.length > 0 ? baseLetter(character.value) : U' ';
        if (letter < 128 && std::isalnum(static_cast<int>(letter)) != 0) {
            out.back() += static_cast<char>(letter);
        } else if (!isMark(character.value) && letter != U'\'' && !out.back().empty()) {
            out.emplace_back();
        }
        text.remove_prefix(std::max<std::size_t>(character.length, 1));
    }
    if (out.back().empty()) {
        out.pop_back();
    }
    return out;
}

// As many slips as leave no doubt what was meant.
std::size_t slipsForgiven(std::size_t letters) {
    return letters < 4 ? 0 : letters < 8 ? 1 : letters < 14 ? 2 : 3;
}

// Words in an order of their own, so that "upper trapezius" is "trapezius upper".
std::string sortedWords(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return fmt::format("{}", fmt::join(words, " "));
}

// Of a muscle's name; that it is a muscle tells nothing.
std::vector<std::string> nameWords(std::string_view name) {
    std::vector<std::string> words = plainWords(name);
    std::erase_if(words, [](const std::string& w) { return w == "musculus" || w == "muscle" || w == "m"; });
    return words;
}

bool soundsLike(const std::string& wanted, const std::string& typed) {
    if (editDistance(wanted, typed) <= slipsForgiven(wanted.size())) {
        return true;
    }
    // Another form of the word: "rotates" and "rotation".
    const std::size_t common = std::min(wanted.size(), typed.size());
    std::size_t same = 0;
    while (same < common && wanted[same] == typed[same]) {
        ++same;
    }
    return same >= 4 && same + 4 >= wanted.size();
}

bool tells(const std::string& word) {
    static constexpr std::array<std::string_view, 26> dull{
        "the", "a",     "an",     "of",     "and",      "or",   "to",  "in", "at",   "on",    "with", "it",   "its",
        "by",  "nerve", "nerves", "branch", "branches", "from", "for", "is", "when", "while", "as",   "part", "also"};
    return std::find(dull.begin(), dull.end(), word) == dull.end();
}

// The share of the telling words of a statement that were said.
double saidShare(const std::string& statement, const std::vector<std::string>& said) {
    int all = 0;
    int found = 0;
    for (const std::string& word : plainWords(statement)) {
        if (tells(word)) {
            ++all;
            found += std::any_of(said.begin(), said.end(), [&](const std::string& s) { return soundsLike(word, s); });
        }
    }
    return all > 0 ? static_cast<double>(found) / all : 0.0;
}

// 1 up to `full`, falling to 0 at `none`.
double worth(float mm, float full, float none) {
    return std::clamp(1.0 - static_cast<double>((mm - full) / (none - full)), 0.0, 1.0);
}

// The way along the skin from one place to each of the others; as far as `none` where it is farther.
std::vector<float> waysFrom(const glm::vec3& place, std::span<const referral::SurfacePoint> to, float none,
                            const referral::Referral& referral) {
    const referral::Surface& surface = referral.surface();
    const referral::GeodesicSource from{surface.snap(place), 0.0F};
    std::map<std::uint32_t, float> reached;
    for (const referral::Reached& each : surface.geodesics().reach({&from, 1}, none)) {
        reached[each.vertex] = each.value;
    }
    const auto& places = surface.topology().positions();
    std::vector<float> out;
    for (const referral::SurfacePoint& target : to) {
        float best = target.triangle == from.at.triangle ? glm::distance(target.position, from.at.position) : none;
        for (const std::uint32_t corner : surface.topology().triangles()[target.triangle]) {
            if (const auto found = reached.find(corner); found != reached.end()) {
                best = std::min(best, found->second + glm::distance(places[corner], target.position));
            }
        }
        out.push_back(std::min(best, none));
    }
    return out;
}

}  // namespace

std::optional<MuscleId> muscleNamed(const atlas::Atlas& atlas, std::string_view typed) {
    const std::vector<std::string> said = nameWords(typed);
    if (said.empty()) {
        return std::nullopt;
    }
    const std::string inOrder = fmt::format("{}", fmt::join(said, " "));
    const std::string sorted = sortedWords(said);
    std::optional<MuscleId> best;
    std::pair<std::size_t, int> least{99, 99};  // slips, then how proper the name is
    bool several = false;
    const auto consider = [&](const atlas::Muscle& muscle, const std::string& name, int properness) {
        const std::vector<std::string> words = nameWords(name);
        const std::string wanted = fmt::format("{}", fmt::join(words, " "));
        if (wanted.empty()) {
            return;
        }
        const std::size_t slips = std::min(editDistance(wanted, inOrder), editDistance(sortedWords(words), sorted));
        const std::pair<std::size_t, int> found{slips, properness};
        if (slips > slipsForgiven(wanted.size()) || found > least) {
            return;
        }
        several = found == least && best != muscle.id;
        least = found;
        best = muscle.id;
    };
    for (const atlas::Muscle& muscle : atlas.muscles) {
        consider(muscle, muscle.name, 0);
        consider(muscle, muscle.latin, 0);
        consider(muscle, muscle.id.value, 0);  // the name as most people turn it: "upper trapezius"
        for (const std::string& alias : muscle.aliases) {
            consider(muscle, alias, 1);
        }
        consider(muscle, muscle.lay, 2);
    }
    return several ? std::nullopt : best;
}

MuscleMatch matchMuscle(const atlas::Atlas& atlas, const PointId& shown, const MuscleId& answer) {
    if (answer == shown.muscle) {
        return MuscleMatch::right;
    }
    const atlas::Muscle* own = atlas.find(shown.muscle);
    const atlas::TriggerPoint* point = atlas.find(shown);
    const atlas::Muscle* other = atlas.find(answer);
    if (own == nullptr || point == nullptr || other == nullptr) {
        return MuscleMatch::wrong;
    }
    for (const PointId& alike : lookAlikesOf(atlas, *point)) {
        if (alike.muscle == answer) {
            return MuscleMatch::lookAlike;
        }
    }
    return !own->family.empty() && own->family == other->family ? MuscleMatch::family : MuscleMatch::wrong;
}

double scoreOf(MuscleMatch match) {
    switch (match) {
        case MuscleMatch::right:
            return 1.0;
        case MuscleMatch::lookAlike:
            return 0.55;
        case MuscleMatch::family:
            return 0.4;
        case MuscleMatch::wrong:
            break;
    }
    return 0.0;
}

PointsGrade gradePoints(std::span<const referral::ResolvedPoint* const> truth, std::span<const glm::vec3> placed,
                        const referral::Referral& referral) {
    constexpr float fullMm = 12.0F;
    std::vector<referral::SurfacePoint> on;
    on.reserve(placed.size());
    for (const glm::vec3& place : placed) {
        on.push_back(referral.surface().snap(place));
    }
    std::vector<std::tuple<float, std::size_t, std::size_t>> ways;  // mm, true point, placed one
    PointsGrade out;
    for (std::size_t t = 0; t < truth.size(); ++t) {
        out.pairs.push_back({truth[t]->id, std::nullopt, 0.0F});
        const std::vector<float> mm = waysFrom(truth[t]->surface, on, farthestPointMm, referral);
        for (std::size_t p = 0; p < mm.size(); ++p) {
            if (mm[p] < farthestPointMm) {
                ways.emplace_back(mm[p], t, p);
            }
        }
    }
    std::sort(ways.begin(), ways.end());
    std::vector<char> used(placed.size(), 0);
    double sum = 0.0;
    for (const auto& [mm, t, p] : ways) {
        if (!out.pairs[t].placed && used[p] == 0) {
            out.pairs[t].placed = p;
            out.pairs[t].offMm = mm;
            used[p] = 1;
            sum += worth(mm, fullMm, farthestPointMm);
        }
    }
    for (std::size_t p = 0; p < used.size(); ++p) {
        if (used[p] == 0) {
            out.extra.push_back(p);
        }
    }
    const double all = static_cast<double>(truth.size()) + 0.5 * static_cast<double>(out.extra.size());
    out.score = truth.empty() ? 0.0 : sum / all;
    return out;
}

PlaceGrade gradePlace(std::span<const glm::vec3> attachment, const glm::vec3& clicked) {
    constexpr float fullMm = 15.0F;
    constexpr float noneMm = 80.0F;
    float nearest = noneMm;
    for (const glm::vec3& place : attachment) {
        nearest = std::min(nearest, glm::distance(place, clicked));
    }
    return {worth(nearest, fullMm, noneMm), nearest};
}

CausesGrade gradeCauses(std::span<const MuscleId> ranking, const MuscleId& own, std::span<const MuscleId> answers) {
    // Down to the eighth place an answer is worth something.
    const auto gain = [](std::size_t rank) { return rank < 8 ? 1.0 - 0.1 * static_cast<double>(rank) : 0.0; };
    CausesGrade out;
    double sum = 0.0;
    double best = 0.0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto found = std::find(ranking.begin(), ranking.end(), answers[i]);
        const bool ranked = found != ranking.end();
        const auto rank = static_cast<std::size_t>(found - ranking.begin());
        out.ranks.push_back(ranked ? std::optional(rank) : std::nullopt);
        sum += answers[i] == own ? 1.0 : ranked ? gain(rank) : 0.0;
        best += gain(i);
    }
    // Who names fewer than three shows less, but knows something.
    static constexpr std::array<double, mostCauses + 1> named{0.0, 0.8, 0.9, 1.0};
    out.score = best > 0.0 ? std::min(1.0, sum / best) * named.at(std::min(answers.size(), mostCauses)) : 0.0;
    for (std::size_t i = 0; i < std::min(mostCauses, ranking.size()); ++i) {
        if (std::find(answers.begin(), answers.end(), ranking[i]) == answers.end()) {
            out.missed.push_back(ranking[i]);
        }
    }
    return out;
}

double gradeAssignment(std::span<const PointId> shown, std::span<const PointId> answers) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < std::min(shown.size(), answers.size()); ++i) {
        right += shown[i] == answers[i] ? 1 : 0;
    }
    return shown.empty() ? 0.0 : static_cast<double>(right) / static_cast<double>(shown.size());
}

WordsGrade gradeWords(std::span<const std::string> statements, std::string_view typed) {
    constexpr double most = 0.5;
    const std::vector<std::string> said = plainWords(typed);
    WordsGrade out;
    double named = 0.0;
    for (const std::string& statement : statements) {
        out.named.push_back(saidShare(statement, said) >= most);
        named += out.named.back() ? 1.0 : 0.0;
    }
    // Two of many actions are as much as one is asked for.
    const double asked = std::min<double>(2.0, static_cast<double>(statements.size()));
    out.score = asked > 0.0 ? std::min(1.0, named / asked) : 0.0;
    return out;
}

WordsGrade gradeNerve(const atlas::Innervation& innervation, std::string_view typed) {
    const std::vector<std::string> said = plainWords(typed);
    WordsGrade out;
    const bool nerve = innervation.nerve.empty() || saidShare(innervation.nerve, said) >= 0.6;
    std::size_t roots = 0;
    for (const std::string& root : innervation.roots) {
        const std::vector<std::string> words = plainWords(root);
        roots += !words.empty() && std::find(said.begin(), said.end(), words.front()) != said.end() ? 1 : 0;
    }
    const bool allRoots = roots == innervation.roots.size();
    out.named = {nerve && !said.empty(), allRoots};
    const double share =
        innervation.roots.empty() ? 1.0 : static_cast<double>(roots) / static_cast<double>(innervation.roots.size());
    out.score = said.empty() ? 0.0 : nerve ? 0.8 + 0.2 * share : 0.5 * share;
    return out;
}

WordsGrade gradePicked(std::span<const std::string> statements, std::span<const std::string> picked) {
    WordsGrade out;
    std::size_t right = 0;
    for (const std::string& statement : statements) {
        out.named.push_back(std::find(picked.begin(), picked.end(), statement) != picked.end());
        right += out.named.back() ? 1 : 0;
    }
    const double all = static_cast<double>(statements.size() + picked.size());
    out.score = all > 0.0 ? 2.0 * static_cast<double>(right) / all : 0.0;
    return out;
}

double afterHints(double score, int hints) {
    return score * std::pow(6.0 / 7.0, hints);
}

Rating proposedRating(CardKind kind, double score, double seconds) {
    const bool slow = kind == CardKind::zone || kind == CardKind::points || kind == CardKind::lookAlikes;
    const double allowed = slow ? 90.0 : kind == CardKind::complaint ? 60.0 : 30.0;
    const Rating rating = ratingOf(score);
    return rating == Rating::easy && seconds > allowed ? Rating::good : rating;
}

}  // namespace myo::study
