// Figures of the tests' own, and writers for the formats that a person's model may have.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "body/body.h"

namespace myo::own_model {

/// The male skin with some 20,000 triangles, millimetres in the body's frame; made once.
const body::Mesh& smallSkin();

/// The small skin with its arms raised: turned about the shoulders by `degrees`, away from the trunk.
body::Mesh raisedArms(float degrees);
/// How much a place takes part in the movement: 0 = trunk, 1 = arm.
float armShare(const glm::vec3& place);
/// Where a place of the body goes when the arms are raised.
glm::vec3 withRaisedArms(const glm::vec3& place, float degrees);

body::Mesh boxMesh(const glm::vec3& low, const glm::vec3& high);

/// Appends a group of an OBJ file; `before` is the number of vertices written already.
void writeObjGroup(std::ostream& out, const body::Mesh& mesh, const std::string& name, std::size_t before);
void writeObj(const body::Mesh& mesh, const std::filesystem::path& file);
/// Binary, little endian.
void writePly(const body::Mesh& mesh, const std::filesystem::path& file);
/// Binary.
void writeStl(const body::Mesh& mesh, const std::filesystem::path& file);
/// One node with one mesh.
void writeGlb(const body::Mesh& mesh, const std::filesystem::path& file);

}  // namespace myo::own_model
