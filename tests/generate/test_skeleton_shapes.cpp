// The table of bones and the shapes that it is made of.
#include <cmath>

#include <catch2/catch.hpp>

#include "figures.h"
#include "generate/bone_nets.h"
#include "generate/bone_shape.h"
#include "generate/bone_simplify.h"
#include "generate/skeleton.h"

using namespace myo;
using namespace myo::generate;

namespace {

std::string problemOf(const std::string& rows) {
    const ScratchFile file("skeleton.tsv", rows);
    const auto bones = readSkeleton(file.path());
    return bones ? std::string("none") : bones.problem().text();
}

BoneFigure boneOf(const std::string& parts, const std::string& side = "left", const std::string& triangles = "0") {
    const ScratchFile file("shape.tsv", "bone\tb\t" + side + "\t1\t" + triangles + "\n" + parts);
    return readSkeleton(file.path()).value().front();
}

const std::string ball10 = "part\tmain\tball\t+\t0\tx y\t0 0 0 10 10 10\n";

}  // namespace

TEST_CASE("a broken table of bones is named with file, line and column", "[skeleton]") {
    const std::string bone = "bone\tb\tleft\t2\t0\n";
    const std::string ball = "part\tmain\tball\t+\t0\tx y\t1 2 3 4 5 6\n";
    CHECK(problemOf(bone + ball) == "none");
    CHECK(problemOf("# comment\nbone\tb\tmid\t2,3,2\t10\tcartilage\n" + ball) == "none");
    CHECK_THAT(problemOf("bon\tb\n"), Catch::Contains("skeleton.tsv:1:1: ") && Catch::Contains("bone or part"));
    CHECK_THAT(problemOf(ball), Catch::Contains(":1:1: ") && Catch::Contains("without a bone"));
    CHECK_THAT(problemOf(bone), Catch::Contains(":1:1: ") && Catch::Contains("no parts"));
    CHECK_THAT(problemOf("bone\tb\ttop\t2\t0\n" + ball), Catch::Contains(":1:8: ") && Catch::Contains("left or mid"));
    CHECK_THAT(problemOf("bone\tb\tleft\t0.01\t0\n" + ball), Catch::Contains(":1:13: "));
    CHECK_THAT(problemOf("bone\tb\tleft\t2\tmany\n" + ball), Catch::Contains(":1:15: "));
    CHECK_THAT(problemOf("bone\tb\tleft\t2\t0\tjelly\n" + ball), Catch::Contains(":1:17: "));
    CHECK_THAT(problemOf(bone + ball + bone + ball), Catch::Contains(":3:6: "));
    CHECK_THAT(problemOf(bone + "part\tm\tcube\t+\t0\tx y\t1\n"), Catch::Contains(":2:8: "));
    CHECK_THAT(problemOf(bone + "part\tm\tball\t*\t0\tx y\t1 2 3 4 5 6\n"), Catch::Contains(":2:13: "));
    CHECK_THAT(problemOf(bone + "part\tm\tball\t-\t0\tx y\t1 2 3 4 5 6\n"), Catch::Contains("takes away"));
    CHECK_THAT(problemOf(bone + "part\tm\tball\t+\t0\tx\t1 2 3 4 5 6\n"), Catch::Contains(":2:17: "));
    CHECK_THAT(problemOf(bone + "part\tm\tball\t+\t0\tx y\t1 2 3 4 5\n"), Catch::Contains(":2:21: "));
    CHECK_THAT(problemOf(bone + "part\tm\tball\t+\t0\tx y\t1 2 nan 4 5 6\n"), Catch::Contains(":2:25: "));
    CHECK_THAT(problemOf(bone + "part\tm\tstar\t+\t0\t99 0 1 1 1\t0 0 0 1\n"), Catch::Contains("header"));
    CHECK_THAT(problemOf(bone + "part\tm\tloft\t+\t0\t2 0 x\t0 0 0 0 1 0\n"), Catch::Contains("header"));
    CHECK_THAT(problemOf(bone + ball + "part\tf\tfield\t+\t0\t2 2 2 5 0 0 0\t8 1\n"), Catch::Contains("node 8"));
    CHECK_THAT(problemOf("# nothing\n"), Catch::Contains("no bones"));
    CHECK_THAT(readSkeleton("/nowhere/skeleton.tsv").problem().text(), Catch::Contains("cannot be read"));
}

