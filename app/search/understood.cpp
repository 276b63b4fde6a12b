#include "search/understood.h"

#include <algorithm>

#include <fmt/format.h>

namespace myo::search {

namespace {

std::vector<std::string> namesOf(const std::vector<RegionId>& ids, const atlas::Atlas& atlas) {
    std::vector<std::string> names;
    for (const RegionId& id : ids) {
        const auto found = std::find_if(atlas.regions.begin(), atlas.regions.end(),
                                        [&](const atlas::Region& region) { return region.id == id; });
        names.push_back(found == atlas.regions.end() ? id.value : found->name);
    }
    return names;
}

std::string sideOf(const SearchAnswer& answer) {
    if (answer.bothSides) {
        return "both sides";
    }
    if (!answer.side) {
        return {};
    }
    return *answer.side == Side::left ? "left" : "right";
}

}  // namespace

std::vector<std::string> understoodLines(const SearchAnswer& answer, const atlas::Atlas& atlas) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view what, const std::vector<std::string>& texts) {
        if (!texts.empty()) {
            lines.push_back(fmt::format("{}: {}", what, fmt::join(texts, ", ")));
        }
    };
    const std::string side = sideOf(answer);
    std::vector<std::string> places = namesOf(answer.understoodRegions, atlas);
    if (!places.empty() && !side.empty()) {
        places.back() += fmt::format(" ({})", side);
    }
    add("place", places);
    if (places.empty() && !side.empty()) {
        add("side", {side});
    }
    add("when", answer.circumstances);
    add("feels", answer.qualities);
    add("not there", namesOf(answer.absentRegions, atlas));
    if (answer.absentRegions.empty()) {
        add("absent", answer.absent);
    }
    if (!answer.results.empty()) {
        add("not understood", answer.unknown);
    }
    return lines;
}

std::string adviceWithoutResults(const SearchAnswer& answer) {
    if (!answer.results.empty()) {
        return {};
    }
    if (!answer.understoodRegions.empty()) {
        return "No muscle fits all of this. Drop a filter or a word, or paint where it hurts on the figure.";
    }
    constexpr std::size_t mostNamed = 5;
    const auto named = std::min(answer.unknown.size(), mostNamed);
    const auto end = answer.unknown.begin() + static_cast<std::ptrdiff_t>(named);
    const std::string unknown = fmt::format("{}", fmt::join(answer.unknown.begin(), end, ", "));
    return (unknown.empty() ? "Nothing found."
                            : fmt::format("Nothing found: the atlas does not know \"{}\".", unknown)) +
           " Say where it hurts (\"heel\", \"behind the eye\"), paint it on the figure, or choose from the list of "
           "regions.";
}

}  // namespace myo::search
