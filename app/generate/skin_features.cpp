#include "generate/skin_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace myo::generate {

namespace {

struct KindName {
    const char* name;
    FeatureKind kind;
};

constexpr std::array<KindName, 5> kindNames{{{"tube", FeatureKind::tube},
                                             {"carve", FeatureKind::carve},
                                             {"dent", FeatureKind::dent},
                                             {"smooth", FeatureKind::smooth},
                                             {"fine", FeatureKind::fine}}};

void readPlace(TableLine& line, SkinFeatures& features) {
    const std::string name = line.word();
    FeaturePlace place;
    place.origin = line.vector();
    place.u = line.direction();
    place.v = line.direction();
    if (std::abs(glm::dot(place.u, place.v)) > 0.02) {
        line.rejectLast("the two directions are not perpendicular", "v at a right angle to u");
    }
    place.w = glm::normalize(glm::cross(place.u, place.v));
    place.v = glm::cross(place.w, place.u);
    place.scale = line.positive("the scale");
    features.places[name] = place;
}

void readNail(TableLine& line, SkinFeatures& features) {
    NailFigure nail;
    nail.segment = line.word();
    if (!nail.segment.starts_with("finger") && !nail.segment.starts_with("toe") && nail.segment != "thumb") {
        line.rejectLast(fmt::format("'{}' bears no nail", nail.segment), "thumb, finger2 .. finger5, toe1 .. toe5");
    }
    nail.angle = line.number();
    nail.fromTip = line.number();
    nail.length = line.positive("the length");
    nail.width = line.positive("the width");
    features.nails.push_back(nail);
}

void readPath(FeatureKind kind, TableLine& line, SkinFeatures& features) {
    const bool solid = kind == FeatureKind::tube || kind == FeatureKind::carve;
    SkinFeature feature;
    feature.kind = kind;
    feature.place = line.word();
    if (!features.places.contains(feature.place)) {
        line.rejectLast(fmt::format("there is no place '{}' above", feature.place), "the name of a place row");
    }
    feature.amount = kind == FeatureKind::dent ? line.number() : line.positive("the amount");
    feature.width = solid ? 0.0 : line.positive("the width");
    do {
        if (solid) {
            feature.radii.push_back(line.positive("the radius"));
        }
        feature.path.push_back(line.vector());
    } while (line.left() > 0 && !line.problem());
    features.features.push_back(std::move(feature));
}

}  // namespace

bool readFeature(const std::string& kind, TableLine& line, SkinFeatures& features) {
    if (kind == "place") {
        readPlace(line, features);
        return true;
    }
    if (kind == "nail") {
        readNail(line, features);
        return true;
    }
    const auto found =
        std::find_if(kindNames.begin(), kindNames.end(), [&](const KindName& k) { return kind == k.name; });
    if (found == kindNames.end()) {
        return false;
    }
    readPath(found->kind, line, features);
    return true;
}

}  // namespace myo::generate
