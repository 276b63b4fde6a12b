#include "atlas/standing.h"

#include <algorithm>
#include <set>

namespace myo::atlas {

Standing standing(const TriggerPoint& point) {
    const auto any = [&](Verification wanted) {
        return std::any_of(point.citations.begin(), point.citations.end(),
                           [&](const CitationRef& citation) { return citation.verification == wanted; });
    };
    if (any(Verification::disputed)) {
        return Standing::disputed;
    }
    if (!any(Verification::verified)) {
        return Standing::unconfirmed;
    }
    std::set<CitationId> sources;
    for (const CitationRef& citation : point.citations) {
        sources.insert(citation.source);
    }
    return sources.size() < 2 ? Standing::oneSource : Standing::confirmed;
}

std::string_view standingId(Standing standing) {
    switch (standing) {
        case Standing::confirmed:
            return "confirmed";
        case Standing::oneSource:
            return "one_source";
        case Standing::unconfirmed:
            return "unconfirmed";
        case Standing::disputed:
            break;
    }
    return "disputed";
}

std::string_view standingWords(Standing standing) {
    switch (standing) {
        case Standing::confirmed:
            return "Two or more sources describe this pattern; at least one is confirmed.";
        case Standing::oneSource:
            return "Only one source stands behind this pattern; it is confirmed.";
        case Standing::unconfirmed:
            return "Unverified: no source could be confirmed for this pattern.";
        case Standing::disputed:
            break;
    }
    return "Disputed: sources disagree about this pattern.";
}

}  // namespace myo::atlas
