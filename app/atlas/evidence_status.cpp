#include "atlas/evidence_status.h"

#include <algorithm>
#include <set>

#include "atlas/known_keys.h"

namespace myo::atlas {

EvidenceStatus evidenceStatus(const TriggerPoint& point) {
    const auto any = [&](const auto& wanted) {
        return std::any_of(point.citations.begin(), point.citations.end(), wanted);
    };
    if (any([](const CitationRef& ref) { return ref.verification == Verification::disputed; })) {
        return EvidenceStatus::disputed;
    }
    if (point.basis == PatternBasis::analogy) {
        return EvidenceStatus::noSource;
    }
    const auto verified = [](const CitationRef& ref) { return ref.verification == Verification::verified; };
    if (!any(verified)) {
        return EvidenceStatus::unconfirmed;
    }
    std::set<CitationId> sources;
    for (const CitationRef& citation : point.citations) {
        sources.insert(citation.source);
    }
    if (sources.size() < 2) {
        return EvidenceStatus::oneSource;
    }
    const auto seenItself = [&](const CitationRef& ref) {
        return verified(ref) && (ref.seenIn == SeenIn::work || ref.seenIn == SeenIn::study);
    };
    return any(seenItself) ? EvidenceStatus::confirmed : EvidenceStatus::afterManual;
}

std::string_view evidenceStatusId(EvidenceStatus standing) {
    switch (standing) {
        case EvidenceStatus::confirmed:
            return "confirmed";
        case EvidenceStatus::afterManual:
            return "after_manual";
        case EvidenceStatus::oneSource:
            return "one_source";
        case EvidenceStatus::unconfirmed:
            return "unconfirmed";
        case EvidenceStatus::noSource:
            return "no_source";
        case EvidenceStatus::disputed:
            break;
    }
    return "disputed";
}

std::string_view seenInId(SeenIn seen) {
    return seen == SeenIn::nowhere ? std::string_view() : wordOf(seenInWords, seen);
}

std::string_view measureId(Measure measure) {
    return wordOf(measureWords, measure);
}

}  // namespace myo::atlas
