#include "report/content_docs.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "atlas/content_figures.h"

namespace myo::report {

namespace {

std::string row(std::string_view what, const atlas::VerificationCount& count) {
    return fmt::format("| {} | {} | {} | {} | {} |\n", what, count.verified, count.unverified, count.disputed,
                       count.total());
}

std::string muscleRow(const atlas::Muscle& muscle) {
    atlas::VerificationCount count;
    for (const atlas::CitationRef& citation : muscle.citations) {
        count.add(citation.verification);
    }
    for (const atlas::TriggerPoint& point : muscle.points) {
        for (const atlas::CitationRef& citation : point.citations) {
            count.add(citation.verification);
        }
    }
    return fmt::format("| {} | {} | {} | {} | {} |\n", muscle.name, muscle.points.size(), count.verified,
                       count.unverified, count.disputed);
}

std::string measuredRows(const atlas::Atlas& atlas, std::string_view whose,
                         const std::vector<atlas::StudyFrequency>& measured, atlas::Measure kind) {
    std::string out;
    for (const atlas::StudyFrequency& one : measured) {
        if (one.measure != kind) {
            continue;
        }
        const atlas::Region* region = atlas.find(one.region);
        const atlas::Citation* source = atlas.find(one.source);
        const std::string control =
            one.controlPercent ? fmt::format("{:.3g} % of {} {}", *one.controlPercent, one.controlSize, one.control)
                               : "";
        const std::string year = source != nullptr && source->year > 0 ? fmt::format(" {}", source->year) : "";
        out += fmt::format("| {} | {} | {:.3g} % | {} {} | {}{} | {} | {} | {}{}{} |\n", whose,
                           region != nullptr ? region->name : "", one.percent, one.sampleSize, one.unit, one.people,
                           one.sex.empty() ? "" : fmt::format(" ({})", one.sex), control, one.method,
                           source != nullptr ? source->authors.substr(0, source->authors.find(',')) : one.source.value,
                           year, one.verification == atlas::Verification::verified ? "" : ", unverified");
    }
    return out;
}

// The side that a guide for the left body side asks for.
SidedRegion leftOrMiddle(const atlas::Region& region) {
    return {region.id, region.midline ? BodySide::mid : BodySide::left};
}

// Less paint in a region than this is a grazed edge; more than the other is a spillover that only lacks the word.
constexpr float leastPainted = 0.03F;
constexpr float muchPainted = 0.30F;

struct GuideEntry {
    const atlas::TriggerPoint* point = nullptr;
    atlas::Tier tier = atlas::Tier::primary;
    float fit = 0.0F;
};

bool names(const atlas::TriggerPoint& point, atlas::Tier tier, const RegionId& region) {
    const auto lists = [&](const std::vector<RegionId>& ids) {
        return std::find(ids.begin(), ids.end(), region) != ids.end();
    };
    return std::any_of(point.zones.begin(), point.zones.end(), [&](const atlas::Zone& zone) {
        return zone.tier == tier && (lists(zone.regions) || lists(zone.internal));
    });
}

// How a point's zone of one tier meets a region: the share of the region that is painted, and how well the two fit
// (the geometric mean of that and of the share of the zone that lies there).
struct Meeting {
    float covered = 0.0F;
    float fit = 0.0F;
};

Meeting meet(const referral::ResolvedPoint& resolved, atlas::Tier tier, const SidedRegion& asked, bool internal) {
    if (internal) {
        return {1.0F, 1.0F};
    }
    const referral::ResolvedZone* zone = resolved.zone(tier);
    for (const auto& coverage : zone != nullptr ? zone->coverage : std::vector<referral::ResolvedZone::Coverage>{}) {
        if (coverage.region == asked) {
            return {coverage.covered, std::sqrt(coverage.covered * coverage.share)};
        }
    }
    return {};
}

std::optional<GuideEntry> guideEntry(const atlas::TriggerPoint& point, const referral::ResolvedPoint& resolved,
                                     const atlas::Region& region) {
    const SidedRegion asked = leftOrMiddle(region);
    const bool internal = region.kind == atlas::RegionKind::internal;
    for (const atlas::Tier tier : {atlas::Tier::primary, atlas::Tier::spillover}) {
        const Meeting meeting = meet(resolved, tier, asked, internal);
        const bool named = names(point, tier, region.id);
        if ((named && meeting.covered >= leastPainted) || (!internal && !named && meeting.covered >= muchPainted)) {
            return GuideEntry{&point, named ? tier : atlas::Tier::spillover, meeting.fit};
        }
    }
    return std::nullopt;
}

std::string guideNames(const atlas::Atlas& atlas, const std::vector<GuideEntry>& entries, atlas::Tier tier) {
    std::vector<std::string> out;
    for (const GuideEntry& entry : entries) {
        if (entry.tier == tier) {
            const atlas::Muscle* muscle = atlas.find(entry.point->id.muscle);
            out.push_back(fmt::format("{} ({})", muscle->name, entry.point->id.number));
        }
    }
    return out.empty() ? "-" : fmt::format("{}", fmt::join(out, "; "));
}

}  // namespace

std::string contentDocument(const atlas::Atlas& atlas) {
    const atlas::ContentFigures figures = atlas::countContent(atlas);
    std::string out = "# What the atlas holds, and how far it is confirmed\n\n";
    out +=
        "Made by `myoatlas docs`; do not edit. *Verified*: the statement was seen again, and each citation says where: "
        "in the\nwork itself, in a study that counted for itself, or only in later summaries of the Manual. "
        "*Unverified*: "
        "taken from the\nliterature without having been seen there again. *Disputed*: sources disagree, and the entry "
        "says how. *No source*: nobody\nhas described a pattern of the muscle; it is drawn like that of a neighbour, "
        "as "
        "spillover only.\n\n";
    out += fmt::format(
        "| what | number |\n|---|---|\n| muscles | {} |\n| muscles with a confirmed FMA id | {} |\n"
        "| muscles with a confirmed TA2 number | {} |\n| trigger points | {} |\n"
        "| primary zones | {} |\n| spillover zones | {} |\n| regions | {} |\n| sources | {} |\n"
        "| guided tours | {} |\n| measured frequencies ([evidence.md](evidence.md)) | {} |\n"
        "| - of people who felt it there | {} |\n| - of people in whom pressing made pain spread | {} |\n"
        "| - of people with a condition who have the point | {} |\n\n",
        figures.muscles, figures.musclesWithFma, figures.musclesWithTa2, figures.points, figures.primaryZones,
        figures.spilloverZones, figures.regions, figures.sources, figures.scenarios, figures.studyFrequencies,
        figures.feltThere, figures.refers, figures.found);
    out += fmt::format(
        "| how a point's pattern stands | points |\n|---|---|\n"
        "| two sources, one of them independent of the Manual and read itself | {} |\n"
        "| after the Manual: the sources retell it | {} |\n| one source, confirmed | {} |\n"
        "| unverified | {} |\n| no source, drawn by analogy | {} |\n| disputed | {} |\n\n",
        figures.pointsConfirmed, figures.pointsAfterManual, figures.pointsOnOneSource, figures.pointsUnconfirmed,
        figures.pointsWithoutSource, figures.pointsDisputed);
    out += fmt::format(
        "| verified citations of points, seen | number |\n|---|---|\n| in the work itself | {} |\n"
        "| in a study that counted for itself | {} |\n| in later summaries of the Manual only | {} |\n\n",
        figures.seenInWork, figures.seenInStudy, figures.seenInSummaries);
    out += "| citations of | verified | unverified | disputed | all |\n|---|---|---|---|---|\n";
    out += row("trigger points and their patterns", figures.pointCitations);
    out += row("muscles (anatomy, evidence)", figures.muscleCitations);
    out += row("the bibliography itself", figures.bibliography);
    out += "\n| muscle | points | verified | unverified | disputed |\n|---|---|---|---|---|\n";
    for (const atlas::Muscle& muscle : atlas.muscles) {
        out += muscleRow(muscle);
    }
    return out;
}

std::string evidenceDocument(const atlas::Atlas& atlas) {
    std::string out =
        "# What was measured\n\nMade by `myoatlas docs` from the data; do not edit. Three kinds of shares that must "
        "not "
        "be mixed: who *felt it there* when\nthe point was pressed or injected, in whom pain *spread* at all, and in "
        "whom "
        "the point was *found*. The controls are the\npeople compared with. Saline in healthy people is not a "
        "patient's "
        "point, and fingers agree on points only moderately.\nA row is marked unverified when its figures were not "
        "seen "
        "in the paper or its abstract.\n";
    for (const auto& [kind, title] : {std::pair{atlas::Measure::feltThere, "Felt there"},
                                      std::pair{atlas::Measure::refers, "Pain spread when it was pressed"},
                                      std::pair{atlas::Measure::found, "Points that were found"}}) {
        out += fmt::format(
            "\n## {}\n\n| muscle | region | share | n | people | controls | method | source |\n"
            "|---|---|---|---|---|---|---|---|\n",
            title);
        for (const atlas::Muscle& muscle : atlas.muscles) {
            out += measuredRows(atlas, muscle.name, muscle.frequencies, kind);
            for (const atlas::TriggerPoint& point : muscle.points) {
                out +=
                    measuredRows(atlas, fmt::format("{} ({})", muscle.name, point.id.number), point.frequencies, kind);
            }
        }
    }
    return out;
}

std::string painGuideDocument(const atlas::Atlas& atlas, const referral::Referral& referral) {
    std::string out = "# Pain guide: which trigger points refer where\n\n";
    out +=
        "Made by `myoatlas docs`; do not edit. The number is the trigger point's. A point stands under *primary* or "
        "*spillover* as the\ndata name it, if its zone paints some of the region. Usual sources stand before "
        "occasional "
        "and\nrare ones, by the editors' reading; among equals the order is how well zone and region fit. It is a list "
        "of what to look\nat, not of what it is.\n\n| region | primary zone | spillover |\n|---|---|---|\n";
    const std::vector<const atlas::TriggerPoint*> points = atlas.points();
    for (const atlas::Region& region : atlas.regions) {
        std::vector<GuideEntry> entries;
        for (const atlas::TriggerPoint* point : points) {
            const referral::ResolvedPoint* resolved = referral.find({point->id, Side::left});
            if (const auto entry = resolved != nullptr ? guideEntry(*point, *resolved, region) : std::nullopt) {
                entries.push_back(*entry);
            }
        }
        std::stable_sort(entries.begin(), entries.end(), [](const GuideEntry& a, const GuideEntry& b) {
            return std::pair{a.point->occurrence, -a.fit} < std::pair{b.point->occurrence, -b.fit};
        });
        out += fmt::format("| {} | {} | {} |\n", region.name, guideNames(atlas, entries, atlas::Tier::primary),
                           guideNames(atlas, entries, atlas::Tier::spillover));
    }
    return out;
}

}  // namespace myo::report
