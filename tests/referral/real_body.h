// The body and the data that ship, and small atlases written for a test.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "atlas/load.h"
#include "body/body.h"
#include "referral/region_map.h"
#include "support/built_bodies.h"

namespace myo::testing {

/// A body of the build folder.
inline std::shared_ptr<const body::Body> realBody(const std::string& name = "male") {
    return test::builtBody(name);
}

/// The atlas that ships.
inline atlas::Atlas realAtlas() {
    const auto context = atlas::loadContext(MYOATLAS_SOURCE_DIR "/assets/anatomy");
    REQUIRE(context.ok());
    return atlas::loadAtlas(MYOATLAS_SOURCE_DIR "/data", context.value()).atlas;
}

/// Only the regions of the atlas that ships.
inline atlas::Atlas regionsOnly() {
    atlas::Atlas out = realAtlas();
    out.muscles.clear();
    out.reindex();
    return out;
}

inline atlas::Anchor anchor(const std::string& text) {
    const atlas::AnchorParse parsed = atlas::parseAnchor(text);
    INFO(parsed.problem);
    REQUIRE(parsed.anchor.has_value());
    return *parsed.anchor;
}

inline atlas::Dab dab(const std::string& at, float radius) {
    return {anchor(at), radius};
}

inline atlas::Stroke stroke(const std::vector<std::string>& path, std::vector<float> radii) {
    atlas::Stroke out;
    for (const std::string& at : path) {
        out.path.push_back(anchor(at));
    }
    out.radiiMm = std::move(radii);
    return out;
}

inline atlas::Zone zone(atlas::Tier tier, std::vector<atlas::Dab> dabs, std::vector<atlas::Stroke> strokes,
                        const std::vector<std::string>& regions = {}) {
    atlas::Zone out;
    out.tier = tier;
    out.dabs = std::move(dabs);
    out.strokes = std::move(strokes);
    for (const std::string& region : regions) {
        out.regions.emplace_back(region);
    }
    return out;
}

/// Adds a point to a muscle of the atlas, in the middle of the muscle's first piece.
inline atlas::TriggerPoint& addPoint(atlas::Atlas& atlas, const std::string& muscle, std::vector<atlas::Zone> zones) {
    if (atlas.muscles.empty() || atlas.muscles.back().id.value != muscle) {
        atlas.muscles.emplace_back();
        atlas.muscles.back().id = MuscleId(muscle);
    }
    std::vector<atlas::TriggerPoint>& points = atlas.muscles.back().points;
    atlas::TriggerPoint point;
    point.id = {MuscleId(muscle), static_cast<int>(points.size()) + 1};
    point.position = atlas::FibrePosition{};
    point.zones = std::move(zones);
    points.push_back(std::move(point));
    atlas.reindex();
    return points.back();
}

}  // namespace myo::testing
