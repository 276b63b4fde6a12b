// What the driver can do and how it draws.
#pragma once

#include <glm/glm.hpp>

namespace myo::render::gl {

/// Pixels, origin at the lower left.
struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

enum class Blend { none, premultiplied };

struct DrawState {
    bool depthTest = false;
    bool depthWrite = false;
    bool colorWrite = true;
    bool cullBack = false;
    bool encodeSrgb = false;  ///< only for targets of format srgba8
    bool clip = false;        ///< drops what the vertex shader gives a negative clip distance
    Blend blend = Blend::none;
    float depthBias = 0.0F;  ///< smallest depth steps; negative = towards the eye
    float slopeBias = 0.0F;  ///< steps per depth slope
};

struct Limits {
    int maxSize = 0;  ///< longest side of a target, pixels
    int maxSamples = 0;
};

/// \throw std::runtime_error if the current context is older than OpenGL 3.3.
[[nodiscard]] Limits queryLimits();

void apply(const DrawState& state);
void setViewport(const glm::ivec2& size);
/// Drawing and clearing reach only this rectangle until the next call.
void setScissor(const Rect& rect);
/// Clears the colour to transparent black; with depth, the depth to 1. \pre both are writable.
void clear(bool depth);
/// Forgets earlier errors; \return true if the driver reported one since the last call.
[[nodiscard]] bool takeError();
/// Leaves the context as a fresh one: others draw with it, too.
void restoreDefaults();

}  // namespace myo::render::gl
