// The sheet that a client takes home: in everyday words, one page.
#pragma once

#include <span>
#include <string>

#include "atlas/atlas.h"
#include "content/document.h"
#include "core/text.h"

namespace myo::content {

/// Most points that one sheet has room for.
inline constexpr std::size_t mostOnHandout = 4;

/// What a client needs of up to `mostOnHandout` points: per point (BlockId::point, numbered, `about` the point) where
/// its pain is felt; what brings it on, when to get help, what one can do oneself (numbered likewise; muscles of
/// several points are told once), what to expect, where this is known from, and that the sheet is no diagnosis.
/// Anatomical names stand in the subtitle only. Points that the atlas does not know are left out.
[[nodiscard]] Document handoutDocument(const Text& text, const atlas::Atlas& atlas, std::span<const SidedPoint> points);

/// "deep calf muscle": the everyday name, or the anatomical one where there is none.
[[nodiscard]] std::string everydayName(const atlas::Atlas& atlas, const MuscleId& id);

}  // namespace myo::content
