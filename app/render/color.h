// sRGB colours as numbers that light can be computed with.
#pragma once

#include <algorithm>
#include <cmath>

#include <glm/glm.hpp>

namespace myo::render {

/// One channel, sRGB-encoded 0..1 -> linear 0..1.
[[nodiscard]] inline float toLinear(float encoded) {
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

[[nodiscard]] inline glm::vec3 toLinear(const glm::vec3& encoded) {
    return {toLinear(encoded.r), toLinear(encoded.g), toLinear(encoded.b)};
}

/// Relative luminance of an sRGB colour (WCAG 2.1), 0..1.
[[nodiscard]] inline float luminance(const glm::vec3& encoded) {
    return glm::dot(toLinear(encoded), glm::vec3(0.2126F, 0.7152F, 0.0722F));
}

/// Contrast ratio of two sRGB colours (WCAG 2.1), 1..21.
[[nodiscard]] inline float contrast(const glm::vec3& a, const glm::vec3& b) {
    const float la = luminance(a);
    const float lb = luminance(b);
    return (std::max(la, lb) + 0.05F) / (std::min(la, lb) + 0.05F);
}

}  // namespace myo::render
