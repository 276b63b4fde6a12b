// How well a trigger point's pattern stands, by the sources that the data names for it.
#pragma once

#include <string_view>

#include "atlas/model.h"

namespace myo::atlas {

enum class Standing {
    confirmed,    ///< two or more sources, at least one of them seen to say so
    oneSource,    ///< a single source, seen to say so
    unconfirmed,  ///< no source has been seen to say so
    disputed,     ///< sources disagree
};

[[nodiscard]] Standing standing(const TriggerPoint& point);

/// "confirmed", "one_source", "unconfirmed", "disputed".
[[nodiscard]] std::string_view standingId(Standing standing);
/// The same as a sentence for readers.
[[nodiscard]] std::string_view standingWords(Standing standing);

}  // namespace myo::atlas
