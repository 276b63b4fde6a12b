#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <stop_token>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "model_files.h"
#include "own_model/import_model.h"
#include "own_model/mesh_clean.h"
#include "own_model/model_placement.h"
#include "own_model/run_apart.h"
#include "support/built_bodies.h"
#include "support/meshes.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::test;
using namespace myo::own_model;

namespace {

float heightOf(const body::Mesh& mesh) {
    const Aabb box = mesh.bounds();
    return box.high.y - box.low.y;
}

// Share of the triangles that are fifty times as long as they are high, or more.
double splinterShare(const body::Mesh& mesh) {
    const auto splinter = [&](const Triangle& t) {
        float longest = 0.0F;
        for (std::size_t k = 0; k < 3; ++k) {
            longest = std::max(longest, glm::distance(mesh.positions[t[k]], mesh.positions[t[(k + 1) % 3]]));
        }
        const glm::vec3 across =
            glm::cross(mesh.positions[t[1]] - mesh.positions[t[0]], mesh.positions[t[2]] - mesh.positions[t[0]]);
        return glm::length(across) < 0.02F * longest * longest;
    };
    return static_cast<double>(std::count_if(mesh.triangles.begin(), mesh.triangles.end(), splinter)) /
           static_cast<double>(mesh.triangles.size());
}

}  // namespace

TEST_CASE("a model keeps its shape in every format") {
    const body::Mesh skin = smallSkin();
    const auto [extension, write] =
        GENERATE(table<std::string, std::function<void(const body::Mesh&, const std::filesystem::path&)>>(
            {{"obj", writeObj}, {"ply", writePly}, {"stl", writeStl}, {"glb", writeGlb}}));
    CAPTURE(extension);
    const ScratchFile file("model." + extension);
    write(skin, file.path());
    const auto model = importModel(file.path());
    INFO((model ? "" : model.problem().text()));
    REQUIRE(model.ok());
    CHECK(model.value().fileTriangles == skin.triangles.size());
    CHECK(heightOf(model.value().skin) == Approx(heightOf(skin)).epsilon(1e-4));
    CHECK(openEdgeShare(model.value().skin) == 0.0F);
    CHECK(model.value().skin.normals.size() == model.value().skin.positions.size());
    CHECK(signedVolume(model.value().skin) > 0.0);
}

TEST_CASE("what is no skin is left out of a model") {
    const body::Mesh skin = smallSkin();
    const ScratchFile file("helpers.obj");
    {
        std::ofstream out(file.path());
        writeObjGroup(out, skin, "body", 0);
        body::Mesh cube = boxMesh({-50, -50, -50}, {50, 50, 50});
        writeObjGroup(out, cube, "joint-l-knee", skin.positions.size());
        for (glm::vec3& p : cube.positions) {
            p = p * 0.1F + glm::vec3(0, 1600, 300);
        }
        writeObjGroup(out, cube, "bead", skin.positions.size() + cube.positions.size());
    }
    const auto model = importModel(file.path());
    REQUIRE(model.ok());
    CHECK(model.value().skin.bounds().high.z == Approx(skin.bounds().high.z).margin(0.5));
    CHECK(model.value().notes.size() == 2);  // one about the helper, one about the bead
}

TEST_CASE("a surface that is inside out is turned") {
    body::Mesh skin = smallSkin();
    for (Triangle& t : skin.triangles) {
        std::swap(t[1], t[2]);
    }
    const ScratchFile file("inside_out.ply");
    writePly(skin, file.path());
    const auto model = importModel(file.path());
    REQUIRE(model.ok());
    CHECK(signedVolume(model.value().skin) > 0.0);
}

TEST_CASE("large models are simplified and coarse ones divided, so that zones can be painted") {
    body::Mesh large = subdivided(subdivided(smallSkin()));
    const ScratchFile file("large.ply");
    writePly(large, file.path());
    const auto model = importModel(file.path());
    REQUIRE(model.ok());
    CHECK(model.value().fileTriangles == large.triangles.size());
    CHECK(model.value().skin.triangles.size() < 2 * paintingTriangles);
    CHECK(model.value().skin.triangles.size() > paintingTriangles / 3);
    CHECK(heightOf(model.value().skin) == Approx(heightOf(large)).epsilon(2e-3));
    CHECK(splinterShare(model.value().skin) < 0.005);
}

TEST_CASE("a file that is no model gets a sentence that names it and says what to do") {
    const auto problemOf = [](const std::string& name, const std::string& content) {
        const ScratchFile file(name);
        std::ofstream(file.path(), std::ios::binary) << content;
        const auto model = importModel(file.path());
        REQUIRE(!model.ok());
        const std::string text = model.problem().text();
        CHECK_THAT(text, Catch::Contains(name));
        CHECK(!model.problem().expected.empty());
        return text;
    };
    CHECK_THAT(problemOf("empty.obj", ""), Catch::Contains("empty"));
    CHECK_THAT(problemOf("words.obj", "these are only words and no model at all, whoever may look at them\n"),
               Catch::Contains("model"));
    CHECK_THAT(problemOf("cut.glb", std::string("glTF\x02\0\0\0\xFF\xFF\0\0", 12)), Catch::Contains("read"));
    CHECK_THAT(problemOf("cut.ply",
                         "ply\nformat binary_little_endian 1.0\nelement vertex 99999999\n"
                         "property float x\nproperty float y\nproperty float z\nend_header\n"),
               Catch::Contains("cut short"));
    CHECK_THAT(problemOf("model.txt", "v 0 0 0"), Catch::Contains("format"));
    CHECK_THAT(problemOf("one.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"), Catch::Contains("triangle"));
    CHECK_THAT(importModel("no/such/model.glb").problem().text(), Catch::Contains("no such file"));
}

