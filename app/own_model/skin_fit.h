// Lays one skin upon another by a smooth deformation.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "body/ray_caster.h"
#include "own_model/import_model.h"

namespace myo::own_model {

/// A vertex that belongs to a known place of the other skin.
struct FitPin {
    std::uint32_t vertex = 0;
    glm::vec3 place{0.0F};
};

/// Deforms a skin, as rigidly as possible around every vertex (Sorkine & Alexa 2007, with a local scale), until it lies
/// on the surface: iterated closest points with compatible normals, stiff at first and softer from stage to stage.
/// \param skin    triangles and positions before the fit, roughly posed like the surface
/// \param surface the surface wanted
/// \param pins    hold while the fit is stiff
/// \return the fitted positions; those of the stage reached if `stop` was requested.
[[nodiscard]] std::vector<glm::vec3> fitSkin(const body::Mesh& skin, const body::RayCaster& surface,
                                             const std::vector<FitPin>& pins, const ProgressReport& progress = {},
                                             const std::stop_token& stop = {});

}  // namespace myo::own_model
