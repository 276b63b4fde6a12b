// The twelve landmarks that a user sets on a model where the program cannot find the limbs by itself.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <span>
#include <stop_token>
#include <string>

#include "own_model/register_model.h"

namespace myo::own_model {

/// A landmark to click, in the order in which the user is asked for them.
struct LandmarkPrompt {
    const char* id;  ///< a landmark of the atlas
    BodySide side;
};

/// Vertex, chin, C7, umbilicus; acromions, radial styloids, patellas and heels of both sides.
[[nodiscard]] std::span<const LandmarkPrompt, 12> landmarkPrompts();

/// Where the user clicked, in the FILE's coordinates. May be incomplete while the user is clicking.
using ClickedLandmarks = std::map<body::Landmarks::Key, glm::vec3>;

/// "<model>.landmarks.toml" beside the model.
[[nodiscard]] std::filesystem::path landmarkFileOf(const std::filesystem::path& model);

/// Reads a landmark file. The problem names file, line and column; all twelve must be there.
[[nodiscard]] Result<ClickedLandmarks> readClickedLandmarks(const std::filesystem::path& file);
/// Writes a landmark file. The problem names the file.
[[nodiscard]] Result<bool> writeClickedLandmarks(const ClickedLandmarks& clicked, const std::filesystem::path& file);

/// The frame that the clicks speak of; the axes of the file need not be those of the body. The problem says which
/// clicks contradict each other, e.g. left and right swapped.
/// \pre all twelve are there
[[nodiscard]] Result<ModelPlacement> placementFromLandmarks(const BuiltInBody& builtIn, const body::Mesh& fileMesh,
                                                            const ClickedLandmarks& clicked,
                                                            const PlacementOptions& options = {});

/// A quick look at how the built-in skin will lie: from three clicks on moved, turned and scaled, with all twelve bent
/// like the model. In the FILE's coordinates, without normals; empty with fewer clicks.
[[nodiscard]] body::Mesh previewFromLandmarks(const BuiltInBody& builtIn, const ClickedLandmarks& clicked);

/// The built-in body laid into the model, guided by the clicks. The problem names the model's file.
[[nodiscard]] Result<RegisteredBody> bodyFromLandmarks(const BuiltInBody& builtIn, const ForeignModel& model,
                                                       const ClickedLandmarks& clicked,
                                                       const PlacementOptions& options = {},
                                                       const ProgressReport& progress = {},
                                                       const std::stop_token& stop = {});

}  // namespace myo::own_model
