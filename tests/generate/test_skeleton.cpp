// What a user notices about the bones of the finished bodies: all there, whole, in place, under the skin.
#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "figures.h"
#include "generate/skeleton.h"
#include "generate/skeleton_fit.h"

using namespace myo;
using namespace myo::generate;

namespace {

const std::vector<body::Structure>& drawnSkeleton() {
    static const std::vector<body::Structure> bones = drawSkeleton(maleFigures().bones);
    return bones;
}

bool isBone(const body::Structure& structure) {
    return structure.kind == body::StructureKind::bone || structure.kind == body::StructureKind::cartilage;
}

// Structures of the male body on all sides whose names begin so.
std::ptrdiff_t count(const std::vector<std::string>& beginnings) {
    const std::vector<body::Structure>& all = maleBody().structures;
    return std::count_if(all.begin(), all.end(), [&](const body::Structure& s) {
        return isBone(s) && std::any_of(beginnings.begin(), beginnings.end(),
                                        [&](const std::string& name) { return s.id.starts_with(name); });
    });
}

const body::Structure& drawn(const std::string& id) {
    return *std::find_if(drawnSkeleton().begin(), drawnSkeleton().end(),
                         [&](const body::Structure& s) { return s.id == id; });
}

struct BoneContainment {
    double share = 0.0;
    float farthest = 0.0F;
    std::string where;
};

BoneContainment bonesWithin(const std::vector<body::Structure>& structures, const body::Mesh& skin) {
    const body::RayCaster caster(skin);
    std::size_t inside = 0;
    std::size_t all = 0;
    BoneContainment result;
    for (const body::Structure& structure : structures) {
        // Teeth show between the lips.
        if (!isBone(structure) || structure.side == BodySide::right || structure.id.starts_with("tooth")) {
            continue;
        }
        for (const glm::vec3& place : structure.mesh.positions) {
            ++all;
            if (caster.contains(place)) {
                ++inside;
                continue;
            }
            const float outside = caster.closestPoint(place)->distance;
            if (outside > result.farthest) {
                result.farthest = outside;
                result.where = structure.id;
            }
        }
    }
    result.share = static_cast<double>(inside) / static_cast<double>(all);
    return result;
}

}  // namespace

TEST_CASE("every bone is closed, outward and within its budget of triangles", "[skeleton]") {
    REQUIRE(drawnSkeleton().size() == maleFigures().bones.size());
    for (std::size_t i = 0; i < drawnSkeleton().size(); ++i) {
        const body::Structure& bone = drawnSkeleton()[i];
        INFO(bone.id);
        CHECK(closedManifold(bone.mesh));
        CHECK(signedVolume(bone.mesh) > 50.0);
        const int most = maleFigures().bones[i].triangles;
        CHECK((most == 0 || static_cast<int>(bone.mesh.triangles.size()) <= most + 2));
    }
}

TEST_CASE("the whole skeleton is there", "[skeleton]") {
    std::ptrdiff_t presacral = 0;
    for (const auto& [letter, last] : {std::pair("c", 7), std::pair("t", 12), std::pair("l", 5)}) {
        for (int i = 1; i <= last; ++i) {
            const body::Structure* vertebra = maleBody().find(fmt::format("{}{}", letter, i), BodySide::mid);
            presacral += vertebra != nullptr && vertebra->kind == body::StructureKind::bone ? 1 : 0;
        }
    }
    CHECK(presacral == 24);
    CHECK(count({"rib"}) == 24);
    CHECK(count({"tooth"}) == 28);
    CHECK(count({"scaphoid", "lunate", "triquetral", "pisiform", "trapezium", "trapezoid", "capitate", "hamate", "mc",
                 "hpp", "hmp", "hdp"}) == 2 * 27);
    CHECK(count({"talus", "calcaneus", "navicular", "cuboid", "medial_cun", "intermediate_cun", "lateral_cun", "mt",
                 "fpp", "fmp", "fdp"}) == 2 * 26);
    CHECK(count({"sesamoid"}) == 2 * 2);
    CHECK(count({"disc_"}) == 23);
    for (const char* bone :
         {"cranium", "mandible", "hyoid", "sacrum", "coccyx", "manubrium", "sternum", "xiphoid", "clavicle", "scapula",
          "humerus", "radius", "ulna", "hip", "femur", "patella", "tibia", "fibula"}) {
        INFO(bone);
        const body::Structure* found = maleBody().find(bone, BodySide::right);
        REQUIRE(found != nullptr);
        CHECK(found->kind == body::StructureKind::bone);
    }
    for (const char* soft : {"cart1", "cart7", "cart8_10", "thyroid", "cricoid", "disc_l4_l5"}) {
        INFO(soft);
        CHECK(maleBody().find(soft, BodySide::left)->kind == body::StructureKind::cartilage);
    }
}

