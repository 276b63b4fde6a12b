#include "body/ray_caster.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <stdexcept>

#include <embree3/rtcore.h>

namespace myo::body {

namespace {

struct DeviceDeleter {
    void operator()(RTCDevice device) const { rtcReleaseDevice(device); }
};
struct SceneDeleter {
    void operator()(RTCScene scene) const { rtcReleaseScene(scene); }
};

struct Surface {
    std::size_t structure = 0;
    std::vector<glm::vec3> positions;
    std::vector<Triangle> triangles;
    bool visible = true;

    [[nodiscard]] std::array<glm::vec3, 3> corners(std::uint32_t triangle) const {
        const Triangle& t = triangles[triangle];
        return {positions[t[0]], positions[t[1]], positions[t[2]]};
    }
    [[nodiscard]] glm::vec3 normal(std::uint32_t triangle) const {
        const auto [a, b, c] = corners(triangle);
        const glm::vec3 area = glm::cross(b - a, c - a);
        const float length = glm::length(area);
        return length > 0.0F ? area / length : glm::vec3(0.0F, 1.0F, 0.0F);
    }
};

// A ray query: the first visible hit, or a count of all crossings.
struct RayContext {
    RTCIntersectContext embree{};  // first, so that Embree hands back a pointer to the whole
    bool counting = false;
    int depth = 0;  // surfaces left minus surfaces entered: above 0 the ray began inside
};

void filterHit(const RTCFilterFunctionNArguments* arguments) {
    const auto* surface = static_cast<const Surface*>(arguments->geometryUserPtr);
    auto* context = reinterpret_cast<RayContext*>(arguments->context);
    if (!surface->visible) {
        arguments->valid[0] = 0;
        return;
    }
    if (context->counting) {
        const auto* ray = reinterpret_cast<const RTCRay*>(arguments->ray);
        const auto* hit = reinterpret_cast<const RTCHit*>(arguments->hit);
        const glm::vec3 direction{ray->dir_x, ray->dir_y, ray->dir_z};
        context->depth += glm::dot(surface->normal(hit->primID), direction) > 0.0F ? 1 : -1;
        arguments->valid[0] = 0;  // go on to the next surface
    }
}

// Weights of the corners of the point of a triangle nearest to p (Ericson, Real-Time Collision Detection, 5.1.5).
glm::vec3 nearestWeights(const std::array<glm::vec3, 3>& corners, const glm::vec3& p) {
    const auto& [a, b, c] = corners;
    const glm::vec3 ab = b - a;
    const glm::vec3 ac = c - a;
    const float d1 = glm::dot(ab, p - a);
    const float d2 = glm::dot(ac, p - a);
    const float d3 = glm::dot(ab, p - b);
    const float d4 = glm::dot(ac, p - b);
    const float d5 = glm::dot(ab, p - c);
    const float d6 = glm::dot(ac, p - c);
    if (d1 <= 0 && d2 <= 0) {
        return {1, 0, 0};
    }
    if (d3 >= 0 && d4 <= d3) {
        return {0, 1, 0};
    }
    if (d6 >= 0 && d5 <= d6) {
        return {0, 0, 1};
    }
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) {
        const float v = d1 / (d1 - d3);
        return {1 - v, v, 0};
    }
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) {
        const float w = d2 / (d2 - d6);
        return {1 - w, 0, w};
    }
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return {0, 1 - w, w};
    }
    const float sum = va + vb + vc;
    return sum > 0 ? glm::vec3(va, vb, vc) / sum : glm::vec3(1, 0, 0);
}

struct NearestSearch {
    const std::vector<std::unique_ptr<Surface>>* surfaces = nullptr;
    std::optional<NearestPoint> best;
};

bool visitTriangle(RTCPointQueryFunctionArguments* arguments) {
    auto* search = static_cast<NearestSearch*>(arguments->userPtr);
    const Surface& surface = *(*search->surfaces)[arguments->geomID];
    if (!surface.visible) {
        return false;
    }
    const RTCPointQuery& query = *arguments->query;
    const glm::vec3 place{query.x, query.y, query.z};
    const std::array<glm::vec3, 3> corners = surface.corners(arguments->primID);
    const glm::vec3 weights = nearestWeights(corners, place);
    const glm::vec3 point = weights.x * corners[0] + weights.y * corners[1] + weights.z * corners[2];
    const float distance = glm::distance(point, place);
    if (distance > query.radius || (search->best && distance >= search->best->distance)) {
        return false;
    }
    search->best = {surface.structure, arguments->primID, weights, point, surface.normal(arguments->primID), distance};
    arguments->query->radius = distance;
    return true;
}

RTCRay embreeRay(const Ray& ray) {
    RTCRay result{};
    result.org_x = ray.origin.x;
    result.org_y = ray.origin.y;
    result.org_z = ray.origin.z;
    result.dir_x = ray.direction.x;
    result.dir_y = ray.direction.y;
    result.dir_z = ray.direction.z;
    result.tfar = std::numeric_limits<float>::infinity();
    result.mask = std::numeric_limits<unsigned>::max();
    return result;
}

}  // namespace