TEST_CASE("what a compressed file asks for is named, with a way to write it without") {
    for (const auto& [extension, word] :
         {std::pair{"EXT_meshopt_compression", "meshopt"}, std::pair{"KHR_draco_mesh_compression", "Draco"},
          std::pair{"KHR_texture_basisu", "KTX2"}}) {
        std::string json = fmt::format(R"({{"asset":{{"version":"2.0"}},"extensionsRequired":["{}"]}})", extension);
        const ScratchFile text("compressed.gltf", json);
        json.resize((json.size() + 3) / 4 * 4, ' ');
        const std::string header("glTF\x02\0\0\0\0\0\0\0", 12);
        const ScratchFile binary("compressed.glb",
                                 header + std::string({static_cast<char>(json.size()), 0, 0, 0}) + "JSON" + json);
        for (const ScratchFile* file : {&text, &binary}) {
            const auto model = importModel(file->path());
            REQUIRE(!model.ok());
            CHECK_THAT(model.problem().text(), Catch::Contains("compressed.gl") && Catch::Contains(extension) &&
                                                   Catch::Contains(word) && Catch::Contains("without compression"));
        }
    }
}

TEST_CASE("files that break the import library are refused with a sentence") {
    const auto problemOf = [](const std::string& name, const std::string& content) {
        const ScratchFile file(name, content);
        const auto model = importModel(file.path());
        REQUIRE(!model.ok());
        CHECK_THAT(model.problem().text(), Catch::Contains(name) && Catch::Contains("export it again"));
        return model.problem().what;
    };
    // A list without an end: reading it never ends.
    CHECK_THAT(problemOf("endless.ply", "ply\nformat ascii 1.0\nelement vertex 8\nproperty f"),
               Catch::Contains("cannot be read"));
    // Nodes that share children: each level doubles what has to be read.
    std::string nodes;
    constexpr int levels = 30;
    for (int i = 0; i < levels; ++i) {
        nodes += fmt::format(R"({{"children":[{},{}]}},{{"children":[{},{}]}},)", 2 * i + 2, 2 * i + 3, 2 * i + 2,
                             2 * i + 3);
    }
    CHECK_THAT(
        problemOf("doubling.gltf", R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0,1]}],"nodes":[)" +
                                       nodes + R"({"name":"a"},{"name":"b"}]})"),
        Catch::Contains("cannot be read"));
}

TEST_CASE("a model opens no files outside its folder, and no pipes") {
    const auto modelWith = [](const std::string& buffer) {
        return R"({"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],)"
               R"("meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"buffers":[{"byteLength":36,"uri":")" +
               buffer +
               R"("}],"bufferViews":[{"buffer":0,"byteLength":36}],)"
               R"("accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}]})";
    };
    const ScratchFile beside("beside.bin", std::string(36, '\0'));
    const ScratchFile reads("reads.gltf", modelWith(beside.path().filename().string()));
    CHECK_THAT(importModel(reads.path()).problem().what, Catch::Contains("usable triangles"));
    const ScratchFile outside("outside.gltf", modelWith("../etc/passwd"));
    CHECK_THAT(importModel(outside.path()).problem().what, Catch::Contains("cannot be read"));
    const ScratchFile pipe("pipe.bin");
    REQUIRE(::mkfifo(pipe.path().c_str(), 0600) == 0);
    const ScratchFile waits("waits.gltf", modelWith(pipe.path().filename().string()));
    CHECK_THAT(importModel(waits.path()).problem().what, Catch::Contains("cannot be read"));
}

