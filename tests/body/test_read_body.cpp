// Body files of other hands: what glTF allows, and what somebody wrote to break the reader.
#include <array>
#include <cstring>
#include <limits>
#include <random>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "body/body.h"
#include "glb_text.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::test;
using namespace myo::body;

namespace {

// Three corners in metres, each followed by a float that nobody asks for; then the corners of a face as bytes.
std::string triangleBytes() {
    const std::array<float, 12> floats{0, 0, 0, 7, 1, 0, 0, 7, 0, 1, 0, 7};
    std::string bytes(sizeof floats, '\0');
    std::memcpy(bytes.data(), floats.data(), sizeof floats);
    return bytes + std::string("\0\1\2\0", 4);
}

// A skin of one triangle in a turned node of a moved group, with a landmark.
const std::string sound =
    R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[3]}],"nodes":[)"
    R"({"name":"skin.mid","mesh":0,"rotation":[0,0,0.70710678,0.70710678]},)"
    R"({"name":"skin","children":[0],"translation":[0,0,2]},)"
    R"({"name":"landmark/chin.mid","matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0.5,0.25,0,1]},)"
    R"({"name":"drawn","children":[1,2]}],)"
    R"("meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1,"mode":4}]}],)"
    R"("accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"},)"
    R"({"bufferView":1,"componentType":5121,"count":3,"type":"SCALAR"}],)"
    R"("bufferViews":[{"buffer":0,"byteLength":48,"byteStride":16},{"buffer":0,"byteOffset":48,"byteLength":3}],)"
    R"("buffers":[{"byteLength":52}]})";

Result<Body> bodyOf(const std::string& json, const std::string& binary = triangleBytes()) {
    const ScratchFile file("hand.glb", glbOf(json, binary));
    return loadBody(file.path());
}

}  // namespace

TEST_CASE("strides, bytes as corners, turned nodes and matrices are understood") {
    const auto read = bodyOf(sound);
    INFO((read ? std::string() : read.problem().text()));
    REQUIRE(read.ok());
    const Body& body = read.value();
    CHECK(body.identity.name == "drawn");
    REQUIRE(body.skin().positions.size() == 3);
    // A quarter turn about z takes x to y.
    CHECK(glm::distance(body.skin().positions[1], glm::vec3(0, 1000, 2000)) < 0.01F);
    CHECK(glm::distance(body.skin().positions[2], glm::vec3(-1000, 0, 2000)) < 0.01F);
    CHECK(body.skin().triangles == std::vector<Triangle>{{0, 1, 2}});
    CHECK(glm::distance(body.skin().normals[0], glm::vec3(0, 0, 1)) < 0.001F);
    CHECK(body.landmarks.find(LandmarkId("chin"), Side::left) == glm::vec3(500, 250, 0));
}

TEST_CASE("files that refer to what they do not have are refused and named") {
    const std::array<std::pair<const char*, const char*>, 22> ways{{
        {R"("mesh":0)", R"("mesh":1)"},
        {R"("mesh":0)", R"("mesh":-1)"},
        {R"("mesh":0)", R"("mesh":"x")"},
        {R"("children":[1,2])", R"("children":[1,9])"},
        {R"("children":[1,2])", R"("children":[1,3])"},
        {R"("children":[1,2])", R"("children":[1,1])"},
        {R"("children":[0])", R"("children":[0,2])"},
        {R"("POSITION":0)", R"("POSITION":5)"},
        {R"("POSITION":0)", R"("NORMAL":0)"},
        {R"("indices":1)", R"("indices":0)"},
        {R"("mode":4)", R"("mode":1)"},
        {R"("count":3,"type":"SCALAR")", R"("count":2,"type":"SCALAR")"},
        {R"("count":3,"type":"SCALAR")", R"("count":6148914691236517206,"type":"SCALAR")"},
        {R"("count":3,"type":"VEC3")", R"("count":4,"type":"VEC3")"},
        {R"("count":3,"type":"VEC3")", R"("count":2,"type":"VEC3")"},
        {R"("type":"VEC3")", R"("type":"MAT4")"},
        {R"("byteLength":48,)", R"("byteLength":18446744073709551600,)"},
        {R"("byteOffset":48,)", R"("byteOffset":18446744073709551615,)"},
        {R"("byteStride":16)", R"("byteStride":1)"},
        {R"("componentType":5126)", R"("componentType":5123)"},
        {R"("rotation":[0,0,)", R"("rotation":[0,1e39,)"},
        {R"("scenes":[{"nodes":[3]}])", R"("scenes":[])"},
    }};
    for (const auto& [piece, by] : ways) {
        INFO(by);
        const std::string json = replaced(sound, piece, by);
        REQUIRE(json != sound);
        const auto read = bodyOf(json);
        REQUIRE(!read.ok());
        CHECK_THAT(read.problem().text(), Catch::Contains("hand.glb"));
    }
}

TEST_CASE("numbers that are none are refused") {
    std::string binary = triangleBytes();
    const float none = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(binary.data() + 16, &none, sizeof none);
    CHECK_THAT(bodyOf(sound, binary).problem().text(), Catch::Contains("not a number"));
    binary = triangleBytes();
    binary[49] = 3;
    CHECK_THAT(bodyOf(sound, binary).problem().text(), Catch::Contains("a corner that the mesh lacks"));
}

TEST_CASE("nodes very deep within each other are refused") {
    const auto bodyWithNodes = [](const std::string& nodes) {
        const std::size_t from = sound.find(R"("nodes":[{)");
        return bodyOf(R"({"scene":0,"scenes":[{"nodes":[0]}],"nodes":[)" + nodes +
                      sound.substr(sound.find("],\"meshes\"", from)));
    };
    std::string chain;
    for (int i = 1; i < 100000; ++i) {
        chain += fmt::format(R"({{"children":[{}]}},)", i);
    }
    CHECK_THAT(bodyWithNodes(chain + "{}").problem().text(), Catch::Contains("deep within each other"));
}

TEST_CASE("whatever becomes of a body file's bytes, reading ends with a body or a sentence") {
    std::mt19937 random(7);
    const std::string whole = glbOf(sound, triangleBytes());
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = whole;
        for (std::size_t cut = 1 + random() % 4; cut > 0; --cut) {
            const std::size_t at = random() % bytes.size();
            if (random() % 2 == 0) {
                bytes[at] = static_cast<char>(random() % 256);
            } else {
                bytes[at] = static_cast<char>('0' + random() % 10);
            }
        }
        const ScratchFile file("noise.glb", bytes);
        const auto read = loadBody(file.path());
        CHECK((read.ok() || read.problem().text().find("noise.glb") != std::string::npos));
    }
}
