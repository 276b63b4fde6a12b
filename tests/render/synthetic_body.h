// A small body that owes nothing to anatomy: an egg of skin round a spindle of muscle and a rod of bone.
#pragma once

#include <memory>

#include <glm/glm.hpp>

#include "body/body.h"
#include "body/footprint.h"
#include "render/scene.h"

namespace myo::test {

/// Structures: 0 the skin (80 mm in radius, 400 mm tall), 1 a muscle (40 mm), 2 a bone (12 mm), 3 an alias of the
/// muscle.
[[nodiscard]] std::shared_ptr<const body::Body> eggBody();

/// A patch round a place: strength 0.5 at that distance, falling to 0 within 12 mm.
[[nodiscard]] std::shared_ptr<const body::Footprint> dab(const body::Body& body, const glm::vec3& centre,
                                                         float radiusMm);

/// The egg from in front in 320 x 400 pixels, every part visible.
[[nodiscard]] render::RenderScene frontScene();
/// The same in parallel projection: 1 pixel = 1.25 mm, moved by whole pixels.
[[nodiscard]] render::RenderScene parallelScene(const glm::ivec2& movedPx = {0, 0});

}  // namespace myo::test
