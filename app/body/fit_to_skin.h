// The last millimetres: muscles that poke through the skin are drawn in below it.
#pragma once

#include <functional>
#include <vector>

#include "body/body.h"

namespace myo::body {

struct SkinFit {
    float depth = 1.0F;   ///< every vertex ends at least this deep, millimetres
    float reach = 18.0F;  ///< least distance over which the surroundings of a protrusion give way, millimetres
};

/// Those of the structures that are wanted, in their order. They are pointed at where they are.
[[nodiscard]] std::vector<Structure*> chosen(
    std::vector<Structure>& structures,
    const std::function<bool(const Structure&)>& wanted = [](const Structure&) { return true; });

/// Moves vertices that lie outside the skin, or less than `depth` below it, inwards; what lies around them in the same
/// or other structures gives way less and less with distance, so that layers keep their order and no dents appear.
/// Normals are made anew.
///
/// \param under what lies beneath and gives way too, without being looked at itself
void fitToSkin(const std::vector<Structure*>& structures, const Mesh& skin, const SkinFit& fit = {},
               const std::vector<Structure*>& under = {});

/// The same for the muscles among the structures of a whole body, whose aliases have to be joined anew afterwards.
void drawMusclesIn(std::vector<Structure>& structures, const Mesh& skin);

}  // namespace myo::body
