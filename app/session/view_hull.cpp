#include "session/view_hull.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/gtc/constants.hpp>

namespace myo::session {

namespace {

constexpr int directionCount = 200;
constexpr float clearanceMm = 40.0F;  // beyond the hull; more than the near plane is away at that distance

// Evenly spread over the sphere along a golden spiral.
glm::vec3 direction(int index) {
    const float height = 1.0F - 2.0F * (static_cast<float>(index) + 0.5F) / static_cast<float>(directionCount);
    const float radius = std::sqrt(std::max(0.0F, 1.0F - height * height));
    const float turn = static_cast<float>(index) * glm::pi<float>() * (3.0F - std::sqrt(5.0F));
    return {radius * std::cos(turn), height, radius * std::sin(turn)};
}

}  // namespace

ViewHull::ViewHull(const body::Mesh& skin) {
    if (skin.positions.empty()) {
        return;
    }
    for (int i = 0; i < directionCount; ++i) {
        const glm::vec3 normal = direction(i);
        float farthest = std::numeric_limits<float>::lowest();
        for (const glm::vec3& place : skin.positions) {
            farthest = std::max(farthest, glm::dot(normal, place));
        }
        planes_.push_back({normal, farthest});
    }
}

float ViewHull::exit(const glm::vec3& place, const glm::vec3& direction) const {
    if (planes_.empty()) {
        return 0.0F;
    }
    // The ray is inside from where it has entered all half spaces to where it leaves the first one.
    float entered = 0.0F;
    float left = std::numeric_limits<float>::max();
    for (const Plane& plane : planes_) {
        const float outside = glm::dot(plane.normal, place) - plane.offset;
        const float outward = glm::dot(plane.normal, direction);
        if (outward > 1e-6F) {
            left = std::min(left, -outside / outward);
        } else if (outward < -1e-6F) {
            entered = std::max(entered, -outside / outward);
        } else if (outside > 0.0F) {
            return 0.0F;
        }
    }
    return left > entered ? left : 0.0F;
}

Camera keptOutside(Camera camera, const ViewHull& hull) {
    const float exit = hull.exit(camera.target, axes(camera).toEye);
    if (exit > 0.0F) {
        camera.distanceMm = std::max(camera.distanceMm, exit + clearanceMm);
    }
    return camera;
}

}  // namespace myo::session
