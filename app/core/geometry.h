// Geometry basics shared by all layers. Millimetres; +Y up, +Z anterior, +X the body's left.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include <glm/glm.hpp>

namespace myo {

using Triangle = std::array<std::uint32_t, 3>;

struct Ray {
    glm::vec3 origin{0.0F};
    glm::vec3 direction{0.0F, 0.0F, -1.0F};  ///< unit length
};

/// Axis-aligned box; empty until the first point is added.
struct Aabb {
    glm::vec3 low{std::numeric_limits<float>::max()};
    glm::vec3 high{std::numeric_limits<float>::lowest()};

    void add(const glm::vec3& point) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    }
    [[nodiscard]] bool empty() const { return low.x > high.x; }
    [[nodiscard]] glm::vec3 centre() const { return (low + high) * 0.5F; }
    [[nodiscard]] float radius() const { return empty() ? 0.0F : glm::length(high - low) * 0.5F; }

    friend bool operator==(const Aabb&, const Aabb&) = default;
};

/// The point mirrored across the midsagittal plane.
[[nodiscard]] inline glm::vec3 mirrored(const glm::vec3& p) {
    return {-p.x, p.y, p.z};
}

}  // namespace myo
