#include "content/words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

namespace myo::content {

namespace {

constexpr const char* dot = " \xC2\xB7 ";  // middle dot

std::string withSide(const Text& text, const std::string& words, BodySide side) {
    return side == BodySide::mid ? words : words + dot + sideName(text, side);
}

std::string regionTitle(const Text& text, const atlas::Atlas& atlas, const SidedRegion& region) {
    const atlas::Region* known = atlas.find(region.region);
    const std::string words = capitalised(regionName(atlas, region.region));
    return known != nullptr && known->midline ? words : withSide(text, words, region.side);
}

// "Simons DG et al.": the first author is enough to find the entry in the list.
std::string shortAuthors(const atlas::Citation& citation) {
    const std::string plain = citation.authors.substr(0, citation.authors.find(" ("));
    const auto comma = plain.find(',');
    return comma == std::string::npos ? plain : plain.substr(0, comma) + " et al.";
}

// How a zone's regions lie: on the point's side, on both, on the other.
enum class ZoneSide { own, middle, other };

std::string zoneSideWords(const Text& text, ZoneSide where, std::optional<Side> side, const std::string& regions) {
    if (where == ZoneSide::middle) {
        return text("content.zone.middle", {{"regions", regions}});
    }
    if (!side) {
        return where == ZoneSide::own ? text("content.zone.same", {{"regions", regions}})
                                      : text("content.zone.other", {{"regions", regions}});
    }
    const Side shown = where == ZoneSide::own ? *side : opposite(*side);
    return shown == Side::left ? text("content.zone.left", {{"regions", regions}})
                               : text("content.zone.right", {{"regions", regions}});
}

}  // namespace

std::string idText(const Reference& reference) {
    if (const auto* point = std::get_if<SidedPoint>(&reference)) {
        return point->point.text();
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&reference)) {
        return muscle->muscle.value;
    }
    if (const auto* region = std::get_if<SidedRegion>(&reference)) {
        return region->region.value;
    }
    if (const auto* scenario = std::get_if<ScenarioId>(&reference)) {
        return scenario->value;
    }
    const auto* guide = std::get_if<GuideId>(&reference);
    return guide != nullptr ? guide->value : std::string();
}

std::string joined(const Text& text, const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i == 0) {
            out = words[i];
        } else if (i + 1 < words.size()) {
            out = text("content.list.comma", {{"first", out}, {"next", words[i]}});
        } else {
            out = text("content.list.and", {{"first", out}, {"last", words[i]}});
        }
    }
    return out;
}

std::string capitalised(std::string words) {
    if (!words.empty()) {
        words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    }
    return words;
}

std::string sideName(const Text& text, BodySide side) {
    switch (side) {
        case BodySide::left:
            return text("content.side.left");
        case BodySide::right:
            return text("content.side.right");
        case BodySide::mid:
            break;
    }
    return text("content.side.midline");
}

std::string sideWords(const Text& text, BodySide side) {
    switch (side) {
        case BodySide::left:
            return text("content.side.left_side");
        case BodySide::right:
            return text("content.side.right_side");
        case BodySide::mid:
            break;
    }
    return text("content.side.midline");
}

std::string muscleName(const atlas::Atlas& atlas, const MuscleId& id) {
    if (const atlas::Muscle* known = atlas.find(id)) {
        return known->name;
    }
    std::string words = id.value;
    std::replace(words.begin(), words.end(), '_', ' ');
    return capitalised(words);
}

std::string regionName(const atlas::Atlas& atlas, const RegionId& id) {
    const atlas::Region* known = atlas.find(id);
    return known != nullptr ? known->name : id.value;
}

std::string pointLabel(const Text& text, const atlas::TriggerPoint& point) {
    return point.label.empty() ? text("content.point.numbered", {{"number", point.id.number}}) : point.label;
}

std::string regionWords(const Text& text, const atlas::Atlas& atlas, const SidedRegion& region) {
    const atlas::Region* known = atlas.find(region.region);
    const std::string words = regionName(atlas, region.region);
    const bool sided = region.side != BodySide::mid && (known == nullptr || !known->midline);
    return sided ? words + " (" + sideName(text, region.side) + ")" : words;
}

std::string pointWords(const Text& text, const atlas::Atlas& atlas, const PointId& point, std::optional<Side> side) {
    const atlas::TriggerPoint* known = atlas.find(point);
    const std::string label = known != nullptr && !known->label.empty()
                                  ? known->label
                                  : text("content.point.unnamed", {{"number", point.number}});
    const std::string words = muscleName(atlas, point.muscle) + dot + label;
    return side ? withSide(text, words, toBodySide(*side)) : words;
}

