#include <catch2/catch.hpp>

#include "body/ray_caster.h"
#include "figures.h"
#include "generate/pose.h"

using namespace myo;
using namespace myo::generate;

namespace {

struct Containment {
    double share = 0.0;
    float farthest = 0.0F;
};

Containment containment(const std::vector<body::Structure>& structures, const body::Mesh& skin) {
    const body::RayCaster caster(skin);
    std::size_t inside = 0;
    std::size_t all = 0;
    Containment result;
    for (const body::Structure& structure : structures) {
        if (structure.kind != body::StructureKind::muscle || structure.alias()) {
            continue;
        }
        for (const glm::vec3& place : structure.mesh.positions) {
            ++all;
            if (caster.contains(place)) {
                ++inside;
            } else {
                result.farthest = std::max(result.farthest, caster.closestPoint(place)->distance);
            }
        }
    }
    result.share = static_cast<double>(inside) / static_cast<double>(all);
    return result;
}

}  // namespace

TEST_CASE("posing alone brings nearly all of the muscles under the skin") {
    const std::vector<body::Structure> muscles = buildMuscles(maleFigures().muscles, makePose(maleFigures()));
    const Containment result = containment(muscles, maleBody().skin());
    CHECK(result.share > 0.97);
    CHECK(result.farthest < 12.0F);
}

TEST_CASE("in the finished body no muscle sticks out of the skin") {
    const Containment result = containment(maleBody().structures, maleBody().skin());
    CHECK(result.share > 0.995);
    CHECK(result.farthest < 4.0F);
}

TEST_CASE("in the finished female body no muscle sticks out of the skin") {
    const body::Body& body = femaleBody();
    const Containment result = containment(body.structures, body.skin());
    CHECK(result.share > 0.98);
    CHECK(result.farthest < 4.0F);
    // She has every muscle that he has, each a solid of its own with its right side out.
    for (const body::Structure& his : maleBody().structures) {
        if (his.kind != body::StructureKind::muscle) {
            continue;
        }
        INFO(his.nodeName());
        const body::Structure* hers = body.find(his.id, his.side);
        REQUIRE(hers != nullptr);
        CHECK(closedManifold(hers->mesh));
        CHECK(signedVolume(hers->mesh) > 0.0);
    }
    // Her landmarks say how much smaller than the male she is, and survive the body's file.
    const ScratchFile file("female.glb");
    REQUIRE(body::saveBody(body, file.path()));
    const body::Body read = body::loadBody(file.path()).value();
    for (const auto& [key, place] : body.landmarks.all()) {
        INFO(key.first.value);
        CHECK(body.landmarks.size(key.first, key.second) < 0.95F);
        CHECK(read.landmarks.size(key.first, key.second) ==
              Approx(body.landmarks.size(key.first, key.second)).epsilon(0.001));
        CHECK(maleBody().landmarks.size(key.first, key.second) == 1.0F);
    }
}

TEST_CASE("muscles keep their size when they are fitted under the skin") {
    const std::vector<body::Structure> posed = buildMuscles(maleFigures().muscles, makePose(maleFigures()));
    double before = 0.0;
    double after = 0.0;
    for (const body::Structure& muscle : posed) {
        INFO(muscle.id);
        const body::Structure* fitted = maleBody().find(muscle.id, muscle.side);
        REQUIRE(fitted != nullptr);
        before += signedVolume(muscle.mesh);
        after += signedVolume(fitted->mesh);
        CHECK(signedVolume(fitted->mesh) > 0.5 * signedVolume(muscle.mesh));
    }
    CHECK(after == Approx(before).epsilon(0.03));
}

TEST_CASE("the trunk's bones stay and the arm's bones go to the skin's joints") {
    const BodyFigures& figures = maleFigures();
    const Pose pose = makePose(figures);
    const glm::dvec3 t7(0.0, 1260.0, -94.8);
    CHECK(glm::distance(pose.applyToBone("t7", t7), t7 - glm::dvec3(0.0, 3.2, 0.0)) < 2.0);
    const glm::dvec3 wrist = figures.referenceJoints.at("wrist");
    CHECK(glm::distance(pose.applyToBone("radius", wrist), figures.skin.joints.at("wrist")) < 2.0);
    const glm::dvec3 knuckle = figures.referenceJoints.at("finger3-1");
    CHECK(glm::distance(pose.applyToBone("hpp3", knuckle), figures.skin.joints.at("finger3-1")) < 2.0);
    const glm::dvec3 saddle = figures.referenceJoints.at("finger1-1");
    CHECK(glm::distance(pose.applyToBone("mc1", saddle), figures.skin.joints.at("finger1-1")) < 2.0);
}

