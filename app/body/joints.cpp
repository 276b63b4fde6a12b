#include "body/joints.h"

#include "core/table.h"

namespace myo::body {

Result<Joints> readJoints(const std::filesystem::path& file) {
    return readVectors(file, {"joint", "x", "y", "z"});
}

}  // namespace myo::body
