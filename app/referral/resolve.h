// One trigger point on one body: for those who need a few points and cannot wait for all.
#pragma once

#include <memory>
#include <optional>

#include "atlas/model.h"
#include "body/body.h"
#include "referral/referral.h"

namespace myo::referral {

/// Furthest distance from its muscle at which a point is still accepted, mm.
inline constexpr float farthestOutsideMuscle = 5.0F;

/// Resolves position, zones and (with `regions`) coverage. Nothing if the position cannot be found on this body; what
/// is wrong with position or zones is reported in `findings`. May run on several threads at once, each with its own
/// findings.
[[nodiscard]] std::optional<ResolvedPoint> resolvePoint(const atlas::TriggerPoint& point, Side side,
                                                        const body::Body& body, const Surface& surface,
                                                        const RegionMap* regions, Diagnostics& findings);

/// The point on the other side of a symmetric body. \pre body.skinMirror is not empty.
[[nodiscard]] ResolvedPoint mirroredPoint(const ResolvedPoint& point, const body::Body& body, const RegionMap* regions);

/// The patch with every vertex replaced by its mirror image. \pre mirror has an entry for every vertex.
[[nodiscard]] std::shared_ptr<const body::Footprint> mirroredFootprint(const body::Footprint& patch,
                                                                       const std::vector<std::uint32_t>& mirror);

}  // namespace myo::referral
