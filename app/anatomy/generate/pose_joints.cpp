#include "anatomy/generate/pose_joints.h"

#include "anatomy/generate/table.h"

namespace myo::anatomy {

namespace {

Result<std::map<std::string, glm::dvec3>> readVectors(const std::filesystem::path& file, const std::string& key,
                                                      const std::string& x, const std::string& y,
                                                      const std::string& z) {
    Result<Table> read = Table::read(file, {key, x, y, z});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    std::map<std::string, glm::dvec3> vectors;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const glm::dvec3 vector{table.number(row, x), table.number(row, y), table.number(row, z)};
        if (!vectors.emplace(table.text(row, key), vector).second) {
            table.blame(row, key, "\"" + table.text(row, key) + "\" is given twice", "one row each");
        }
    }
    if (table.problem()) {
        return *table.problem();
    }
    return vectors;
}

}  // namespace

Result<Joints> readJoints(const std::filesystem::path& file) {
    return readVectors(file, "joint", "x", "y", "z");
}

Result<FrameOffsets> readFrameOffsets(const std::filesystem::path& file) {
    return readVectors(file, "bone", "dx", "dy", "dz");
}

}  // namespace myo::anatomy
