// How fast help is needed when a warning is true.
#pragma once

#include <string_view>

namespace myo::atlas {

/// The most urgent first.
enum class Urgency {
    ambulance,   ///< an emergency: now
    today,       ///< a doctor on the same day
    seeSomeone,  ///< a doctor, or another professional, in the coming days
};

/// By what the sentence itself tells people to do. The data are English: in another language every sentence is taken
/// for the last.
[[nodiscard]] Urgency urgencyOf(std::string_view warning);

}  // namespace myo::atlas
