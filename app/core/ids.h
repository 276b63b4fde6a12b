// Strong identifiers: a muscle id cannot be passed where a region id is meant.
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace myo {

/// A string that names one thing of one kind, e.g. the muscle "upper_trapezius". Never renamed once published.
template <class Tag>
struct StrongId {
    std::string value;

    StrongId() = default;
    explicit StrongId(std::string text) : value(std::move(text)) {}

    friend auto operator<=>(const StrongId&, const StrongId&) = default;
    friend bool operator==(const StrongId&, const StrongId&) = default;
};

using MuscleId = StrongId<struct MuscleTag>;
using RegionId = StrongId<struct RegionTag>;
using LandmarkId = StrongId<struct LandmarkTag>;
using CitationId = StrongId<struct CitationTag>;
using ScenarioId = StrongId<struct ScenarioTag>;
using GuideId = StrongId<struct GuideTag>;

/// The body's own left and right.
enum class Side { left, right };

/// Where a structure lies: on one side or across the midline.
enum class BodySide { left, right, mid };

[[nodiscard]] Side opposite(Side side);
[[nodiscard]] BodySide toBodySide(Side side);
[[nodiscard]] std::string_view name(Side side);
[[nodiscard]] std::string_view name(BodySide side);
[[nodiscard]] std::optional<Side> parseSide(std::string_view text);

/// A trigger point: the n-th of its muscle, counting from 1. Written "upper_trapezius.1".
struct PointId {
    MuscleId muscle;
    int number = 0;

    [[nodiscard]] std::string text() const;
    /// "soleus.3" -> PointId; nothing if the text is not of that form.
    [[nodiscard]] static std::optional<PointId> parse(std::string_view text);

    friend auto operator<=>(const PointId&, const PointId&) = default;
    friend bool operator==(const PointId&, const PointId&) = default;
};

/// A trigger point on one side of the body. Written "soleus.3:left".
struct SidedPoint {
    PointId point;
    Side side = Side::left;

    [[nodiscard]] std::string text() const;

    friend auto operator<=>(const SidedPoint&, const SidedPoint&) = default;
    friend bool operator==(const SidedPoint&, const SidedPoint&) = default;
};

/// A surface region on one side, or across the midline. Written "temple:right".
struct SidedRegion {
    RegionId region;
    BodySide side = BodySide::left;

    [[nodiscard]] std::string text() const;

    friend auto operator<=>(const SidedRegion&, const SidedRegion&) = default;
    friend bool operator==(const SidedRegion&, const SidedRegion&) = default;
};

}  // namespace myo

template <class Tag>
struct std::hash<myo::StrongId<Tag>> {
    std::size_t operator()(const myo::StrongId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