TEST_CASE("the arm's movement has no tears: near places stay near") {
    body::Joints from = maleFigures().referenceJoints;
    for (auto& [name, place] : from) {
        place.y -= 3.2;
    }
    const ArmPose pose(from, maleFigures().maleSkin.joints);
    const std::vector<std::string> chain{"GH", "elbow", "wrist", "finger3-1", "finger3-2", "finger3-3", "finger3-tip"};
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const glm::dvec3 a = from.at(chain[i]);
        const glm::dvec3 b = from.at(chain[i + 1]);
        for (int k = 0; k < 60; ++k) {
            for (const glm::dvec3& offset : {glm::dvec3(0), glm::dvec3(4, 0, 3), glm::dvec3(-4, 0, 4)}) {
                const glm::dvec3 p = glm::mix(a, b, k / 60.0) + offset;
                const glm::dvec3 step = (b - a) / 60.0;
                const double stretch =
                    glm::distance(pose.apply(p, ArmPart::arm), pose.apply(p + step, ArmPart::arm)) / glm::length(step);
                INFO(chain[i] << " " << k);
                CHECK(stretch > 0.5);
                CHECK(stretch < 2.0);
            }
        }
    }
}

TEST_CASE("muscles know by their ends whether they move with the arm") {
    body::Joints from = maleFigures().referenceJoints;
    for (auto& [name, place] : from) {
        place.y -= 3.2;
    }
    const ArmPose pose(from, maleFigures().maleSkin.joints);
    const auto partOf = [&](const std::string& id) {
        for (const MuscleFigure& muscle : maleFigures().muscles) {
            if (muscle.id == id) {
                PieceFigure piece = muscle.pieces.front();
                for (Station& station : piece.grid) {
                    station.centre.y -= 3.2;
                }
                return pose.partOf(piece);
            }
        }
        FAIL("no muscle " << id);
        return ArmPart::trunk;
    };
    CHECK(partOf("brachialis") == ArmPart::arm);
    CHECK(partOf("palmaris_longus") == ArmPart::arm);
    CHECK(partOf("lumbricals_hand") == ArmPart::arm);
    CHECK(partOf("deltoid_middle") == ArmPart::crossing);
    CHECK(partOf("latissimus_dorsi") == ArmPart::crossing);
    CHECK(partOf("pectoralis_minor") == ArmPart::trunk);
    CHECK(partOf("serratus_anterior") == ArmPart::trunk);
    CHECK(partOf("gluteus_medius") == ArmPart::trunk);
}

TEST_CASE("the alignment meets its places and keeps the midline") {
    const Alignment alignment(maleFigures().alignment);
    for (const Alignment::Control& control : maleFigures().alignment) {
        CHECK(glm::distance(alignment.apply(control.place), control.place + control.shift) < 1e-6);
    }
    CHECK(std::abs(alignment.apply({0.0, 1550.0, 60.0}).x) < 1e-9);
    CHECK_THROWS_AS(Alignment({{{1, 2, 3}, {0, 0, 0}}, {{1, 2, 3}, {1, 0, 0}}}), std::invalid_argument);
}

TEST_CASE("the warp to another skin brings the joints along") {
    const BodyFigures female = readBodyFigures(assetFolder(), "female").value();
    const SkinWarp warp(female.maleSkin, female.skin);
    for (const char* joint : {"hip", "knee", "ankle", "elbow", "wrist", "L1_mid", "T7_mid"}) {
        INFO(joint);
        const glm::dvec3 moved = warp.applyToSkin(female.maleSkin.joints.at(joint));
        CHECK(glm::distance(moved, female.skin.joints.at(joint)) < 12.0);
    }
    const glm::dvec3 left = warp.applyToSkin({60.0, 1200.0, 20.0});
    const glm::dvec3 right = warp.applyToSkin({-60.0, 1200.0, 20.0});
    CHECK(glm::distance(left, glm::dvec3(-right.x, right.y, right.z)) < 1e-6);
}

TEST_CASE("inside the trunk the warp to another skin neither kinks nor folds") {
    const BodyFigures female = readBodyFigures(assetFolder(), "female").value();
    const SkinWarp warp(female.maleSkin, female.skin);
    constexpr double step = 15.0;  // millimetres: about as far as two stations of a muscle lie apart
    for (double y = 1000.0; y <= 1400.0; y += 40.0) {
        for (double x = -120.0; x <= 120.0; x += 40.0) {
            for (double z = -80.0; z <= 80.0; z += 40.0) {
                const glm::dvec3 place(x, y, z);
                INFO(x << ' ' << y << ' ' << z);
                const glm::dvec3 here = warp.applyInside(place);
                for (int axis = 0; axis < 3; ++axis) {
                    glm::dvec3 way(0.0);
                    way[axis] = step;
                    const glm::dvec3 after = warp.applyInside(place + way);
                    const glm::dvec3 before = warp.applyInside(place - way);
                    CHECK(glm::length(after + before - 2.0 * here) < 0.25 * step);
                    CHECK(after[axis] - before[axis] > step);
                }
            }
        }
    }
}