TEST_CASE("work in a copy of the process ends with it, however it ends") {
    const auto end = [](const std::function<std::string()>& work, const std::stop_token& stop = {}) {
        return runApart({std::uint64_t{256} << 20U, 1}, {}, stop, [&](const ProgressReport&) { return work(); });
    };
    CHECK(end([] { return std::string("done"); }).bytes == "done");
    CHECK(end([]() -> std::string { std::abort(); }).end == ApartEnd::crashed);
    CHECK(end([]() -> std::string {
              ::raise(SIGSEGV);
              return {};
          }).end == ApartEnd::crashed);
    CHECK(end([]() -> std::string { throw std::runtime_error("words"); }).bytes == "words");
    CHECK(end([] { return std::string(std::size_t{4} << 30U, 'x'); }).end == ApartEnd::noMemory);
    const auto forever = []() -> std::string {
        for (std::atomic<int> rounds = 0; rounds >= 0; rounds = 1) {
        }
        return {};
    };
    CHECK(end(forever).end == ApartEnd::tooLong);
    const auto waits = [](const ProgressReport&) -> std::string {
        for (;;) {
            ::pause();  // as if for a lock that nobody gives back
        }
    };
    CHECK(runApart({std::uint64_t{256} << 20U, 1, 0.2}, {}, {}, waits).end == ApartEnd::stoodStill);
    std::stop_source stop;
    stop.request_stop();
    CHECK(end(forever, stop.get_token()).end == ApartEnd::cancelled);
    float last = 0.0F;
    CHECK(runApart(
              {std::uint64_t{256} << 20U, 5}, [&](float share) { last = share; }, {},
              [](const ProgressReport& report) {
                  report(0.25F);
                  report(0.5F);
                  return std::string();
              })
              .end == ApartEnd::done);
    CHECK(last == 0.5F);
}

TEST_CASE("coordinates that are not numbers are refused") {
    body::Mesh skin = smallSkin();
    skin.positions[7].y = std::nanf("");
    const ScratchFile file("nan.stl");
    writeStl(skin, file.path());
    const auto model = importModel(file.path());
    REQUIRE(!model.ok());
    CHECK_THAT(model.problem().text(), Catch::Contains("not a number"));
}

TEST_CASE("an import can be cancelled and tells how far it is") {
    const ScratchFile file("model.ply");
    writePly(smallSkin(), file.path());
    std::stop_source stop;
    stop.request_stop();
    CHECK(!importModel(file.path(), {}, stop.get_token()).ok());
    float last = 0.0F;
    CHECK(importModel(file.path(), [&](float share) { last = share; }).ok());
    CHECK(last == 1.0F);
}

TEST_CASE("unit, up axis and facing of a model are found out") {
    struct Way {
        glm::mat3 turn;  // from the body's frame to the file's
        float scale;
        std::string up;
        std::string facing;
        std::string unit;
    };
    const glm::mat3 same(1.0F);
    const glm::mat3 zUp(glm::vec3(1, 0, 0), glm::vec3(0, 0, 1), glm::vec3(0, -1, 0));     // y -> z, z -> -y
    const glm::mat3 about(glm::vec3(-1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(0, 0, -1));  // half a turn
    const glm::mat3 xUp(glm::vec3(0, 0, 1), glm::vec3(1, 0, 0), glm::vec3(0, 1, 0));      // y -> x, z -> y
    const glm::mat3 headDown(glm::vec3(1, 0, 0), glm::vec3(0, -1, 0), glm::vec3(0, 0, -1));
    const std::vector<Way> ways{{same, 0.001F, "+y", "+z", "m"},
                                {zUp, 0.1F, "+z", "-y", "cm"},
                                {about, 1.0F, "+y", "-z", "mm"},
                                {xUp, 0.01F, "+x", "+y", "dm"},
                                {headDown, 1 / 25.4F, "-y", "-z", "in"}};
    const body::Mesh skin = smallSkin();
    for (const Way& way : ways) {
        body::Mesh turned = skin;
        for (glm::vec3& p : turned.positions) {
            p = way.scale * (way.turn * p) + glm::vec3(3.0F, -2.0F, 5.0F) * way.scale;
        }
        const ModelPlacement frame = findPlacement(turned);
        CHECK(frame.up.text() == way.up);
        CHECK(frame.facing.text() == way.facing);
        CHECK(frame.unit == way.unit);
        CHECK(frame.notes.empty());
        const body::Mesh back = placed(turned, frame);
        float worst = 0.0F;
        for (std::size_t v = 0; v < skin.positions.size(); ++v) {
            // The depth at which a model stands is a matter of convention; millimetres do not matter there.
            glm::vec3 miss = glm::abs(back.positions[v] - skin.positions[v]);
            worst = std::max({worst, miss.x, miss.y, miss.z - 15.0F});
        }
        CHECK(worst < 1.0F);
    }
}

TEST_CASE("what the user says about unit and axes is believed") {
    body::Mesh skin = smallSkin();
    PlacementOptions options;
    options.up = FileAxis::parse("y");
    options.facing = FileAxis::parse("-z");
    options.unitMm = unitMillimetres("cm");
    const ModelPlacement frame = findPlacement(skin, options);
    CHECK(frame.facing.text() == "-z");
    CHECK(frame.scale == 10.0F);
    CHECK(!FileAxis::parse("w").has_value());
    CHECK(!FileAxis::parse("").has_value());
    CHECK(!unitMillimetres("yard").has_value());
}

TEST_CASE("a height that no unit explains is made plausible and mentioned") {
    body::Mesh skin = smallSkin();
    for (glm::vec3& p : skin.positions) {
        p *= 0.1234F * 0.004F;
    }
    const ModelPlacement frame = findPlacement(skin);
    CHECK(frame.unit.empty());
    CHECK(frame.notes.size() == 1);
    CHECK(heightOf(placed(skin, frame)) == Approx(1750.0F).margin(1.0));
}
