// How fast help is needed when a warning is true.
#pragma once

#include <string_view>

#include "atlas/model.h"

namespace myo::atlas {

/// By what the sentence itself tells people to do. The data are English: in another language every sentence is taken
/// for the last.
[[nodiscard]] Urgency urgencyOf(std::string_view warning);

}  // namespace myo::atlas
