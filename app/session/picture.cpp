#include "session/picture.h"

#include <algorithm>
#include <cmath>

#include <glm/gtx/color_space.hpp>

#include "render/palette.h"
#include "session/scene_builder.h"
#include "session/visibility.h"

namespace myo::session {

namespace {

bool inLayers(const body::Structure& structure, const PictureLayers& layers) {
    switch (structure.kind) {
        case body::StructureKind::skin:
            return layers.skin;
        case body::StructureKind::muscle:
            return layers.muscles && !structure.alias();
        case body::StructureKind::bone:
        case body::StructureKind::cartilage:
            break;
    }
    return layers.skeleton;
}

bool liesOver(const Uncovered& uncovered, const body::Structure& structure) {
    const SidedMuscle muscle{MuscleId{structure.id}, structure.side};
    return std::find(uncovered.covering.begin(), uncovered.covering.end(), muscle) != uncovered.covering.end() ||
           (uncovered.bonesCover && structure.kind == body::StructureKind::bone);
}

std::vector<render::PartStyle> pictureParts(const Picture& picture, const Library& library) {
    std::vector<render::PartStyle> out;
    for (const body::Structure& structure : library.body->structures) {
        render::PartStyle part;
        part.visible = inLayers(structure, picture.layers);
        if (picture.uncovered) {
            const bool wanted = belongsTo(library, structure, picture.uncovered->muscle);
            part.visible = wanted || (part.visible && !liesOver(*picture.uncovered, structure));
            part.highlight = wanted ? 1.0F : 0.0F;
        }
        out.push_back(part);
    }
    return out;
}

// Hues a golden angle apart, in three lightnesses, so that neighbours differ for every kind of colour vision.
std::vector<glm::vec3> distinctColors(std::size_t count) {
    std::vector<glm::vec3> colors;
    for (std::size_t i = 0; i < count; ++i) {
        const float hue = std::fmod(static_cast<float>(i) * 137.508F, 360.0F);
        colors.push_back(glm::rgbColor(glm::vec3(hue, 0.55F, 0.55F + 0.18F * static_cast<float>(i % 3))));
    }
    return colors;
}

render::RegionOverlay regionOverlay(const referral::RegionMap& map) {
    render::RegionOverlay overlay;
    auto shifted = std::make_shared<std::vector<std::uint16_t>>(map.regionOfVertex());
    for (std::uint16_t& region : *shifted) {
        region = region == referral::RegionMap::none ? 0 : static_cast<std::uint16_t>(region + 1);
    }
    overlay.regionOfVertex = std::move(shifted);
    overlay.palette = distinctColors(map.regions().size() + 1);
    return overlay;
}

render::SkinMode pictureSkin(const PictureLayers& layers) {
    const bool inside = layers.muscles || layers.skeleton;
    return !layers.skin ? render::SkinMode::hidden : inside ? render::SkinMode::ghosted : render::SkinMode::opaque;
}

}  // namespace

render::RenderScene buildScene(const Picture& picture, const Library& library) {
    render::RenderScene scene = emptyScene(picture.camera, picture.sizePx, picture.look.theme, picture.look.palette);
    scene.skin = pictureSkin(picture.layers);
    scene.parts = pictureParts(picture, library);
    for (const referral::ResolvedPoint* point : picture.points) {
        openWindow(scene.parts, library, *point);
    }
    if (picture.zones) {
        scene.zones = zonePaint(library, picture.points, picture.look.palette);
    }
    for (const referral::ResolvedPoint* point : picture.points) {
        render::Marker marker;
        marker.position = point->position;
        marker.color = render::zoneHues(picture.look.palette).marker;
        marker.state = render::MarkerState::selected;
        scene.markers.push_back(marker);
    }
    if (picture.layers.regions && library.referral) {
        scene.regions = regionOverlay(library.referral->regions());
    }
    return scene;
}

}  // namespace myo::session
