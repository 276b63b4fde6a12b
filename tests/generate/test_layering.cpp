#include <algorithm>
#include <cmath>
#include <iterator>

#include <catch2/catch.hpp>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "figures.h"
#include "generate/layering.h"
#include "generate/skeleton_fit.h"

using namespace myo;
using namespace myo::generate;

namespace {

MuscleFigure figure(const std::string& id, int layer, std::vector<std::string> covers = {}) {
    MuscleFigure muscle;
    muscle.id = id;
    muscle.depthLayer = layer;
    muscle.covers = std::move(covers);
    return muscle;
}

body::Structure structure(const std::string& id, body::StructureKind kind, const glm::vec3& low,
                          const glm::vec3& high) {
    return {id, BodySide::mid, kind, 1, {}, block(low, high)};
}

const body::Mesh& roomySkin() {
    static const body::Mesh skin = block({-200, -200, -60}, {200, 200, 60});
    return skin;
}

// What is met first from the front at a place.
std::string seenAt(const std::vector<body::Structure>& structures, float x, float y) {
    const auto hit = body::RayCaster(structures).cast({{x, y, 500.0F}, {0.0F, 0.0F, -1.0F}});
    return hit ? structures[hit->structure].id : "";
}

// Muscles and bones.
std::vector<body::Structure> underSkin(const body::Body& body) {
    std::vector<body::Structure> parts;
    std::copy_if(body.structures.begin(), body.structures.end(), std::back_inserter(parts),
                 [](const body::Structure& part) { return part.kind != body::StructureKind::skin && !part.alias(); });
    return parts;
}

}  // namespace

TEST_CASE("a bone that pokes through a muscle is covered, and only there is the muscle lifted") {
    std::vector<body::Structure> muscles{structure("sheet", body::StructureKind::muscle, {-80, -80, 0}, {80, 80, 3})};
    const std::vector<body::Structure> bones{structure("rib", body::StructureKind::bone, {-20, -5, -6}, {20, 5, 7})};
    REQUIRE(seenAt({muscles[0], bones[0]}, 0, 0) == "rib");
    keepLayers(muscles, bones, roomySkin(), {figure("sheet", 1)});
    CHECK(seenAt({muscles[0], bones[0]}, 0, 0) == "sheet");
    CHECK(seenAt({muscles[0], bones[0]}, 15, 2) == "sheet");
    for (const glm::vec3& place : muscles[0].mesh.positions) {
        CHECK(place.z < 10.0F);
        if (std::abs(place.y) > 70.0F) {
            CHECK((place.z == 0.0F || place.z == 3.0F));
        }
    }
    CHECK(closedManifold(muscles[0].mesh));
}

TEST_CASE("a bone beside a muscle stays bare") {
    std::vector<body::Structure> muscles{structure("sheet", body::StructureKind::muscle, {-80, -80, 0}, {80, 80, 3})};
    const std::vector<body::Structure> bones{structure("shin", body::StructureKind::bone, {60, -70, -6}, {120, 70, 7})};
    keepLayers(muscles, bones, roomySkin(), {figure("sheet", 1)});
    CHECK(seenAt({muscles[0], bones[0]}, 75, 0) == "shin");
    CHECK(seenAt({muscles[0], bones[0]}, 0, 0) == "sheet");
}

TEST_CASE("muscles lie over deeper ones and over those of their layer that they are said to cover") {
    const auto build = [] {
        return std::vector<body::Structure>{
            structure("sheet", body::StructureKind::muscle, {-80, -80, 0}, {80, 80, 3}),
            structure("belly", body::StructureKind::muscle, {-20, -30, -8}, {20, 30, 6})};
    };
    std::vector<body::Structure> muscles = build();
    keepLayers(muscles, {}, roomySkin(), {figure("sheet", 1), figure("belly", 1)});
    CHECK(seenAt(muscles, 0, 0) == "belly");
    muscles = build();
    keepLayers(muscles, {}, roomySkin(), {figure("sheet", 1), figure("belly", 2)});
    CHECK(seenAt(muscles, 0, 0) == "sheet");
    muscles = build();
    keepLayers(muscles, {}, roomySkin(), {figure("sheet", 1, {"belly"}), figure("belly", 1)});
    CHECK(seenAt(muscles, 0, 0) == "sheet");
}

TEST_CASE("muscles that are said to cover each other still get ranks") {
    const auto ranks = layerRanks({figure("a", 1, {"b"}), figure("b", 1, {"a"}), figure("deep", 4)});
    CHECK(ranks.at("deep") < ranks.at("a"));
    CHECK(ranks.at("deep") < ranks.at("b"));
}

