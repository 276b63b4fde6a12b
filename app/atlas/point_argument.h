// Trigger points as a person types them.
#pragma once

#include <string>

#include "atlas/atlas.h"
#include "core/result.h"

namespace myo::atlas {

/// "there is no ...; did you mean ...?"
[[nodiscard]] Diagnostic unknownId(const Atlas& atlas, const std::string& text, const std::string& kind);

/// A trigger point as typed: `ID`, `ID:left`, `ID:right`, `ID:both`; without a side the left one.
struct PointArgument {
    PointId point;
    bool left = true;
    bool right = false;
};
[[nodiscard]] Result<PointArgument> parsePoint(const Atlas& atlas, const std::string& text);

}  // namespace myo::atlas
