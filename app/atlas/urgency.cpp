#include "atlas/urgency.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "core/utf8.h"

namespace myo::atlas {

Urgency urgencyOf(std::string_view warning) {
    const std::string said = lowered(std::string(warning));
    const auto any = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return said.find(word) != std::string::npos; });
    };
    if (any({"ambulance", "emergency", "emergencies"})) {
        return Urgency::ambulance;
    }
    return any({"today", "same day", "at once", "right away", "immediately", "urgent", "within hours"})
               ? Urgency::today
               : Urgency::doctor;
}

}  // namespace myo::atlas