std::string referenceWords(const Text& text, const atlas::Atlas& atlas, const Reference& reference) {
    if (const auto* point = std::get_if<SidedPoint>(&reference)) {
        return pointWords(text, atlas, point->point, point->side);
    }
    if (const auto* muscle = std::get_if<SidedMuscle>(&reference)) {
        return withSide(text, muscleName(atlas, muscle->muscle), muscle->side);
    }
    if (const auto* region = std::get_if<SidedRegion>(&reference)) {
        return regionTitle(text, atlas, *region);
    }
    if (const auto* scenario = std::get_if<ScenarioId>(&reference)) {
        const atlas::Scenario* known = atlas.find(*scenario);
        return known != nullptr ? known->name : scenario->value;
    }
    if (const auto* guide = std::get_if<GuideId>(&reference)) {
        const atlas::Guide* known = atlas.find(*guide);
        return known != nullptr ? known->name : guide->value;
    }
    return {};
}

std::string zoneWords(const Text& text, const atlas::Atlas& atlas, const atlas::Zone& zone, std::optional<Side> side) {
    std::array<std::vector<std::string>, 3> gathered;  // by ZoneSide
    const auto add = [&](const std::vector<RegionId>& regions, ZoneSide where) {
        for (const RegionId& id : regions) {
            const atlas::Region* region = atlas.find(id);
            const bool midline = region != nullptr && region->midline;
            auto& names = gathered.at(static_cast<std::size_t>(midline ? ZoneSide::middle : where));
            if (const std::string name = regionName(atlas, id);
                std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    };
    add(zone.regions, ZoneSide::own);
    add(zone.contraRegions, ZoneSide::other);
    add(zone.internal, ZoneSide::own);
    std::string out;
    for (const ZoneSide where : {ZoneSide::own, ZoneSide::middle, ZoneSide::other}) {
        if (const auto& names = gathered.at(static_cast<std::size_t>(where)); !names.empty()) {
            out += (out.empty() ? "" : " ") + zoneSideWords(text, where, side, joined(text, names));
        }
    }
    return out;
}

std::string tierName(const Text& text, atlas::Tier tier) {
    return tier == atlas::Tier::primary ? text("content.tier.primary") : text("content.tier.spillover");
}

std::string tierMeaning(const Text& text, atlas::Tier tier) {
    return tier == atlas::Tier::primary ? text("content.tier.primary_meaning") : text("content.tier.spillover_meaning");
}

std::string shortTierMeaning(const Text& text, atlas::Tier tier) {
    return tier == atlas::Tier::primary ? text("content.tier.primary_short") : text("content.tier.spillover_short");
}

std::string bodyPartName(const Text& text, atlas::BodyPart part) {
    switch (part) {
        case atlas::BodyPart::head:
            return text("content.body_part.head");
        case atlas::BodyPart::neck:
            return text("content.body_part.neck");
        case atlas::BodyPart::shoulder:
            return text("content.body_part.shoulder");
        case atlas::BodyPart::back:
            return text("content.body_part.back");
        case atlas::BodyPart::chest:
            return text("content.body_part.chest");
        case atlas::BodyPart::abdomen:
            return text("content.body_part.abdomen");
        case atlas::BodyPart::pelvis:
            return text("content.body_part.pelvis");
        case atlas::BodyPart::hip:
            return text("content.body_part.hip");
        case atlas::BodyPart::arm:
            return text("content.body_part.arm");
        case atlas::BodyPart::forearm:
            return text("content.body_part.forearm");
        case atlas::BodyPart::hand:
            return text("content.body_part.hand");
        case atlas::BodyPart::thigh:
            return text("content.body_part.thigh");
        case atlas::BodyPart::leg:
            return text("content.body_part.leg");
        case atlas::BodyPart::foot:
            break;
    }
    return text("content.body_part.foot");
}

std::string verificationWords(const Text& text, atlas::Verification verification) {
    switch (verification) {
        case atlas::Verification::verified:
            return text("content.verification.verified");
        case atlas::Verification::unverified:
            return text("content.verification.unverified");
        case atlas::Verification::disputed:
            break;
    }
    return text("content.verification.disputed");
}

std::string standingWords(const Text& text, const atlas::CitationRef& ref) {
    if (ref.verification == atlas::Verification::verified) {
        switch (ref.seenIn) {
            case atlas::SeenIn::work:
                return text("content.seen.work");
            case atlas::SeenIn::study:
                return text("content.seen.study");
            case atlas::SeenIn::summaries:
                return text("content.seen.summaries");
            case atlas::SeenIn::nowhere:
                break;
        }
    }
    return verificationWords(text, ref.verification);
}

namespace {

std::string shareWords(const Text& text, const atlas::Atlas& atlas, const atlas::StudyFrequency& study) {
    const auto percent = static_cast<double>(study.percent);
    switch (study.measure) {
        case atlas::Measure::feltThere:
            return text("content.evidence.felt_there", {{"percent", percent},
                                                        {"number", study.sampleSize},
                                                        {"unit", study.unit},
                                                        {"region", regionName(atlas, study.region)}});
        case atlas::Measure::refers:
            return text("content.evidence.refers",
                        {{"percent", percent}, {"number", study.sampleSize}, {"unit", study.unit}});
        case atlas::Measure::found:
            break;
    }
    return text("content.evidence.found", {{"percent", percent}, {"number", study.sampleSize}, {"unit", study.unit}});
}

}  // namespace

std::string frequencyWords(const Text& text, const atlas::Atlas& atlas, const atlas::StudyFrequency& study) {
    std::string words = shareWords(text, atlas, study);
    if (!study.people.empty()) {
        words =
            study.sex.empty()
                ? text("content.evidence.people", {{"words", words}, {"people", study.people}})
                : text("content.evidence.people_sex",
                       {{"words", words},
                        {"people", study.people},
                        {"sex", study.sex == "women" ? text("content.evidence.women") : text("content.evidence.men")}});
    }
    if (study.controlPercent) {
        words = text("content.evidence.control", {{"words", words},
                                                  {"percent", static_cast<double>(*study.controlPercent)},
                                                  {"number", study.controlSize},
                                                  {"people", study.control}});
    }
    return words;
}

std::string evidenceStatusWords(const Text& text, atlas::EvidenceStatus status) {
    switch (status) {
        case atlas::EvidenceStatus::confirmed:
            return text("content.status.confirmed");
        case atlas::EvidenceStatus::afterManual:
            return text("content.status.after_manual");
        case atlas::EvidenceStatus::noSource:
            return text("content.status.no_source");
        case atlas::EvidenceStatus::oneSource:
            return text("content.status.one_source");
        case atlas::EvidenceStatus::unconfirmed:
            return text("content.status.unconfirmed");
        case atlas::EvidenceStatus::disputed:
            break;
    }
    return text("content.status.disputed");
}

std::string evidenceBadge(const Text& text, atlas::EvidenceStatus status) {
    switch (status) {
        case atlas::EvidenceStatus::confirmed:
            return text("content.badge.confirmed");
        case atlas::EvidenceStatus::afterManual:
            return text("content.badge.after_manual");
        case atlas::EvidenceStatus::noSource:
            return text("content.badge.no_source");
        case atlas::EvidenceStatus::oneSource:
            return text("content.badge.one_source");
        case atlas::EvidenceStatus::unconfirmed:
            return text("content.badge.unconfirmed");
        case atlas::EvidenceStatus::disputed:
            break;
    }
    return text("content.badge.disputed");
}

std::string shortCitation(const atlas::Atlas& atlas, const atlas::CitationRef& ref) {
    const atlas::Citation* citation = atlas.find(ref.source);
    std::string words = citation != nullptr ? shortAuthors(*citation) : ref.source.value;
    if (citation != nullptr && citation->year > 0) {
        words += fmt::format(" {}", citation->year);
    }
    if (!ref.where.empty()) {
        words += ", " + ref.where;
    }
    return words;
}

std::string fullCitation(const Text& text, const atlas::Citation& citation) {
    std::string words = citation.year > 0 ? fmt::format("{} ({}). {}.", citation.authors, citation.year, citation.title)
                                          : text("content.citation.no_year",
                                                 {{"authors", citation.authors}, {"title", citation.title}});
    if (!citation.container.empty()) {
        words += " " + citation.container + ".";
    }
    if (!citation.doi.empty()) {
        words += " doi " + citation.doi + ".";
    }
    if (!citation.pmid.empty()) {
        words += " PubMed " + citation.pmid + ".";
    }
    return words;
}

}  // namespace myo::content
