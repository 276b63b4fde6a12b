// How well a trigger point's pattern stands, by the sources that the data names for it.
#pragma once

#include <string_view>

#include "atlas/model.h"

namespace myo::atlas {

/// Each means less than the one before it, but for the last two, which go before all others.
enum class EvidenceStatus {
    confirmed,    ///< two or more sources; at least one was read itself, or is a study that looked for itself
    afterManual,  ///< two or more sources, seen only in later summaries of the Manual: one witness, retold
    oneSource,    ///< a single source, seen to say so
    unconfirmed,  ///< no source has been seen to say so
    noSource,     ///< nobody has described a pattern of this muscle: drawn by analogy
    disputed,     ///< sources disagree
};

[[nodiscard]] EvidenceStatus evidenceStatus(const TriggerPoint& point);

/// The word of the exchange formats: "confirmed", "after_manual", "one_source", "unconfirmed", "no_source",
/// "disputed".
[[nodiscard]] std::string_view evidenceStatusId(EvidenceStatus standing);

/// The data's word for where a statement was seen: "work", "study", "summaries"; "" if not said.
[[nodiscard]] std::string_view seenInId(SeenIn seen);
/// The data's word for a measurement's kind: "felt_there", "refers", "found".
[[nodiscard]] std::string_view measureId(Measure measure);

}  // namespace myo::atlas
