// What a painted drawing says, in words: the ranking with its reasons, the smallest set, and what to rule out first.
#pragma once

#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/urgency.h"
#include "core/text.h"
#include "referral/matching.h"

namespace myo::session {

/// Something to be read before the list.
struct PainCaution {
    std::string text;
    std::vector<MuscleId> because;  ///< the muscles of the list that it belongs to
    bool nerveRoot = false;         ///< else a red flag
    atlas::Urgency urgency = atlas::Urgency::doctor;

    friend bool operator==(const PainCaution&, const PainCaution&) = default;
};

struct PainAnswer {
    struct Row {
        referral::Match match;
        std::string reason;  ///< "Covers 82 % of what you painted, mostly with its primary zone."
    };
    std::vector<Row> rows;              ///< best first
    referral::Explanation smallest;     ///< the fewest points that explain the drawing together
    std::vector<SidedRegion> regions;   ///< painted ones, most paint first
    std::vector<PainCaution> cautions;  ///< the most urgent first
    std::string ruleOut;                ///< what must be ruled out for these regions
    std::string note;                   ///< on the drawing itself: empty, or spread over the whole body
    int areas = 0;                      ///< separate painted areas
};

/// A row of a list for people: it stands for both sides where the same point of either side is in the answer.
struct PainListRow {
    SidedPoint point;
    float share = 0.0F;  ///< of the painted pain
    std::string reason;  ///< may be empty
    bool bothSides = false;
};
/// All rows, best first, and the fewest points that explain the drawing together.
[[nodiscard]] std::vector<PainListRow> listRows(const PainAnswer& answer);
[[nodiscard]] std::vector<PainListRow> fewestRows(const PainAnswer& answer);

/// How many rows an answer has at most.
inline constexpr std::size_t mostPainRows = 20;

[[nodiscard]] PainAnswer answerPain(const Text& text, const atlas::Atlas& atlas, const referral::Referral& referral,
                                    const referral::Matcher& matcher, const referral::PaintedSkin& skin,
                                    std::size_t limit = mostPainRows);

/// Why a point stands where it stands, in one sentence.
[[nodiscard]] std::string matchReason(const Text& text, const referral::Match& match, int areas);

/// Nerve-root look-alikes and red flags of the best matches, at most two of each, the most urgent first: before anyone
/// presses a muscle.
[[nodiscard]] std::vector<PainCaution> painCautions(const Text& text, const atlas::Atlas& atlas,
                                                    const std::vector<referral::Match>& matches);

/// "A and B together explain 92 % of it.", or that one point is enough; empty if nothing is explained.
[[nodiscard]] std::string smallestSetWords(const Text& text, const atlas::Atlas& atlas,
                                           const referral::Explanation& explanation);

}  // namespace myo::session
