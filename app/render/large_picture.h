// Pictures too large for the driver, or for memory, in one piece: posters.
#pragma once

#include "core/image.h"
#include "render/renderer.h"

namespace myo::render {

/// The longest side, in pixels, of what is drawn in one piece.
inline constexpr int largestTile = 2048;

/// Draws the scene in tiles and reads it back. The tiles overlap by more than any effect of the screen (shade in
/// hollows, outlines, soft edges) reaches, and each gives only its inner part, so that no seam can be seen: the picture
/// is that of one piece. Memory is that of a tile and of the pixels that come back.
/// \param tilePx at least 256; a scene that fits is drawn in one piece.
/// \throw std::runtime_error if the driver fails.
[[nodiscard]] Image drawLarge(Renderer& renderer, const RenderScene& scene, int tilePx = largestTile);

}  // namespace myo::render
