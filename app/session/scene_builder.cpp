#include "session/scene_builder.h"

#include <algorithm>
#include <array>

#include "atlas/evidence_status.h"
#include "render/palette.h"
#include "session/compare.h"
#include "session/pick.h"
#include "session/quiz_scene.h"
#include "session/words.h"

namespace myo::session {

namespace {

constexpr std::size_t mostZones = 8;

// The points whose zones are painted: the chosen one, or all points of a chosen muscle.
std::vector<const referral::ResolvedPoint*> paintedPoints(const AppState& state, const Library& library) {
    std::vector<const referral::ResolvedPoint*> out;
    if (!library.referral) {
        return out;
    }
    for (const SidedPoint& id : selectedPoints(state)) {
        if (const auto* point = library.find(id)) {
            out.push_back(point);
        }
    }
    // A row of a list under the pointer shows its zone, beside a drawing if there is one.
    const auto* hovered = std::get_if<SidedPoint>(&state.hovered);
    const bool inList = state.paint.on || state.pointerPx.x < 0.0F;
    if (inList && hovered != nullptr && library.find(*hovered) != nullptr) {
        return {library.find(*hovered)};
    }
    if (const auto preview = previewedPoint(state); preview && library.find(*preview) != nullptr) {
        return {library.find(*preview)};
    }
    const auto* muscle = std::get_if<SidedMuscle>(&state.choice.selected);
    // What was uncovered is to be seen itself; paint on the skin over it would hide it again.
    if (muscle != nullptr && state.choice.layers.muscles.uncovered != *muscle) {
        for (const referral::ResolvedPoint& point : library.referral->points()) {
            const bool side = state.choice.bothSides || toBodySide(point.id.side) == muscle->side;
            if (point.id.point.muscle == muscle->muscle && side) {
                out.push_back(&point);
            }
        }
    }
    return out;
}

SidedRegion glowRegion(const Library& library, const RegionId& region, Side side) {
    const atlas::Region* known = library.atlas ? library.atlas->find(region) : nullptr;
    return {region, known != nullptr && known->midline ? BodySide::mid : toBodySide(side)};
}

std::shared_ptr<const body::Footprint> glowOf(const Library& library, const RegionId& region, Side side) {
    return library.referral ? library.referral->glow(glowRegion(library, region, side)) : nullptr;
}

render::MarkerState markerState(const AppState& state, const SidedPoint& id, const std::vector<SidedPoint>& chosen) {
    if (std::find(chosen.begin(), chosen.end(), id) != chosen.end()) {
        return render::MarkerState::selected;
    }
    if (state.hovered == Target{id} || previewedPoint(state) == id) {
        return render::MarkerState::hovered;
    }
    const auto muscle = selectedMuscle(state);
    return muscle && muscle->muscle != id.point.muscle ? render::MarkerState::dimmed : render::MarkerState::normal;
}

std::vector<render::Marker> markers(const AppState& state, const Library& library) {
    std::vector<render::Marker> out;
    const std::vector<SidedPoint> chosen = selectedPoints(state);
    // Seen from afar the dots shrink a little, or the head is nothing but dots.
    const float near = mmPerPixel(state.camera, state.viewportPx) * state.pixelScale;
    const float radius = std::clamp(7.5F - near * 1.6F, 3.4F, 6.5F) * state.pixelScale;
    for (const ShownPoint& shown : shownPoints(state, library)) {
        render::Marker marker;
        marker.position = shownPlace(state, *shown.point);
        marker.color = render::zoneHues(state.settings.palette).marker;
        marker.state = markerState(state, shown.point->id, chosen);
        const bool special =
            marker.state == render::MarkerState::selected || marker.state == render::MarkerState::hovered;
        marker.radiusPx = special ? std::max(radius, 5.5F * state.pixelScale) * 1.25F : radius;
        out.push_back(marker);
    }
    return out;
}

float highlightOf(const AppState& state, const body::Structure& structure) {
    const auto isIt = [&](const std::optional<SidedMuscle>& muscle) {
        return muscle && muscle->muscle.value == structure.id &&
               (muscle->side == structure.side || structure.side == BodySide::mid);
    };
    if (isIt(selectedMuscle(state))) {
        return 1.0F;
    }
    const auto* hovered = std::get_if<SidedMuscle>(&state.hovered);
    return hovered != nullptr && isIt(*hovered) ? 0.5F : 0.0F;
}

std::vector<render::PartStyle> parts(const AppState& state, const Library& library) {
    std::vector<render::PartStyle> out;
    if (!library.body) {
        return out;
    }
    const std::vector<Shown> shown = shownStructures(state, library);
    out.reserve(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        render::PartStyle part;
        const bool skin = library.body->structures[i].kind == body::StructureKind::skin;
        part.visible = shown[i] != Shown::hidden;
        part.opacity = shown[i] == Shown::ghost && !skin ? ghostOpacity : 1.0F;
        part.highlight = part.visible ? highlightOf(state, library.body->structures[i]) : 0.0F;
        out.push_back(part);
    }
    for (const SidedPoint& id : selectedPoints(state)) {
        if (const auto* point = library.find(id)) {
            openWindow(out, library, *point);
        }
    }
    return out;
}

// What was painted; hatched where a zone is shown with it, so that both are seen.
void addDrawing(const AppState& state, render::RenderScene& scene) {
    if (!state.paint.on) {
        return;
    }
    constexpr std::array<float, referral::painLevels> opacities{0.45F, 0.70F, 0.95F};
    const bool alone = scene.zones.empty();
    constexpr float besideDrawing = 0.55F;
    for (render::ZonePaint& zone : scene.zones) {
        zone.opacity *= besideDrawing;
    }
    const referral::PaintedSkin skin = state.paint.skin();
    for (std::size_t level = 0; level < opacities.size(); ++level) {
        if (!skin.levels[level]->vertices.empty()) {
            scene.zones.push_back({skin.levels[level], drawingColor(),
                                   alone ? render::Pattern::solid : render::Pattern::hatched, opacities[level]});
        }
    }
}

void addRegion(const AppState& state, const Library& library, render::RenderScene& scene) {
    const auto* region = std::get_if<SidedRegion>(&state.choice.selected);
    const auto patch = region != nullptr ? library.regionPatches.find(*region) : library.regionPatches.end();
    if (patch != library.regionPatches.end()) {
        scene.zones.push_back(
            {patch->second, render::zoneHues(state.settings.palette).region, render::Pattern::solid, 0.45F});
    }
}

glm::vec3 middleOf(const body::Footprint& footprint, const body::Mesh& skin) {
    glm::vec3 sum{0.0F};
    float weight = 0.0F;
    for (std::size_t i = 0; i < footprint.vertices.size(); ++i) {
        sum += skin.positions[footprint.vertices[i]] * footprint.strengths[i];
        weight += footprint.strengths[i];
    }
    return weight > 0.0F ? sum / weight : sum;
}

void addGlowLabels(const AppState& state, const Library& library, std::vector<Label>& out) {
    std::vector<SidedRegion> named;
    for (const referral::ResolvedPoint* point : paintedPoints(state, library)) {
        for (const referral::ResolvedZone& zone : point->zones) {
            for (const RegionId& region : zone.internal) {
                const SidedRegion sided = glowRegion(library, region, point->id.side);
                const auto glow = library.referral->glow(sided);
                if (!glow || glow->vertices.empty() || std::find(named.begin(), named.end(), sided) != named.end()) {
                    continue;
                }
                named.push_back(sided);
                const auto at = project(state.camera, state.viewportPx, middleOf(*glow, library.body->skin()));
                if (at) {
                    out.push_back({at->px, content::regionWords(*library.text, *library.atlas, sided)});
                }
            }
        }
    }
}

}  // namespace

glm::vec3 zoneColor(PaletteChoice palette) {
    return render::zoneHues(palette).primary;
}

render::Theme renderTheme(ThemeChoice theme, PaletteChoice palette) {
    if (palette == PaletteChoice::print) {
        return render::printTheme();
    }
    return theme == ThemeChoice::dark ? render::darkTheme() : render::Theme{};
}

render::RenderScene emptyScene(const Camera& camera, const glm::ivec2& sizePx, ThemeChoice theme,
                               PaletteChoice palette) {
    render::RenderScene scene;
    scene.view = viewOf(camera, sizePx);
    scene.sizePx = glm::max(sizePx, glm::ivec2(1));
    scene.theme = renderTheme(theme, palette);
    return scene;
}

std::optional<atlas::EvidenceStatus> doubtful(const Library& library, const PointId& point) {
    using atlas::EvidenceStatus;
    const atlas::TriggerPoint* known = library.atlas ? library.atlas->find(point) : nullptr;
    if (known == nullptr) {
        return std::nullopt;
    }
    const EvidenceStatus status = atlas::evidenceStatus(*known);
    const bool doubt = status == EvidenceStatus::unconfirmed || status == EvidenceStatus::noSource ||
                       status == EvidenceStatus::disputed;
    return doubt ? std::optional(status) : std::nullopt;
}

std::string brokenEdgeWords(const Text& text, atlas::EvidenceStatus status) {
    switch (status) {
        case atlas::EvidenceStatus::noSource:
            return text("legend.broken.no_source");
        case atlas::EvidenceStatus::disputed:
            return text("legend.broken.disputed");
        default:
            return text("legend.broken.unconfirmed");
    }
}

std::vector<atlas::EvidenceStatus> doubtsPainted(const AppState& state, const Library& library) {
    std::vector<atlas::EvidenceStatus> out;
    for (const referral::ResolvedPoint* point : paintedPoints(state, library)) {
        const auto doubt = doubtful(library, point->id.point);
        if (doubt && !point->zones.empty() && std::find(out.begin(), out.end(), *doubt) == out.end()) {
            out.push_back(*doubt);
        }
    }
    return out;
}

void openWindow(std::vector<render::PartStyle>& parts, const Library& library, const referral::ResolvedPoint& point) {
    constexpr float bellyMm = 22.0F;  // what of the muscle lies deeper than its point
    const SidedMuscle muscle{point.id.point.muscle, toBodySide(point.id.side)};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (belongsTo(library, library.body->structures[i], muscle)) {
            parts[i].windowMm = point.depthMm + bellyMm;
        }
    }
}

