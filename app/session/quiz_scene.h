// What a question and its answer look like on the body.
#pragma once

#include "render/scene.h"
#include "session/library.h"
#include "session/scene_builder.h"
#include "session/state.h"

namespace myo::session {

/// Puts the quiz's own zones and dots in the place of all others, and lights the muscle up that is asked about.
/// Nothing where no question is on the body.
void addQuiz(const AppState& state, const Library& library, render::RenderScene& scene);

/// Letters at the zones that are to be told apart.
[[nodiscard]] std::vector<Label> quizLabels(const AppState& state, const Library& library);

/// The colours of what was missed and of what was too much.
struct QuizColors {
    glm::vec3 missed;  ///< crossed
    glm::vec3 extra;   ///< hatched
};
[[nodiscard]] QuizColors quizColors();

}  // namespace myo::session
