#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "body/fibre_lookup.h"
#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "core/table.h"
#include "figures.h"
#include "generate/loft.h"

using namespace myo;
using namespace myo::generate;

TEST_CASE("every piece of every muscle is a closed, outward solid") {
    std::size_t pieces = 0;
    for (const MuscleFigure& muscle : maleFigures().muscles) {
        for (const PieceFigure& piece : muscle.pieces) {
            INFO(muscle.id << " " << piece.name);
            const body::Mesh mesh = loftPiece(piece, 3, 0.1, 0.2);
            CHECK(closedManifold(mesh));
            CHECK(signedVolume(mesh) > 0.0);
            ++pieces;
        }
    }
    CHECK(pieces == 493);
}

TEST_CASE("fibres run from origin to insertion along the piece") {
    for (const MuscleFigure& muscle : maleFigures().muscles) {
        for (const PieceFigure& piece : muscle.pieces) {
            INFO(muscle.id << " " << piece.name);
            const body::Mesh mesh = loftPiece(piece, 0, 0.1, 0.2);
            bool unit = true;
            for (const glm::vec3& fibre : mesh.fibres) {
                unit = unit && std::abs(glm::length(fibre) - 1.0F) < 1e-4F;
            }
            CHECK(unit);
            // Along every line of equal share across, the fibres point to where the next row lies.
            double along = 0.0;
            int steps = 0;
            for (const Triangle& t : mesh.triangles) {
                const auto [low, high] = std::minmax({t[0], t[1], t[2]}, [&](std::uint32_t a, std::uint32_t b) {
                    return mesh.fibreCoordinates[a].y < mesh.fibreCoordinates[b].y;
                });
                const float share = mesh.fibreCoordinates[high].y - mesh.fibreCoordinates[low].y;
                const float shift = mesh.fibreCoordinates[high].x - mesh.fibreCoordinates[low].x;
                const glm::vec3 step = mesh.positions[high] - mesh.positions[low];
                if (share > 0.0F && share < 0.5F && std::abs(shift) < 1e-6F && glm::length(step) > 0.1F) {
                    along += glm::dot(glm::normalize(step), mesh.fibres[low]);
                    ++steps;
                }
            }
            REQUIRE(steps > 0);
            CHECK(along / steps > 0.8);
        }
    }
}

TEST_CASE("tendons are at the ends and bellies between them") {
    const PieceFigure& figure = maleFigures().muscles.front().pieces.front();
    const body::Mesh mesh = loftPiece(figure, 2, 0.2, 0.3);
    for (std::size_t i = 0; i < mesh.tendon.size(); ++i) {
        const glm::vec2 coordinate = mesh.fibreCoordinates[i];
        CHECK(coordinate.x >= 2.0F);
        CHECK(coordinate.x < 3.0F);
        CHECK((mesh.tendon[i] >= 0.0F && mesh.tendon[i] <= 1.0F));
        if (coordinate.y == 0.0F || coordinate.y == 1.0F) {
            CHECK(mesh.tendon[i] == 1.0F);
        }
        if (coordinate.y > 0.3F && coordinate.y < 0.6F) {
            CHECK(mesh.tendon[i] == 0.0F);
        }
    }
    const body::Mesh ligament = loftPiece(figure, 0, 1.0, 1.0);
    CHECK(*std::min_element(ligament.tendon.begin(), ligament.tendon.end()) == 1.0F);
    const body::Mesh sphincter = loftPiece(figure, 0, 0.0, 0.0);
    CHECK(*std::max_element(sphincter.tendon.begin(), sphincter.tendon.end()) == 0.0F);
}

TEST_CASE("every muscle of the atlas's list is in the body on both sides") {
    const Table table = Table::read(assetFolder() / "muscles.tsv", {"muscle_id", "in_atlas_list", "pieces"}).value();
    int listed = 0;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string& id = table.text(row, "muscle_id");
        const std::vector<std::string> pieces = splitList(table.text(row, "pieces"), ',');
        if (table.text(row, "in_atlas_list") != "1") {
            continue;
        }
        ++listed;
        INFO(id);
        for (const BodySide side : {BodySide::left, BodySide::right}) {
            const body::Structure* muscle = maleBody().find(id, side);
            REQUIRE(muscle != nullptr);
            CHECK(!muscle->mesh.triangles.empty());
            CHECK((muscle->alias() || body::pieceCount(muscle->mesh) == static_cast<int>(pieces.size())));
        }
    }
    CHECK(listed == 189);
    std::set<std::string> ids;
    for (const body::Structure& structure : maleBody().structures) {
        if (structure.kind == body::StructureKind::muscle) {
            ids.insert(structure.id);
        }
    }
    CHECK(ids.size() == 221);
}

