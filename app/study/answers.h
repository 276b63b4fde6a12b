// How well an answer that is not a drawing meets what is right: muscles by name or click, places, causes, words.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "core/ids.h"
#include "referral/referral.h"
#include "study/cards.h"
#include "study/fsrs.h"

namespace myo::study {

/// The muscle that typed words mean: its name, Latin name, an alias or everyday name, in any order of words, with so
/// many slips as its length forgives. Nothing where no muscle, or several, would be meant as well.
[[nodiscard]] std::optional<MuscleId> muscleNamed(const atlas::Atlas& atlas, std::string_view typed);

/// How near a named muscle is to the one whose point sends pain to a shown zone.
enum class MuscleMatch {
    right,
    lookAlike,  ///< a point of it is taken for this one
    family,     ///< another part of the same muscle or group
    wrong,
};
[[nodiscard]] MuscleMatch matchMuscle(const atlas::Atlas& atlas, const PointId& shown, const MuscleId& answer);
/// 1, 0.55, 0.4 and 0.
[[nodiscard]] double scoreOf(MuscleMatch match);

/// Points that were placed on the skin, each matched to the nearest true point once.
struct PointsGrade {
    struct Pair {
        SidedPoint point;
        std::optional<std::size_t> placed;  ///< index; nothing = this point was not found
        float offMm = 0.0F;                 ///< along the skin
    };
    double score = 0.0;
    std::vector<Pair> pairs;         ///< one for each true point, in their order
    std::vector<std::size_t> extra;  ///< placed beyond the true ones, or too far from all of them
};

/// A point counts in full up to 12 mm, and not at all from farthestPointMm on.
inline constexpr float farthestPointMm = 70.0F;

/// \param truth none is null. \param placed anywhere near the skin, mm.
[[nodiscard]] PointsGrade gradePoints(std::span<const referral::ResolvedPoint* const> truth,
                                      std::span<const glm::vec3> placed, const referral::Referral& referral);

/// A click at an attachment: the distance to the nearest of the places where the muscle attaches, and what it is worth.
struct PlaceGrade {
    double score = 0.0;
    float offMm = 0.0F;
};
/// In full up to 15 mm, nothing from 80 mm on. \pre attachment is not empty.
[[nodiscard]] PlaceGrade gradePlace(std::span<const glm::vec3> attachment, const glm::vec3& clicked);

/// Up to three muscles named for a complaint, against the ranking that the search gives.
struct CausesGrade {
    double score = 0.0;
    std::vector<std::optional<std::size_t>> ranks;  ///< of each answer, from 0; nothing = not in the ranking
    std::vector<MuscleId> missed;                   ///< of the first three, best first
};
inline constexpr std::size_t mostCauses = 3;
/// \param own the muscle whose people say so: as good as the first of the ranking.
[[nodiscard]] CausesGrade gradeCauses(std::span<const MuscleId> ranking, const MuscleId& own,
                                      std::span<const MuscleId> answers);

/// Which zone is whose: the share that is told right. Both lists are of one length.
[[nodiscard]] double gradeAssignment(std::span<const PointId> shown, std::span<const PointId> answers);

/// What a muscle does, or what supplies it, in somebody's own words.
struct WordsGrade {
    double score = 0.0;
    std::vector<bool> named;  ///< of each statement
};
/// Each statement of which most telling words are there, in any form and with slips, is named.
[[nodiscard]] WordsGrade gradeWords(std::span<const std::string> statements, std::string_view typed);
/// Nerve and roots: the nerve alone is a good answer, with its roots a full one.
[[nodiscard]] WordsGrade gradeNerve(const atlas::Innervation& innervation, std::string_view typed);
/// Statements that were picked from a list, wrong ones among them.
[[nodiscard]] WordsGrade gradePicked(std::span<const std::string> statements, std::span<const std::string> picked);

/// What an answer was worth after hints, each of which takes a seventh.
[[nodiscard]] double afterHints(double score, int hints);
/// The rating that score and time propose: what took long is not easy. The time allowed depends on the kind, as a zone
/// is painted more slowly than a name is said.
[[nodiscard]] Rating proposedRating(CardKind kind, double score, double seconds);

}  // namespace myo::study
