#include "own_model/register_model.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "body/fit_to_skin.h"
#include "body/mesh_tools.h"
#include "core/parallel.h"
#include "own_model/body_warp.h"
#include "own_model/mesh_clean.h"
#include "own_model/skin_fit.h"

namespace myo::own_model {

namespace {

constexpr std::size_t coarseTriangles = 20'000;

Diagnostic cancelled() {
    return {{}, "laying the body into the model was cancelled", ""};
}

BodyPlaces placesOf(const body::Joints& joints, const body::Mesh& skin, const BodyFeatures& features) {
    const auto joint = [&](const char* name) { return glm::vec3(joints.at(name)); };
    BodyPlaces places;
    places.crown = skin.positions[features.crown];
    places.neck = features.neck;
    for (std::size_t side = 0; side < 2; ++side) {
        const auto sided = [&](const glm::vec3& left) { return side == 0 ? left : mirrored(left); };
        LimbPlaces& limb = places.sides[side];
        limb.shoulder = sided(joint("GH"));
        limb.elbow = sided(joint("elbow"));
        limb.wrist = sided(joint("wrist"));
        limb.hip = sided(joint("hip"));
        limb.knee = sided(joint("knee"));
        limb.ankle = sided(joint("ankle"));
        limb.handEnd = skin.positions[features.arms[side].tip];
        limb.toeEnd = skin.positions[features.legs[side].tip];
        if (!features.fingertips[side]) {
            throw std::invalid_argument("the built-in body has no fingers");
        }
        limb.fingertips.emplace();
        for (std::size_t k = 0; k < 5; ++k) {
            const glm::vec3 end = sided(joint(fmt::format("finger{}-tip", k + 1).c_str()));
            const auto& found = *features.fingertips[side];
            const auto nearest = std::min_element(found.begin(), found.end(), [&](auto a, auto b) {
                return glm::distance(skin.positions[a], end) < glm::distance(skin.positions[b], end);
            });
            (*limb.fingertips)[k] = skin.positions[*nearest];
        }
    }
    return places;
}

FingerBases fingerBases(const body::Joints& joints) {
    FingerBases bases{};
    for (std::size_t k = 0; k < 5; ++k) {
        // The thumb moves from its saddle joint's end, the others from their base joints.
        bases[k] = glm::vec3(joints.at(fmt::format("finger{}-1", k + 1)));
    }
    return bases;
}

body::Mesh coarseSkin(const body::Mesh& skin) {
    body::Mesh coarse = simplified(skin, coarseTriangles);
    body::computeNormals(coarse);
    return coarse;
}

}  // namespace

Message FitQuality::message() const {
    return {poor() ? "own_model.fit_poor" : "own_model.fit",
            {{"mm", fmt::format("{:.1f}", meanMm)},
             {"surface", std::lround(uncovered * 100)},
             {"landmarks", std::lround(farLandmarks * 100)}}};
}

struct BuiltInBody::Impl {
    std::shared_ptr<const body::Body> body;
    body::Mesh coarse;
    SurfaceGraph graph;
    BodyFeatures features;
    BodyPlaces places;
    Rig rig;

    Impl(std::shared_ptr<const body::Body> source, const body::Joints& joints)
        : body(std::move(source)),
          coarse(coarseSkin(body->skin())),
          graph(coarse),
          features(findFeatures(graph).value()),
          places(placesOf(joints, coarse, features)),
          rig(graph, places, features, fingerBases(joints)) {}
};

BuiltInBody::BuiltInBody(std::shared_ptr<const body::Body> body, const body::Joints& joints)
    : impl_(std::make_unique<Impl>(std::move(body), joints)) {}
BuiltInBody::~BuiltInBody() = default;
const body::Body& BuiltInBody::body() const {
    return *impl_->body;
}
const Rig& BuiltInBody::rig() const {
    return impl_->rig;
}
const SurfaceGraph& BuiltInBody::graph() const {
    return impl_->graph;
}
const BodyFeatures& BuiltInBody::features() const {
    return impl_->features;
}
const BodyPlaces& BuiltInBody::places() const {
    return impl_->places;
}

namespace {

// The built-in body's own parts carried into the model.
class Carrier {
public:
    Carrier(const BuiltInBody& builtIn, const std::vector<glm::vec3>& fitted, const body::RayCaster& surface)
        : builtIn_(builtIn),
          coarse_(builtIn.graph().mesh()),
          fitted_(fitted),
          surface_(surface),
          coarseCaster_(coarse_),
          warp_(coarse_.positions, fitted, builtIn.rig().limbShares()) {}

