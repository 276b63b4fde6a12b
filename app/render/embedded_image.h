// Textures that are compiled into the program.
#pragma once

#include <string>

#include "render/gl/texture.h"

namespace myo::render {

/// Decodes an embedded PNG, top row last (so that v runs upwards), with four channels.
/// \throw std::runtime_error if the program was built without it.
[[nodiscard]] gl::Texture embeddedTexture(const std::string& name, const gl::Sampling& sampling);

}  // namespace myo::render
