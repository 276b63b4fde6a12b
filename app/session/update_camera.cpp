// Camera actions.
#include <glm/gtc/constants.hpp>

#include "session/pick.h"
#include "session/updater.h"

namespace myo::session {

namespace {

// A hand that has not moved the camera for so long has let it rest.
constexpr double restSeconds = 0.15;

// Directions that the skin of a patch faces on the whole, kept level enough to find one's way.
Camera facing(Camera camera, const glm::vec3& normal) {
    if (glm::length(normal) > 1e-3F) {
        const glm::vec3 unit = glm::normalize(normal);
        camera.yaw = std::atan2(unit.x, unit.z);
        camera.pitch = glm::clamp(std::asin(glm::clamp(unit.y, -1.0F, 1.0F)), -0.6F, 0.6F);
    }
    return camera;
}

}  // namespace

Aabb Updater::targetLimits() const {
    return library_.bounds;
}

void Updater::goHome() {
    if (state_.atHome) {
        state_.camera = snapView(SnapView::anterior, library_.bounds, state_.viewportPx);
        state_.pushedFromMm.reset();
    }
}

Camera Updater::outside(const Camera& camera) const {
    // A model that is being placed is not the body that the hull was made for.
    return state_.model.previewing() ? camera : keptOutside(camera, library_.hull);
}

void Updater::land() {
    state_.atHome = false;
    if (state_.flight) {
        state_.camera = cameraNow();
        state_.flight.reset();
    }
}

void Updater::moveBy(const Camera& camera) {
    land();
    state_.camera = outside(camera);
    state_.pushedFromMm.reset();
    state_.moving = true;
    state_.movedSeconds = state_.nowSeconds;
}

void Updater::slideBy(Camera camera) {
    const float wantedMm = state_.pushedFromMm.value_or(camera.distanceMm);
    camera.distanceMm = wantedMm;
    moveBy(camera);
    if (state_.camera.distanceMm > wantedMm) {
        state_.pushedFromMm = wantedMm;
    }
}

Camera Updater::cameraNow() const {
    return state_.flight ? outside(along(*state_.flight, state_.nowSeconds)) : state_.camera;
}

void Updater::flyTo(const Camera& wanted) {
    const Camera camera = outside(wanted);
    land();
    state_.pushedFromMm.reset();
    if (state_.settings.reducedMotion) {
        state_.camera = camera;
    } else if (!(camera == state_.camera)) {
        state_.flight = Flight{state_.camera, camera, state_.nowSeconds};
        state_.moving = true;
    }
}

Camera Updater::viewOfSelection() const {
    if (!library_.body || isNothing(state_.choice.selected)) {
        return snapView(SnapView::anterior, library_.bounds, state_.viewportPx);
    }
    const body::Mesh& skin = library_.body->skin();
    std::vector<const referral::ResolvedPoint*> points;
    for (const SidedPoint& id : selectedPoints(state_)) {
        if (const auto* point = library_.find(id)) {
            points.push_back(point);
        }
    }
    if (!points.empty()) {
        return bestView(points, skin, library_.referral->surface(), state_.viewportPx);
    }
    std::vector<glm::vec3> places;
    Camera camera = state_.camera;
    if (const auto muscle = selectedMuscle(state_)) {
        if (const auto* structure = library_.body->find(muscle->muscle.value, muscle->side)) {
            places = structure->mesh.positions;
            // A muscle shows itself best from where it is nearest to the outside: away from the body's axis.
            const glm::vec3 middle = structure->mesh.bounds().centre();
            camera = facing(camera, {middle.x * 0.35F, 0.0F, middle.z - library_.bounds.centre().z});
        }
    } else if (const auto* region = std::get_if<SidedRegion>(&state_.choice.selected)) {
        const auto patch = library_.regionPatches.find(*region);
        glm::vec3 normal{0.0F};
        if (patch != library_.regionPatches.end()) {
            for (const std::uint32_t vertex : patch->second->vertices) {
                places.push_back(skin.positions[vertex]);
                normal += skin.normals[vertex];
            }
        }
        camera = facing(camera, normal);
    }
    return framed(camera, places, state_.viewportPx);
}

void Updater::on(const Tick& action) {
    state_.nowSeconds = action.nowSeconds;
    state_.clock = action.clock;
    watchExam();
    playOn();
    if (const auto over = noticeEnds(state_); over && action.nowSeconds >= *over) {
        state_.notice.clear();
    }
    if (state_.flight) {
        state_.camera = cameraNow();
        const bool pointing = state_.pointerPx.x >= 0.0F;
        if (finished(*state_.flight, state_.nowSeconds)) {
            state_.flight.reset();
            state_.hovered = pointing ? pick(state_, library_, state_.pointerPx) : state_.hovered;
        } else if (pointing) {
            state_.hovered = {};  // the body slides away under a resting pointer
        }
    }
    const double still = state_.nowSeconds - state_.movedSeconds;
    state_.moving = state_.flight.has_value() || (state_.moving && still >= 0.0 && still < restSeconds);
}

void Updater::on(const ResizeViewport& action) {
    // Panels come with what was chosen: whoever is on the way there arrives at a view that fits beside them.
    const bool onTheWay = state_.flight && !isNothing(state_.choice.selected) && state_.flight->to == viewOfSelection();
    state_.viewportPx = action.sizePx;
    if (onTheWay) {
        state_.flight->to = viewOfSelection();
    }
    state_.pixelScale = action.pixelScale;
    goHome();
}

void Updater::on(const Orbit& action) {
    slideBy(orbited(cameraNow(), action.dragPx, state_.viewportPx));
}

void Updater::on(const Pan& action) {
    slideBy(panned(cameraNow(), action.dragPx, state_.viewportPx, targetLimits()));
}

void Updater::on(const Zoom& action) {
    const Camera now = cameraNow();
    const Camera wanted = zoomed(now, action.steps, action.cursorPx, state_.viewportPx, targetLimits());
    const Camera reached = outside(wanted);
    if (action.steps > 0.0F && reached.distanceMm > wanted.distanceMm && reached.distanceMm >= now.distanceMm) {
        return;  // already as near as the body lets one come: no sliding sideways instead
    }
    moveBy(reached);
}

void Updater::on(const ZoomMiddle& action) {
    on(Zoom{action.steps, glm::vec2(state_.viewportPx) * 0.5F});
}

void Updater::on(const Snap& action) {
    Camera wanted = snapView(action.view, library_.bounds, state_.viewportPx);
    if (!isNothing(state_.choice.selected) || state_.quiz.running()) {
        // Something is being looked at: turn around it instead of losing it from sight.
        const Camera now = state_.flight ? state_.flight->to : state_.camera;
        wanted.target = now.target;
        wanted.distanceMm = now.distanceMm;
    }
    flyTo(wanted);
}

void Updater::on(const LookFrom& action) {
    if (glm::length(action.toEye) < 1e-3F) {
        return;
    }
    const glm::vec3 unit = glm::normalize(action.toEye);
    Camera wanted = snapView(SnapView::anterior, library_.bounds, state_.viewportPx);
    const Camera now = state_.flight ? state_.flight->to : state_.camera;
    if (!isNothing(state_.choice.selected) || state_.quiz.running()) {
        wanted.target = now.target;
        wanted.distanceMm = now.distanceMm;
    }
    const bool upright = glm::length(glm::vec2(unit.x, unit.z)) < 1e-3F;
    wanted.yaw = upright ? 0.0F : std::atan2(unit.x, unit.z);
    wanted.pitch = std::asin(glm::clamp(unit.y, -1.0F, 1.0F));
    flyTo(wanted);
}

void Updater::on(const ResetView& /*action*/) {
    Choice choice = state_.choice;
    choice.layers = {};
    choose(std::move(choice));
    flyTo(snapView(SnapView::anterior, library_.bounds, state_.viewportPx));
}

void Updater::on(const ShowSelection& /*action*/) {
    if (!isNothing(state_.choice.selected) || library_.bounds.empty()) {
        flyTo(viewOfSelection());
        return;
    }
    // The whole body from where one looks at it.
    std::vector<glm::vec3> corners;
    for (int corner = 0; corner < 8; ++corner) {
        corners.emplace_back((corner & 1) != 0 ? library_.bounds.high.x : library_.bounds.low.x,
                             (corner & 2) != 0 ? library_.bounds.high.y : library_.bounds.low.y,
                             (corner & 4) != 0 ? library_.bounds.high.z : library_.bounds.low.z);
    }
    flyTo(framed(state_.flight ? state_.flight->to : state_.camera, corners, state_.viewportPx));
}

}  // namespace myo::session
