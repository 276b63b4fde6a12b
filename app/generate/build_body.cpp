#include "generate/build_body.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "body/mesh_tools.h"
#include "body/ray_caster.h"
#include "core/table.h"
#include "generate/faces_inside.h"
#include "generate/layering.h"
#include "generate/loft.h"
#include "generate/skeleton.h"
#include "generate/skeleton_fit.h"

namespace myo::generate {

namespace {

// Moves the value out of a result, or keeps its problem.
template <class T>
void take(Result<T> result, T& target, std::optional<Diagnostic>& problem) {
    if (result) {
        target = std::move(result).value();
    } else if (!problem) {
        problem = result.problem();
    }
}

// Adds the muscles, their mirror images and the aliases that join them.
void addMuscles(body::Body& body, std::vector<body::Structure> muscles, const std::vector<MuscleFigure>& figures) {
    for (body::Structure& muscle : muscles) {
        std::optional<body::Structure> right;
        if (muscle.side == BodySide::left) {
            right = body::Structure{
                muscle.id, BodySide::right, muscle.kind, muscle.depthLayer, {}, body::mirroredMesh(muscle.mesh)};
        }
        body.structures.push_back(std::move(muscle));
        if (right) {
            body.structures.push_back(std::move(*right));
        }
    }
    for (const MuscleFigure& figure : figures) {
        if (figure.aliasOf.empty()) {
            continue;
        }
        for (const BodySide side : {BodySide::left, BodySide::right}) {
            body::Structure alias{figure.id, side, body::StructureKind::muscle, figure.depthLayer, figure.aliasOf, {}};
            alias.mesh = body::joinedMembers(body, alias);
            body.structures.push_back(std::move(alias));
        }
    }
}

// Adds the bones and the mirror images of those of the left side.
void addBones(body::Body& body, std::vector<body::Structure> bones) {
    for (body::Structure& bone : bones) {
        std::optional<body::Structure> right;
        if (bone.side == BodySide::left) {
            right = body::Structure{
                bone.id, BodySide::right, bone.kind, bone.depthLayer, {}, body::mirroredMesh(bone.mesh)};
        }
        body.structures.push_back(std::move(bone));
        if (right) {
            body.structures.push_back(std::move(*right));
        }
    }
}

// The point of the skin nearest to a place; of a midline place, the nearest on the midline.
glm::vec3 onSkin(const body::RayCaster& skin, glm::vec3 place, bool midline) {
    constexpr int rounds = 4;  // the nearest point may lie beside the midline, in a navel for instance
    for (int i = 0; i < rounds; ++i) {
        if (const std::optional<body::NearestPoint> nearest = skin.closestPoint(place)) {
            place = nearest->position;
        }
        if (!midline) {
            break;
        }
        place.x = 0.0F;
    }
    return place;
}

}  // namespace

Result<BodyFigures> readBodyFigures(const std::filesystem::path& assets, const std::string& name) {
    BodyFigures figures;
    std::optional<Diagnostic> problem;
    take(readSkinFigure(assets / "skin_male.tsv"), figures.maleSkin, problem);
    take(readSkinFigure(assets / ("skin_" + name + ".tsv")), figures.skin, problem);
    take(readMuscleFigures(assets / "fascicles.tsv", assets / "muscles.tsv"), figures.muscles, problem);
    take(readSkeleton(assets / "skeleton.tsv"), figures.bones, problem);
    take(readLandmarks(assets / "landmarks.tsv"), figures.landmarks, problem);
    take(body::readJoints(assets / "joints_reference.tsv"), figures.referenceJoints, problem);
    take(readAlignment(assets / "alignment.tsv"), figures.alignment, problem);
    take(body::readJoints(assets / "joints_male.tsv"), figures.maleSkin.joints, problem);
    take(body::readJoints(assets / ("joints_" + name + ".tsv")), figures.skin.joints, problem);
    take(readVectors(assets / "frame_offsets.tsv", {"bone", "dx", "dy", "dz"}), figures.frameOffsets, problem);
    if (const auto corrections = assets / ("landmarks_" + name + ".tsv");
        !problem && std::filesystem::exists(corrections)) {
        bool read = false;
        take(readCorrections(corrections, figures.landmarks), read, problem);
    }
    if (problem) {
        return *problem;
    }
    return figures;
}

Pose makePose(const BodyFigures& figures) {
    return {figures.referenceJoints, figures.alignment, figures.frameOffsets, figures.maleSkin, figures.skin};
}

std::vector<body::Structure> buildMuscles(const std::vector<MuscleFigure>& figures, const Pose& pose) {
    std::vector<body::Structure> muscles;
    for (const MuscleFigure& figure : figures) {
        if (!figure.aliasOf.empty()) {
            continue;
        }
        MuscleFigure posed = figure;
        for (PieceFigure& piece : posed.pieces) {
            piece = pose.apply(piece);
        }
        body::Structure structure{figure.id, BodySide::left,   body::StructureKind::muscle, figure.depthLayer,
                                  {},        loftMuscle(posed)};
        if (figure.pieces.front().midline()) {
            structure.side = BodySide::mid;
        }
        muscles.push_back(std::move(structure));
    }
    return muscles;
}

namespace {

// How large a body is around the landmarks on its skin: the root of the factor by which the way from the male skin
// stretches a small square of it.
void measureSizes(body::Landmarks& landmarks, const std::vector<LandmarkFigure>& figures, const Pose& pose,
                  const body::RayCaster& surface) {
    constexpr double step = 20.0;  // millimetres: more than the roughness of the way, less than a small zone
    struct Sized {
        glm::vec3 place;
        float size;
    };
    std::vector<Sized> onSkin;
    const auto place = [&](const LandmarkFigure& figure) { return *landmarks.find(figure.id, Side::left); };
    const auto set = [&](const LandmarkFigure& figure, float size) {
        if (figure.side == BodySide::mid) {
            landmarks.setSize(figure.id, BodySide::mid, size);
        } else {
            landmarks.setSize(figure.id, BodySide::left, size);
            landmarks.setSize(figure.id, BodySide::right, size);
        }
    };
    for (const LandmarkFigure& figure : figures) {
        const auto nearest = figure.bony ? std::nullopt : surface.closestPoint(place(figure));
        if (!nearest) {
            continue;
        }
        const glm::dvec3 normal(nearest->normal);
        const glm::dvec3 first =
            step * glm::normalize(glm::cross(
                       normal, std::abs(normal.y) < 0.9 ? glm::dvec3(0.0, 1.0, 0.0) : glm::dvec3(0.0, 0.0, 1.0)));
        const glm::dvec3 second = glm::cross(normal, first);
        const auto span = [&](const glm::dvec3& way) {
            return pose.applyToSkin(figure.position + way) - pose.applyToSkin(figure.position - way);
        };
        const double area = glm::length(glm::cross(span(first), span(second))) / (4 * step * step);
        onSkin.push_back({place(figure), static_cast<float>(std::sqrt(area))});
    }
    if (onSkin.empty()) {
        return;
    }
    // A zone is to keep its share of the whole skin: the body's size counts, and the surroundings' only a little.
    constexpr float least = 0.985F;
    constexpr float most = 1.0F;
    std::vector<Sized> sorted = onSkin;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end(),
                     [](const Sized& a, const Sized& b) { return a.size < b.size; });
    for (const LandmarkFigure& figure : figures) {
        const glm::vec3 at = place(figure);
        const Sized& nearest = *std::min_element(onSkin.begin(), onSkin.end(), [&](const Sized& a, const Sized& b) {
            return glm::distance(a.place, at) < glm::distance(b.place, at);
        });
        set(figure, std::clamp(nearest.size, least * middle->size, most * middle->size));
    }
}

}  // namespace

