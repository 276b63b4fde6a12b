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

void count(const std::vector<StudyFrequency>& measured, ContentFigures& figures) {
    figures.studyFrequencies += measured.size();
    for (const StudyFrequency& one : measured) {
        ++(one.measure == Measure::feltThere ? figures.feltThere
           : one.measure == Measure::refers  ? figures.refers
                                             : figures.found);
    }
}

void countSeen(const CitationRef& citation, ContentFigures& figures) {
    if (citation.verification != Verification::verified) {
        return;
    }
    figures.seenInWork += citation.seenIn == SeenIn::work ? 1 : 0;
    figures.seenInStudy += citation.seenIn == SeenIn::study ? 1 : 0;
    figures.seenInSummaries += citation.seenIn == SeenIn::summaries ? 1 : 0;
}

void count(const TriggerPoint& point, ContentFigures& figures) {
    ++figures.points;
    for (const Zone& zone : point.zones) {
        ++(zone.tier == Tier::primary ? figures.primaryZones : figures.spilloverZones);
    }
    count(point.frequencies, figures);
    const auto any = [&](Verification wanted) {
        return std::any_of(point.citations.begin(), point.citations.end(),
                           [&](const CitationRef& citation) { return citation.verification == wanted; });
    };
    const bool verified = any(Verification::verified);
    const EvidenceStatus status = evidenceStatus(point);
    figures.pointsConfirmed += status == EvidenceStatus::confirmed ? 1 : 0;
    figures.pointsAfterManual += status == EvidenceStatus::afterManual ? 1 : 0;
    figures.pointsOnOneSource += status == EvidenceStatus::oneSource ? 1 : 0;
    figures.pointsUnconfirmed += status == EvidenceStatus::unconfirmed ? 1 : 0;
    figures.pointsWithoutSource += status == EvidenceStatus::noSource ? 1 : 0;
    figures.pointsVerified += verified ? 1 : 0;
    figures.pointsDisputed += any(Verification::disputed) ? 1 : 0;
    figures.pointsWithTwoSources += verified && point.citations.size() >= 2 ? 1 : 0;
    for (const CitationRef& citation : point.citations) {
        figures.pointCitations.add(citation.verification);
        countSeen(citation, figures);
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
        count(muscle.frequencies, figures);
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
