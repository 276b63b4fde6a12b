#include "session/words.h"

#include "core/utf8.h"

namespace myo::session {

std::string idText(const Target& target) {
    if (const auto* point = std::get_if<SidedPoint>(&target)) {
        return point->text();
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&target)) {
        return muscle->muscle.value + ":" + std::string(name(muscle->side));
    }
    if (const auto* region = std::get_if<SidedRegion>(&target)) {
        return region->text();
    }
    return {};
}

content::Reference referenceOf(const Target& target) {
    return std::visit([](const auto& known) { return content::Reference{known}; }, target);
}

Target targetOf(const content::Reference& reference) {
    return std::visit(
        [](const auto& known) {
            if constexpr (std::is_constructible_v<Target, decltype(known)>) {
                return Target{known};
            } else {
                return Target{};
            }
        },
        reference);
}

std::string targetWords(const Library& library, const Target& target) {
    return content::referenceWords(*library.text, *library.atlas, referenceOf(target));
}

std::vector<search::Reason> tellingReasons(const atlas::Muscle* muscle, const std::vector<search::Reason>& because) {
    std::vector<search::Reason> out;
    bool place = false;
    bool other = false;
    for (const search::Reason& reason : because) {
        const bool zone =
            reason.kind == search::ReasonKind::primaryZone || reason.kind == search::ReasonKind::spillover;
        bool& told = zone ? place : other;
        if (!told && (muscle == nullptr || lowered(reason.words) != lowered(muscle->name))) {
            told = true;
            out.push_back(reason);
        }
    }
    return out;
}

}  // namespace myo::session
