// Which muscles lie over which: those have to go, and no others, when a deeper one is to be seen.
#pragma once

#include <cstdint>
#include <vector>

#include "body/body.h"

namespace myo::session {

/// For every structure of the body the indices of the muscles of outer layers that lie within a finger's breadth of it;
/// empty for what is no muscle. Aliases are answered for like their members, and are in no list.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> overlyingMuscles(const body::Body& body);

}  // namespace myo::session
