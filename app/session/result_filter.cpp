#include "session/result_filter.h"

#include <algorithm>

namespace myo::session {

namespace {

bool confirmedPoint(const atlas::TriggerPoint& point) {
    return std::any_of(point.citations.begin(), point.citations.end(), [](const atlas::CitationRef& citation) {
        return citation.verification == atlas::Verification::verified;
    });
}

DepthChoice depthOfLayer(int layer) {
    if (layer <= 1) {
        return DepthChoice::superficial;
    }
    return layer == 2 ? DepthChoice::intermediate : DepthChoice::deep;
}

bool liesAt(DepthChoice depth, const MuscleId& muscle, const body::Body* body) {
    if (depth == DepthChoice::any || body == nullptr) {
        return true;
    }
    for (const BodySide side : {BodySide::left, BodySide::mid}) {
        if (const body::Structure* structure = body->find(muscle.value, side)) {
            return depthOfLayer(structure->depthLayer) == depth;
        }
    }
    return true;
}

}  // namespace

bool passes(const ResultFilter& filter, const atlas::Muscle& muscle, const body::Body* body) {
    return (!filter.bodyPart || muscle.bodyPart == filter.bodyPart) &&
           (!filter.selfTreatable || muscle.selfCare.pressureAllowed) &&
           (!filter.confirmed || std::any_of(muscle.points.begin(), muscle.points.end(), confirmedPoint)) &&
           liesAt(filter.depth, muscle.id, body);
}

}  // namespace myo::session
