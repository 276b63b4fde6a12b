// The movement of the arm: rotations about the joints, stretched along the segments, blended at the joints.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <glm/gtx/quaternion.hpp>

#include "generate/pose.h"

namespace myo::generate {

namespace {

using glm::dmat3;
using glm::dvec3;

// Half widths in millimetres of the zones in which neighbouring segments blend.
constexpr double elbowBlend = 45.0;
constexpr double wristBlend = 24.0;
constexpr double knuckleBlend = 16.0;
constexpr double phalanxBlend = 9.0;
// How far the influence of a digit reaches towards its neighbours: the muscles between thumb and palm stretch widely.
constexpr double thumbReach = 9.0;
constexpr double fingerReach = 5.0;

double smoothstep(double low, double high, double x) {
    const double u = std::clamp((x - low) / (high - low), 0.0, 1.0);
    return u * u * (3 - 2 * u);
}

double distanceToSegment(const dvec3& a, const dvec3& b, const dvec3& p) {
    const dvec3 ab = b - a;
    const double t = std::clamp(glm::dot(p - a, ab) / glm::dot(ab, ab), 0.0, 1.0);
    return glm::distance(p, a + t * ab);
}

// Share of the second segment at p, across the plane that halves the bend at the joint.
double beyondJoint(const dvec3& before, const dvec3& joint, const dvec3& after, const dvec3& p, double blend) {
    const dvec3 normal = glm::normalize(glm::normalize(joint - before) + glm::normalize(after - joint));
    return smoothstep(-blend, blend, glm::dot(normal, p - joint));
}

// The affine map of three corners onto three others; across their plane it scales by `thickness`.
dmat3 planeMap(const dvec3& a1, const dvec3& a2, const dvec3& b1, const dvec3& b2, double thickness) {
    const dvec3 normalFrom = glm::normalize(glm::cross(a1, a2));
    const dvec3 normalTo = glm::normalize(glm::cross(b1, b2)) * thickness;
    return dmat3(b1, b2, normalTo) * glm::inverse(dmat3(a1, a2, normalFrom));
}

// The rotation nearest to a matrix.
dmat3 rotationOf(const dmat3& m) {
    const dvec3 x = glm::normalize(m[0]);
    const dvec3 y = glm::normalize(m[1] - glm::dot(m[1], x) * x);
    return {x, y, glm::cross(x, y)};
}

}  // namespace

ArmPose::Affine ArmPose::segment(const dmat3& parent, const dvec3& from, const dvec3& fromEnd, const dvec3& to,
                                 const dvec3& toEnd) {
    const dvec3 axis = glm::normalize(fromEnd - from);
    const dvec3 target = glm::normalize(toEnd - to);
    // The parent's rotation, then the smallest one that brings the axis home: no twist is added.
    const dmat3 turn = glm::mat3_cast(glm::rotation(glm::normalize(parent * axis), target)) * parent;
    const double stretch = glm::distance(to, toEnd) / glm::distance(from, fromEnd);
    const dmat3 along = dmat3(1.0) + (stretch - 1.0) * glm::outerProduct(axis, axis);
    return {turn * along, from, to};
}

ArmPose::ArmPose(const body::Joints& from, const body::Joints& to)
    : shoulder_(from.at("GH")), elbow_(from.at("elbow")), wrist_(from.at("wrist")) {
    // The scapula stays, and so does the centre of the humeral head.
    upperArm_ = segment(dmat3(1.0), shoulder_, elbow_, shoulder_, to.at("elbow"));
    const dmat3 upperTurn = rotationOf(upperArm_.linear);
    forearm_ = segment(upperTurn, elbow_, wrist_, to.at("elbow"), to.at("wrist"));
    const auto knuckle = [](const body::Joints& joints, int digit) {
        return joints.at(fmt::format("finger{}-1", digit));
    };
    palmCentre_ = (knuckle(from, 2) + knuckle(from, 5)) / 2.0;
    palm_.from = wrist_;
    palm_.to = to.at("wrist");
    palm_.linear = planeMap(knuckle(from, 2) - wrist_, knuckle(from, 5) - wrist_, knuckle(to, 2) - palm_.to,
                            knuckle(to, 5) - palm_.to, 1.1);
    const dmat3 palmTurn = rotationOf(palm_.linear);
    for (int k = 1; k <= 5; ++k) {
        Digit digit;
        digit.joints.push_back(wrist_);
        dmat3 turn = palmTurn;
        const std::array<std::string, 4> names{fmt::format("finger{}-1", k), fmt::format("finger{}-2", k),
                                               fmt::format("finger{}-3", k), fmt::format("finger{}-tip", k)};
        for (std::size_t i = 0; i < names.size(); ++i) {
            digit.joints.push_back(from.at(names[i]));
            if (i + 1 == names.size()) {
                break;
            }
            dvec3 end = to.at(names[i + 1]);
            if (i + 2 == names.size()) {  // the bone ends short of the skin's tip
                end = glm::mix(to.at(names[i]), end, 0.85);
            }
            digit.phalanges.push_back(segment(turn, from.at(names[i]), from.at(names[i + 1]), to.at(names[i]), end));
            turn = rotationOf(digit.phalanges.back().linear);
        }
        digits_.push_back(std::move(digit));
    }
}

double ArmPose::armShare(const dvec3& place, ArmPart part) const {
    if (part == ArmPart::trunk) {
        return 0.0;
    }
    const dvec3 axis = elbow_ - shoulder_;
    const double t = glm::dot(place - shoulder_, axis) / glm::dot(axis, axis);
    const double share = smoothstep(-0.08, 0.18, t);
    if (part == ArmPart::arm) {
        return share;
    }
    // Near the shoulder muscles fan out from the humerus; further down what lies medial of it belongs to the flank.
    const double medial = shoulder_.x + t * axis.x - place.x;
    const double reach = 60.0 - 22.0 * smoothstep(0.15, 0.4, t);
    return share * (1.0 - smoothstep(12.0, reach, medial));
}

dvec3 ArmPose::moveDigit(const Digit& digit, const dvec3& place) const {
    dvec3 moved = palm_.apply(place);
    for (std::size_t i = 0; i < digit.phalanges.size(); ++i) {
        const double beyond = beyondJoint(digit.joints[i], digit.joints[i + 1], digit.joints[i + 2], place,
                                          i == 0 ? knuckleBlend : phalanxBlend);
        moved = glm::mix(moved, digit.phalanges[i].apply(place), beyond);
    }
    return moved;
}

dvec3 ArmPose::moveHand(const dvec3& place) const {
    std::vector<double> distances;
    for (const Digit& digit : digits_) {
        double nearest = 1e9;
        for (std::size_t i = 0; i + 1 < digit.joints.size(); ++i) {
            nearest = std::min(nearest, distanceToSegment(digit.joints[i], digit.joints[i + 1], place));
        }
        distances.push_back(nearest);
    }
    const double least = *std::min_element(distances.begin(), distances.end());
    dvec3 sum{0.0};
    double total = 0.0;
    for (std::size_t k = 0; k < digits_.size(); ++k) {
        const double reach = k == 0 ? thumbReach : fingerReach;
        const double weight = std::exp((least * least - distances[k] * distances[k]) / (2 * reach * reach));
        sum += weight * moveDigit(digits_[k], place);
        total += weight;
    }
    return sum / total;
}

dvec3 ArmPose::apply(const dvec3& place, ArmPart part) const {
    const double share = armShare(place, part);
    if (share <= 0.0) {
        return place;
    }
    dvec3 moved = upperArm_.apply(place);
    const double beyondElbow = beyondJoint(shoulder_, elbow_, wrist_, place, elbowBlend);
    if (beyondElbow > 0.0) {
        dvec3 lower = forearm_.apply(place);
        const double beyondWrist = beyondJoint(elbow_, wrist_, palmCentre_, place, wristBlend);
        if (beyondWrist > 0.0) {
            lower = glm::mix(lower, moveHand(place), beyondWrist);
        }
        moved = glm::mix(moved, lower, beyondElbow);
    }
    return glm::mix(place, moved, share);
}

bool ArmPose::inArm(const dvec3& place) const {
    constexpr double aroundHumerus = 34.0;
    constexpr double aroundElbow = 60.0;                                // as far as the medial epicondyle
    const bool lateral = place.x > 195.0 && place.y < elbow_.y + 30.0;  // nothing else hangs there
    return lateral || glm::distance(place, elbow_) < aroundElbow ||
           distanceToSegment(shoulder_, elbow_, place) < aroundHumerus;
}

ArmPart ArmPose::partOf(const PieceFigure& piece) const {
    const auto end = [&](int station) {
        int inside = 0;
        for (int strip = 0; strip < piece.strips; ++strip) {
            inside += inArm(piece.at(strip, station).centre) ? 1 : 0;
        }
        return 2 * inside >= piece.strips;
    };
    const bool origin = end(0);
    const bool insertion = end(piece.stations - 1);
    if (origin && insertion) {
        return ArmPart::arm;
    }
    return origin || insertion ? ArmPart::crossing : ArmPart::trunk;
}

const ArmPose::Affine* ArmPose::find(const std::string& bone) const {
    if (bone == "humerus") {
        return &upperArm_;
    }
    if (bone == "radius" || bone == "ulna") {
        return &forearm_;
    }
    for (const char* ofPalm : {"scaphoid", "lunate", "triquetral", "pisiform", "trapezium", "trapezoid", "capitate",
                               "hamate", "mc2", "mc3", "mc4", "mc5"}) {
        if (bone == ofPalm) {
            return &palm_;
        }
    }
    const std::array<std::pair<std::string, std::size_t>, 4> phalanges{{{"mc", 0}, {"hpp", 0}, {"hmp", 1}, {"hdp", 2}}};
    for (const auto& [prefix, index] : phalanges) {
        if (bone.size() != prefix.size() + 1 || !bone.starts_with(prefix) || bone.back() < '1' || bone.back() > '5') {
            continue;
        }
        const auto digit = static_cast<std::size_t>(bone.back() - '1');
        // The thumb's chain begins with its metacarpal and has no middle phalanx.
        return &digits_[digit].phalanges[digit == 0 && prefix == "hpp" ? 1 : index];
    }
    return nullptr;
}

bool ArmPose::moves(const std::string& bone) const {
    return find(bone) != nullptr;
}

dvec3 ArmPose::applyToBone(const std::string& bone, const dvec3& place) const {
    const Affine* affine = find(bone);
    return affine != nullptr ? affine->apply(place) : place;
}

}  // namespace myo::generate
