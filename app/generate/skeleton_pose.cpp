#include "generate/skeleton_pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include <Eigen/Dense>

#include "body/mesh_tools.h"
#include "core/parallel.h"

namespace myo::generate {

namespace {

using glm::dmat3;
using glm::dvec3;

bool isOneOf(std::string_view bone, std::span<const std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view name) { return bone.starts_with(name); });
}

// Bones that meet each other all around the chest.
bool ofCage(std::string_view bone) {
    constexpr std::array<std::string_view, 7> names{"rib",     "cart",     "sternum", "manubrium",
                                                    "xiphoid", "clavicle", "scapula"};
    return isOneOf(bone, names);
}

// Bones so wide that a skin can only be met by following it.
bool yields(std::string_view bone) {
    constexpr std::array<std::string_view, 4> names{"cranium", "mandible", "hip", "sacrum"};
    return isOneOf(bone, names);
}

bool ofThroat(std::string_view bone) {
    constexpr std::array<std::string_view, 3> names{"hyoid", "thyroid", "cricoid"};
    return isOneOf(bone, names);
}

dvec3 meanOf(const std::vector<dvec3>& places) {
    dvec3 sum{0.0};
    for (const dvec3& place : places) {
        sum += place;
    }
    return sum / static_cast<double>(places.size());
}

// The direction in which the vertices spread most.
dvec3 longAxis(const body::Mesh& mesh) {
    const std::vector<dvec3> places(mesh.positions.begin(), mesh.positions.end());
    const dvec3 centre = meanOf(places);
    Eigen::Matrix3d spread = Eigen::Matrix3d::Zero();
    for (const dvec3& place : places) {
        const Eigen::Vector3d offset(place.x - centre.x, place.y - centre.y, place.z - centre.z);
        spread += offset * offset.transpose();
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver(spread);
    const Eigen::Vector3d axis = solver.eigenvectors().col(2);
    return {axis.x(), axis.y(), axis.z()};
}

// The map nearest to `map` that a bone can bear: a rotation, a stretch along the bone and a like one across.
dmat3 asBone(const dmat3& map, const dvec3& along) {
    constexpr double least = 0.65;
    constexpr double most = 1.5;
    constexpr double unlike = 1.2;  // most that bones grow slender or stout
    Eigen::Matrix3d matrix;
    for (int column = 0; column < 3; ++column) {
        for (int row = 0; row < 3; ++row) {
            matrix(row, column) = map[column][row];
        }
    }
    const Eigen::JacobiSVD<Eigen::Matrix3d> svd(matrix, Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Eigen::Matrix3d turned = svd.matrixU() * svd.matrixV().transpose();
    dmat3 turn;
    for (int column = 0; column < 3; ++column) {
        turn[column] = {turned(0, column), turned(1, column), turned(2, column)};
    }
    const double length = std::clamp(glm::length(map * along), least, most);
    const double width = std::sqrt(std::abs(glm::determinant(map)) / glm::length(map * along));
    const double across = std::clamp(width, length / unlike, length * unlike);
    return turn * (dmat3(across) + (length - across) * glm::outerProduct(along, along));
}

}  // namespace

SkeletonPose::SkeletonPose(const Pose& pose, const std::vector<body::Structure>& drawn) : pose_(pose) {
    addCage(drawn);
    for (const body::Structure& bone : drawn) {
        if (!yields(bone.id) && !ofCage(bone.id)) {
            whole_[bone.id] = fit(bone);
        }
    }
}

void SkeletonPose::addCage(const std::vector<body::Structure>& drawn) {
    constexpr std::size_t stride = 12;
    std::vector<SmoothMap::Pair> pairs;
    for (const body::Structure& bone : drawn) {
        for (std::size_t i = 0; ofCage(bone.id) && i < bone.mesh.positions.size(); i += stride) {
            const dvec3 from(bone.mesh.positions[i]);
            const dvec3 to = pose_.applyToBone(bone.id, from);
            pairs.push_back({from, to});
            pairs.push_back({{-from.x, from.y, from.z}, {-to.x, to.y, to.z}});
        }
    }
    constexpr std::size_t enough = 100;
    if (pairs.size() >= enough) {
        cage_.emplace(pairs);
    }
}

// What the pose does around the bone on average: the pose itself is uneven over a few centimetres, bones are not.
SkeletonPose::Whole SkeletonPose::fit(const body::Structure& bone) const {
    constexpr std::size_t wanted = 40;
    // Millimetres: the column is to be even from one vertebra to the next; teeth and larynx are to follow the face.
    const double around = bone.side == BodySide::mid && !ofThroat(bone.id) ? 60.0 : 30.0;
    const std::vector<glm::vec3>& all = bone.mesh.positions;
    const std::size_t stride = std::max<std::size_t>(1, all.size() / wanted);
    std::vector<dvec3> from;
    const auto take = [&](const dvec3& place) {
        from.push_back(place);
        if (bone.side == BodySide::mid) {
            from.emplace_back(-place.x, place.y, place.z);
        }
    };
    for (std::size_t i = 0; i < all.size(); i += stride) {
        for (int axis = 0; axis < 3; ++axis) {
            dvec3 offset(0.0);
            offset[axis] = around;
            take(dvec3(all[i]) + offset);
            take(dvec3(all[i]) - offset);
        }
    }
    std::vector<dvec3> to(from.size());
    parallelFor(from.size(), [&](std::size_t i) { to[i] = pose_.applyToBone(bone.id, from[i]); });
    Whole whole;
    whole.from = meanOf(from);
    whole.to = meanOf(to);
    dmat3 spread{0.0};
    dmat3 moved{0.0};
    for (std::size_t i = 0; i < from.size(); ++i) {
        const dvec3 a = from[i] - whole.from;
        spread += glm::outerProduct(a, a);
        moved += glm::outerProduct(to[i] - whole.to, a);
    }
    whole.linear = asBone(moved * glm::inverse(spread), longAxis(bone.mesh));
    return whole;
}

dvec3 SkeletonPose::apply(const std::string& bone, const dvec3& place) const {
    const auto found = whole_.find(bone);
    if (found == whole_.end() && cage_ && ofCage(bone)) {
        return cage_->apply(place);
    }
    if (found == whole_.end()) {
        return pose_.applyToBone(bone, place);
    }
    return found->second.to + found->second.linear * (place - found->second.from);
}

void SkeletonPose::apply(std::vector<body::Structure>& bones) const {
    for (body::Structure& bone : bones) {
        std::vector<glm::vec3>& positions = bone.mesh.positions;
        parallelFor(positions.size(), [&](std::size_t i) {
            const bool midline = bone.side == BodySide::mid && positions[i].x == 0.0F;
            positions[i] = apply(bone.id, positions[i]);
            if (midline) {
                positions[i].x = 0.0F;
            }
        });
        body::computeNormals(bone.mesh);
    }
}

}  // namespace myo::generate
