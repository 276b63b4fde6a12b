// Exact distances and shortest ways along a triangle mesh.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "referral/surface.h"
#include "referral/topology.h"

namespace myo::referral {

namespace geodesic {
class ScratchPool;
}

/// One place from which distance is measured, with a head start.
struct GeodesicSource {
    SurfacePoint at;
    float headStart = 0.0F;  ///< mm; subtracted from all distances to this place
};

/// A vertex that was reached.
struct Reached {
    std::uint32_t vertex = 0;
    float value = 0.0F;        ///< distance along the surface minus the source's head start, mm
    std::uint32_t source = 0;  ///< index of the source with the smallest value
};

/// A corner of a shortest way: where it crosses an edge. The stretch to the next corner lies in `triangle`.
struct WayPoint {
    glm::vec3 position{0.0F};
    std::uint32_t triangle = 0;
};

/// Hand-written because no library serves: CGAL's exact shortest paths grow a tree over the whole mesh, without head
/// starts, a limit on the distance or triangles that may not be entered; the heat method (geometry-central, libigl) is
/// approximate and smears the rims of small zones.
///
/// Distances by propagating windows: the part of an edge that one (possibly unfolded) source sees through a strip of
/// unfolded triangles, after Chen and Han (1990) with the window filter of Xin and Wang (2009). Exact on the mesh, but
/// for surfaces that fold into themselves: where windows become too many, the rest is measured along edges.
/// Queries are const and may run on several threads; memory used by one query is proportional to what it touches.
class Geodesics {
public:
    explicit Geodesics(const Topology& topology);
    ~Geodesics();
    Geodesics(const Geodesics&) = delete;
    Geodesics& operator=(const Geodesics&) = delete;
    Geodesics(Geodesics&&) = delete;
    Geodesics& operator=(Geodesics&&) = delete;

    /// Every vertex whose value is at most `limit`, ascending by vertex.
    /// \param open tells of each triangle whether it may be entered; empty = all.
    [[nodiscard]] std::vector<Reached> reach(std::span<const GeodesicSource> sources, float limit,
                                             std::span<const char> open = {}) const;

    /// The corners of the shortest way from one place to another, both included; nothing if there is no way.
    [[nodiscard]] std::optional<std::vector<WayPoint>> way(const SurfacePoint& from, const SurfacePoint& to) const;

private:
    const Topology& topology_;
    std::unique_ptr<geodesic::ScratchPool> pool_;
};

}  // namespace myo::referral