struct RayCaster::Scene {
    std::unique_ptr<RTCDeviceTy, DeviceDeleter> device{rtcNewDevice(nullptr)};
    std::unique_ptr<RTCSceneTy, SceneDeleter> scene;
    std::vector<std::unique_ptr<Surface>> surfaces;  // by Embree geometry id; their addresses are Embree's user data

    Scene() {
        if (!device) {
            throw std::runtime_error("Embree cannot start on this machine");
        }
        scene.reset(rtcNewScene(device.get()));
        rtcSetSceneFlags(scene.get(), RTC_SCENE_FLAG_ROBUST);
    }

    void add(std::size_t structure, const Mesh& mesh) {
        if (mesh.triangles.empty()) {
            return;
        }
        surfaces.push_back(std::make_unique<Surface>(Surface{structure, mesh.positions, mesh.triangles, true}));
        RTCGeometry geometry = rtcNewGeometry(device.get(), RTC_GEOMETRY_TYPE_TRIANGLE);
        // Embree pads the buffers that it allocates itself, which a std::vector does not.
        void* vertices = rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3,
                                                 sizeof(glm::vec3), mesh.positions.size());
        void* indices = rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, sizeof(Triangle),
                                                mesh.triangles.size());
        if (vertices == nullptr || indices == nullptr) {
            rtcReleaseGeometry(geometry);
            throw std::runtime_error("Embree has no memory for the body");
        }
        std::memcpy(vertices, mesh.positions.data(), mesh.positions.size() * sizeof(glm::vec3));
        std::memcpy(indices, mesh.triangles.data(), mesh.triangles.size() * sizeof(Triangle));
        rtcSetGeometryUserData(geometry, surfaces.back().get());
        rtcSetGeometryIntersectFilterFunction(geometry, filterHit);
        rtcCommitGeometry(geometry);
        rtcAttachGeometryByID(scene.get(), geometry, static_cast<unsigned>(surfaces.size() - 1));
        rtcReleaseGeometry(geometry);
    }
};

RayCaster::RayCaster(const Mesh& mesh) : scene_(std::make_unique<Scene>()) {
    scene_->add(0, mesh);
    rtcCommitScene(scene_->scene.get());
}

RayCaster::RayCaster(const std::vector<Structure>& structures) : scene_(std::make_unique<Scene>()) {
    for (std::size_t i = 0; i < structures.size(); ++i) {
        if (!structures[i].alias()) {
            scene_->add(i, structures[i].mesh);
        }
    }
    rtcCommitScene(scene_->scene.get());
}

RayCaster::~RayCaster() = default;
RayCaster::RayCaster(RayCaster&&) noexcept = default;
RayCaster& RayCaster::operator=(RayCaster&&) noexcept = default;

void RayCaster::setVisible(std::size_t structure, bool visible) {
    for (const std::unique_ptr<Surface>& surface : scene_->surfaces) {
        if (surface->structure == structure) {
            surface->visible = visible;
        }
    }
}

std::optional<Hit> RayCaster::cast(const Ray& ray) const {
    RTCRayHit query{embreeRay(ray), {}};
    query.hit.geomID = RTC_INVALID_GEOMETRY_ID;
    RayContext context;
    rtcInitIntersectContext(&context.embree);
    rtcIntersect1(scene_->scene.get(), &context.embree, &query);
    if (query.hit.geomID == RTC_INVALID_GEOMETRY_ID) {
        return std::nullopt;
    }
    const Surface& surface = *scene_->surfaces[query.hit.geomID];
    const float u = query.hit.u;
    const float v = query.hit.v;
    return Hit{surface.structure,
               query.hit.primID,
               {1.0F - u - v, u, v},
               query.ray.tfar,
               ray.origin + ray.direction * query.ray.tfar,
               surface.normal(query.hit.primID)};
}

std::optional<NearestPoint> RayCaster::closestPoint(const glm::vec3& place, float reach) const {
    RTCPointQuery query{};
    query.x = place.x;
    query.y = place.y;
    query.z = place.z;
    query.radius = reach;
    RTCPointQueryContext context;
    rtcInitPointQueryContext(&context);
    NearestSearch search{&scene_->surfaces, std::nullopt};
    rtcPointQuery(scene_->scene.get(), &query, &context, visitTriangle, &search);
    return search.best;
}

bool RayCaster::contains(const glm::vec3& place) const {
    // A ray may graze an edge: the majority of three decides.
    const std::array<glm::vec3, 3> directions{glm::vec3(0.8117F, 0.4871F, 0.3219F),
                                              glm::vec3(-0.3541F, 0.2713F, -0.8949F),
                                              glm::vec3(-0.2207F, -0.7793F, 0.5865F)};
    int votes = 0;
    for (const glm::vec3& direction : directions) {
        RTCRayHit query{embreeRay({place, glm::normalize(direction)}), {}};
        query.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        RayContext context;
        context.counting = true;
        rtcInitIntersectContext(&context.embree);
        rtcIntersect1(scene_->scene.get(), &context.embree, &query);
        votes += context.depth > 0 ? 1 : 0;
    }
    return votes >= 2;
}

}  // namespace myo::body