TEST_CASE("an alias repeats its members and is not drawn itself") {
    const body::Structure* joined = maleBody().find("iliopsoas", BodySide::left);
    REQUIRE(joined != nullptr);
    CHECK(joined->alias());
    const std::size_t members = maleBody().find("iliacus", BodySide::left)->mesh.triangles.size() +
                                maleBody().find("psoas_major", BodySide::left)->mesh.triangles.size();
    CHECK(joined->mesh.triangles.size() == members);
    CHECK(!maleBody().find("iliacus", BodySide::left)->alias());
}

TEST_CASE("the middle of every piece lies inside its muscle") {
    for (const body::Structure& structure : maleBody().structures) {
        if (structure.kind != body::StructureKind::muscle) {
            continue;
        }
        const body::RayCaster muscle(structure.mesh);
        for (int piece = 0; piece < body::pieceCount(structure.mesh); ++piece) {
            INFO(structure.nodeName() << " " << piece);
            const std::optional<glm::vec3> place = body::pointInMuscle(structure, piece, 0.5F, 0.5F);
            REQUIRE(place.has_value());
            CHECK(muscle.contains(*place));
        }
    }
}

TEST_CASE("places along the fibres run from origin to insertion") {
    const body::Structure* muscle = maleBody().find("semitendinosus", BodySide::right);
    REQUIRE(muscle != nullptr);
    float last = 1e9F;
    for (const float along : {0.05F, 0.3F, 0.6F, 0.95F}) {
        const std::optional<glm::vec3> place = body::pointInMuscle(*muscle, 0, along, 0.5F);
        REQUIRE(place.has_value());
        CHECK(place->y < last - 40.0F);  // from the sitting bone down to the shin
        CHECK(place->x < 0.0F);
        last = place->y;
    }
    CHECK(!body::pointInMuscle(*muscle, 1, 0.5F, 0.5F).has_value());
    CHECK(!body::pointInMuscle(*muscle, 0, 1.5F, 0.5F).has_value());
    CHECK(!body::pointInMuscle(maleBody().structures.front(), 0, 0.5F, 0.5F).has_value());
}

TEST_CASE("a broken table of muscles is named with file, line and column") {
    const std::string head = "muscle_id\tpiece\tbundle\tstation\tx\ty\tz\twx\twy\twz\thalf_width\thalf_thickness\n";
    const std::string row0 = "soleus\tmain\t0\t0\t1\t2\t3\t1\t0\t0\t5\t2\n";
    const std::string row1 = "soleus\tmain\t0\t1\t1\t9\t3\t1\t0\t0\t5\t2\n";
    const ScratchFile muscles("muscles.tsv",
                              "muscle_id\tpieces\ttendon_origin_fraction\ttendon_insertion_"
                              "fraction\tinscriptions\tdepth_layer\tcovers\tin_atlas_list\n"
                              "soleus\tmain\t0.1\t0.2\t\t2\t\t1\n");
    const auto problemOf = [&](const std::string& fascicles) {
        const ScratchFile file("fascicles.tsv", fascicles);
        const auto figures = readMuscleFigures(file.path(), muscles.path());
        return figures ? std::string("none") : figures.problem().text();
    };
    CHECK(problemOf(head + row0 + row1) == "none");
    CHECK_THAT(problemOf(head + row0 + "soleus\tmain\t0\t1\t1\toops\t3\t1\t0\t0\t5\t2\n"),
               Catch::Contains("fascicles.tsv:3:19: ") && Catch::Contains("oops"));
    CHECK_THAT(problemOf(head + row0 + "soleus\tmain\t0\t1\t1\tnan\t3\t1\t0\t0\t5\t2\n"), Catch::Contains(":3:19: "));
    CHECK_THAT(problemOf(head + row0), Catch::Contains(":2:") && Catch::Contains("full grid"));
    CHECK_THAT(problemOf(head + row0 + row0), Catch::Contains(":3:") && Catch::Contains("twice"));
    CHECK_THAT(problemOf(head + row0 + "soleus\tmain\t0\t1\t1\t2\t3\t1\t0\t0\t-5\t2\n"), Catch::Contains("negative"));
    CHECK_THAT(problemOf("muscle_id\tpiece\n" + row0), Catch::Contains("column \"bundle\" is missing"));
    CHECK_THAT(problemOf(head), Catch::Contains("empty"));
    CHECK_THAT(readMuscleFigures("/no/such.tsv", muscles.path()).problem().text(), Catch::Contains("/no/such.tsv"));
}

