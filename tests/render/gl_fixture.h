// A context and a renderer that holds the egg.
#pragma once

#include <catch2/catch.hpp>

#include "platform/egl_context.h"
#include "render/renderer.h"
#include "synthetic_body.h"

namespace myo::test {

class RendererFixture {
public:
    RendererFixture() { renderer.setBody(body); }

    [[nodiscard]] Image picture(const render::RenderScene& scene) {
        (void)renderer.draw(scene);
        return renderer.read();
    }

    platform::EglContext context = platform::EglContext::create().value();
    std::shared_ptr<const body::Body> body = eggBody();
    render::Renderer renderer;
};

/// Red, green, blue, alpha of a pixel, top row first.
[[nodiscard]] inline glm::ivec4 pixel(const Image& image, const glm::ivec2& at) {
    const unsigned char* p = &image.pixels[static_cast<std::size_t>((at.y * image.width + at.x) * 4)];
    return {p[0], p[1], p[2], p[3]};
}

/// Where a place of the body appears: pixels from the top left corner.
[[nodiscard]] inline glm::vec2 project(const render::RenderScene& scene, const glm::vec3& place) {
    const glm::vec4 clip = scene.view.projection * scene.view.view * glm::vec4(place, 1.0F);
    const glm::vec2 share = glm::vec2(clip) / clip.w * 0.5F + 0.5F;
    return glm::vec2(share.x, 1.0F - share.y) * glm::vec2(scene.sizePx);
}

}  // namespace myo::test
