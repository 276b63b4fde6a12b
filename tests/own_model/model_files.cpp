#include "model_files.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "body/joints.h"
#include "own_model/fit_math.h"
#include "own_model/mesh_clean.h"
#include "support/built_bodies.h"
#include "support/meshes.h"
#include "support/scratch_file.h"

namespace myo::own_model {

using namespace test;

namespace {

template <class T>
void put(std::string& bytes, const T& value) {
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof(T));
    std::memcpy(bytes.data() + at, &value, sizeof(T));
}

void save(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

const body::Joints& maleJoints() {
    static const body::Joints joints = body::readJoints(assetFolder() / "joints_male.tsv").value();
    return joints;
}

const body::Mesh& smallSkin() {
    static const body::Mesh skin = simplified(maleBody().skin(), 20'000);
    return skin;
}

float armShare(const glm::vec3& place) {
    const glm::vec3 shoulder(maleJoints().at("GH"));
    const glm::vec3 elbow(maleJoints().at("elbow"));
    const glm::vec3 p = place.x >= 0.0F ? place : mirrored(place);
    // Grows over the shoulder, along the arm and away from the trunk.
    const glm::vec3 arm = glm::normalize(elbow - shoulder);
    const float along = glm::dot(p - shoulder, arm);
    const float beside = p.x - (shoulder.x + arm.x * along);
    return glm::smoothstep(-60.0F, 90.0F, along + 0.5F * beside) * glm::smoothstep(-75.0F, -45.0F, beside);
}

glm::vec3 withRaisedArms(const glm::vec3& place, float degrees) {
    const glm::vec3 shoulder(maleJoints().at("GH"));
    const bool left = place.x >= 0.0F;
    const float angle = armShare(place) * degrees * 3.14159265F / 180.0F;
    const glm::vec3 moved = shoulder + rotationAbout({0, 0, 1}, angle) * ((left ? place : mirrored(place)) - shoulder);
    return left ? moved : mirrored(moved);
}

body::Mesh raisedArms(float degrees) {
    body::Mesh mesh = smallSkin();
    for (glm::vec3& p : mesh.positions) {
        p = withRaisedArms(p, degrees);
    }
    return mesh;
}

body::Mesh boxMesh(const glm::vec3& low, const glm::vec3& high) {
    body::Mesh mesh;
    for (int corner = 0; corner < 8; ++corner) {
        mesh.positions.emplace_back((corner & 1) != 0 ? high.x : low.x, (corner & 2) != 0 ? high.y : low.y,
                                    (corner & 4) != 0 ? high.z : low.z);
    }
    mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                      {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
    return mesh;
}

void writeObjGroup(std::ostream& out, const body::Mesh& mesh, const std::string& name, std::size_t before) {
    out << "g " << name << '\n';
    for (const glm::vec3& p : mesh.positions) {
        out << fmt::format("v {} {} {}\n", p.x, p.y, p.z);
    }
    for (const Triangle& t : mesh.triangles) {
        out << fmt::format("f {} {} {}\n", before + t[0] + 1, before + t[1] + 1, before + t[2] + 1);
    }
}

void writeObj(const body::Mesh& mesh, const std::filesystem::path& file) {
    std::ofstream out(file);
    writeObjGroup(out, mesh, "model", 0);
}

void writePly(const body::Mesh& mesh, const std::filesystem::path& file) {
    std::string bytes = fmt::format(
        "ply\nformat binary_little_endian 1.0\nelement vertex {}\nproperty float x\nproperty float y\n"
        "property float z\nelement face {}\nproperty list uchar int vertex_indices\nend_header\n",
        mesh.positions.size(), mesh.triangles.size());
    for (const glm::vec3& p : mesh.positions) {
        put(bytes, p);
    }
    for (const Triangle& t : mesh.triangles) {
        put(bytes, std::uint8_t{3});
        put(bytes, t);
    }
    save(file, bytes);
}

void writeStl(const body::Mesh& mesh, const std::filesystem::path& file) {
    std::string bytes(80, ' ');
    put(bytes, static_cast<std::uint32_t>(mesh.triangles.size()));
    for (const Triangle& t : mesh.triangles) {
        put(bytes, glm::vec3(0.0F));
        for (const std::uint32_t corner : t) {
            put(bytes, mesh.positions[corner]);
        }
        put(bytes, std::uint16_t{0});
    }
    save(file, bytes);
}

void writeGlb(const body::Mesh& mesh, const std::filesystem::path& file) {
    std::string binary;
    for (const glm::vec3& p : mesh.positions) {
        put(binary, p);
    }
    const std::size_t indices = binary.size();
    for (const Triangle& t : mesh.triangles) {
        put(binary, t);
    }
    const Aabb box = mesh.bounds();
    std::string json = fmt::format(
        R"({{"asset":{{"version":"2.0"}},"scene":0,"scenes":[{{"nodes":[0]}}],"nodes":[{{"mesh":0,"name":"model"}}],)"
        R"("meshes":[{{"primitives":[{{"attributes":{{"POSITION":0}},"indices":1}}]}}],"buffers":[{{"byteLength":{}}}],)"
        R"("bufferViews":[{{"buffer":0,"byteLength":{}}},{{"buffer":0,"byteOffset":{},"byteLength":{}}}],)"
        R"("accessors":[{{"bufferView":0,"componentType":5126,"count":{},"type":"VEC3","min":[{},{},{}],)"
        R"("max":[{},{},{}]}},{{"bufferView":1,"componentType":5125,"count":{},"type":"SCALAR"}}]}})",
        binary.size(), indices, indices, binary.size() - indices, mesh.positions.size(), box.low.x, box.low.y,
        box.low.z, box.high.x, box.high.y, box.high.z, mesh.triangles.size() * 3);
    json.resize((json.size() + 3) / 4 * 4, ' ');
    std::string bytes = "glTF";
    put(bytes, std::uint32_t{2});
    put(bytes, static_cast<std::uint32_t>(12 + 8 + json.size() + 8 + binary.size()));
    put(bytes, static_cast<std::uint32_t>(json.size()));
    bytes += "JSON" + json;
    put(bytes, static_cast<std::uint32_t>(binary.size()));
    bytes += std::string("BIN\0", 4) + binary;
    save(file, bytes);
}

}  // namespace myo::own_model
