// The single blocks of the details panel. A block without lines is left out by the caller.
#pragma once

#include "session/details.h"

namespace myo::session {

[[nodiscard]] DetailBlock locationBlock(const atlas::TriggerPoint& point);
[[nodiscard]] DetailBlock zoneBlock(const atlas::Atlas& atlas, const atlas::TriggerPoint& point, Side side);
/// \param point nullptr for the muscle as a whole.
[[nodiscard]] DetailBlock evidenceBlock(const atlas::Atlas& atlas, const atlas::Muscle& muscle,
                                        const atlas::TriggerPoint* point);
[[nodiscard]] DetailBlock redFlagBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock lookAlikeBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock reportBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock causeBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock palpationBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock selfCareBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock anatomyBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock relatedBlock(const atlas::Atlas& atlas, const atlas::Muscle& muscle, Side side);
[[nodiscard]] DetailBlock clinicianBlock(const atlas::Muscle& muscle);
[[nodiscard]] DetailBlock sourceBlock(const atlas::Atlas& atlas, const atlas::Muscle& muscle,
                                      const atlas::TriggerPoint* point);
/// The points whose zones of that tier cover a part of the region, those that cover most first.
[[nodiscard]] DetailBlock sourcesOfRegionBlock(const Library& library, const SidedRegion& region, atlas::Tier tier);

/// "Simons DG et al. 1999, Ch. 5": enough to find the entry in the list of sources.
[[nodiscard]] std::string shortCitation(const atlas::Atlas& atlas, const atlas::CitationRef& ref);
/// "confirmed, in it or in two others", "not yet confirmed", "disputed".
[[nodiscard]] std::string verificationWords(atlas::Verification verification);

}  // namespace myo::session
