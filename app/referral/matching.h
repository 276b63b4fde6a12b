// From a painted pain drawing to the trigger points that could send that pain. The formula is in docs/matching.md.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "atlas/atlas.h"
#include "referral/pain_drawing.h"
#include "referral/referral.h"

namespace myo::referral {

/// Every number of the formula; docs/matching.md tells why each is what it is.
struct MatchWeights {
    float spillover = 0.4F;   ///< of a spillover zone against a primary one
    float explained = 0.59F;  ///< weights of the score's parts; they add to 1
    float filled = 0.28F;
    float usual = 0.08F;
    float several = 0.05F;
    float filledFrom = 0.5F;  ///< share of the primary zone from which it counts as fully painted
    float edgeGain = 0.85F;   ///< of paint just outside a zone
    float reachShare = 0.8F;  ///< of the zone's mean radius: as far beyond its edge paint still counts
    float leastReachMm = 8.0F;
    float mostReachMm = 40.0F;
    float leastExplained = 0.08F;  ///< a point that explains less is left out
    float areaExplained = 0.35F;   ///< share from which a separate painted area counts as explained
    std::array<float, painLevels> levels{0.6F, 1.0F, 1.4F};
};

/// Why a point stands where it stands.
struct Match {
    SidedPoint point;
    float score = 0.0F;                       ///< 0..1
    float covers = 0.0F;                      ///< share of the painted pain in or close to its zones, of either tier
    float primary = 0.0F;                     ///< share in or close to its primary zone
    float filled = 0.0F;                      ///< 0..1, 1 = enough of its primary zone is painted
    int areas = 0;                            ///< separate painted areas that it explains
    atlas::Tier tier = atlas::Tier::primary;  ///< the tier that explains more
};

struct Ranking {
    std::vector<Match> matches;  ///< best first; equal scores in the order of the points
    int areas = 0;               ///< separate painted areas of the drawing
    float paintedMm2 = 0.0F;
    float shareOfSkin = 0.0F;  ///< 0..1, painted
};

/// The fewest points that together explain a drawing.
struct Explanation {
    struct Part {
        SidedPoint point;
        float adds = 0.0F;  ///< share of the painted pain that it explains beyond those before it
    };
    std::vector<Part> parts;  ///< what explains most comes first
    float covers = 0.0F;      ///< share of the painted pain that all of them explain
};

/// Holds what every point explains at every place of the skin. Immutable; queries may run on several threads.
class Matcher {
public:
    explicit Matcher(const Referral& referral, const MatchWeights& weights = {});

    /// All points of both sides that explain something of the drawing, at most `limit`. Nothing painted gives nothing.
    [[nodiscard]] Ranking rank(const PaintedSkin& skin, std::size_t limit) const;
    /// At most four points; stops when the next would add less than a tenth of the painted pain.
    [[nodiscard]] Explanation explain(const PaintedSkin& skin) const;
    /// Of everything held.
    [[nodiscard]] std::size_t bytes() const;

private:
    // What one point explains at one vertex, 0..255 per tier.
    struct Entry {
        std::uint16_t point = 0;
        std::uint8_t primary = 0;
        std::uint8_t spillover = 0;
    };
    struct Candidate {
        SidedPoint id;
        float primaryMm2 = 0.0F;
        float usual = 0.0F;
    };
    struct Paint;

    [[nodiscard]] Paint paintOf(const PaintedSkin& skin) const;
    [[nodiscard]] std::vector<Match> judge(const Paint& paint) const;
    [[nodiscard]] float felt(const Entry& entry) const;

    MatchWeights weights_;
    std::vector<Candidate> candidates_;
    std::vector<std::uint32_t> starts_;  // per vertex, into entries_
    std::vector<Entry> entries_;
    std::vector<float> areas_;  // of vertices, mm^2
    float skinMm2_ = 0.0F;
    std::vector<std::uint32_t> neighbourStarts_;
    std::vector<std::uint32_t> neighbours_;
};

}  // namespace myo::referral
