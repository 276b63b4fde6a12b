// The names that the writer and the reader of body files agree on.
#pragma once

#include <string>

#include "body/body.h"

namespace myo::body::format {

inline constexpr float millimetresPerMetre = 1000.0F;

/// Landmark nodes are named "landmark/<id>.<side>" and lie in the group of this name. Their scale, where they have one,
/// is Landmarks::size.
inline const std::string landmarkPrefix = "landmark/";
inline const std::string landmarkGroup = "landmarks";

/// Structures lie in groups that say what they are: "skin", "bones", "cartilages", and for muscles "muscles/<layer>".
inline const std::string skinGroup = "skin";
inline const std::string boneGroup = "bones";
inline const std::string cartilageGroup = "cartilages";
inline const std::string muscleGroup = "muscles/";
/// An alias has no mesh: it lies in "aliases/<layer>" with one empty child "=<member>" for each muscle that it joins.
inline const std::string aliasGroup = "aliases/";
inline const std::string aliasMark = "=";

/// Body::placesOnly: a list under this name in the document's "extras". Each entry has "name" (as a node's) and
/// "layer", and either "aliasOf", a list of ids, or the accessors "positions", "coordinates" and "indices"; "mirrored"
/// tells that these are the other side's.
inline const std::string placesExtra = "myoatlas_places";

[[nodiscard]] inline std::string groupOf(const Structure& structure) {
    switch (structure.kind) {
        case StructureKind::skin:
            return skinGroup;
        case StructureKind::bone:
            return boneGroup;
        case StructureKind::cartilage:
            return cartilageGroup;
        case StructureKind::muscle:
            break;
    }
    return (structure.alias() ? aliasGroup : muscleGroup) + std::to_string(structure.depthLayer);
}

}  // namespace myo::body::format