TEST_CASE("a fascia lies over the muscles of its layer, but for one that is said to cover it") {
    MuscleFigure fascia = figure("fascia", 1);
    fascia.tendonAtInsertion = 1.0;
    const auto ranks = layerRanks(
        {fascia, figure("over", 1, {"fascia"}), figure("a", 1, {"b"}), figure("b", 1, {"c"}), figure("c", 1)});
    CHECK(ranks.at("over") > ranks.at("fascia"));
    CHECK(ranks.at("fascia") > ranks.at("a"));
    CHECK(ranks.at("a") > ranks.at("b"));
    CHECK(ranks.at("b") > ranks.at("c"));
}

TEST_CASE("nothing is lifted through the skin") {
    const body::Mesh tightSkin = block({-200, -200, -60}, {200, 200, 8});
    std::vector<body::Structure> muscles{structure("sheet", body::StructureKind::muscle, {-80, -80, 0}, {80, 80, 3})};
    const std::vector<body::Structure> bones{structure("rib", body::StructureKind::bone, {-20, -5, -6}, {20, 5, 7.9F})};
    keepLayers(muscles, bones, tightSkin, {figure("sheet", 1)});
    for (const glm::vec3& place : muscles[0].mesh.positions) {
        CHECK(place.z < 7.5F);
    }
}

TEST_CASE("a bone gives way with the muscle over it that the skin presses in") {
    const body::Mesh tightSkin = block({-200, -200, -60}, {200, 200, 0});
    std::vector<body::Structure> muscles{structure("sheet", body::StructureKind::muscle, {-80, -80, 0}, {80, 80, 3})};
    std::vector<body::Structure> bones{
        {"scapula", BodySide::left, body::StructureKind::bone, 4, {}, block({-20, -5, -9}, {20, 5, -2})},
        {"mc3", BodySide::left, body::StructureKind::bone, 4, {}, block({-20, 45, -9}, {20, 55, -2})}};
    fitMuscles(muscles, bones, tightSkin);
    const auto highest = [](const body::Structure& part) { return part.mesh.bounds().high.z; };
    CHECK(highest(muscles[0]) < -0.5F);
    CHECK(highest(bones[0]) < -4.0F);
    CHECK(highest(bones[0]) < muscles[0].mesh.bounds().high.z);
    CHECK(highest(bones[1]) == -2.0F);
}

TEST_CASE("no rectus abdominis shows through the sheet over it") {
    for (const body::Body* body : {&maleBody(), &femaleBody()}) {
        const std::vector<body::Structure> shown = underSkin(*body);
        const body::RayCaster caster(shown);
        const Aabb rectus = body->find("rectus_abdominis", BodySide::left)->mesh.bounds();
        int seen = 0;
        for (float y = rectus.low.y + 40.0F; y < rectus.high.y - 120.0F; y += 8.0F) {
            for (float x = 8.0F; x < 60.0F; x += 4.0F) {
                const auto hit = caster.cast({{x, y, 500.0F}, {0.0F, 0.0F, -1.0F}});
                REQUIRE(hit);
                seen += shown[hit->structure].id == "rectus_abdominis" ? 1 : 0;
            }
        }
        CHECK(seen == 0);
    }
}

TEST_CASE("seen from behind, muscles cover the ribs and nearly all of scapula and spine") {
    for (const body::Body* body : {&maleBody(), &femaleBody()}) {
        const std::vector<body::Structure> shown = underSkin(*body);
        const body::RayCaster caster(shown);
        const float low = body->find("l5", BodySide::mid)->mesh.bounds().high.y;
        const float high = body->find("scapula", BodySide::left)->mesh.bounds().high.y;
        int met = 0;
        int bare = 0;
        int ribs = 0;
        for (float y = low; y < high; y += 4.0F) {
            for (float x = 0.0F; x < 160.0F; x += 4.0F) {
                if (const auto hit = caster.cast({{x, y, -500.0F}, {0.0F, 0.0F, 1.0F}})) {
                    const body::Structure& first = shown[hit->structure];
                    ++met;
                    bare += first.kind != body::StructureKind::muscle ? 1 : 0;
                    ribs += first.id.starts_with("rib") ? 1 : 0;
                }
            }
        }
        INFO(body->identity.name << ": " << bare << " of " << met);
        REQUIRE(met > 2000);
        CHECK(ribs == 0);
        CHECK(bare < 0.018 * met);
    }
}
