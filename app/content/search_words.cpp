#include "content/search_words.h"

#include <algorithm>
#include <string_view>

#include "content/words.h"

namespace myo::content {

namespace {

using search::ReasonKind;
using search::SearchAnswer;

std::string_view reasonKey(ReasonKind kind) {
    switch (kind) {
        case ReasonKind::name:
            break;
        case ReasonKind::alias:
            return "search.reason.alias";
        case ReasonKind::latin:
            return "search.reason.latin";
        case ReasonKind::lay:
            return "search.reason.lay";
        case ReasonKind::family:
            return "search.reason.family";
        case ReasonKind::report:
            return "search.reason.report";
        case ReasonKind::provoke:
            return "search.reason.provoke";
        case ReasonKind::lookAlike:
            return "search.reason.look_alike";
        case ReasonKind::action:
            return "search.reason.action";
        case ReasonKind::nerve:
            return "search.reason.nerve";
        case ReasonKind::primaryZone:
            return "search.reason.primary_zone";
        case ReasonKind::spillover:
            return "search.reason.spillover";
        case ReasonKind::linked:
            return "search.reason.linked";
    }
    return "search.reason.name";
}

std::string listed(const Text& text, const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list = list.empty() ? word : text("content.list.comma", {{"first", list}, {"next", word}});
    }
    return list;
}

std::vector<std::string> regionNames(const atlas::Atlas& atlas, const std::vector<RegionId>& ids) {
    std::vector<std::string> names;
    for (const RegionId& id : ids) {
        names.push_back(regionName(atlas, id));
    }
    return names;
}

std::string saidSide(const Text& text, const SearchAnswer& answer) {
    if (answer.bothSides) {
        return text("search.understanding.both_sides");
    }
    return answer.side ? sideName(text, toBodySide(*answer.side)) : std::string();
}

}  // namespace

std::string reasonWords(const Text& text, const atlas::Atlas& atlas, const search::Reason& reason) {
    const bool zone = reason.kind == ReasonKind::primaryZone || reason.kind == ReasonKind::spillover;
    return text(reasonKey(reason.kind), {{"words", zone ? regionName(atlas, reason.region) : reason.words}});
}

std::vector<std::string> understoodWords(const Text& text, const atlas::Atlas& atlas, const SearchAnswer& answer) {
    std::vector<std::string> lines;
    const auto add = [&](std::string_view key, const std::vector<std::string>& words) {
        if (!words.empty()) {
            lines.push_back(text(key, {{"words", listed(text, words)}}));
        }
    };
    if (answer.scattered) {
        lines.push_back(text("search.understanding.scattered"));
    }
    const std::string side = saidSide(text, answer);
    std::vector<std::string> places = regionNames(atlas, answer.understoodRegions);
    if (!places.empty() && !side.empty()) {
        places.back() = text("search.understanding.sided", {{"place", places.back()}, {"side", side}});
    }
    add("search.understanding.place", places);
    if (places.empty() && !side.empty()) {
        add("search.understanding.side", {side});
    }
    add("search.understanding.when", answer.circumstances);
    add("search.understanding.feels", answer.qualities);
    add("search.understanding.not_there", regionNames(atlas, answer.absentRegions));
    if (answer.absentRegions.empty()) {
        add("search.understanding.absent", answer.absent);
    }
    if (!answer.results.empty()) {
        add("search.understanding.unknown", answer.unknown);
    }
    return lines;
}

std::string adviceWithoutResults(const Text& text, const SearchAnswer& answer) {
    if (!answer.results.empty()) {
        return {};
    }
    if (!answer.understoodRegions.empty()) {
        return text("search.advice.fewer");
    }
    constexpr std::size_t mostNamed = 5;
    const auto named = std::min(answer.unknown.size(), mostNamed);
    const std::vector<std::string> unknown(answer.unknown.begin(),
                                           answer.unknown.begin() + static_cast<std::ptrdiff_t>(named));
    return unknown.empty() ? text("search.advice.nothing")
                           : text("search.advice.unknown", {{"words", listed(text, unknown)}});
}

}  // namespace myo::content
