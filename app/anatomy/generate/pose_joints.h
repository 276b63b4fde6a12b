// Tables that say where joints are and how bones were moved.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <glm/glm.hpp>

#include "core/result.h"

namespace myo::anatomy {

/// Joint centres by name ("elbow", "finger2-1" ...), millimetres, left side and midline.
using Joints = std::map<std::string, glm::dvec3>;

/// Reads a table with the columns joint, x, y, z. The problem names file, line and column.
[[nodiscard]] Result<Joints> readJoints(const std::filesystem::path& file);

/// Shifts in millimetres by bone: bone frame = muscle frame + shift (frame_offsets.tsv). Bones that were not shifted
/// are not listed.
using FrameOffsets = std::map<std::string, glm::dvec3>;

[[nodiscard]] Result<FrameOffsets> readFrameOffsets(const std::filesystem::path& file);

}  // namespace myo::anatomy
