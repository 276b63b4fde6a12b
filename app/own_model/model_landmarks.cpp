#include "own_model/model_landmarks.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "own_model/mesh_clean.h"

namespace myo::own_model {

namespace {

constexpr std::array<LandmarkPrompt, 12> prompts{{
    {"vertex", BodySide::mid},
    {"chin", BodySide::mid},
    {"c7_spinous", BodySide::mid},
    {"umbilicus", BodySide::mid},
    {"acromion", BodySide::left},
    {"acromion", BodySide::right},
    {"radial_styloid", BodySide::left},
    {"radial_styloid", BodySide::right},
    {"patella", BodySide::left},
    {"patella", BodySide::right},
    {"heel_posterior", BodySide::left},
    {"heel_posterior", BodySide::right},
}};

body::Landmarks::Key keyOf(const char* id, BodySide side) {
    return {LandmarkId(id), side};
}

// The clicks in one frame, beside the same landmarks of the built-in body.
class ClickedPlaces {
public:
    ClickedPlaces(const BuiltInBody& builtIn, ClickedLandmarks clicked)
        : builtIn_(builtIn), clicked_(std::move(clicked)) {}

    [[nodiscard]] glm::vec3 at(const char* id, BodySide side) const { return clicked_.at(keyOf(id, side)); }
    [[nodiscard]] glm::vec3 builtIn(const char* id, BodySide side) const {
        return builtIn_.body().landmarks.all().at(keyOf(id, side));
    }

    [[nodiscard]] std::vector<KnownPlace> known() const {
        std::vector<KnownPlace> places;
        for (const auto& [key, place] : clicked_) {
            places.push_back({builtIn_.body().landmarks.all().at(key), place});
        }
        return places;
    }

    // Joints that lie to the clicks as those of the built-in body do to its landmarks.
    [[nodiscard]] BodyPlaces places() const {
        const Similarity trunk = trunkFit();
        const BodyPlaces& like = builtIn_.places();
        const auto beside = [&](const char* id, BodySide side, const glm::vec3& joint) {
            return at(id, side) + trunk.map.linear * (joint - builtIn(id, side));
        };
        BodyPlaces places;
        places.crown = at("vertex", BodySide::mid);
        places.neck = beside("c7_spinous", BodySide::mid, like.neck);
        for (std::size_t k = 0; k < 2; ++k) {
            const BodySide side = k == 0 ? BodySide::left : BodySide::right;
            const LimbPlaces& from = like.sides[k];
            LimbPlaces& limb = places.sides[k];
            limb.shoulder = beside("acromion", side, from.shoulder);
            limb.hip = trunk.map.apply(from.hip);
            limb.knee = beside("patella", side, from.knee);
            limb.ankle = beside("heel_posterior", side, from.ankle);
            limb.toeEnd = beside("heel_posterior", side, from.toeEnd);
            // The arm is taken as straight; its skin draws it to the true place.
            const glm::vec3 styloid = builtIn("radial_styloid", side);
            const glm::mat3 turn =
                leastRotation(trunk.rotation * (styloid - from.shoulder), at("radial_styloid", side) - limb.shoulder) *
                trunk.rotation;
            const float scale = glm::distance(at("radial_styloid", side), limb.shoulder) /
                                std::max(1.0F, glm::distance(styloid, from.shoulder));
            const auto ofArm = [&](const glm::vec3& joint) {
                return limb.shoulder + scale * (turn * (joint - from.shoulder));
            };
            limb.elbow = ofArm(from.elbow);
            limb.wrist = ofArm(from.wrist);
            limb.handEnd = ofArm(from.handEnd);
        }
        return places;
    }

    // Whether joints found on the surface agree with the clicks.
    [[nodiscard]] bool agreesWith(const BodyPlaces& found) const {
        constexpr float near = 90.0F;  // millimetres: no joint is farther from its landmark
        for (std::size_t k = 0; k < 2; ++k) {
            const BodySide side = k == 0 ? BodySide::left : BodySide::right;
            const LimbPlaces& limb = found.sides[k];
            if (glm::distance(limb.shoulder, at("acromion", side)) > near ||
                glm::distance(limb.wrist, at("radial_styloid", side)) > near ||
                glm::distance(limb.knee, at("patella", side)) > near ||
                glm::distance(limb.ankle, at("heel_posterior", side)) > near) {
                return false;
            }
        }
        return glm::distance(found.neck, at("c7_spinous", BodySide::mid)) < 1.5F * near;
    }

private:
    [[nodiscard]] Similarity trunkFit() const {
        std::vector<glm::vec3> from;
        std::vector<glm::vec3> to;
        const auto add = [&](const char* id, BodySide side) {
            from.push_back(builtIn(id, side));
            to.push_back(at(id, side));
        };
        add("c7_spinous", BodySide::mid);
        add("umbilicus", BodySide::mid);
        for (const BodySide side : {BodySide::left, BodySide::right}) {
            add("acromion", side);
            add("patella", side);
        }
        return bestSimilarity(from, to);
    }