TEST_CASE("a muscle without stations and an alias of nothing are errors") {
    const ScratchFile fascicles(
        "fascicles2.tsv",
        "muscle_id\tpiece\tbundle\tstation\tx\ty\tz\twx\twy\twz\thalf_width\thalf_thickness\n"
        "soleus\tmain\t0\t0\t1\t2\t3\t1\t0\t0\t5\t2\nsoleus\tmain\t0\t1\t1\t9\t3\t1\t0\t0\t5\t2\n");
    const auto problemOf = [&](const std::string& row) {
        const ScratchFile file(
            "muscles2.tsv",
            "muscle_id\tpieces\ttendon_origin_fraction\ttendon_insertion_fraction\tinscriptions\tdepth_"
            "layer\tcovers\tin_atlas_list\n" +
                row);
        return readMuscleFigures(fascicles.path(), file.path()).problem().text();
    };
    CHECK_THAT(problemOf("soleus\tmain,head\t0\t0\t\t2\t\t1\n"), Catch::Contains("muscles2.tsv:2:8: piece \"head\""));
    CHECK_THAT(problemOf("calf\t=gastrocnemius\t0\t0\t\t2\t\t1\n"), Catch::Contains("gastrocnemius"));
    CHECK_THAT(problemOf("soleus\tmain\t0\t0\t\t7\t\t1\n"), Catch::Contains("layer"));
    CHECK_THAT(problemOf("soleus\tmain\t0\t1.5\t\t2\t\t1\n"), Catch::Contains("0 to 1"));
    CHECK_THAT(problemOf("soleus\tmain\t0\t0\t0.5,1.5\t2\t\t1\n"),
               Catch::Contains("1.5") && Catch::Contains("between 0 and 1"));
}

TEST_CASE("the tendinous inscriptions cross the belly of rectus abdominis") {
    const body::Structure* rectus = maleBody().find("rectus_abdominis", BodySide::left);
    REQUIRE(rectus != nullptr);
    std::set<float> crossings;
    for (std::size_t i = 0; i < rectus->mesh.tendon.size(); ++i) {
        const float along = rectus->mesh.fibreCoordinates[i].y;
        if (along > 0.2F && along < 0.9F && rectus->mesh.tendon[i] > 0.5F) {
            crossings.insert(along);
        }
    }
    CHECK(crossings.size() == 3);
}

TEST_CASE("the quadriceps ends at the kneecap, and its ligament goes on to the shin") {
    const body::Body& body = maleBody();
    const auto place = [&](const char* id) { return *body.landmarks.find(LandmarkId{id}, Side::left); };
    for (const char* head : {"rectus_femoris", "vastus_medialis", "vastus_lateralis", "vastus_intermedius"}) {
        INFO(head);
        const body::Structure* muscle = body.find(head, BodySide::left);
        REQUIRE(muscle != nullptr);
        CHECK(muscle->mesh.bounds().low.y > place("patella_apex").y);
        CHECK(muscle->mesh.bounds().low.y < place("patella_base").y + 5.0F);
    }
    const body::Structure* ligament = body.find("patellar_ligament", BodySide::left);
    REQUIRE(ligament != nullptr);
    CHECK(*std::min_element(ligament->mesh.tendon.begin(), ligament->mesh.tendon.end()) == 1.0F);
    const body::RayCaster surface(ligament->mesh);
    for (const char* end : {"patella_apex", "tibial_tuberosity_bone"}) {
        INFO(end);
        CHECK((surface.contains(place(end)) || surface.closestPoint(place(end))->distance < 4.0F));
    }
    const float width = ligament->mesh.bounds().high.x - ligament->mesh.bounds().low.x;
    CHECK((width > 25.0F && width < 30.0F));
}
