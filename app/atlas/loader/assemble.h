// Joining what was read to one atlas.
#pragma once

#include <vector>

#include "atlas/loader/content.h"

namespace myo::atlas::loader {

/// Puts the contents over the base: a sound entry replaces one of the same id, a faulty one is used only where the base
/// has none. Checks every reference of the contents, reports those that lead nowhere and takes them out.
[[nodiscard]] Atlas assemble(const Atlas& base, std::vector<Content> contents, const DataContext& context,
                             Diagnostics& findings);

/// Takes out every reference that leads nowhere, then every zone that shows nothing and every point without a zone or a
/// source, so that whoever reads an atlas need not check.
void removeDeadEnds(Atlas& atlas);

}  // namespace myo::atlas::loader
