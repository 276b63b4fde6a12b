// What the tests of the anatomy share: the project's figures and the bodies made from them, made once per program.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "anatomy/body.h"
#include "anatomy/generate/build_body.h"

namespace myo::anatomy {

inline std::filesystem::path assetFolder() {
    return std::filesystem::path(MYOATLAS_SOURCE_DIR) / "assets/anatomy";
}

inline const BodyFigures& maleFigures() {
    static const BodyFigures figures = readBodyFigures(assetFolder(), "male").value();
    return figures;
}

inline const Body& maleBody() {
    static const Body body = buildBody(maleFigures(), "male");
    return body;
}

inline const BodyFigures& femaleFigures() {
    static const BodyFigures figures = readBodyFigures(assetFolder(), "female").value();
    return figures;
}

inline const Body& femaleBody() {
    static const Body body = buildBody(femaleFigures(), "female");
    return body;
}

inline double signedVolume(const Mesh& mesh) {
    double volume = 0.0;
    for (const Triangle& t : mesh.triangles) {
        volume += glm::dot(glm::dvec3(mesh.positions[t[0]]),
                           glm::cross(glm::dvec3(mesh.positions[t[1]]), glm::dvec3(mesh.positions[t[2]]))) /
                  6.0;
    }
    return volume;
}

/// True if every edge is shared by exactly two triangles that run along it in opposite directions.
inline bool closedManifold(const Mesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t k = 0; k < 3; ++k) {
            ++edges[{t[k], t[(k + 1) % 3]}];
        }
    }
    for (const auto& [edge, count] : edges) {
        const auto back = edges.find({edge.second, edge.first});
        if (count != 1 || back == edges.end() || back->second != 1) {
            return false;
        }
    }
    return !edges.empty();
}

/// A closed block with its front at `high.z`, its front and back divided into cells (millimetres).
[[nodiscard]] Mesh block(const glm::vec3& low, const glm::vec3& high, float cell = 5.0F);

/// A file in a folder of its own that vanishes with it.
class ScratchFile {
public:
    explicit ScratchFile(const std::string& name, const std::string& content = {});
    ~ScratchFile() {
        std::error_code error;
        std::filesystem::remove(path_, error);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace myo::anatomy
