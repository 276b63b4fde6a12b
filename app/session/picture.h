// Pictures that a command asks for instead of a hand in the window: the same scene from plain options.
#pragma once

#include <optional>
#include <vector>

#include "render/scene.h"
#include "session/camera.h"
#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// What of the body a picture shows. With muscles or bones the skin is a ghost.
struct PictureLayers {
    bool skin = true;
    bool muscles = false;
    bool skeleton = false;
    bool regions = false;  ///< every region of the skin in a colour of its own; needs a referral
};

/// Ground, body and zones: the colours of a picture.
struct PictureLook {
    ThemeChoice theme = ThemeChoice::light;
    PaletteChoice palette = PaletteChoice::clinical;
};

/// A muscle that is laid open: it is shown and lit up, and what covers it is not.
struct Uncovered {
    SidedMuscle muscle;
    std::vector<SidedMuscle> covering;
    bool bonesCover = false;
};

struct Picture {
    Camera camera;
    glm::ivec2 sizePx{1};
    PictureLayers layers;
    PictureLook look;
    std::vector<const referral::ResolvedPoint*> points;  ///< whose zones and dots are shown; none is null
    bool zones = true;                                   ///< false: their dots only
    std::optional<Uncovered> uncovered;
};

/// The scene of a picture. The library needs a body, and no ray caster. \see buildScene(const AppState&, ...)
[[nodiscard]] render::RenderScene buildScene(const Picture& picture, const Library& library);

}  // namespace myo::session
