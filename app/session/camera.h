// A turntable camera around a target, as a plain value.
#pragma once

#include <optional>

#include <glm/glm.hpp>

#include "core/geometry.h"
#include "render/scene.h"

namespace myo::session {

/// Looks at `target` from `distanceMm` away. Yaw turns about the vertical axis (0 = in front of the body, a quarter
/// turn = at its left), pitch raises the eye (a quarter turn = from above). Angles in radians.
struct Camera {
    glm::vec3 target{0.0F, 900.0F, 0.0F};
    float yaw = 0.0F;
    float pitch = 0.0F;
    float distanceMm = 4000.0F;

    friend bool operator==(const Camera&, const Camera&) = default;
};

/// The vertical opening of the lens: long, so that proportions stay true.
inline constexpr float lensRadians = 0.45F;

/// Axes of the picture: `right` and `up` on the screen, `toEye` out of it. Orthonormal.
struct CameraAxes {
    glm::vec3 right, up, toEye;
};

[[nodiscard]] CameraAxes axes(const Camera& camera);
[[nodiscard]] glm::vec3 eye(const Camera& camera);
/// Millimetres per pixel in the plane through the target.
[[nodiscard]] float mmPerPixel(const Camera& camera, const glm::ivec2& sizePx);
/// Matrices for a picture of that size (at least 1x1 is assumed for degenerate sizes).
[[nodiscard]] render::View viewOf(const Camera& camera, const glm::ivec2& sizePx);

/// Where a place appears: pixels from the top left corner, and the distance before the eye. Nothing if behind the eye.
struct ScreenPoint {
    glm::vec2 px{0.0F};
    float depthMm = 0.0F;
};
[[nodiscard]] std::optional<ScreenPoint> project(const Camera& camera, const glm::ivec2& sizePx,
                                                 const glm::vec3& place);
/// The ray from the eye through a pixel.
[[nodiscard]] Ray rayThrough(const Camera& camera, const glm::ivec2& sizePx, const glm::vec2& px);

/// Turns the body with the pointer: a drag over the full height turns it by half a turn.
[[nodiscard]] Camera orbited(Camera camera, const glm::vec2& dragPx, const glm::ivec2& sizePx);
/// Moves the body with the pointer, keeping the target within `limits`.
[[nodiscard]] Camera panned(Camera camera, const glm::vec2& dragPx, const glm::ivec2& sizePx, const Aabb& limits);
/// Comes nearer (steps > 0) or goes away; what lies under `cursorPx` stays under it.
[[nodiscard]] Camera zoomed(Camera camera, float steps, const glm::vec2& cursorPx, const glm::ivec2& sizePx,
                            const Aabb& limits);

/// A smooth way from one camera to another.
struct Flight {
    Camera from;
    Camera to;
    double startSeconds = 0.0;

    static constexpr double durationSeconds = 0.35;

    friend bool operator==(const Flight&, const Flight&) = default;
};

/// The camera at a moment; turns the short way round. At and after the end exactly `to`.
[[nodiscard]] Camera along(const Flight& flight, double nowSeconds);
[[nodiscard]] bool finished(const Flight& flight, double nowSeconds);

}  // namespace myo::session