TEST_CASE("left and right bones mirror each other, and the column is symmetric in itself", "[skeleton]") {
    for (const body::Structure& bone : maleBody().structures) {
        if (isBone(bone) && bone.side == BodySide::left) {
            INFO(bone.id);
            const body::Structure* right = maleBody().find(bone.id, BodySide::right);
            REQUIRE(right != nullptr);
            CHECK(right->mesh.positions == body::mirroredMesh(bone.mesh).positions);
        }
    }
    for (const char* id : {"cranium", "mandible", "c1", "c5", "t6", "l3", "sacrum", "disc_l4_l5"}) {
        INFO(id);
        CHECK(body::exactMirror(drawn(id).mesh).size() == drawn(id).mesh.positions.size());
    }
}

TEST_CASE("bony landmarks lie on their bones on both bodies", "[skeleton]") {
    const BodyFigures& figures = femaleFigures();
    for (const body::Body* body : {&maleBody(), &femaleBody()}) {
        std::map<std::string, body::RayCaster> casters;
        for (const LandmarkFigure& figure : figures.landmarks) {
            if (!figure.bony) {
                continue;
            }
            INFO(body->identity.name << " " << figure.id.value);
            const std::string bone = structureOfBone(figure.bone);
            const body::Structure* drawn = body->find(bone, BodySide::left);
            REQUIRE(drawn != nullptr);
            const body::RayCaster& caster = casters.try_emplace(bone, drawn->mesh).first->second;
            const glm::vec3 place = body->landmarks.find(figure.id, Side::left).value();
            CHECK(caster.closestPoint(place)->distance < 3.0F);
        }
    }
}

TEST_CASE("the bones lie under the skin of both bodies", "[skeleton]") {
    const BoneContainment male = bonesWithin(maleBody().structures, maleBody().skin());
    INFO("male: " << male.where);
    CHECK(male.share > 0.98);
    CHECK(male.farthest < 4.0F);
    const BoneContainment female = bonesWithin(femaleBody().structures, femaleBody().skin());
    INFO("female: " << female.where);
    CHECK(female.share > 0.98);
    CHECK(female.farthest < 4.0F);
}

TEST_CASE("bones of the limbs stay as straight as they were", "[skeleton]") {
    const Pose pose = makePose(maleFigures());
    const SkeletonPose bones(pose, drawnSkeleton());
    for (const char* id : {"humerus", "radius", "ulna", "femur", "tibia", "fibula", "mc3", "hpp2", "mt1", "l3"}) {
        INFO(id);
        const Aabb box = drawn(id).mesh.bounds();
        const glm::dvec3 low = bones.apply(id, box.low);
        const glm::dvec3 high = bones.apply(id, box.high);
        CHECK(glm::distance(bones.apply(id, box.centre()), (low + high) / 2.0) < 0.01);
        CHECK(glm::distance(low, high) == Approx(glm::distance(box.low, box.high)).epsilon(0.2));
    }
}

TEST_CASE("neighbouring bones meet at the joints", "[skeleton]") {
    const auto gap = [](const char* a, const char* b) {
        const body::RayCaster caster(maleBody().find(a, BodySide::left)->mesh);
        float least = 1e9F;
        for (const glm::vec3& place : maleBody().find(b, BodySide::left)->mesh.positions) {
            least = std::min(least, caster.contains(place) ? 0.0F : caster.closestPoint(place)->distance);
        }
        return least;
    };
    CHECK(gap("scapula", "humerus") < 6.0F);
    CHECK(gap("humerus", "ulna") < 4.0F);
    CHECK(gap("humerus", "radius") < 6.0F);
    CHECK(gap("radius", "scaphoid") < 6.0F);
    CHECK(gap("hip", "femur") < 6.0F);
    CHECK(gap("femur", "tibia") < 8.0F);
    CHECK(gap("tibia", "talus") < 6.0F);
    CHECK(gap("sacrum", "hip") < 6.0F);
    CHECK(gap("cart7", "cart8_10") < 3.0F);
    CHECK(gap("disc_l4_l5", "l4") < 1.0F);
    CHECK(gap("disc_l4_l5", "l5") < 1.0F);
    CHECK(gap("cranium", "c1") < 6.0F);
    CHECK(gap("cranium", "mandible") < 6.0F);
}
