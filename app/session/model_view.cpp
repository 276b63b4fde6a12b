#include "session/model_view.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>
#include <glm/gtc/constants.hpp>

#include "body/mesh_tools.h"
#include "session/camera_views.h"
#include "session/pick.h"
#include "session/scene_builder.h"

namespace myo::session {

namespace {

// Where a landmark is looked for, on a model of any size.
struct StandingView {
    const char* name;  // keys of the text table
    const char* hint;
    float yaw;     // radians
    float pitch;   // radians
    float height;  // share of the stature
    float shown;   // share of the stature that fits into the picture
};

constexpr float behind = glm::pi<float>();
constexpr std::array<StandingView, 12> looks{{
    {"session.landmark_crown", "session.landmark_crown_hint", 0.0F, 0.9F, 0.95F, 0.28F},
    {"session.landmark_chin", "session.landmark_chin_hint", 0.0F, 0.0F, 0.88F, 0.26F},
    {"session.landmark_neck", "session.landmark_neck_hint", behind, 0.15F, 0.85F, 0.34F},
    {"session.landmark_navel", "session.landmark_navel_hint", 0.0F, 0.0F, 0.62F, 0.45F},
    {"session.landmark_left_shoulder", "session.landmark_left_shoulder_hint", 0.0F, 0.25F, 0.82F, 0.42F},
    {"session.landmark_right_shoulder", "session.landmark_right_shoulder_hint", 0.0F, 0.25F, 0.82F, 0.42F},
    {"session.landmark_left_wrist", "session.landmark_left_wrist_hint", 0.0F, 0.0F, 0.55F, 0.95F},
    {"session.landmark_right_wrist", "session.landmark_right_wrist_hint", 0.0F, 0.0F, 0.55F, 0.95F},
    {"session.landmark_left_kneecap", "session.landmark_left_kneecap_hint", 0.0F, 0.0F, 0.28F, 0.40F},
    {"session.landmark_right_kneecap", "session.landmark_right_kneecap_hint", 0.0F, 0.0F, 0.28F, 0.40F},
    {"session.landmark_left_heel", "session.landmark_left_heel_hint", behind, 0.1F, 0.05F, 0.30F},
    {"session.landmark_right_heel", "session.landmark_right_heel_hint", behind, 0.1F, 0.05F, 0.30F},
}};

// From here on landmarks lie on the legs, which may stand far apart.
constexpr std::size_t firstOfLegs = 8;

// How far the model reaches to the sides of a place, at its height. \return mm
float reachAt(const body::Body& model, const glm::vec3& place, float stature) {
    constexpr float band = 0.06F;  // of the stature
    float reach = 0.0F;
    for (const glm::vec3& each : model.skin().positions) {
        if (std::abs(each.y - place.y) < band * stature) {
            reach = std::max(reach, std::abs(each.x - place.x));
        }
    }
    return reach;
}

// The atlas is not shown on a model that it does not know yet.
AppState withoutAtlas(const AppState& state) {
    AppState plain = state;
    plain.choice = {};
    plain.hovered = {};
    plain.pinned.clear();
    plain.paint = {};
    return plain;
}

bool inSight(const AppState& state, const Library& library, const glm::vec3& place, const glm::vec2& px) {
    constexpr float slackMm = 6.0F;
    if (!library.caster) {
        return true;
    }
    const auto hit = library.caster->cast(rayThrough(state.camera, state.viewportPx, px));
    return !hit || glm::distance(hit->position, place) < slackMm;
}

// The key of a unit's name.
const char* unitKey(const std::string& unit) {
    constexpr std::array<std::pair<const char*, const char*>, 6> keys{{{"m", "session.unit_m"},
                                                                       {"dm", "session.unit_dm"},
                                                                       {"cm", "session.unit_cm"},
                                                                       {"mm", "session.unit_mm"},
                                                                       {"in", "session.unit_in"},
                                                                       {"ft", "session.unit_ft"}}};
    for (const auto& [known, key] : keys) {
        if (unit == known) {
            return key;
        }
    }
    return "session.unit_own";
}

}  // namespace

std::shared_ptr<const body::Body> previewBody(const body::BodyIdentity& identity, body::Mesh skin) {
    auto body = std::make_shared<body::Body>();
    body->identity = identity;
    body::Structure outside;
    outside.id = "skin";
    outside.kind = body::StructureKind::skin;
    outside.mesh = std::move(skin);
    const Aabb bounds = outside.mesh.bounds();
    body->statureMm = bounds.high.y - bounds.low.y;
    body->structures.push_back(std::move(outside));
    return body;
}

std::shared_ptr<const body::Body> shellBody(const body::Body& model, body::Mesh shell) {
    auto body = std::make_shared<body::Body>();
    body->identity = model.identity;
    body->statureMm = model.statureMm;
    body::Structure outside;
    outside.id = "skin";
    outside.kind = body::StructureKind::skin;
    outside.mesh = std::move(shell);
    body->structures.push_back(std::move(outside));
    body::Structure inside;
    inside.id = "model";
    inside.kind = body::StructureKind::bone;
    inside.mesh = model.skin();
    body->structures.push_back(std::move(inside));
    return body;
}

bool wantsShell(const AppState& state) {
    return state.model.step == ModelStep::landmarks && state.model.showFit;
}

render::RenderScene previewScene(const AppState& state, const Library& library, bool shell) {
    render::RenderScene scene = buildScene(withoutAtlas(state), library);
    if (shell) {
        constexpr float clear = 0.28F;
        scene.theme.bone = scene.theme.skin;
        scene.theme.skin = scene.theme.accent;
        scene.skin = render::SkinMode::ghosted;
        scene.ghostOpacity = clear;
        scene.parts = {render::PartStyle{true}, render::PartStyle{true}};
    }
    return scene;
}

Camera landmarkCamera(const AppState& state, const Library& library) {
    const std::size_t at = state.model.at;
    if (at >= looks.size() || !library.body) {
        return snapView(SnapView::anterior, library.bounds, state.viewportPx);
    }
    const StandingView& look = looks[at];
    const float stature = library.bounds.high.y - library.bounds.low.y;
    Camera camera;
    camera.yaw = look.yaw;
    camera.pitch = look.pitch;
    camera.target = library.bounds.centre();
    camera.target.y = library.bounds.low.y + look.height * stature;
    const float lens = std::tan(lensRadians * 0.5F);
    camera.distanceMm = look.shown * stature * 0.5F / lens;
    if (at >= firstOfLegs) {
        const float aspect =
            static_cast<float>(std::max(state.viewportPx.x, 1)) / static_cast<float>(std::max(state.viewportPx.y, 1));
        constexpr float margin = 1.25F;
        camera.distanceMm =
            std::max(camera.distanceMm, margin * reachAt(*library.body, camera.target, stature) / (lens * aspect));
    }
    return camera;
}

std::vector<LandmarkDot> landmarkDots(const AppState& state, const Library& library) {
    std::vector<LandmarkDot> out;
    if (state.model.step != ModelStep::landmarks || !state.model.placed) {
        return out;
    }
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto click = state.model.clicks.find(landmarkKey(i));
        if (click == state.model.clicks.end()) {
            continue;
        }
        const glm::vec3 place = state.model.placed->frame.apply(click->second);
        if (const auto screen = project(state.camera, state.viewportPx, place)) {
            out.push_back({i, screen->px, inSight(state, library, place, screen->px)});
        }
    }
    return out;
}

