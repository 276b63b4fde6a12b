#include "session/result_filter.h"

namespace myo::session {

namespace {

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
    return search::passes(filter, muscle) && liesAt(filter.depth, muscle.id, body);
}

}  // namespace myo::session
