// Meshes of known shape, and their ready surfaces.
#pragma once

#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

#include "body/body.h"

namespace myo::testing {

inline constexpr float pi = std::numbers::pi_v<float>;

/// Smooth normals from the faces.
inline void addNormals(body::Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0.0F));
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3 n =
            glm::cross(mesh.positions[t[1]] - mesh.positions[t[0]], mesh.positions[t[2]] - mesh.positions[t[0]]);
        for (const std::uint32_t v : t) {
            mesh.normals[v] += n;
        }
    }
    for (glm::vec3& n : mesh.normals) {
        n = glm::length(n) > 0.0F ? glm::normalize(n) : glm::vec3(0.0F, 1.0F, 0.0F);
    }
}

/// A grid of (nu + 1) x (nv + 1) places given by a function of 0..1 x 0..1; with `wrap` the last column is the first.
inline body::Mesh grid(int nu, int nv, const std::function<glm::vec3(float, float)>& place, bool wrap = false) {
    body::Mesh mesh;
    const int columns = wrap ? nu : nu + 1;
    for (int j = 0; j <= nv; ++j) {
        for (int i = 0; i < columns; ++i) {
            mesh.positions.push_back(
                place(static_cast<float>(i) / static_cast<float>(nu), static_cast<float>(j) / static_cast<float>(nv)));
        }
    }
    const auto at = [columns](int i, int j) { return static_cast<std::uint32_t>(j * columns + i % columns); };
    for (int j = 0; j < nv; ++j) {
        for (int i = 0; i < nu; ++i) {
            mesh.triangles.push_back({at(i, j), at(i + 1, j), at(i + 1, j + 1)});
            mesh.triangles.push_back({at(i, j), at(i + 1, j + 1), at(i, j + 1)});
        }
    }
    addNormals(mesh);
    return mesh;
}

/// A square of the given size around the origin in the plane z = 0, its inner vertices shaken so that many triangles
/// are obtuse.
inline body::Mesh shakenPlane(float size, int n) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> shake(-0.24F, 0.24F);
    const float cell = size / static_cast<float>(n);
    return grid(n, n, [&](float u, float v) {
        const bool inner = u > 0.0F && u < 1.0F && v > 0.0F && v < 1.0F;
        const float dx = inner ? shake(random) * cell : 0.0F;
        const float dy = inner ? shake(random) * cell : 0.0F;
        return glm::vec3((u - 0.5F) * size + dx, (v - 0.5F) * size + dy, 0.0F);
    });
}

/// An open tube along y around the y axis; angle 0 lies at +z and grows towards +x.
inline body::Mesh tube(float radius, float height, int around, int along) {
    return grid(
        around, along,
        [&](float u, float v) {
            const float angle = 2.0F * pi * u;
            return glm::vec3(radius * std::sin(angle), (v - 0.5F) * height, radius * std::cos(angle));
        },
        true);
}

/// A sphere around the origin made from an octahedron; symmetric to x = 0.
inline body::Mesh sphere(float radius, int levels) {
    body::Mesh mesh;
    mesh.positions = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    mesh.triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4}, {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
    for (int level = 0; level < levels; ++level) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
        const auto middle = [&](std::uint32_t a, std::uint32_t b) {
            const auto [entry, added] =
                middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(mesh.positions.size()));
            if (added) {
                mesh.positions.push_back(glm::normalize(mesh.positions[a] + mesh.positions[b]));
            }
            return entry->second;
        };
        std::vector<Triangle> finer;
        for (const auto& [a, b, c] : mesh.triangles) {
            const std::uint32_t ab = middle(a, b);
            const std::uint32_t bc = middle(b, c);
            const std::uint32_t ca = middle(c, a);
            finer.insert(finer.end(), {{a, ab, ca}, {ab, b, bc}, {ca, bc, c}, {ab, bc, ca}});
        }
        mesh.triangles = std::move(finer);
    }
    for (glm::vec3& p : mesh.positions) {
        p *= radius;
    }
    addNormals(mesh);
    return mesh;
}

/// Two parallel legs, joined at the top: a sheet bent into a U with the given gap, its legs hanging along -y.
inline body::Mesh bentSheet(float gap, float leg, float width, int n) {
    const float bend = pi * gap * 0.5F;
    const float total = 2.0F * leg + bend;
    return grid(n, n / 4, [=](float u, float v) {
        const float s = u * total;
        const float z = (v - 0.5F) * width;
        if (s < leg) {
            return glm::vec3(-gap * 0.5F, s - leg, z);
        }
        if (s > leg + bend) {
            return glm::vec3(gap * 0.5F, leg + bend - s, z);
        }
        const float angle = (s - leg) / bend * pi;
        return glm::vec3(-std::cos(angle) * gap * 0.5F, std::sin(angle) * gap * 0.5F, z);
    });
}

}  // namespace myo::testing