TEST_CASE("distances of simple shapes are what geometry says", "[skeleton]") {
    const BoneShape ball(boneOf(ball10));
    CHECK(ball.distance({14, 0, 0}) == Approx(4.0));
    CHECK(ball.distance({0, -7, 0}) == Approx(-3.0));
    const BoneShape beam(boneOf("part\tm\tbeam\t+\t0\tx\t0 0 0 0 20 0 3 3 3 3\n"));
    CHECK(beam.distance({8, 10, 0}) == Approx(5.0));
    CHECK(beam.distance({0, 27, 0}) == Approx(4.0));
    const BoneShape star(boneOf("part\tm\tstar\t+\t0\t0 0 1 1 1\t1 2 3 5\n"));
    CHECK(star.distance({1, 2, 11}) == Approx(3.0));
    const BoneShape cut(boneOf(ball10 + "part\thole\tball\t-\t0\tx y\t10 0 0 6 6 6\n"));
    CHECK(cut.distance({7, 0, 0}) > 0.0);
    CHECK(cut.distance({-7, 0, 0}) < 0.0);
    const BoneShape twin(boneOf("part\tm\tball\t+\t0\tx y\t20 0 0 5 5 5\n", "mid"));
    CHECK(twin.distance({-20, 0, 0}) == Approx(-5.0));
}

TEST_CASE("a loft is a closed tube around its curve", "[skeleton]") {
    const BoneFigure tube = boneOf("part\tm\tloft\t+\t0\t5 0 x\t0 0 0 0 2 0 0 20 0 0 38 0 0 40 0 4 4 4\n");
    const body::Mesh mesh = drawBone(tube);
    CHECK(closedManifold(mesh));
    CHECK(signedVolume(mesh) == Approx(3.14159 * 16 * 38).epsilon(0.15));
    const BoneShape shape(tube);
    CHECK(shape.distance({7, 20, 0}) == Approx(3.0).margin(0.1));
    CHECK(shape.distance({0, 50, 0}) == Approx(10.0).margin(0.5));
}

TEST_CASE("a drawn ball has the right size, few triangles and a manifold surface, whole or from its half",
          "[skeleton]") {
    for (const char* side : {"left", "mid"}) {
        INFO(side);
        const body::Mesh mesh = drawBone(boneOf(ball10 + "part\tm\tball\t+\t2\tx y\t0 0 0 9 9 9\n", side, "400"));
        CHECK(closedManifold(mesh));
        CHECK(mesh.triangles.size() <= 400);
        CHECK(mesh.triangles.size() > 300);
        const double radius = std::cbrt(signedVolume(mesh) * 3 / (4 * 3.14159265));
        CHECK(radius == Approx(10.2).margin(0.3));
        double worst = 0.0;
        for (const glm::vec3& p : mesh.positions) {
            worst = std::max(worst, std::abs(static_cast<double>(glm::length(p)) - radius));
        }
        CHECK(worst < 0.5);
    }
}

TEST_CASE("surfaces stay manifold where samples touch only at corners", "[skeleton]") {
    // A wild function: every cell is ambiguous somewhere.
    const auto wild = [](const glm::dvec3& p) {
        return std::sin(2.1 * p.x) * std::sin(1.9 * p.y + 0.3) * std::sin(2.3 * p.z + 0.7) +
               0.05 * (glm::length(p) - 6.0);
    };
    PartBox box;
    box.add({0, 0, 0}, 7.0);
    const TriangleMesh drawn = surfaceNets(wild, box, {glm::dvec3(1.0), false, true});
    body::Mesh mesh;
    mesh.positions.assign(drawn.positions.begin(), drawn.positions.end());
    mesh.triangles = drawn.triangles;
    CHECK(mesh.triangles.size() > 200);
    CHECK(closedManifold(mesh));
    CHECK(signedVolume(mesh) > 0.0);
}

TEST_CASE("crumbs are swept away, larger pieces are kept", "[skeleton]") {
    const body::Mesh mesh = drawBone(boneOf(ball10 + "part\tcrumb\tball\t+\t0\tx y\t30 0 0 1.2 1.2 1.2\n" +
                                            "part\tpiece\tball\t+\t0\tx y\t0 30 0 6 6 6\n"));
    const Aabb box = mesh.bounds();
    CHECK(box.high.x < 12.0F);
    CHECK(box.high.y > 34.0F);
}
