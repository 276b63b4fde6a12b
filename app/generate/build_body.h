// The figures of assets/anatomy -> a body.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "body/body.h"
#include "generate/bone_figures.h"
#include "generate/landmarks.h"
#include "generate/muscle_figures.h"
#include "generate/pose.h"
#include "generate/skeleton_pose.h"
#include "generate/skin.h"

namespace myo::generate {

/// All tables that a body is made from.
struct BodyFigures {
    SkinFigure maleSkin;
    SkinFigure skin;  ///< of the body wanted
    std::vector<MuscleFigure> muscles;
    std::vector<BoneFigure> bones;
    std::vector<LandmarkFigure> landmarks;
    body::Joints referenceJoints;
    std::vector<Alignment::Control> alignment;
    FrameOffsets frameOffsets;
};

/// The way from the measured muscles and bones into the skin wanted.
[[nodiscard]] Pose makePose(const BodyFigures& figures);

/// Reads the tables for "male" or "female". The problem names file, line and
/// column.
[[nodiscard]] Result<BodyFigures> readBodyFigures(const std::filesystem::path& assets, const std::string& name);

/// The muscles of the left side and the midline, posed and lofted but not yet
/// fitted under the skin; no aliases.
[[nodiscard]] std::vector<body::Structure> buildMuscles(const std::vector<MuscleFigure>& figures, const Pose& pose);

/// Landmarks of both sides in the body's pose: bony ones moved with their bone,
/// surface ones brought to the nearest point of the skin.
[[nodiscard]] body::Landmarks placeLandmarks(const std::vector<LandmarkFigure>& figures, const Pose& pose,
                                             const SkeletonPose& bones, const body::Mesh& skin);

/// The whole body. The same figures give the same body, byte by byte.
[[nodiscard]] body::Body buildBody(const BodyFigures& figures, const std::string& name, const SkinSettings& skin = {});

}  // namespace myo::generate
