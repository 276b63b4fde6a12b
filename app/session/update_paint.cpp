// The brush, the drawing and its history.
#include <algorithm>
#include <cmath>

#include "session/paint.h"
#include "session/pick.h"
#include "session/updater.h"

namespace myo::session {

std::optional<glm::vec3> skinUnder(const AppState& state, const Library& library, const glm::vec2& px) {
    if (!library.caster || !library.body) {
        return std::nullopt;
    }
    Ray ray = rayThrough(state.camera, state.viewportPx, px);
    constexpr int mostSurfaces = 64;
    for (int i = 0; i < mostSurfaces; ++i) {
        const auto hit = library.caster->cast(ray);
        if (!hit) {
            return std::nullopt;
        }
        if (library.body->structures[hit->structure].kind == body::StructureKind::skin) {
            return hit->position;
        }
        constexpr float beyondMm = 0.05F;
        ray.origin = hit->position + ray.direction * beyondMm;
    }
    return std::nullopt;
}

float brushRadiusPx(const AppState& state, const Library& library, const glm::vec2& px) {
    float mm = mmPerPixel(state.camera, state.viewportPx);
    if (const auto place = skinUnder(state, library, px)) {
        if (const auto screen = project(state.camera, state.viewportPx, *place)) {
            mm *= screen->depthMm / std::max(state.camera.distanceMm, 1.0F);
        }
    }
    return state.paint.radiusMm / std::max(mm, 1e-3F);
}

referral::PaintedSkin PaintState::skin() const {
    if (growing) {
        return growing->skin;
    }
    return now ? now->skin : referral::PaintedSkin{};
}

bool Updater::canPaint() const {
    return !state_.model.open() && library_.referral && library_.matcher && library_.caster && library_.body &&
           library_.atlas;
}

void Updater::answerDrawing() {
    if (state_.quiz.running()) {
        return;  // it would tell the answer
    }
    const referral::PaintedSkin skin = state_.paint.skin();
    state_.paint.answer = canPaint() && !skin.empty()
                              ? std::make_shared<const PainAnswer>(answerPain(
                                    *library_.text, *library_.atlas, *library_.referral, *library_.matcher, skin))
                              : nullptr;
}

void Updater::keepDrawing(DrawingVersion version) {
    PaintState& paint = state_.paint;
    paint.past.push_back(std::move(paint.now));
    if (paint.past.size() > PaintState::longestHistory) {
        paint.past.erase(paint.past.begin());
    }
    paint.future.clear();
    paint.now = std::make_shared<const DrawingVersion>(std::move(version));
    drawingChanged();
}

void Updater::drawingChanged() {
    if (state_.quiz.running()) {
        return;  // an answer is no drawing of a person's own
    }
    effects_.emplace_back(KeepDrawing{state_.paint.now ? state_.paint.now->drawing : referral::PainDrawing{}});
    answerDrawing();
}

void Updater::addStrokes(std::vector<std::shared_ptr<const referral::PainStroke>> strokes,
                         const referral::PaintedSkin& skin) {
    DrawingVersion version;
    if (state_.paint.now) {
        version.drawing = state_.paint.now->drawing;
    }
    version.drawing.body = library_.body->identity;
    for (auto& stroke : strokes) {
        version.drawing.strokes.push_back(std::move(stroke));
    }
    version.skin = skin;
    keepDrawing(std::move(version));
}

referral::PainStroke Updater::brushStroke(std::vector<glm::vec3> points) const {
    const PaintState& paint = state_.paint;
    return {paint.level, paint.radiusMm, paint.erase, std::move(points), {}};
}

void Updater::on(const SetPainting& action) {
    on(BrushUp{});  // a stroke on its way is no less painted
    state_.paint.on = action.on;
    if (!action.on) {
        return;
    }
    state_.learning = false;
    state_.presenting = false;
    state_.searchOpen = true;
    state_.lastPanel = Panel::search;
    state_.hovered = {};
    // One paints on the closed skin.
    Choice choice = state_.choice;
    choice.layers.skin = render::SkinMode::opaque;
    choice.layers.cut = {};
    if (std::holds_alternative<SidedMuscle>(choice.selected) || std::holds_alternative<SidedRegion>(choice.selected)) {
        choice.selected = {};
    }
    choose(std::move(choice));
}

void Updater::on(const BrushDown& action) {
    if (!canPaint() || !state_.paint.on) {
        return;
    }
    closeSkin();
    GrowingStroke growing;
    growing.skin = state_.paint.skin();
    state_.paint.growing = std::move(growing);
    on(BrushTo{action.px});
}

void Updater::on(const BrushTo& action) {
    if (!state_.paint.growing || !canPaint()) {
        return;
    }
    GrowingStroke growing = *state_.paint.growing;
    // The hand is quicker than the frames: touches are filled in on the way, a third of a radius apart.
    const float stepPx = std::max(1.0F, brushRadiusPx(state_, library_, action.px) / 3.0F);
    const glm::vec2 from = growing.lastPx.value_or(action.px);
    const float way = glm::distance(from, action.px);
    if (growing.lastPx && way < stepPx) {
        return;
    }
    constexpr int mostTouches = 200;
    const int touches = growing.lastPx ? std::clamp(static_cast<int>(std::ceil(way / stepPx)), 1, mostTouches) : 1;
    std::vector<glm::vec3> fresh;
    for (int i = 1; i <= touches; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(touches);
        if (const auto place = skinUnder(state_, library_, glm::mix(from, action.px, share))) {
            fresh.push_back(*place);
        }
    }
    growing.lastPx = action.px;
    if (!fresh.empty()) {
        growing.points.insert(growing.points.end(), fresh.begin(), fresh.end());
        const referral::PainStroke stroke = brushStroke(std::move(fresh));
        growing.skin = paintOver(growing.skin, stroke, *library_.referral);
        if (state_.paint.mirror) {
            growing.skin = paintOver(growing.skin, mirroredStroke(stroke), *library_.referral);
        }
    }
    state_.paint.growing = std::move(growing);
    answerDrawing();
}

void Updater::on(const BrushUp& /*action*/) {
    if (!state_.paint.growing) {
        return;
    }
    GrowingStroke growing = std::move(*state_.paint.growing);
    state_.paint.growing.reset();
    if (growing.points.empty()) {
        return;
    }
    std::vector<std::shared_ptr<const referral::PainStroke>> strokes{
        std::make_shared<const referral::PainStroke>(brushStroke(std::move(growing.points)))};
    if (state_.paint.mirror) {
        strokes.push_back(std::make_shared<const referral::PainStroke>(mirroredStroke(*strokes.front())));
    }
    addStrokes(std::move(strokes), growing.skin);
}

void Updater::on(const PaintRegion& action) {
    if (!canPaint()) {
        return;
    }
    closeSkin();
    const bool known = library_.referral->regions().indexOf(action.region) || library_.referral->glow(action.region);
    if (!known) {
        return;
    }
    referral::PainStroke stroke = brushStroke({});
    stroke.region = action.region;
    std::vector<std::shared_ptr<const referral::PainStroke>> strokes{
        std::make_shared<const referral::PainStroke>(stroke)};
    if (state_.paint.mirror && action.region.side != BodySide::mid) {
        strokes.push_back(std::make_shared<const referral::PainStroke>(mirroredStroke(stroke)));
    }
    const referral::PaintedSkin skin = paintOver(state_.paint.skin(), strokes, *library_.referral);
    addStrokes(std::move(strokes), skin);
}

void Updater::on(const SetBrush& action) {
    PaintState& paint = state_.paint;
    paint.radiusMm = std::clamp(action.radiusMm, PaintState::leastRadius, PaintState::mostRadius);
    paint.level = std::clamp(action.level, 1, referral::painLevels);
    paint.erase = action.erase;
    paint.mirror = action.mirror;
}

void Updater::on(const ClearDrawing& /*action*/) {
    if (state_.paint.strokes() > 0 && library_.body) {
        keepDrawing({{library_.body->identity, {}}, {}});
    }
}

void Updater::on(const SaveDrawing& /*action*/) {
    if (state_.paint.strokes() > 0) {
        effects_.emplace_back(WriteDrawing{state_.paint.now->drawing});
    } else {
        state_.notice = (*library_.text)("session.nothing_painted");
    }
}

void Updater::on(const OpenDrawing& action) {
    effects_.emplace_back(ReadDrawing{action.file});
}

void Updater::on(const DrawingOpened& action) {
    if (!canPaint()) {
        return;
    }
    closeQuiz();
    keepDrawing({action.drawing, action.skin});
    on(SetPainting{true});
    if (action.file == state_.paint.leftFile) {
        on(ForgetDrawing{});
    }
}

void Updater::on(const DrawingLeft& action) {
    state_.paint.leftFile = action.file;
}

void Updater::on(const RestoreDrawing& /*action*/) {
    if (!state_.paint.leftFile.empty()) {
        effects_.emplace_back(ReadDrawing{state_.paint.leftFile});
    }
}

void Updater::on(const ForgetDrawing& /*action*/) {
    if (!state_.paint.leftFile.empty()) {
        state_.paint.leftFile.clear();
        effects_.emplace_back(DropLeftDrawing{});
    }
}

// Steps through the drawing's versions while one paints.
bool Updater::travelDrawing(bool back) {
    PaintState& paint = state_.paint;
    auto& from = back ? paint.past : paint.future;
    auto& to = back ? paint.future : paint.past;
    if (!paint.on || from.empty()) {
        return paint.on;
    }
    paint.growing.reset();
    to.push_back(std::move(paint.now));
    paint.now = std::move(from.back());
    from.pop_back();
    drawingChanged();
    return true;
}

}  // namespace myo::session
