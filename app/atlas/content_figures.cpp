#include "atlas/content_figures.h"

#include <algorithm>

#include "atlas/evidence_status.h"

namespace myo::atlas {

void VerificationCount::add(Verification verification) {
    switch (verification) {
        case Verification::verified:
            ++verified;
            break;
        case Verification::unverified:
            ++unverified;
            break;
        case Verification::disputed:
            ++disputed;
            break;
    }
}

namespace {

void count(const TriggerPoint& point, ContentFigures& figures) {
    ++figures.points;
    for (const Zone& zone : point.zones) {
        ++(zone.tier == Tier::primary ? figures.primaryZones : figures.spilloverZones);
    }
    figures.studyFrequencies += point.frequencies.size();
    const auto any = [&](Verification wanted) {
        return std::any_of(point.citations.begin(), point.citations.end(),
                           [&](const CitationRef& citation) { return citation.verification == wanted; });
    };
    const bool verified = any(Verification::verified);
    figures.pointsOnOneSource += evidenceStatus(point) == EvidenceStatus::oneSource ? 1 : 0;
    figures.pointsUnconfirmed += evidenceStatus(point) == EvidenceStatus::unconfirmed ? 1 : 0;
    figures.pointsVerified += verified ? 1 : 0;
    figures.pointsDisputed += any(Verification::disputed) ? 1 : 0;
    figures.pointsWithTwoSources += verified && point.citations.size() >= 2 ? 1 : 0;
    for (const CitationRef& citation : point.citations) {
        figures.pointCitations.add(citation.verification);
    }
}

}  // namespace

ContentFigures countContent(const Atlas& atlas) {
    ContentFigures figures;
    figures.muscles = atlas.muscles.size();
    figures.regions = atlas.regions.size();
    figures.sources = atlas.citations.size();
    figures.scenarios = atlas.scenarios.size();
    for (const Muscle& muscle : atlas.muscles) {
        figures.musclesWithFma += muscle.fma.empty() ? 0 : 1;
        figures.musclesWithTa2 += muscle.ta2.empty() ? 0 : 1;
        for (const CitationRef& citation : muscle.citations) {
            figures.muscleCitations.add(citation.verification);
        }
        for (const TriggerPoint& point : muscle.points) {
            count(point, figures);
        }
    }
    for (const Citation& citation : atlas.citations) {
        figures.bibliography.add(citation.verification);
    }
    return figures;
}

}  // namespace myo::atlas
