// What every maker and reader of meshes needs.
#pragma once

#include <cstdint>
#include <vector>

#include "body/body.h"

namespace myo::body {

/// Appends a mesh; both must have the same channels. Fibre coordinates of `part` move up by `pieceOffset` pieces.
void append(Mesh& mesh, const Mesh& part, int pieceOffset = 0);

/// The mesh mirrored across the midsagittal plane, still outward.
[[nodiscard]] Mesh mirroredMesh(const Mesh& mesh);

/// Sets smooth normals: the area-weighted mean of the faces around each vertex.
void computeNormals(Mesh& mesh);

/// For every vertex the index of the vertex at exactly the mirrored place; empty if one has no such partner.
[[nodiscard]] std::vector<std::uint32_t> exactMirror(const Mesh& mesh);

/// Index of the vertex nearest to a place. \pre the mesh has vertices.
[[nodiscard]] std::size_t nearestVertex(const std::vector<glm::vec3>& positions, const glm::vec3& place);

/// The number of pieces that the fibre coordinates of a muscle speak of; 0 without fibre coordinates.
[[nodiscard]] int pieceCount(const Mesh& mesh);

/// The meshes of an alias's members joined; nothing is appended for members that the body lacks on that side.
[[nodiscard]] Mesh joinedMembers(const Body& body, const Structure& alias);

}  // namespace myo::body
