// Where the joints of a body are.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <glm/glm.hpp>

#include "core/result.h"

namespace myo::body {

/// Joint centres by name ("elbow", "finger2-1" ...), millimetres, left side and midline.
using Joints = std::map<std::string, glm::dvec3>;

/// Reads a table with the columns joint, x, y, z. The problem names file, line and column.
[[nodiscard]] Result<Joints> readJoints(const std::filesystem::path& file);

}  // namespace myo::body