    // Landmarks of the skin end on the model's skin, others inside it.
    body::Landmarks landmarks(FitQuality& quality) const {
        constexpr float onSkin = 3.0F;  // the coarse skin is that near to the built-in one
        constexpr float farMm = 15.0F;
        body::Landmarks result;
        std::size_t ofSkin = 0;
        std::size_t far = 0;
        const body::RayCaster skin(builtIn_.body().skin());
        for (const auto& [key, place] : builtIn_.body().landmarks.all()) {
            const bool middle = key.second == BodySide::mid;
            if (skin.closestPoint(place)->distance > 0.75F) {
                const glm::vec3 moved = warp_.apply(place).place;
                result.set(key.first, key.second, middle ? onMidplane(moved) : moved);
                continue;
            }
            const auto at = coarseCaster_.closestPoint(place);
            const glm::vec3 moved = at && at->distance < onSkin ? fittedAt(*at) : warp_.apply(place).place;
            const auto nearest = surface_.closestPoint(moved);
            result.set(key.first, key.second, middle ? onSkinMidline(nearest->position) : nearest->position);
            ++ofSkin;
            far += nearest->distance > farMm ? 1 : 0;
        }
        quality.farLandmarks = ofSkin == 0 ? 1.0F : static_cast<float>(far) / static_cast<float>(ofSkin);
        return result;
    }

    // Regions of the two halves meet in the midplane: what belongs to the midline lies in it, unless the model leans.
    static glm::vec3 onMidplane(const glm::vec3& place) {
        constexpr float nearMm = 8.0F;
        return std::abs(place.x) < nearMm ? glm::vec3(0.0F, place.y, place.z) : place;
    }
    [[nodiscard]] glm::vec3 onSkinMidline(glm::vec3 place) const {
        constexpr int rounds = 4;
        for (int round = 0; round < rounds; ++round) {
            place = onMidplane(surface_.closestPoint(place)->position);
        }
        return place;
    }

    [[nodiscard]] body::Structure carried(const body::Structure& source) const {
        body::Structure result = source;
        for (std::size_t v = 0; v < source.mesh.positions.size(); ++v) {
            const BodyWarp::Mapped mapped = warp_.apply(source.mesh.positions[v]);
            result.mesh.positions[v] = mapped.place;
            if (!source.mesh.fibres.empty()) {
                const glm::vec3 turned = mapped.linear * source.mesh.fibres[v];
                const float length = glm::length(turned);
                result.mesh.fibres[v] = length > 0.0F ? turned / length : source.mesh.fibres[v];
            }
        }
        body::computeNormals(result.mesh);
        return result;
    }

private:
    [[nodiscard]] glm::vec3 fittedAt(const body::NearestPoint& at) const {
        const Triangle& t = coarse_.triangles[at.triangle];
        return at.barycentric.x * fitted_[t[0]] + at.barycentric.y * fitted_[t[1]] + at.barycentric.z * fitted_[t[2]];
    }

