#include "support/meshes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "body/mesh_tools.h"

namespace myo::test {

double signedVolume(const body::Mesh& mesh) {
    double volume = 0.0;
    for (const Triangle& t : mesh.triangles) {
        volume += glm::dot(glm::dvec3(mesh.positions[t[0]]),
                           glm::cross(glm::dvec3(mesh.positions[t[1]]), glm::dvec3(mesh.positions[t[2]]))) /
                  6.0;
    }
    return volume;
}

bool closedManifold(const body::Mesh& mesh) {
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

body::Mesh block(const glm::vec3& low, const glm::vec3& high, float cell) {
    const int columns = std::max(1, static_cast<int>((high.x - low.x) / cell));
    const int rows = std::max(1, static_cast<int>((high.y - low.y) / cell));
    body::Mesh mesh;
    const auto vertex = [&](int side, int column, int row) {
        return static_cast<std::uint32_t>((side * (rows + 1) + row) * (columns + 1) + column);
    };
    for (int side = 0; side < 2; ++side) {
        for (int row = 0; row <= rows; ++row) {
            for (int column = 0; column <= columns; ++column) {
                const float x = glm::mix(low.x, high.x, static_cast<float>(column) / static_cast<float>(columns));
                const float y = glm::mix(low.y, high.y, static_cast<float>(row) / static_cast<float>(rows));
                mesh.positions.emplace_back(x, y, side == 0 ? low.z : high.z);
                mesh.fibreCoordinates.emplace_back(0.5F, static_cast<float>(row) / static_cast<float>(rows));
            }
        }
    }
    const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        mesh.triangles.push_back({a, b, c});
        mesh.triangles.push_back({a, c, d});
    };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            quad(vertex(1, column, row), vertex(1, column + 1, row), vertex(1, column + 1, row + 1),
                 vertex(1, column, row + 1));
            quad(vertex(0, column, row), vertex(0, column, row + 1), vertex(0, column + 1, row + 1),
                 vertex(0, column + 1, row));
        }
    }
    for (int column = 0; column < columns; ++column) {
        quad(vertex(0, column, 0), vertex(0, column + 1, 0), vertex(1, column + 1, 0), vertex(1, column, 0));
        quad(vertex(1, column, rows), vertex(1, column + 1, rows), vertex(0, column + 1, rows),
             vertex(0, column, rows));
    }
    for (int row = 0; row < rows; ++row) {
        quad(vertex(0, 0, row), vertex(1, 0, row), vertex(1, 0, row + 1), vertex(0, 0, row + 1));
        quad(vertex(0, columns, row), vertex(0, columns, row + 1), vertex(1, columns, row + 1),
             vertex(1, columns, row));
    }
    body::computeNormals(mesh);
    return mesh;
}

}  // namespace myo::test
