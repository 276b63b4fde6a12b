// How well a trigger point's pattern stands, by the sources that the data names for it.
#pragma once

#include <string_view>

#include "atlas/model.h"

namespace myo::atlas {

enum class EvidenceStatus {
    confirmed,    ///< two or more sources, at least one of them seen to say so
    oneSource,    ///< a single source, seen to say so
    unconfirmed,  ///< no source has been seen to say so
    disputed,     ///< sources disagree
};

[[nodiscard]] EvidenceStatus evidenceStatus(const TriggerPoint& point);

/// The word of the exchange formats: "confirmed", "one_source", "unconfirmed", "disputed".
[[nodiscard]] std::string_view evidenceStatusId(EvidenceStatus standing);

}  // namespace myo::atlas
