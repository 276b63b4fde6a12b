// What a text of the atlas may lead to.
#pragma once

#include <string>
#include <variant>

#include "core/ids.h"

namespace myo::content {

/// A muscle on one side (or across the midline).
struct SidedMuscle {
    MuscleId muscle;
    BodySide side = BodySide::left;

    friend bool operator==(const SidedMuscle&, const SidedMuscle&) = default;
};

/// Something that the atlas tells about: nothing, a trigger point, a muscle, a region, a guided tour, a guide.
using Reference = std::variant<std::monostate, SidedPoint, SidedMuscle, SidedRegion, ScenarioId, GuideId>;

[[nodiscard]] inline bool isNothing(const Reference& reference) {
    return std::holds_alternative<std::monostate>(reference);
}

/// The id as the command line takes it, without a side: "soleus.1", "temple"; empty for nothing.
[[nodiscard]] std::string idText(const Reference& reference);

}  // namespace myo::content
