#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "body/fibre_lookup.h"
#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "model_files.h"
#include "own_model/anatomy_set.h"
#include "support/built_bodies.h"
#include "support/meshes.h"
#include "support/scratch_file.h"

using namespace myo;
using namespace myo::test;
using namespace myo::own_model;

namespace {

const AnatomyNames& names() {
    static const AnatomyNames all = AnatomyNames::read(assetFolder() / "muscles.tsv").value();
    return all;
}

std::string matched(const std::string& name, const std::string& fma = {}) {
    const auto match = names().match(name, fma);
    if (!match) {
        return "-";
    }
    return match->id + (match->side ? "." + std::string(myo::name(*match->side)) : "");
}

// A set of the body's own muscles, in metres, z up, with another stature.
std::vector<SetStructure> ownSet(const std::vector<std::string>& ids) {
    std::vector<SetStructure> set;
    for (const std::string& id : ids) {
        for (const BodySide side : {BodySide::left, BodySide::right}) {
            SetStructure structure;
            structure.name = std::string(myo::name(side)) + " " + id;
            std::replace(structure.name.begin(), structure.name.end(), '_', ' ');
            const body::Mesh& mesh = maleBody().find(id, side)->mesh;
            structure.mesh.triangles = mesh.triangles;
            for (const glm::vec3& p : mesh.positions) {
                structure.mesh.positions.push_back(glm::vec3(p.x, -p.z, p.y) * 0.00105F + glm::vec3(1, 2, 3));
            }
            set.push_back(std::move(structure));
        }
    }
    return set;
}

}  // namespace

TEST_CASE("structures of published sets are known by FMA id and by name") {
    CHECK(matched("whatever", "FMA22559") == "soleus.left");
    CHECK(matched("whatever", "FMA22558") == "soleus.right");
    CHECK(matched("left soleus") == "soleus.left");
    CHECK(matched("Soleus muscle.r") == "soleus.right");
    CHECK(matched("right fibularis brevis") == "peroneus_brevis.right");
    CHECK(matched("long head of left biceps brachii") == "biceps_brachii.left");
    CHECK(matched("medial head of left gastrocnemius") == "gastrocnemius_medial.left");
    CHECK(matched("Femur.l.L") == "femur.left");
    CHECK(matched("Proximal phalanx of fifth finger of hand.r.R") == "hpp5.right");
    CHECK(matched("distal phalanx of left thumb") == "hdp1.left");
    CHECK(matched("Vertebra T12") == "t12");
    CHECK(matched("third lumbar vertebra") == "l3");
    CHECK(matched("Eighth rib.l.L") == "rib8.left");
    CHECK(matched("Costal cartilage of second rib.l.L") == "cart2.left");
    CHECK(matched("Upper first premolar.l.L") == "tooth_u4.left");
    CHECK(matched("left calcaneal tendon") == "-");
    CHECK(matched("left femoral artery") == "-");
    CHECK(matched("liver") == "-");
}

TEST_CASE("a set of other unit and axes replaces the generated muscles where they were") {
    const std::vector<std::string> ids{"soleus",      "gluteus_maximus", "infraspinatus",     "vastus_lateralis",
                                       "teres_minor", "brachialis",      "tibialis_anterior", "splenius_capitis"};
    std::vector<SetStructure> set = ownSet(ids);
    set.push_back({"a thing without a name", "", boxMesh({0, 0, 0}, {1, 1, 1})});
    const auto applied = applyAnatomySet(maleBody(), names(), set);
    INFO((applied ? std::string() : applied.problem().text()));
    REQUIRE(applied.ok());
    CHECK(applied.value().replaced.size() + applied.value().kept.size() == 2 * ids.size());
    CHECK(applied.value().replaced.size() >= 14);
    CHECK(applied.value().unmatched == std::vector<std::string>{"a thing without a name"});
    CHECK(applied.value().summary().back().key == "own_model.set_unmatched");
    for (const char* id : {"soleus", "infraspinatus"}) {
        const body::Structure& before = *maleBody().find(id, BodySide::right);
        const body::Structure& after = *applied.value().body.find(id, BodySide::right);
        CHECK(glm::distance(before.mesh.bounds().centre(), after.mesh.bounds().centre()) < 6.0F);
        const auto point = body::pointInMuscle(after, 0, 0.5F, 0.5F);
        REQUIRE(point.has_value());
        CHECK(glm::distance(*point, *body::pointInMuscle(before, 0, 0.5F, 0.5F)) < 15.0F);
    }
}

TEST_CASE("a set whose muscles are larger than the model's is drawn in under its skin") {
    std::vector<SetStructure> set = ownSet({"soleus", "gluteus_maximus", "infraspinatus", "vastus_lateralis",
                                            "teres_minor", "brachialis", "tibialis_anterior", "splenius_capitis"});
    for (SetStructure& structure : set) {
        body::Mesh& mesh = structure.mesh;
        body::computeNormals(mesh);
        for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
            mesh.positions[i] += 0.008F * mesh.normals[i];  // in metres
        }
    }
    const auto applied = applyAnatomySet(maleBody(), names(), set);
    REQUIRE(applied.ok());
    const body::Body& body = applied.value().body;
    CHECK(applied.value().replaced.size() >= 8);
    const body::RayCaster skin(body.skin());
    for (const std::string& name : applied.value().replaced) {
        INFO(name);
        const auto part = std::find_if(body.structures.begin(), body.structures.end(),
                                       [&](const body::Structure& each) { return each.nodeName() == name; });
        REQUIRE(part != body.structures.end());
        const auto outside = std::count_if(part->mesh.positions.begin(), part->mesh.positions.end(),
                                           [&](const glm::vec3& place) { return !skin.contains(place); });
        CHECK(outside == 0);
    }
}

TEST_CASE("a set of which little is known changes nothing and says so") {
    CHECK(!applyAnatomySet(maleBody(), names(), ownSet({"soleus"})).ok());
    CHECK_THAT(readAnatomySet("no/such/set").problem().text(), Catch::Contains("no such anatomy set"));
}

TEST_CASE("a folder of files is a set, named by the files") {
    const ScratchFile left("FMA22559.obj");
    const std::filesystem::path folder = left.path().parent_path() / "set";
    std::filesystem::create_directories(folder);
    writeObj(maleBody().find("soleus", BodySide::left)->mesh, folder / "FMA22559.obj");
    writeGlb(maleBody().find("soleus", BodySide::right)->mesh, folder / "right soleus.glb");
    {
        std::ofstream out(folder / "FJ1438.obj");
        out << "# Concept ID : FMA22357\n# English name : Left semimembranosus\n";
        writeObjGroup(out, maleBody().find("semimembranosus", BodySide::left)->mesh, "mesh", 0);
    }
    const auto set = readAnatomySet(folder);
    std::filesystem::remove_all(folder);
    REQUIRE(set.ok());
    REQUIRE(set.value().size() == 3);
    CHECK(set.value()[0].fma == "FMA22357");
    CHECK(set.value()[0].name == "Left semimembranosus");
    CHECK(set.value()[1].fma == "FMA22559");
    CHECK(set.value()[2].name == "right soleus");
}
