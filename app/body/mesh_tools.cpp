#include "body/mesh_tools.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace myo::body {

void append(Mesh& mesh, const Mesh& part, int pieceOffset) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    const auto firstCoordinate = static_cast<std::ptrdiff_t>(mesh.fibreCoordinates.size());
    mesh.positions.insert(mesh.positions.end(), part.positions.begin(), part.positions.end());
    mesh.normals.insert(mesh.normals.end(), part.normals.begin(), part.normals.end());
    mesh.fibres.insert(mesh.fibres.end(), part.fibres.begin(), part.fibres.end());
    mesh.tendon.insert(mesh.tendon.end(), part.tendon.begin(), part.tendon.end());
    mesh.fibreCoordinates.insert(mesh.fibreCoordinates.end(), part.fibreCoordinates.begin(),
                                 part.fibreCoordinates.end());
    std::for_each(mesh.fibreCoordinates.begin() + firstCoordinate, mesh.fibreCoordinates.end(),
                  [&](glm::vec2& c) { c.x += static_cast<float>(pieceOffset); });
    for (const Triangle& t : part.triangles) {
        mesh.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    }
}

Mesh mirroredMesh(const Mesh& mesh) {
    Mesh result = mesh;
    for (std::vector<glm::vec3>* vectors : {&result.positions, &result.normals, &result.fibres}) {
        std::transform(vectors->begin(), vectors->end(), vectors->begin(), mirrored);
    }
    for (Triangle& t : result.triangles) {
        std::swap(t[1], t[2]);
    }
    return result;
}

void computeNormals(Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0.0F));
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3& a = mesh.positions[t[0]];
        const glm::vec3 area = glm::cross(mesh.positions[t[1]] - a, mesh.positions[t[2]] - a);
        for (const std::uint32_t corner : t) {
            mesh.normals[corner] += area;
        }
    }
    for (glm::vec3& normal : mesh.normals) {
        const float length = glm::length(normal);
        normal = length > 1e-12F ? normal / length : glm::vec3(0.0F, 1.0F, 0.0F);
    }
}

std::vector<std::uint32_t> exactMirror(const Mesh& mesh) {
    // Vertices in the order of (|x|, y, z), the left one of a pair first: partners are neighbours.
    std::vector<std::uint32_t> order(mesh.positions.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        const glm::vec3& p = mesh.positions[a];
        const glm::vec3& q = mesh.positions[b];
        if (p.y != q.y) {
            return p.y < q.y;
        }
        if (p.z != q.z) {
            return p.z < q.z;
        }
        if (std::abs(p.x) != std::abs(q.x)) {
            return std::abs(p.x) < std::abs(q.x);
        }
        return p.x > q.x;
    };
    std::sort(order.begin(), order.end(), less);
    std::vector<std::uint32_t> mirror(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t a = order[i];
        if (mesh.positions[a].x == 0.0F) {
            mirror[a] = a;
            continue;
        }
        if (i + 1 == order.size() || mesh.positions[order[i + 1]] != mirrored(mesh.positions[a])) {
            return {};
        }
        const std::uint32_t b = order[i + 1];
        mirror[a] = b;
        mirror[b] = a;
        ++i;
    }
    return mirror;
}

std::size_t nearestVertex(const std::vector<glm::vec3>& positions, const glm::vec3& place) {
    const auto nearer = [&](const glm::vec3& a, const glm::vec3& b) {
        return glm::dot(a - place, a - place) < glm::dot(b - place, b - place);
    };
    return static_cast<std::size_t>(std::min_element(positions.begin(), positions.end(), nearer) - positions.begin());
}

int pieceCount(const Mesh& mesh) {
    float highest = -1.0F;
    for (const glm::vec2& coordinate : mesh.fibreCoordinates) {
        highest = std::max(highest, coordinate.x);
    }
    return static_cast<int>(std::floor(highest)) + 1;
}

Mesh joinedMembers(const Body& body, const Structure& alias) {
    Mesh joined;
    for (const std::string& id : alias.aliasOf) {
        if (const Structure* member = body.findForPlaces(id, alias.side)) {
            append(joined, member->mesh, pieceCount(joined));
        }
    }
    return joined;
}

}  // namespace myo::body
