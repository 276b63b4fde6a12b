// The skin, generated from its figure.
#pragma once

#include <cstdint>
#include <vector>

#include "body/body.h"
#include "generate/skin_figure.h"

namespace myo::generate {

struct SkinSettings {
    /// Scale of the grid on which the surface is found, mm: the finest spacing is about 1.4 times this. Above 1 the
    /// gaps between toes may close.
    double gridStep = 0.9;
    /// Wanted number of triangles; met to within a few percent.
    int targetTriangles = 110000;
    /// Rounds of evening out the triangles.
    int rounds = 4;
};

struct GeneratedSkin {
    body::Mesh mesh;                    ///< closed, manifold, of genus 0, exactly symmetric in x
    std::vector<std::uint32_t> mirror;  ///< per vertex its mirror image; a midline vertex is its own
};

/// Generates the skin: mm, standing on y = 0, smooth outward normals; triangles are finest at ears, fingers and toes,
/// then face, hands and feet. The same input gives the same skin.
/// \pre a figure as readSkinFigure gives it. \throw std::logic_error if the figure has no surface on the midline.
[[nodiscard]] GeneratedSkin generateSkin(const SkinFigure& figure, const SkinSettings& settings = {});

}  // namespace myo::generate
