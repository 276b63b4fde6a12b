#include "report/content_docs.h"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "atlas/content_figures.h"
#include "referral/locate.h"

namespace myo::report {

namespace {

constexpr std::size_t mostPerRegion = 40;

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

// The side that a guide for the left body side asks for.
SidedRegion leftOrMiddle(const atlas::Region& region) {
    return {region.id, region.midline ? BodySide::mid : BodySide::left};
}

std::string pointNames(const atlas::Atlas& atlas, const std::vector<referral::LocateResult>& results,
                       atlas::Tier tier) {
    std::vector<std::string> names;
    for (const referral::LocateResult& result : results) {
        // A midline region is reached from both sides alike: one of them stands for both.
        if (result.tier != tier || result.point.side != Side::left) {
            continue;
        }
        const atlas::Muscle* muscle = atlas.find(result.point.point.muscle);
        names.push_back(fmt::format("{} ({})", muscle->name, result.point.point.number));
    }
    return names.empty() ? "-" : fmt::format("{}", fmt::join(names, "; "));
}

}  // namespace

std::string contentDocument(const atlas::Atlas& atlas) {
    const atlas::ContentFigures figures = atlas::countContent(atlas);
    std::string out = "# What the atlas holds, and how far it is confirmed\n\n";
    out +=
        "Made by `myoatlas docs`; do not edit. *Verified*: the statement was seen in the source or in two independent "
        "ones.\n*Unverified*: taken from the literature without having been seen there again. *Disputed*: sources "
        "disagree, and the\nentry says how.\n\n";
    out += fmt::format(
        "| what | number |\n|---|---|\n| muscles | {} |\n| muscles with a confirmed FMA id | {} |\n"
        "| muscles with a confirmed TA2 number | {} |\n| trigger points | {} |\n"
        "| primary zones | {} |\n| spillover zones | {} |\n| regions | {} |\n| sources | {} |\n"
        "| guided tours | {} |\n| measured frequencies | {} |\n"
        "| points with a verified source | {} |\n| points with at least two sources, one verified | {} |\n"
        "| points marked as resting on one source | {} |\n| points marked as unverified | {} |\n"
        "| points with a disputed pattern | {} |\n\n",
        figures.muscles, figures.musclesWithFma, figures.musclesWithTa2, figures.points, figures.primaryZones,
        figures.spilloverZones, figures.regions, figures.sources, figures.scenarios, figures.studyFrequencies,
        figures.pointsVerified, figures.pointsWithTwoSources, figures.pointsOnOneSource, figures.pointsUnconfirmed,
        figures.pointsDisputed);
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

std::string painGuideDocument(const atlas::Atlas& atlas, const referral::Referral& referral) {
    std::string out = "# Pain guide: which trigger points refer where\n\n";
    out +=
        "Made by `myoatlas docs`; do not edit. The number is the trigger point's. The order is that of "
        "[matching.md](matching.md):\nhow much of the region a point's zone explains, times how usual a source the "
        "point is by the editors' reading.\n\n| region | primary zone | spillover |\n|---|---|---|\n";
    for (const atlas::Region& region : atlas.regions) {
        const std::array asked{leftOrMiddle(region)};
        const auto results = referral::locate(asked, referral, mostPerRegion);
        out += fmt::format("| {} | {} | {} |\n", region.name, pointNames(atlas, results, atlas::Tier::primary),
                           pointNames(atlas, results, atlas::Tier::spillover));
    }
    return out;
}

}  // namespace myo::report
