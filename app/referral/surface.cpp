#include "referral/surface.h"

#include <algorithm>
#include <cmath>

#include "body/ray_caster.h"
#include "referral/geodesics.h"
#include "referral/topology.h"

namespace myo::referral {

struct Surface::Impl {
    explicit Impl(const body::Mesh& skin) : topology(skin), geodesics(topology), caster(skin), normals(skin.normals) {
        vertexAreas.assign(topology.vertexCount(), 0.0F);
        for (std::uint32_t t = 0; t < topology.triangleCount(); ++t) {
            for (const std::uint32_t vertex : topology.triangles()[t]) {
                vertexAreas[vertex] += topology.area(t) / 3.0F;
            }
        }
    }

    Topology topology;
    Geodesics geodesics;
    body::RayCaster caster;
    std::vector<glm::vec3> normals;
    std::vector<float> vertexAreas;
};

namespace {

// Barycentric weights of a place in the plane of a triangle.
glm::vec3 weightsIn(const Topology& topology, std::uint32_t triangle, const glm::vec3& place) {
    const glm::vec3 a = topology.corner(triangle, 0);
    const glm::vec3 ab = topology.corner(triangle, 1) - a;
    const glm::vec3 ac = topology.corner(triangle, 2) - a;
    const glm::vec3 normal = glm::cross(ab, ac);
    const float square = glm::dot(normal, normal);
    if (square <= 0.0F) {
        return {1.0F, 0.0F, 0.0F};
    }
    const float v = glm::clamp(glm::dot(glm::cross(place - a, ac), normal) / square, 0.0F, 1.0F);
    const float w = glm::clamp(glm::dot(glm::cross(ab, place - a), normal) / square, 0.0F, 1.0F - v);
    return {1.0F - v - w, v, w};
}

SurfacePoint pointIn(const Topology& topology, std::uint32_t triangle, const glm::vec3& place) {
    return {triangle, weightsIn(topology, triangle, place), place};
}

// Cuts a way into equal stretches of at most `spacing`.
void sample(const Topology& topology, const std::vector<WayPoint>& way, float spacing, std::vector<SurfacePoint>& out) {
    float length = 0.0F;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        length += glm::distance(way[i].position, way[i + 1].position);
    }
    const auto count = static_cast<std::size_t>(std::max(1.0F, std::ceil(length / spacing)));
    const float step = length / static_cast<float>(count);
    float walked = 0.0F;
    std::size_t made = 1;
    for (std::size_t i = 0; i + 1 < way.size() && made < count; ++i) {
        const float stretch = glm::distance(way[i].position, way[i + 1].position);
        while (made < count && static_cast<float>(made) * step <= walked + stretch) {
            const float share = stretch > 0.0F ? (static_cast<float>(made) * step - walked) / stretch : 0.0F;
            out.push_back(pointIn(topology, way[i].triangle, glm::mix(way[i].position, way[i + 1].position, share)));
            ++made;
        }
        walked += stretch;
    }
}

}  // namespace

Surface::Surface(const body::Mesh& skin) : impl_(std::make_unique<Impl>(skin)) {}
Surface::~Surface() = default;
Surface::Surface(Surface&&) noexcept = default;
Surface& Surface::operator=(Surface&&) noexcept = default;

std::size_t Surface::vertexCount() const {
    return impl_->topology.vertexCount();
}

std::span<const float> Surface::vertexAreas() const {
    return impl_->vertexAreas;
}

const Topology& Surface::topology() const {
    return impl_->topology;
}

const Geodesics& Surface::geodesics() const {
    return impl_->geodesics;
}

std::optional<SurfacePoint> Surface::met(const glm::vec3& place, const glm::vec3& direction) const {
    const auto hit = impl_->caster.cast({place, direction});
    return hit ? std::optional(SurfacePoint{hit->triangle, hit->barycentric, hit->position}) : std::nullopt;
}

SurfacePoint Surface::snap(const glm::vec3& place) const {
    const auto nearest = impl_->caster.closestPoint(place);
    return nearest ? SurfacePoint{nearest->triangle, nearest->barycentric, nearest->position} : SurfacePoint{};
}

bool Surface::open(const glm::vec3& place, const glm::vec3& direction) const {
    return !impl_->caster.cast({place, direction});
}

glm::vec3 Surface::normal(const SurfacePoint& at) const {
    const Triangle& corners = impl_->topology.triangles()[at.triangle];
    glm::vec3 sum(0.0F);
    for (int k = 0; k < 3; ++k) {
        sum += impl_->normals[corners[static_cast<std::size_t>(k)]] * at.weights[k];
    }
    const float length = glm::length(sum);
    return length > 0.0F ? sum / length : glm::vec3(0.0F, 1.0F, 0.0F);
}

std::vector<SurfacePoint> Surface::path(std::span<const SurfacePoint> through, float spacingMm) const {
    std::vector<SurfacePoint> out;
    for (std::size_t i = 0; i < through.size(); ++i) {
        out.push_back(through[i]);
        if (i + 1 < through.size()) {
            if (const auto way = impl_->geodesics.way(through[i], through[i + 1])) {
                sample(impl_->topology, *way, spacingMm, out);
            }
        }
    }
    return out;
}

body::Footprint Surface::airbrush(std::span<const BrushPoint> points, float softnessMm) const {
    std::vector<GeodesicSource> sources;
    sources.reserve(points.size());
    for (const BrushPoint& point : points) {
        sources.push_back({point.at, point.radiusMm});
    }
    body::Footprint footprint;
    for (const Reached& reached : impl_->geodesics.reach(sources, 0.5F * softnessMm)) {
        const float strength = std::clamp(0.5F - reached.value / softnessMm, 0.0F, 1.0F);
        if (strength > 0.0F) {
            footprint.vertices.push_back(reached.vertex);
            footprint.strengths.push_back(strength);
        }
    }
    return footprint;
}

}  // namespace myo::referral
