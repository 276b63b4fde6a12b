// How a model that is being opened is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/library.h"
#include "session/state.h"

namespace myo::session {

/// The model as a body of nothing but skin.
[[nodiscard]] std::shared_ptr<const body::Body> previewBody(const body::BodyIdentity& identity, body::Mesh skin);
/// For drawing only: the built-in skin as a clear shell around the model. \see previewFromLandmarks
[[nodiscard]] std::shared_ptr<const body::Body> shellBody(const body::Body& model, body::Mesh shell);

/// True if the shell is wanted, where there is one.
[[nodiscard]] bool wantsShell(const AppState& state);

/// The model alone, without what belongs to the atlas. \pre the dialogue is previewing; library holds the preview.
/// \param shell the body drawn is a shellBody
[[nodiscard]] render::RenderScene previewScene(const AppState& state, const Library& library, bool shell);

/// Looks at where the landmark that is asked for lies on most models; at the whole when all are set.
[[nodiscard]] Camera landmarkCamera(const AppState& state, const Library& library);

/// A landmark on the screen.
struct LandmarkDot {
    std::size_t index = 0;  ///< into landmarkPrompts()
    glm::vec2 px{0.0F};
    bool inSight = true;  ///< nothing of the model lies before it
};
/// The landmarks that were clicked.
[[nodiscard]] std::vector<LandmarkDot> landmarkDots(const AppState& state, const Library& library);

/// Where the landmark that is asked for may be expected: as on another body, scaled to this model's height. Posture is
/// not considered. Nothing while none is asked for. \param body with landmarks
[[nodiscard]] std::optional<glm::vec2> likelyPlace(const AppState& state, const Library& library,
                                                   const body::Body& body);

/// A landmark in the words of the dialogue: "Left shoulder".
[[nodiscard]] std::string landmarkName(const Text& text, std::size_t index);
/// What to look for, and on which side of the picture.
[[nodiscard]] std::string landmarkHint(const Text& text, std::size_t index);

/// "1.74 m tall; the file counts in centimetres, up is +z and the face looks towards -y."
[[nodiscard]] std::string placementWords(const Text& text, const PlacedModel& model);
/// What could not be told for certain, a sentence each.
[[nodiscard]] std::vector<std::string> placementDoubts(const Text& text, const PlacedModel& model);

}  // namespace myo::session
