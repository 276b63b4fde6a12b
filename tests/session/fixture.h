// A small body and atlas: an egg with three muscles, so that the session can be tried without the real figure.
#pragma once

#include <cmath>
#include <memory>

#include "body/ray_caster.h"
#include "session/library.h"
#include "session/update.h"
#include "support/english.h"

namespace fixture {

using namespace myo;

/// A closed ellipsoid with outward normals; symmetric about x = 0 when its centre is.
inline body::Mesh ellipsoid(const glm::vec3& centre, const glm::vec3& radii, int rings = 32, int columns = 48) {
    body::Mesh mesh;
    const float pi = 3.14159265F;
    for (int r = 0; r <= rings; ++r) {
        const float v = pi * static_cast<float>(r) / static_cast<float>(rings);
        const int count = r == 0 || r == rings ? 1 : columns;
        for (int c = 0; c < count; ++c) {
            const float u = 2.0F * pi * static_cast<float>(c) / static_cast<float>(columns);
            const glm::vec3 unit(std::sin(v) * std::sin(u), std::cos(v), std::sin(v) * std::cos(u));
            mesh.positions.push_back(centre + unit * radii);
            mesh.normals.push_back(glm::normalize(unit / radii));
        }
    }
    const auto index = [&](int r, int c) -> std::uint32_t {
        if (r == 0) {
            return 0;
        }
        if (r == rings) {
            return static_cast<std::uint32_t>(mesh.positions.size() - 1);
        }
        return static_cast<std::uint32_t>(1 + (r - 1) * columns + c % columns);
    };
    for (int r = 0; r < rings; ++r) {
        for (int c = 0; c < columns; ++c) {
            if (r > 0) {
                mesh.triangles.push_back({index(r, c), index(r + 1, c), index(r, c + 1)});
            }
            if (r + 1 < rings) {
                mesh.triangles.push_back({index(r, c + 1), index(r + 1, c), index(r + 1, c + 1)});
            }
        }
    }
    return mesh;
}

inline body::Structure muscle(const char* id, BodySide side, int layer, const glm::vec3& centre, float radius) {
    body::Structure out;
    out.id = id;
    out.side = side;
    out.depthLayer = layer;
    out.mesh = ellipsoid(side == BodySide::right ? mirrored(centre) : centre, glm::vec3(radius), 12, 16);
    return out;
}

/// Skin: 200 x 900 x 120 mm around (0, 900, 0). Left muscles: "front_muscle" (layer 1) at the chest, "deep_muscle"
/// (layer 3) behind it, "back_muscle" (layer 1) at the back.
inline std::shared_ptr<const body::Body> body() {
    auto out = std::make_shared<body::Body>();
    out->identity = {body::BodyKind::ownModel, "egg", "0"};
    out->statureMm = 1800.0F;
    body::Structure skin;
    skin.id = "skin";
    skin.side = BodySide::mid;
    skin.kind = body::StructureKind::skin;
    skin.mesh = ellipsoid({0.0F, 900.0F, 0.0F}, {200.0F, 900.0F, 120.0F}, 80, 64);
    out->structures.push_back(skin);
    for (const BodySide side : {BodySide::left, BodySide::right}) {
        out->structures.push_back(muscle("front_muscle", side, 1, {70.0F, 1100.0F, 80.0F}, 20.0F));
        out->structures.push_back(muscle("deep_muscle", side, 3, {70.0F, 1100.0F, 30.0F}, 20.0F));
        out->structures.push_back(muscle("back_muscle", side, 1, {70.0F, 1100.0F, -80.0F}, 20.0F));
    }
    for (const auto& [id, place] :
         std::initializer_list<std::pair<const char*, glm::vec3>>{{"chest", {70.0F, 1100.0F, 109.0F}},
                                                                  {"back", {70.0F, 1100.0F, -109.0F}},
                                                                  {"belly", {60.0F, 750.0F, 113.0F}},
                                                                  {"loin", {60.0F, 750.0F, -113.0F}}}) {
        out->landmarks.set(LandmarkId{id}, BodySide::left, place);
        out->landmarks.set(LandmarkId{id}, BodySide::right, mirrored(place));
    }
    return out;
}

inline atlas::Anchor at(const char* landmark) {
    return {{LandmarkId{landmark}, false}, {}, 0.0F, glm::vec3(0.0F)};
}

inline atlas::Zone zone(atlas::Tier tier, const char* landmark, const char* region) {
    atlas::Zone out;
    out.tier = tier;
    out.dabs.push_back({at(landmark), 60.0F});
    out.regions = {RegionId{region}};
    return out;
}

inline atlas::Muscle muscleEntry(const char* id, const char* name, const char* landmark, const char* zoneAt,
                                 const char* region) {
    atlas::Muscle out;
    out.id = MuscleId{id};
    out.name = name;
    out.lay = "a muscle of the egg";
    out.fma = "FMA22542";
    out.ta2 = "2660";
    out.bodyPart = atlas::BodyPart::chest;
    out.redFlags = {"Sudden crushing chest pain"};
    out.lookAlikes = {{"Angina", atlas::LookAlikeKind::visceral, "Comes with effort"}};
    out.selfCare.pressure = "A soft ball against a wall";
    out.reports = {"It aches when I reach"};
    out.palpation = "With the flat hand";
    atlas::TriggerPoint point;
    point.id = {out.id, 1};
    point.label = "TrP1";
    point.location = "In the middle";
    point.position = atlas::AnchorPosition{at(landmark), 28.0F};
    point.zones = {zone(atlas::Tier::primary, zoneAt, region), zone(atlas::Tier::spillover, landmark, region)};
    point.citations = {{CitationId{"book"}, "Ch. 1", "pattern", atlas::Verification::verified, {}}};
    out.points.push_back(point);
    return out;
}

inline atlas::Region region(const char* id, const char* name, const char* landmark) {
    atlas::Region out;
    out.id = RegionId{id};
    out.name = name;
    out.clinical = {name};
    out.seeds.push_back({at(landmark), 20.0F});
    return out;
}

inline std::shared_ptr<const atlas::Atlas> atlas() {
    auto out = std::make_shared<atlas::Atlas>();
    out->muscles = {muscleEntry("back_muscle", "Back muscle", "back", "belly", "belly"),
                    muscleEntry("front_muscle", "Front muscle", "chest", "chest", "chest")};
    out->regions = {region("chest", "chest", "chest"), region("back", "back", "back"),
                    region("belly", "belly", "belly"), region("loin", "loin", "loin")};
    atlas::Citation book;
    book.id = CitationId{"book"};
    book.authors = "Author A, Author B";
    book.year = 1999;
    book.title = "The Book";
    out->citations = {book};
    out->evidence = {{"agreement",
                      "Of 363 examiners some agreed.",
                      {{CitationId{"book"}, "Abstract", "reliability", atlas::Verification::verified, {}}},
                      {}}};
    for (const char* id : {"chest", "back", "belly", "loin"}) {
        out->landmarks.push_back({LandmarkId{id}, id, false, BodySide::left});
    }
    return out;
}

/// Everything there, zones included.
inline session::Library makeLibrary() {
    session::Library out;
    out.text = test::english();
    out.atlas = atlas();
    out.search = std::make_shared<const search::SearchIndex>(*out.atlas);
    out.setBody(body());
    out.caster = std::make_shared<const body::RayCaster>(out.body->structures);
    out.setReferral(std::make_shared<const referral::Referral>(*out.atlas, out.body));
    return out;
}

/// The same, made once for all that only read it.
inline const session::Library& library() {
    static const session::Library shared = makeLibrary();
    return shared;
}

/// The state after the actions.
inline session::AppState after(session::AppState state, std::initializer_list<session::Action> actions,
                               const session::Library& library) {
    for (const session::Action& action : actions) {
        state = session::update(std::move(state), action, library).state;
    }
    return state;
}

inline session::AppState start(const session::Library& library) {
    session::Settings settings;
    session::AppState state = session::firstState(settings);
    state.camera = session::snapView(session::SnapView::anterior, library.bounds, state.viewportPx);
    return state;
}

inline SidedPoint frontPoint(Side side = Side::left) {
    return {{MuscleId{"front_muscle"}, 1}, side};
}
inline SidedPoint backPoint(Side side = Side::left) {
    return {{MuscleId{"back_muscle"}, 1}, side};
}

}  // namespace fixture