std::optional<glm::vec2> likelyPlace(const AppState& state, const Library& library, const body::Body& body) {
    const ModelDialog& dialog = state.model;
    if (dialog.step != ModelStep::landmarks || dialog.at >= looks.size() || body.statureMm <= 0.0F || !library.body) {
        return std::nullopt;
    }
    const auto known = body.landmarks.all().find(landmarkKey(dialog.at));
    if (known == body.landmarks.all().end()) {
        return std::nullopt;
    }
    const float scale = (library.bounds.high.y - library.bounds.low.y) / body.statureMm;
    // A little below the skin: a place on the very outline would be missed.
    const body::Mesh& skin = library.body->skin();
    const glm::vec3 wanted = known->second * scale;
    const std::size_t nearest = body::nearestVertex(skin.positions, wanted);
    constexpr float belowMm = 8.0F;
    const glm::vec3 place = skin.positions[nearest] - belowMm * skin.normals[nearest];
    const auto screen = project(state.camera, state.viewportPx, place);
    return screen ? std::optional(screen->px) : std::nullopt;
}

std::string landmarkName(const Text& text, std::size_t index) {
    return index < looks.size() ? text(looks[index].name) : std::string();
}

std::string landmarkHint(const Text& text, std::size_t index) {
    return index < looks.size() ? text(looks[index].hint) : std::string();
}

std::string placementWords(const Text& text, const PlacedModel& model) {
    return text("session.placement", {{"height", fmt::format("{:.2f}", model.statureMm / 1000.0F)},
                                      {"unit", text(unitKey(model.frame.unit))},
                                      {"up", model.frame.up.text()},
                                      {"facing", model.frame.facing.text()}});
}

std::vector<std::string> placementDoubts(const Text& text, const PlacedModel& model) {
    std::vector<std::string> out;
    for (const Message& note : model.frame.notes) {
        out.push_back(text(note));
    }
    return out;
}

}  // namespace myo::session
