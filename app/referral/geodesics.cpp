#include "referral/geodesics.h"

#include "referral/geodesic_search.h"

namespace myo::referral {

Geodesics::Geodesics(const Topology& topology)
    : topology_(topology), pool_(std::make_unique<geodesic::ScratchPool>(topology.vertexCount())) {}

Geodesics::~Geodesics() = default;

std::vector<Reached> Geodesics::reach(std::span<const GeodesicSource> sources, float limit,
                                      std::span<const char> open) const {
    geodesic::Search search(topology_, *pool_, open);
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
        search.addSource(sources[i], i);
    }
    search.run(limit);
    return search.reached(limit);
}

std::optional<std::vector<WayPoint>> Geodesics::way(const SurfacePoint& from, const SurfacePoint& to) const {
    if (from.triangle == to.triangle) {
        return std::vector<WayPoint>{{from.position, from.triangle}, {to.position, to.triangle}};
    }
    geodesic::Search search(topology_, *pool_, {});
    search.aimAt(to);
    search.addSource({from, 0.0F}, 0);
    search.run(geodesic::infinity);
    if (!search.found()) {
        return std::nullopt;
    }
    return search.trace(from);
}

}  // namespace myo::referral
