#include "session/words.h"

#include <cctype>

namespace myo::session {

namespace {

constexpr const char* dot = " \xC2\xB7 ";  // middle dot

std::string withSide(const std::string& text, BodySide side) {
    return side == BodySide::mid ? text : text + dot + std::string(name(side));
}

}  // namespace

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

std::string regionWords(const atlas::Atlas& atlas, const SidedRegion& region) {
    const atlas::Region* known = atlas.find(region.region);
    const std::string text = known != nullptr ? known->name : region.region.value;
    const bool sided = region.side != BodySide::mid && (known == nullptr || !known->midline);
    return sided ? std::string(name(region.side)) + " " + text : text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            out += i + 1 == words.size() ? " and " : ", ";
        }
        out += words[i];
    }
    return out;
}

std::string capitalised(std::string text) {
    if (!text.empty()) {
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    }
    return text;
}

std::string targetWords(const atlas::Atlas& atlas, const Target& target) {
    if (const auto* point = std::get_if<SidedPoint>(&target)) {
        const atlas::Muscle* muscle = atlas.find(point->point.muscle);
        const atlas::TriggerPoint* known = atlas.find(point->point);
        const std::string first = muscle != nullptr ? muscle->name : point->point.muscle.value;
        const std::string label =
            known != nullptr && !known->label.empty() ? known->label : "point " + std::to_string(point->point.number);
        return withSide(first + dot + label, toBodySide(point->side));
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&target)) {
        const atlas::Muscle* known = atlas.find(muscle->muscle);
        std::string text = known != nullptr ? known->name : muscle->muscle.value;
        if (known == nullptr) {
            // A neighbour that the atlas has no entry for: its id is its name.
            for (char& letter : text) {
                letter = letter == '_' ? ' ' : letter;
            }
            text = capitalised(text);
        }
        return withSide(text, muscle->side);
    }
    if (const auto* region = std::get_if<SidedRegion>(&target)) {
        return capitalised(regionWords(atlas, *region));
    }
    return {};
}

std::string zoneWords(const atlas::Atlas& atlas, const atlas::Zone& zone, Side side) {
    std::vector<std::string> words;
    for (const RegionId& region : zone.regions) {
        words.push_back(regionWords(atlas, {region, toBodySide(side)}));
    }
    for (const RegionId& region : zone.contraRegions) {
        words.push_back(regionWords(atlas, {region, toBodySide(opposite(side))}));
    }
    for (const RegionId& region : zone.internal) {
        words.push_back(regionWords(atlas, {region, toBodySide(side)}));
    }
    return joined(words);
}

std::string tierName(atlas::Tier tier) {
    return tier == atlas::Tier::primary ? "Primary" : "Spillover";
}

std::string tierMeaning(atlas::Tier tier) {
    return tier == atlas::Tier::primary ? "nearly everyone with an active point feels pain here"
                                        : "some people feel pain here as well";
}

}  // namespace myo::session