    const BuiltInBody& builtIn_;
    const body::Mesh& coarse_;
    const std::vector<glm::vec3>& fitted_;
    const body::RayCaster& surface_;
    body::RayCaster coarseCaster_;
    BodyWarp warp_;
};

void measure(FitQuality& quality, const body::Mesh& coarse, const std::vector<glm::vec3>& fitted,
             const body::Mesh& skin, const body::RayCaster& surface) {
    constexpr std::size_t samples = 4000;
    constexpr float farMm = 20.0F;
    double sum = 0.0;
    for (const glm::vec3& p : fitted) {
        sum += static_cast<double>(surface.closestPoint(p)->distance);
    }
    quality.meanMm = static_cast<float>(sum / static_cast<double>(fitted.size()));
    body::Mesh laid;
    laid.positions = fitted;
    laid.triangles = coarse.triangles;
    const body::RayCaster caster(laid);
    const std::size_t step = std::max<std::size_t>(1, skin.positions.size() / samples);
    std::size_t all = 0;
    std::size_t far = 0;
    for (std::size_t v = 0; v < skin.positions.size(); v += step) {
        ++all;
        far += caster.closestPoint(skin.positions[v])->distance > farMm ? 1 : 0;
    }
    quality.uncovered = static_cast<float>(far) / static_cast<float>(all);
}

// All structures but skin and aliases.
std::vector<body::Structure> carryStructures(const Carrier& carrier, const body::Body& body) {
    std::vector<const body::Structure*> sources;
    for (const body::Structure& structure : body.structures) {
        if (structure.kind != body::StructureKind::skin) {
            sources.push_back(&structure);
        }
    }
    std::vector<body::Structure> results(sources.size());
    const auto carry = [&](std::size_t i) {
        results[i] = sources[i]->alias() ? *sources[i] : carrier.carried(*sources[i]);
    };
    parallelFor(sources.size(), carry, 1);
    return results;
}

std::vector<FitPin> pinsFor(const BuiltInBody& builtIn, const BodyPlaces& places,
                            const std::vector<KnownPlace>& known) {
    std::vector<FitPin> pins;
    for (std::size_t side = 0; side < 2; ++side) {
        const LimbPlaces& from = builtIn.places().sides[side];
        const LimbPlaces& to = places.sides[side];
        for (std::size_t k = 0; to.fingertips && k < 5; ++k) {
            pins.push_back({builtIn.graph().nearestVertex((*from.fingertips)[k]), (*to.fingertips)[k]});
        }
    }
    for (const KnownPlace& place : known) {
        pins.push_back({builtIn.graph().nearestVertex(place.builtIn), place.model});
    }
    return pins;
}

}  // namespace

Result<RegisteredBody> layInto(const BuiltInBody& builtIn, const body::BodyIdentity& identity, body::Mesh skin,
                               const BodyPlaces& places, const std::vector<KnownPlace>& known,
                               const ProgressReport& progress, const std::stop_token& stop) {
    constexpr float fitShare = 0.6F;  // of the work
    const auto report = [&](float share) {
        if (progress) {
            progress(share);
        }
    };
    const body::RayCaster surface(skin);
    body::Mesh posed;
    posed.positions = builtIn.rig().pose(places, &surface);
    posed.triangles = builtIn.graph().mesh().triangles;
    const std::vector<glm::vec3> fitted = fitSkin(
        posed, surface, pinsFor(builtIn, places, known), [&](float share) { report(fitShare * share); }, stop);
    if (stop.stop_requested()) {
        return cancelled();
    }
    RegisteredBody result;
    body::Body& body = result.body;
    body.identity = identity;
    const Carrier carrier(builtIn, fitted, surface);
    body.landmarks = carrier.landmarks(result.quality);
    measure(result.quality, builtIn.graph().mesh(), fitted, skin, surface);
    body.structures = carryStructures(carrier, builtIn.body());
    report(0.8F);
    if (stop.stop_requested()) {
        return cancelled();
    }
    body::drawMusclesIn(body.structures, skin);
    const Aabb box = skin.bounds();
    body.statureMm = box.high.y - box.low.y;
    body::Structure own{"skin", BodySide::mid, body::StructureKind::skin, 1, {}, std::move(skin)};
    body.structures.insert(body.structures.begin(), std::move(own));
    body.indexStructures();
    for (body::Structure& structure : body.structures) {
        if (structure.alias()) {
            structure.mesh = body::joinedMembers(body, structure);
        }
    }
    result.notes.push_back(result.quality.message());
    report(1.0F);
    return result;
}

Result<RegisteredBody> registerModel(const BuiltInBody& builtIn, const ForeignModel& model,
                                     const PlacementOptions& options, const ProgressReport& progress,
                                     const std::stop_token& stop) {
    const ModelPlacement frame = findPlacement(model.skin, options);
    body::Mesh skin = placed(model.skin, frame);
    const body::Mesh coarse = simplified(skin, featureTriangles);
    const SurfaceGraph graph(coarse);
    const auto features = findFeatures(graph);
    if (!features) {
        Diagnostic problem = features.problem();
        problem.place.file = model.file.string();
        problem.expected += "; or set the twelve landmarks";
        return problem;
    }
    const BodyPlaces places =
        placesFromFeatures(graph, features.value(), builtIn.graph(), builtIn.features(), builtIn.places());
    auto body = layInto(builtIn, model.identity(), std::move(skin), places, {}, progress, stop);
    if (!body) {
        return body;
    }
    std::vector<Message> notes = model.notes;
    notes.insert(notes.end(), frame.notes.begin(), frame.notes.end());
    std::vector<Message>& all = body.value().notes;
    all.insert(all.begin(), notes.begin(), notes.end());
    return body;
}

}  // namespace myo::own_model
