#include "generate/skeleton_fit.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "body/fit_to_skin.h"
#include "body/mesh_tools.h"

namespace myo::generate {

namespace {

constexpr body::SkinFit boneFit{0.5F, 12.0F};
// Over the larger bones lies skin as thick as this, and often a fascia as well.
constexpr body::SkinFit coveredFit{2.0F, 12.0F};
// Under the scalp lie frontalis, occipitalis and their tendon.
constexpr body::SkinFit skullFit{3.5F, 12.0F};

bool givesWay(const body::Structure& bone) {
    constexpr std::array<std::string_view, 3> ofHead{"cranium", "mandible", "tooth"};
    constexpr std::array<std::string_view, 12> ofSides{"rib",  "cart", "clavicle", "scapula", "humerus", "radius",
                                                       "ulna", "hip",  "femur",    "tibia",   "fibula",  "patella"};
    const auto isOneOf = [&](const auto& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](std::string_view name) { return bone.id.starts_with(name); });
    };
    return bone.side == BodySide::mid ? !isOneOf(ofHead) : isOneOf(ofSides);
}

}  // namespace

std::string structureOfBone(const std::string& bone) {
    constexpr std::array<std::string_view, 8> ofSkull{"frontal", "parietal",  "occipital", "temporal",
                                                      "nasal",   "zygomatic", "sphenoid",  "maxilla"};
    return std::find(ofSkull.begin(), ofSkull.end(), bone) != ofSkull.end() ? "cranium" : bone;
}

BonyLandmarks::BonyLandmarks(const std::vector<body::Structure>& bones, const std::vector<LandmarkFigure>& figures,
                             const body::Landmarks& landmarks) {
    for (const LandmarkFigure& figure : figures) {
        const std::string id = structureOfBone(figure.bone);
        const auto bone =
            std::find_if(bones.begin(), bones.end(), [&](const body::Structure& b) { return b.id == id; });
        const std::optional<glm::vec3> place = landmarks.find(figure.id, Side::left);
        if (figure.bony && bone != bones.end() && place) {
            const std::size_t vertex = body::nearestVertex(bone->mesh.positions, *place);
            held_.push_back({&figure, static_cast<std::size_t>(bone - bones.begin()), vertex,
                             *place - bone->mesh.positions[vertex]});
        }
    }
}

void BonyLandmarks::follow(const std::vector<body::Structure>& bones, body::Landmarks& landmarks) const {
    for (const Held& held : held_) {
        setPlace(landmarks, *held.figure, bones[held.bone].mesh.positions[held.vertex] + held.offset);
    }
}

void fitSkeleton(std::vector<body::Structure>& bones, const body::Mesh& skin) {
    body::fitToSkin(body::chosen(bones), skin, boneFit);
    body::fitToSkin(body::chosen(bones, givesWay), skin, coveredFit);
    body::fitToSkin(body::chosen(bones, [](const body::Structure& bone) { return bone.id == "cranium"; }), skin,
                    skullFit);
}

void fitMuscles(std::vector<body::Structure>& muscles, std::vector<body::Structure>& bones, const body::Mesh& skin) {
    body::fitToSkin(body::chosen(muscles), skin, {}, body::chosen(bones, givesWay));
}

}  // namespace myo::generate
