#include "anatomy/generate/skeleton_pose.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "anatomy/generate/skin_parallel.h"
#include "anatomy/mesh_tools.h"

namespace myo::anatomy {

namespace {

using glm::dmat3;
using glm::dvec3;

// Bones so wide that a skin can only be met by following it.
bool yields(std::string_view bone) {
    constexpr std::array<std::string_view, 10> wide{"cranium", "mandible", "hip",     "scapula", "sacrum",
                                                    "sternum", "clavicle", "thyroid", "rib",     "cart"};
    return std::any_of(wide.begin(), wide.end(), [&](std::string_view name) { return bone.starts_with(name); });
}

}  // namespace

SkeletonPose::SkeletonPose(const Pose& pose, const std::vector<Structure>& drawn) : pose_(pose) {
    for (const Structure& bone : drawn) {
        if (!yields(bone.id)) {
            whole_[bone.id] = fit(bone);
        }
    }
}

// The affine map nearest to the pose at places spread over the bone.
SkeletonPose::Whole SkeletonPose::fit(const Structure& bone) const {
    constexpr std::size_t wanted = 80;
    const std::vector<glm::vec3>& all = bone.mesh.positions;
    const std::size_t stride = std::max<std::size_t>(1, all.size() / wanted);
    std::vector<dvec3> from;
    std::vector<dvec3> to;
    Whole whole;
    const auto take = [&](const dvec3& place) {
        from.push_back(place);
        to.push_back(pose_.applyToBone(bone.id, place));
        whole.from += from.back();
        whole.to += to.back();
    };
    for (std::size_t i = 0; i < all.size(); i += stride) {
        take(all[i]);
        if (bone.side == BodySide::mid) {
            take(mirrored(all[i]));
        }
    }
    whole.from /= static_cast<double>(from.size());
    whole.to /= static_cast<double>(to.size());
    dmat3 spread{0.0};
    dmat3 moved{0.0};
    for (std::size_t i = 0; i < from.size(); ++i) {
        const dvec3 a = from[i] - whole.from;
        spread += glm::outerProduct(a, a);
        moved += glm::outerProduct(to[i] - whole.to, a);
    }
    whole.linear = moved * glm::inverse(spread);
    return whole;
}

dvec3 SkeletonPose::apply(const std::string& bone, const dvec3& place) const {
    const auto found = whole_.find(bone);
    if (found == whole_.end()) {
        return pose_.applyToBone(bone, place);
    }
    return found->second.to + found->second.linear * (place - found->second.from);
}

void SkeletonPose::apply(std::vector<Structure>& bones) const {
    for (Structure& bone : bones) {
        std::vector<glm::vec3>& positions = bone.mesh.positions;
        parallelFor(positions.size(), [&](std::size_t i) {
            const bool midline = bone.side == BodySide::mid && positions[i].x == 0.0F;
            positions[i] = apply(bone.id, positions[i]);
            if (midline) {
                positions[i].x = 0.0F;
            }
        });
        computeNormals(bone.mesh);
    }
}

}  // namespace myo::anatomy
