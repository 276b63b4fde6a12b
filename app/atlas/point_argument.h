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

/// A body part by its name in the data; the problem lists all of them.
[[nodiscard]] Result<BodyPart> parseBodyPart(const std::string& name);

}  // namespace myo::atlas
