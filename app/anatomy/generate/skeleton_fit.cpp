#include "anatomy/generate/skeleton_fit.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "anatomy/generate/fit_to_skin.h"
#include "anatomy/mesh_tools.h"

namespace myo::anatomy {

namespace {

constexpr SkinFit boneFit{0.5F, 12.0F};
// Under the scalp lie frontalis, occipitalis and their tendon.
constexpr SkinFit skullFit{3.5F, 12.0F};

}  // namespace

std::string structureOfBone(const std::string& bone) {
    constexpr std::array<std::string_view, 8> ofSkull{"frontal", "parietal",  "occipital", "temporal",
                                                      "nasal",   "zygomatic", "sphenoid",  "maxilla"};
    return std::find(ofSkull.begin(), ofSkull.end(), bone) != ofSkull.end() ? "cranium" : bone;
}

void fitSkeleton(std::vector<Structure>& bones, const Mesh& skin, const std::vector<LandmarkFigure>& figures,
                 Landmarks& landmarks) {
    std::map<std::string, std::vector<glm::vec3>> before;
    for (const Structure& bone : bones) {
        before[bone.id] = bone.mesh.positions;
    }
    fitToSkin(bones, skin, boneFit);
    const auto skull = std::find_if(bones.begin(), bones.end(), [](const Structure& b) { return b.id == "cranium"; });
    if (skull != bones.end()) {
        std::vector<Structure> alone{std::move(*skull)};
        fitToSkin(alone, skin, skullFit);
        *skull = std::move(alone.front());
    }
    for (const LandmarkFigure& figure : figures) {
        const std::string id = structureOfBone(figure.bone);
        const auto bone = std::find_if(bones.begin(), bones.end(), [&](const Structure& b) { return b.id == id; });
        const std::optional<glm::vec3> old = landmarks.find(figure.id, Side::left);
        if (!figure.bony || bone == bones.end() || !old) {
            continue;
        }
        const std::size_t vertex = nearestVertex(before[id], *old);
        setPlace(landmarks, figure, *old + bone->mesh.positions[vertex] - before[id][vertex]);
    }
}

}  // namespace myo::anatomy