std::vector<render::ZonePaint> zonePaint(const Library& library,
                                         const std::vector<const referral::ResolvedPoint*>& points,
                                         PaletteChoice palette) {
    std::vector<render::ZonePaint> primary;
    std::vector<render::ZonePaint> spillover;
    const render::ZoneHues hues = render::zoneHues(palette);
    for (const referral::ResolvedPoint* point : points) {
        const bool broken = doubtful(library, point->id.point).has_value();
        for (const referral::ResolvedZone& zone : point->zones) {
            const bool first = zone.tier == atlas::Tier::primary;
            auto& list = first ? primary : spillover;
            const glm::vec3 color = first ? hues.primary : hues.spillover;
            const render::Pattern pattern = first ? render::Pattern::solid : render::Pattern::stippled;
            if (zone.footprint && !zone.footprint->vertices.empty()) {
                list.push_back({zone.footprint, color, pattern, 1.0F, broken});
            }
            for (const RegionId& region : zone.internal) {
                if (auto glow = glowOf(library, region, point->id.side); glow && !glow->vertices.empty()) {
                    list.push_back({std::move(glow), color, pattern, 0.6F, broken});
                }
            }
        }
    }
    primary.resize(std::min(primary.size(), mostZones));
    spillover.resize(std::min(spillover.size(), mostZones - primary.size()));
    spillover.insert(spillover.end(), primary.begin(), primary.end());
    return spillover;
}

