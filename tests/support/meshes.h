// Meshes for tests, and what is asked of meshes.
#pragma once

#include "body/body.h"

namespace myo::test {

/// Cubic millimetres; negative if the mesh is inside out.
[[nodiscard]] double signedVolume(const body::Mesh& mesh);

/// True if every edge is shared by exactly two triangles that run along it in opposite directions.
[[nodiscard]] bool closedManifold(const body::Mesh& mesh);

/// A closed block with its front at `high.z`, its front and back divided into cells (millimetres).
[[nodiscard]] body::Mesh block(const glm::vec3& low, const glm::vec3& high, float cell = 5.0F);

}  // namespace myo::test
