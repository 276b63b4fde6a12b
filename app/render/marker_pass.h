// Draws trigger points as dots over the finished picture.
#pragma once

#include <optional>
#include <vector>

#include "render/frame.h"
#include "render/gl/buffer.h"
#include "render/gl/program.h"
#include "render/gl/texture.h"

namespace myo::render {

class MarkerPass {
public:
    explicit MarkerPass(const gl::ShaderSources& sources) : sources_(sources) {}

    /// \param depth of what hides; dots behind it are drawn fainter.
    void draw(const std::vector<Marker>& markers, const Frame& frame, const gl::Texture& depth);

private:
    gl::ShaderSources sources_;
    std::optional<gl::Program> program_;
    gl::Buffer instances_;
    gl::VertexArray array_;
};

}  // namespace myo::render