bool zonesPainted(const AppState& state, const Library& library) {
    if (comparing(state)) {
        return false;
    }
    const auto painted = paintedPoints(state, library);
    return std::any_of(painted.begin(), painted.end(), [](const auto* point) { return !point->zones.empty(); });
}

render::RenderScene buildScene(const AppState& state, const Library& library) {
    render::RenderScene scene =
        emptyScene(state.camera, state.viewportPx, state.settings.theme, state.settings.palette);
    scene.moving = state.moving;
    scene.skin = shownSkin(state);
    scene.cut = cutPlane(state, library);
    scene.parts = parts(state, library);
    scene.zones = comparing(state) ? comparePaint(state, library)
                                   : zonePaint(library, paintedPoints(state, library), state.settings.palette);
    addDrawing(state, scene);
    addRegion(state, library, scene);
    scene.markers = markers(state, library);
    addQuiz(state, library, scene);
    return scene;
}

render::RenderScene forMotion(render::RenderScene scene) {
    // Small pictures are drawn fast enough, and would show the coarseness most.
    constexpr float fewest = 300.0F;
    constexpr float coarser = 0.66F;
    const float share =
        std::clamp(fewest / static_cast<float>(std::max(scene.sizePx.x, scene.sizePx.y)), coarser, 1.0F);
    if (!scene.moving || share >= 1.0F) {
        return scene;
    }
    scene.sizePx = glm::max(glm::ivec2(glm::vec2(scene.sizePx) * share), glm::ivec2(1));
    for (render::Marker& marker : scene.markers) {
        marker.radiusPx *= share;
    }
    return scene;
}

std::vector<Label> labels(const AppState& state, const Library& library) {
    std::vector<Label> out;
    if (!library.atlas || !library.body) {
        return out;
    }
    if (state.quiz.running()) {
        return quizLabels(state, library);  // any other name would tell the answer
    }
    if (library.referral) {
        addGlowLabels(state, library, out);
    }
    if (isNothing(state.hovered)) {
        return out;
    }
    if (const auto* point = std::get_if<SidedPoint>(&state.hovered)) {
        const auto* resolved = library.find(*point);
        const auto at =
            resolved != nullptr ? project(state.camera, state.viewportPx, shownPlace(state, *resolved)) : std::nullopt;
        if (at) {
            const std::string name = targetWords(library, state.hovered);
            const bool behind = coveredPoint(state, library, *resolved);
            out.push_back({at->px, behind ? (*library.text)("view.behind", {{"point", name}}) : name});
        }
    } else if (state.pointerPx.x >= 0.0F) {
        out.push_back({state.pointerPx, targetWords(library, state.hovered)});
    }
    return out;
}

}  // namespace myo::session
