// How well a drawing meets the zones of a trigger point.
#pragma once

#include <vector>

#include "core/ids.h"
#include "referral/pain_drawing.h"
#include "referral/referral.h"
#include "study/fsrs.h"

namespace myo::study {

/// One tier of a drawing against the same tier of the point.
struct TierGrade {
    double covered = 0.0;             ///< 0..1, of the zone: painted, or nearly so at its edge
    double precise = 0.0;             ///< 0..1, of the paint: in the zone, or nearly so; 1 where nothing is painted
    std::vector<SidedRegion> missed;  ///< regions of the zone of which most was left out, the largest part first
    std::vector<SidedRegion> extra;   ///< regions that were painted though the zone is not there, likewise
    bool asked = false;               ///< the point has such a zone

    /// Harmonic mean of both shares; 0 if nothing was asked.
    [[nodiscard]] double score() const;
};

struct ZoneGrade {
    double score = 0.0;  ///< 0..1
    TierGrade primary;
    TierGrade spillover;
    /// What the score proposes: again below 0.4, hard below 0.65, good below 0.85, easy above.
    Rating rating = Rating::again;
};

/// Grades a drawing: what is painted "a little" (level 1) is meant as spillover, everything else as primary zone. Who
/// paints in one level only is not asked to tell the tiers apart: then paint in either zone is right, and the spillover
/// weighs less.
///
/// Paint beside a zone, and a zone beside the paint, count against it in proportion to the distance along the skin, in
/// full from the zone's own reach on (half its mean radius and 8 mm): so the edge is forgiven, and yet every step
/// nearer is worth more. Docs: docs/study.md.
[[nodiscard]] ZoneGrade gradeZones(const referral::ResolvedPoint& point, const referral::PaintedSkin& drawn,
                                   const referral::Referral& referral);

/// The rating that a score proposes.
[[nodiscard]] Rating ratingOf(double score);

}  // namespace myo::study