    const BuiltInBody& builtIn_;
    ClickedLandmarks clicked_;
};

std::optional<Diagnostic> contradiction(const ClickedLandmarks& clicked) {
    const auto at = [&](const char* id, BodySide side) { return clicked.at(keyOf(id, side)); };
    const auto problem = [](const char* what) {
        return Diagnostic{{}, what, "the landmarks as asked for; left and right are the model's own"};
    };
    const auto across = [&](const char* id) { return at(id, BodySide::left) - at(id, BodySide::right); };
    const glm::vec3 shoulders = across("acromion");
    for (const char* id : {"radial_styloid", "patella", "heel_posterior"}) {
        if (glm::dot(across(id), shoulders) < 0.0F) {
            return problem("left and right are swapped at one of the clicked landmarks");
        }
    }
    const glm::vec3 up = at("vertex", BodySide::mid) -
                         0.5F * (at("heel_posterior", BodySide::left) + at("heel_posterior", BodySide::right));
    const glm::vec3 forward = glm::cross(shoulders, up);
    if (glm::dot(at("chin", BodySide::mid) - at("c7_spinous", BodySide::mid), forward) <= 0.0F) {
        return problem("by these landmarks the chin lies behind the neck; left and right may be swapped");
    }
    if (glm::dot(at("umbilicus", BodySide::mid) - at("c7_spinous", BodySide::mid), up) >= 0.0F) {
        return problem("by these landmarks the navel lies above the neck");
    }
    return std::nullopt;
}

}  // namespace

std::span<const LandmarkPrompt, 12> landmarkPrompts() {
    return prompts;
}

Result<ModelPlacement> placementFromLandmarks(const BuiltInBody& builtIn, const body::Mesh& fileMesh,
                                              const ClickedLandmarks& clicked, const PlacementOptions& options) {
    if (const auto problem = contradiction(clicked)) {
        return *problem;
    }
    // Arms may be held anyhow; everything else stands like the built-in body.
    std::vector<glm::vec3> from;
    std::vector<glm::vec3> to;
    for (const auto& [key, place] : clicked) {
        if (key.first.value != "radial_styloid") {
            from.push_back(place);
            to.push_back(builtIn.body().landmarks.all().at(key));
        }
    }
    const glm::mat3 rotation = bestSimilarity(from, to).rotation;
    // The turned model stands upright and faces forward; its unit is found as for any other.
    body::Mesh turned;
    turned.triangles = fileMesh.triangles;
    for (const glm::vec3& p : fileMesh.positions) {
        turned.positions.push_back(rotation * p);
    }
    PlacementOptions upright;
    upright.up = FileAxis{1, false};
    upright.facing = FileAxis{2, false};
    upright.unitMm = options.unitMm;
    ModelPlacement frame = findPlacement(turned, upright);
    frame.rotation = rotation;
    const auto at = [&](const char* id, BodySide side) { return clicked.at(keyOf(id, side)); };
    const auto middle = [&](const char* id) { return 0.5F * (at(id, BodySide::left) + at(id, BodySide::right)); };
    const glm::vec3 midline = frame.apply(0.5F * (middle("acromion") + middle("patella")));
    frame.shift.x -= midline.x;
    return frame;
}

body::Mesh previewFromLandmarks(const BuiltInBody& builtIn, const ClickedLandmarks& clicked) {
    std::vector<glm::vec3> from;
    std::vector<glm::vec3> to;
    for (const auto& [key, place] : clicked) {
        from.push_back(builtIn.body().landmarks.all().at(key));
        to.push_back(place);
    }
    constexpr std::size_t least = 3;
    body::Mesh preview;
    if (from.size() < least) {
        return preview;
    }
    const body::Mesh& skin = builtIn.graph().mesh();
    preview.triangles = skin.triangles;
    const Similarity whole = bestSimilarity(from, to);
    if (clicked.size() < prompts.size()) {
        for (const glm::vec3& p : skin.positions) {
            preview.positions.push_back(whole.map.apply(p));
        }
        return preview;
    }
    // The posture is found in millimetres and brought back.
    const float scale = std::max(whole.scale, 1e-9F);
    const glm::mat3 back = glm::transpose(whole.rotation);
    ClickedLandmarks inFrame;
    for (const auto& [key, place] : clicked) {
        inFrame[key] = back * (place - whole.map.to) / scale + whole.map.from;
    }
    preview.positions = builtIn.rig().pose(ClickedPlaces(builtIn, inFrame).places());
    for (glm::vec3& p : preview.positions) {
        p = whole.map.apply(p);
    }
    return preview;
}

Result<RegisteredBody> bodyFromLandmarks(const BuiltInBody& builtIn, const ForeignModel& model,
                                         const ClickedLandmarks& clicked, const PlacementOptions& options,
                                         const ProgressReport& progress, const std::stop_token& stop) {
    const auto frame = placementFromLandmarks(builtIn, model.skin, clicked, options);
    if (!frame) {
        Diagnostic problem = frame.problem();
        problem.place.file = model.file.string();
        return problem;
    }
    body::Mesh skin = placed(model.skin, frame.value());
    ClickedLandmarks inFrame;
    for (const auto& [key, place] : clicked) {
        inFrame[key] = frame.value().apply(place);
    }
    const ClickedPlaces known(builtIn, inFrame);
    BodyPlaces places = known.places();
    // What the surface tells of elbows and fingers is better than a straight arm, if it agrees with the clicks.
    const body::Mesh coarse = simplified(skin, featureTriangles);
    const SurfaceGraph graph(coarse);
    if (const auto features = findFeatures(graph)) {
        const BodyPlaces found =
            placesFromFeatures(graph, features.value(), builtIn.graph(), builtIn.features(), builtIn.places());
        if (known.agreesWith(found)) {
            places = found;
        }
    }
    auto body = layInto(builtIn, model.identity(), std::move(skin), places, known.known(), progress, stop);
    if (body) {
        std::vector<Message>& notes = body.value().notes;
        notes.insert(notes.begin(), model.notes.begin(), model.notes.end());
    }
    return body;
}

}  // namespace myo::own_model
