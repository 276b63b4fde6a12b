// Rays, nearest points and containment on the body's surfaces.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "body/body.h"

namespace myo::body {

/// Where a ray meets a surface.
struct Hit {
    std::size_t structure = 0;  ///< index into the structures that the caster was made from
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{0.0F};  ///< weights of the triangle's three corners
    float t = 0.0F;               ///< distance from the ray's origin, millimetres
    glm::vec3 position{0.0F};
    glm::vec3 normal{0.0F};  ///< of the triangle, unit length, outward
};

/// The surface point nearest to a place.
struct NearestPoint {
    std::size_t structure = 0;
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{0.0F};
    glm::vec3 position{0.0F};
    glm::vec3 normal{0.0F};  ///< of the triangle, unit length, outward
    float distance = 0.0F;
};

/// Ray casting against a copy of the surfaces (the meshes may go). Queries may run on several threads at once, but not
/// while setVisible runs. \throw std::runtime_error from the constructors if Embree cannot start.
class RayCaster {
public:
    /// One surface, structure index 0.
    explicit RayCaster(const Mesh& mesh);
    /// Every structure except aliases, whose members stand for them; indices are those of `structures`.
    explicit RayCaster(const std::vector<Structure>& structures);
    ~RayCaster();
    RayCaster(RayCaster&&) noexcept;
    RayCaster& operator=(RayCaster&&) noexcept;
    RayCaster(const RayCaster&) = delete;
    RayCaster& operator=(const RayCaster&) = delete;

    /// Hidden structures are passed through by all queries. All are visible at first; an alias has no effect.
    void setVisible(std::size_t structure, bool visible);

    /// The first visible surface along the ray, seen from either side.
    [[nodiscard]] std::optional<Hit> cast(const Ray& ray) const;

    /// The nearest point on a visible surface; nothing if there is none within `reach` millimetres.
    [[nodiscard]] std::optional<NearestPoint> closestPoint(const glm::vec3& place, float reach = 1e6F) const;

    /// True if the place is inside at least one visible closed surface; overlapping pieces do not cancel out.
    [[nodiscard]] bool contains(const glm::vec3& place) const;

private:
    struct Scene;
    std::unique_ptr<Scene> scene_;
};

}  // namespace myo::body
