// From the state to the picture: colours, weights and part ids, so that the renderer need not know what a muscle is.
#pragma once

#include <string>
#include <vector>

#include "render/scene.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// Colours of a picture, sRGB 0..1.
struct ZoneColors {
    glm::vec3 zone;       ///< primary
    glm::vec3 spillover;  ///< of the same hue: the tiers differ by pattern
    glm::vec3 region;     ///< a region of the skin that was clicked
    glm::vec3 marker;
};

[[nodiscard]] ZoneColors zoneColors(PaletteChoice palette);
[[nodiscard]] render::Theme renderTheme(ThemeChoice theme);

/// The zones of resolved points as paint: spillover below, primary above, and the glows of regions without skin.
/// \return at most 8, the renderer's limit; primary zones are kept before spillover.
[[nodiscard]] std::vector<render::ZonePaint> zonePaint(const Library& library,
                                                       const std::vector<const referral::ResolvedPoint*>& points,
                                                       PaletteChoice palette);

/// The picture of a state; equal states give equal scenes.
[[nodiscard]] render::RenderScene buildScene(const AppState& state, const Library& library);

/// A word at a place of the figure: hovered points, and zones without skin.
struct Label {
    glm::vec2 px{0.0F};
    std::string text;
};
[[nodiscard]] std::vector<Label> labels(const AppState& state, const Library& library);

/// True while zones are painted: the legend must then say what the tiers mean.
[[nodiscard]] bool zonesPainted(const AppState& state, const Library& library);

}  // namespace myo::session
