#include "body/fibre_lookup.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace myo::body {

namespace {

float cross(const glm::vec2& a, const glm::vec2& b) {
    return a.x * b.y - a.y * b.x;
}

// A ring's last row joins its first: there the share along the fibre jumps from nearly 1 to 0.
void unwrap(std::array<glm::vec2, 3>& corners) {
    const float low = std::min({corners[0].y, corners[1].y, corners[2].y});
    const float high = std::max({corners[0].y, corners[1].y, corners[2].y});
    if (high - low > 0.5F) {
        for (glm::vec2& corner : corners) {
            corner.y += corner.y < 0.5F ? 1.0F : 0.0F;
        }
    }
}

// Weights of the corners at p, or nothing if p lies outside the triangle or the triangle has no area.
std::optional<glm::vec3> weightsAt(const std::array<glm::vec2, 3>& corners, const glm::vec2& p) {
    constexpr float tolerance = 1e-4F;
    const float area = cross(corners[1] - corners[0], corners[2] - corners[0]);
    if (std::abs(area) < 1e-9F) {
        return std::nullopt;
    }
    const float v = cross(p - corners[0], corners[2] - corners[0]) / area;
    const float w = cross(corners[1] - corners[0], p - corners[0]) / area;
    if (v < -tolerance || w < -tolerance || v + w > 1 + tolerance) {
        return std::nullopt;
    }
    return glm::vec3(1 - v - w, v, w);
}

}  // namespace

std::optional<glm::vec3> pointInMuscle(const Structure& muscle, int pieceIndex, float along, float across) {
    const Mesh& mesh = muscle.mesh;
    if (mesh.fibreCoordinates.empty() || pieceIndex < 0 || along < 0 || along > 1 || across < 0 || across > 1) {
        return std::nullopt;
    }
    const glm::vec2 wanted{static_cast<float>(pieceIndex) + 0.999F * across, along};
    // One face turns its fibre coordinates the other way round than the opposite one: keep a mean for each.
    std::array<glm::vec3, 2> sum{};
    std::array<int, 2> count{};
    for (const Triangle& t : mesh.triangles) {
        std::array<glm::vec2, 3> corners{mesh.fibreCoordinates[t[0]], mesh.fibreCoordinates[t[1]],
                                         mesh.fibreCoordinates[t[2]]};
        if (static_cast<int>(corners[0].x) != pieceIndex) {
            continue;
        }
        unwrap(corners);
        if (const std::optional<glm::vec3> weights = weightsAt(corners, wanted)) {
            const std::size_t face = cross(corners[1] - corners[0], corners[2] - corners[0]) > 0 ? 1 : 0;
            sum[face] += weights->x * mesh.positions[t[0]] + weights->y * mesh.positions[t[1]] +
                         weights->z * mesh.positions[t[2]];
            ++count[face];
        }
    }
    if (count[0] == 0 || count[1] == 0) {
        return std::nullopt;
    }
    return (sum[0] / static_cast<float>(count[0]) + sum[1] / static_cast<float>(count[1])) * 0.5F;
}

}  // namespace myo::body
