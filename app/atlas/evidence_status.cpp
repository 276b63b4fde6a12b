#include "atlas/evidence_status.h"

#include <algorithm>
#include <set>

namespace myo::atlas {

EvidenceStatus evidenceStatus(const TriggerPoint& point) {
    const auto any = [&](Verification wanted) {
        return std::any_of(point.citations.begin(), point.citations.end(),
                           [&](const CitationRef& citation) { return citation.verification == wanted; });
    };
    if (any(Verification::disputed)) {
        return EvidenceStatus::disputed;
    }
    if (!any(Verification::verified)) {
        return EvidenceStatus::unconfirmed;
    }
    std::set<CitationId> sources;
    for (const CitationRef& citation : point.citations) {
        sources.insert(citation.source);
    }
    return sources.size() < 2 ? EvidenceStatus::oneSource : EvidenceStatus::confirmed;
}

std::string_view evidenceStatusId(EvidenceStatus standing) {
    switch (standing) {
        case EvidenceStatus::confirmed:
            return "confirmed";
        case EvidenceStatus::oneSource:
            return "one_source";
        case EvidenceStatus::unconfirmed:
            return "unconfirmed";
        case EvidenceStatus::disputed:
            break;
    }
    return "disputed";
}

}  // namespace myo::atlas
