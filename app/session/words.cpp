#include "session/words.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
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
    return sided ? text + " (" + std::string(name(region.side)) + ")" : text;
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

std::vector<std::string> tellingReasons(const atlas::Muscle* muscle, const std::vector<std::string>& because) {
    std::vector<std::string> out;
    std::vector<std::string> known;
    if (muscle != nullptr) {
        known.push_back("name: " + lowered(muscle->name));
    }
    for (const std::string& reason : because) {
        if (std::string low = lowered(reason); std::find(known.begin(), known.end(), low) == known.end()) {
            known.push_back(std::move(low));
            out.push_back(reason);
        }
    }
    return out;
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
        const atlas::Region* known = atlas.find(region->region);
        const std::string text = capitalised(known != nullptr ? known->name : region->region.value);
        return known != nullptr && known->midline ? text : withSide(text, region->side);
    }
    return {};
}

std::string zoneWords(const atlas::Atlas& atlas, const atlas::Zone& zone, Side side) {
    std::array<std::vector<std::string>, 3> bySide;  // left, right, mid
    const auto add = [&](const RegionId& id, Side where) {
        const atlas::Region* region = atlas.find(id);
        const bool midline = region != nullptr && region->midline;
        auto& words = bySide.at(static_cast<std::size_t>(midline ? BodySide::mid : toBodySide(where)));
        const std::string text = region != nullptr ? region->name : id.value;
        if (std::find(words.begin(), words.end(), text) == words.end()) {
            words.push_back(text);
        }
    };
    for (const RegionId& region : zone.regions) {
        add(region, side);
    }
    for (const RegionId& region : zone.contraRegions) {
        add(region, opposite(side));
    }
    for (const RegionId& region : zone.internal) {
        add(region, side);
    }
    std::string out;
    const BodySide own = toBodySide(side);
    const BodySide other = toBodySide(opposite(side));
    for (const BodySide where : {own, BodySide::mid, other}) {
        const auto& words = bySide.at(static_cast<std::size_t>(where));
        if (!words.empty()) {
            out += out.empty() ? "" : " ";
            out += where == BodySide::mid ? "Middle: " : capitalised(std::string(name(where))) + ": ";
            out += joined(words) + ".";
        }
    }
    return out;
}

std::string tierName(atlas::Tier tier) {
    return tier == atlas::Tier::primary ? "Primary" : "Spillover";
}

std::string tierMeaning(atlas::Tier tier) {
    return tier == atlas::Tier::primary ? "nearly everyone with an active point feels pain here"
                                        : "some people feel pain here as well";
}

std::string shortTierMeaning(atlas::Tier tier) {
    return tier == atlas::Tier::primary ? "nearly everyone" : "some people";
}

}  // namespace myo::session
