#include "session/camera.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>
#include <glm/gtc/matrix_transform.hpp>

namespace myo::session {

namespace {

constexpr float nearestMm = 120.0F;
constexpr float farthestMm = 9000.0F;
constexpr float steepest = glm::half_pi<float>();

glm::vec2 usable(const glm::ivec2& sizePx) {
    return glm::max(glm::vec2(sizePx), glm::vec2(1.0F));
}

// Places in front of the picture's middle, in units of the target plane.
glm::vec2 offsetFromMiddle(const glm::vec2& px, const glm::ivec2& sizePx) {
    const glm::vec2 middle = usable(sizePx) * 0.5F;
    return {px.x - middle.x, middle.y - px.y};
}

glm::vec3 within(const glm::vec3& place, const Aabb& limits) {
    return limits.empty() ? place : glm::clamp(place, limits.low, limits.high);
}

}  // namespace

CameraAxes axes(const Camera& camera) {
    const float cy = std::cos(camera.yaw);
    const float sy = std::sin(camera.yaw);
    const float cp = std::cos(camera.pitch);
    const float sp = std::sin(camera.pitch);
    CameraAxes out{};
    out.right = {cy, 0.0F, -sy};
    out.toEye = {cp * sy, sp, cp * cy};
    out.up = glm::cross(out.toEye, out.right);
    return out;
}

glm::vec3 eye(const Camera& camera) {
    return camera.target + axes(camera).toEye * camera.distanceMm;
}

float mmPerPixel(const Camera& camera, const glm::ivec2& sizePx) {
    return 2.0F * camera.distanceMm * std::tan(lensRadians * 0.5F) / usable(sizePx).y;
}

render::View viewOf(const Camera& camera, const glm::ivec2& sizePx) {
    const CameraAxes frame = axes(camera);
    const glm::vec2 size = usable(sizePx);
    // The whole body stays between the planes wherever the camera stands; a tight ratio keeps the depth precise.
    const float nearPlane = std::max(camera.distanceMm - 2500.0F, camera.distanceMm * 0.05F);
    const float farPlane = camera.distanceMm + 2500.0F;
    return {glm::lookAt(eye(camera), camera.target, frame.up),
            glm::perspective(lensRadians, size.x / size.y, nearPlane, farPlane)};
}

std::optional<ScreenPoint> project(const Camera& camera, const glm::ivec2& sizePx, const glm::vec3& place) {
    const CameraAxes frame = axes(camera);
    const glm::vec3 fromEye = place - eye(camera);
    const float depth = -glm::dot(fromEye, frame.toEye);
    if (depth <= 1.0F) {
        return std::nullopt;
    }
    const float pxPerMm = camera.distanceMm / (mmPerPixel(camera, sizePx) * depth);
    const glm::vec2 middle = usable(sizePx) * 0.5F;
    return ScreenPoint{{middle.x + glm::dot(fromEye, frame.right) * pxPerMm,  //
                        middle.y - glm::dot(fromEye, frame.up) * pxPerMm},
                       depth};
}

Ray rayThrough(const Camera& camera, const glm::ivec2& sizePx, const glm::vec2& px) {
    const CameraAxes frame = axes(camera);
    const glm::vec2 offset = offsetFromMiddle(px, sizePx) * mmPerPixel(camera, sizePx);
    const glm::vec3 through = camera.target + frame.right * offset.x + frame.up * offset.y;
    const glm::vec3 from = eye(camera);
    return {from, glm::normalize(through - from)};
}

Camera orbited(Camera camera, const glm::vec2& dragPx, const glm::ivec2& sizePx) {
    const float perPixel = glm::pi<float>() / usable(sizePx).y;
    camera.yaw = std::remainder(camera.yaw - dragPx.x * perPixel, glm::two_pi<float>());
    camera.pitch = std::clamp(camera.pitch + dragPx.y * perPixel, -steepest, steepest);
    return camera;
}

Camera panned(Camera camera, const glm::vec2& dragPx, const glm::ivec2& sizePx, const Aabb& limits) {
    const CameraAxes frame = axes(camera);
    const float scale = mmPerPixel(camera, sizePx);
    camera.target = within(camera.target + (frame.up * dragPx.y - frame.right * dragPx.x) * scale, limits);
    return camera;
}

Camera zoomed(Camera camera, float steps, const glm::vec2& cursorPx, const glm::ivec2& sizePx, const Aabb& limits) {
    const float wanted = std::clamp(camera.distanceMm * std::pow(0.87F, steps), nearestMm, farthestMm);
    const float factor = wanted / camera.distanceMm;
    const CameraAxes frame = axes(camera);
    const glm::vec2 offset = offsetFromMiddle(cursorPx, sizePx) * mmPerPixel(camera, sizePx) * (1.0F - factor);
    camera.target = within(camera.target + frame.right * offset.x + frame.up * offset.y, limits);
    camera.distanceMm = wanted;
    return camera;
}

Camera along(const Flight& flight, double nowSeconds) {
    if (finished(flight, nowSeconds)) {
        return flight.to;
    }
    const double share = std::clamp((nowSeconds - flight.startSeconds) / Flight::durationSeconds, 0.0, 1.0);
    const auto t = static_cast<float>(share * share * (3.0 - 2.0 * share));
    Camera out;
    out.target = glm::mix(flight.from.target, flight.to.target, t);
    out.yaw = flight.from.yaw + std::remainder(flight.to.yaw - flight.from.yaw, glm::two_pi<float>()) * t;
    out.pitch = glm::mix(flight.from.pitch, flight.to.pitch, t);
    // Even steps of magnification look steady, even steps of distance do not.
    out.distanceMm = std::exp(glm::mix(std::log(flight.from.distanceMm), std::log(flight.to.distanceMm), t));
    return out;
}

bool finished(const Flight& flight, double nowSeconds) {
    return nowSeconds >= flight.startSeconds + Flight::durationSeconds;
}

}  // namespace myo::session
