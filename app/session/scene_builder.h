// From the state to the picture: colours, weights and part ids, so that the renderer need not know what a muscle is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "atlas/evidence_status.h"
#include "render/scene.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// The body and its ground; the print palette makes everything grey on white, for any theme.
[[nodiscard]] render::Theme renderTheme(ThemeChoice theme, PaletteChoice palette);

/// A scene with camera, size and colours, and nothing in it.
[[nodiscard]] render::RenderScene emptyScene(const Camera& camera, const glm::ivec2& sizePx, ThemeChoice theme,
                                             PaletteChoice palette);

/// The standing of a pattern that nobody has confirmed, or about which sources disagree: its zones get a broken edge.
[[nodiscard]] std::optional<atlas::EvidenceStatus> doubtful(const Library& library, const PointId& point);
/// What a broken edge means, for a legend. \param status from doubtful()
[[nodiscard]] std::string brokenEdgeWords(const Text& text, atlas::EvidenceStatus status);
/// The doubts about what is painted now, each once.
[[nodiscard]] std::vector<atlas::EvidenceStatus> doubtsPainted(const AppState& state, const Library& library);

/// Lets the muscle of a point be seen through the skin, as charts show it: as deep as the point lies and a little more.
/// Does nothing to the picture while the skin is not opaque.
void openWindow(std::vector<render::PartStyle>& parts, const Library& library, const referral::ResolvedPoint& point);

/// The zones of resolved points as paint: spillover below, primary above, and the glows of regions without skin.
/// \return at most 8, the renderer's limit; primary zones are kept before spillover.
[[nodiscard]] std::vector<render::ZonePaint> zonePaint(const Library& library,
                                                       const std::vector<const referral::ResolvedPoint*>& points,
                                                       PaletteChoice palette);

/// The colour of a primary zone.
[[nodiscard]] glm::vec3 zoneColor(PaletteChoice palette);
/// The colour of a painted drawing: plum, which no zone has and which alarms nobody. At least 3:1 on skin.
[[nodiscard]] inline glm::vec3 drawingColor() {
    return {0.42F, 0.12F, 0.38F};
}

/// The picture of a state; equal states give equal scenes.
[[nodiscard]] render::RenderScene buildScene(const AppState& state, const Library& library);

/// While the camera moves the picture has fewer pixels, to be shown at the same size; at rest the scene is as it was.
[[nodiscard]] render::RenderScene forMotion(render::RenderScene scene);

/// A word at a place of the body: hovered points, and zones without skin.
struct Label {
    glm::vec2 px{0.0F};
    std::string text;
};
[[nodiscard]] std::vector<Label> labels(const AppState& state, const Library& library);

/// True while zones are painted: the legend must then say what the tiers mean.
[[nodiscard]] bool zonesPainted(const AppState& state, const Library& library);

}  // namespace myo::session
