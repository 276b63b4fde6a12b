// The documents that are made from the data, so that they cannot go stale.
#pragma once

#include <string>

#include "atlas/atlas.h"
#include "referral/referral.h"

namespace myo::report {

/// docs/content.md: how much the atlas holds and how far it is confirmed, in all and for every muscle.
[[nodiscard]] std::string contentDocument(const atlas::Atlas& atlas);

/// docs/pain-guide.md: for every region the trigger points that refer there, the likeliest first.
[[nodiscard]] std::string painGuideDocument(const atlas::Atlas& atlas, const referral::Referral& referral);

}  // namespace myo::report
