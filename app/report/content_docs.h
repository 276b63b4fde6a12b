// The documents that are made from the data, so that they cannot go stale.
#pragma once

#include <string>

#include "atlas/atlas.h"
#include "referral/referral.h"

namespace myo::report {

/// docs/content.md: how much the atlas holds and how far it is confirmed, in all and for every muscle.
[[nodiscard]] std::string contentDocument(const atlas::Atlas& atlas);

/// docs/evidence.md: every published measurement of the data in one table for each kind.
[[nodiscard]] std::string evidenceDocument(const atlas::Atlas& atlas);

/// docs/pain-guide.md: for every region the trigger points whose tiers name it, usual ones first. A point that
/// names a region but paints next to nothing there is left out; one that paints much there unnamed is a spillover.
[[nodiscard]] std::string painGuideDocument(const atlas::Atlas& atlas, const referral::Referral& referral);

}  // namespace myo::report
