// The skin as a surface to walk on: snapping, distances along it, strokes and dabs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "body/body.h"
#include "body/footprint.h"
#include "core/geometry.h"

namespace myo::referral {

class Geodesics;
class Topology;

/// A point on the skin: a triangle and barycentric weights of its corners (sum 1).
struct SurfacePoint {
    std::uint32_t triangle = 0;
    glm::vec3 weights{1.0F, 0.0F, 0.0F};
    glm::vec3 position{0.0F};  ///< mm
};

/// One brush sample: a place and the radius there.
struct BrushPoint {
    SurfacePoint at;
    float radiusMm = 0.0F;
};

/// Adjacency and areas of one skin. Immutable after construction; queries are const and may run on several threads.
class Surface {
public:
    explicit Surface(const body::Mesh& skin);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;
    Surface(Surface&&) noexcept;
    Surface& operator=(Surface&&) noexcept;

    [[nodiscard]] std::size_t vertexCount() const;
    /// A third of the area of the triangles around each vertex, mm^2.
    [[nodiscard]] std::span<const float> vertexAreas() const;
    /// The nearest point of the skin to a place in space.
    [[nodiscard]] SurfacePoint snap(const glm::vec3& place) const;
    /// The first skin on the way from a place in a direction; nothing if there is none.
    [[nodiscard]] std::optional<SurfacePoint> met(const glm::vec3& place, const glm::vec3& direction) const;
    /// Outward unit normal there.
    [[nodiscard]] glm::vec3 normal(const SurfacePoint& at) const;
    /// True if a ray from a place just outside the skin meets no skin: an eye far away in that direction sees the
    /// place.
    [[nodiscard]] bool open(const glm::vec3& place, const glm::vec3& direction) const;
    /// Points at most `spacingMm` apart on a shortest way along the skin through the given ones (these included). Where
    /// two of them are not connected, nothing lies between them.
    [[nodiscard]] std::vector<SurfacePoint> path(std::span<const SurfacePoint> through, float spacingMm) const;
    /// The patch within the brush points' radii, measured along the skin. `softnessMm`: width of the edge over which
    /// strength falls from 1 to 0 (0.5 at the radius).
    /// \pre softnessMm > 0.
    [[nodiscard]] body::Footprint airbrush(std::span<const BrushPoint> points, float softnessMm) const;

    /// The mesh's neighbourhoods and exact distances, for those who need more than a brush. They live as long as this.
    [[nodiscard]] const Topology& topology() const;
    [[nodiscard]] const Geodesics& geodesics() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace myo::referral