body::Landmarks placeLandmarks(const std::vector<LandmarkFigure>& figures, const Pose& pose, const SkeletonPose& bones,
                               const body::Mesh& skin) {
    const body::RayCaster surface(skin);
    body::Landmarks landmarks;
    for (const LandmarkFigure& figure : figures) {
        const glm::vec3 place = figure.bony
                                    ? glm::vec3(bones.apply(figure.bone, figure.position))
                                    : onSkin(surface, figure.corrected.value_or(pose.applyToSkin(figure.position)),
                                             figure.side == BodySide::mid);
        setPlace(landmarks, figure, place);
    }
    if (pose.changesSkin()) {
        measureSizes(landmarks, figures, pose, surface);
    }
    return landmarks;
}

body::Body buildBody(const BodyFigures& figures, const std::string& name, const SkinSettings& skinSettings) {
    GeneratedSkin skin = generateSkin(figures.skin, skinSettings);
    const Pose pose = makePose(figures);
    body::Body body;
    body.identity.name = name;
    std::vector<body::Structure> bones = drawSkeleton(figures.bones);
    const SkeletonPose bonePose(pose, bones);
    body.landmarks = placeLandmarks(figures.landmarks, pose, bonePose, skin.mesh);
    body.skinMirror = std::move(skin.mirror);
    const Aabb box = skin.mesh.bounds();
    body.statureMm = box.high.y - box.low.y;
    body.structures.push_back({"skin", BodySide::mid, body::StructureKind::skin, 1, {}, std::move(skin.mesh)});
    bonePose.apply(bones);
    const BonyLandmarks onBones(bones, figures.landmarks, body.landmarks);
    fitSkeleton(bones, body.skin());
    std::vector<body::Structure> muscles = buildMuscles(figures.muscles, pose);
    fitMuscles(muscles, bones, body.skin());
    onBones.follow(bones, body.landmarks);
    keepLayers(muscles, bones, body.skin(), figures.muscles);
    keepFacesInside(muscles, body.skin());
    keepFacesInside(bones, body.skin());
    addMuscles(body, std::move(muscles), figures.muscles);
    addBones(body, std::move(bones));
    return body;
}

}  // namespace myo::generate
