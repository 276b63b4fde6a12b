#include "referral/resolve.h"

#include <algorithm>
#include <numeric>
#include <variant>

#include <fmt/format.h>

#include "body/fibre_lookup.h"
#include "body/ray_caster.h"
#include "referral/brush.h"
#include "referral/coverage.h"

namespace myo::referral {

namespace {

struct Location {
    glm::vec3 position{0.0F};
    SurfacePoint surface;
    float outsideMuscleMm = 0.0F;
};

float distanceOutside(const body::Mesh& muscle, const glm::vec3& place) {
    const body::RayCaster caster(muscle);
    if (caster.contains(place)) {
        return 0.0F;
    }
    const auto nearest = caster.closestPoint(place);
    return nearest ? nearest->distance : 0.0F;
}

// Unit vector of a side of approach; nothing for those that have none.
std::optional<glm::vec3> directionOf(atlas::ApproachSide approach, Side side) {
    const auto towards = [side](float lateral, float up, float front) {
        return glm::normalize(glm::vec3(side == Side::left ? lateral : -lateral, up, front));
    };
    switch (approach) {
        case atlas::ApproachSide::anterior:
            return towards(0.0F, 0.0F, 1.0F);
        case atlas::ApproachSide::posterior:
            return towards(0.0F, 0.0F, -1.0F);
        case atlas::ApproachSide::lateral:
            return towards(1.0F, 0.0F, 0.0F);
        case atlas::ApproachSide::medial:
            return towards(-1.0F, 0.0F, 0.0F);
        case atlas::ApproachSide::superior:
            return towards(0.0F, 1.0F, 0.0F);
        case atlas::ApproachSide::inferior:
            return towards(0.0F, -1.0F, 0.0F);
        case atlas::ApproachSide::anterolateral:
            return towards(1.0F, 0.0F, 1.0F);
        case atlas::ApproachSide::anteromedial:
            return towards(-1.0F, 0.0F, 1.0F);
        case atlas::ApproachSide::posterolateral:
            return towards(1.0F, 0.0F, -1.0F);
        case atlas::ApproachSide::posteromedial:
            return towards(-1.0F, 0.0F, -1.0F);
        case atlas::ApproachSide::nearest:
        case atlas::ApproachSide::outOfReach:
            break;
    }
    return std::nullopt;
}

// Finds the position of one point, or says why there is none.
class Locator {
public:
    Locator(const atlas::TriggerPoint& point, Side side, const body::Body& body, const Surface& surface)
        : point_(point),
          side_(side),
          body_(body),
          surface_(surface),
          muscle_(body.findForPlaces(point.id.muscle.value, toBodySide(side))) {}

    [[nodiscard]] Result<Location> locate() const {
        if (muscle_ == nullptr) {
            return problem("this body has no muscle '" + point_.id.muscle.value + "'", "");
        }
        Result<Location> found = std::visit([this](const auto& position) { return at(position); }, point_.position);
        if (!found) {
            return found;
        }
        Location location = found.value();
        if (point_.approach.at) {
            const Result<glm::vec3> place = placeOf(*point_.approach.at, body_.landmarks, side_);
            if (!place) {
                return problem(place.problem().what, "");
            }
            location.surface = surface_.snap(place.value());
        } else if (const auto way = directionOf(point_.approach.side, side_)) {
            // A body of another shape may have no skin there; then the nearest has to do.
            location.surface = surface_.met(location.position, *way).value_or(location.surface);
        }
        return location;
    }

private:
    [[nodiscard]] Diagnostic problem(std::string what, std::string expected) const {
        return {point_.place, point_.id.text() + ": " + std::move(what), std::move(expected), Severity::error};
    }

    [[nodiscard]] Result<Location> at(const atlas::FibrePosition& position) const {
        const auto place = body::pointInMuscle(*muscle_, position.pieceIndex, position.along, position.across);
        if (!place) {
            return problem(fmt::format("no fibre of '{}' at {:g} along and {:g} across", point_.id.muscle.value,
                                       position.along, position.across),
                           "a place between 0 and 1 in a piece that the muscle has");
        }
        return Location{*place, surface_.snap(*place), 0.0F};
    }

    [[nodiscard]] Result<Location> at(const atlas::AnchorPosition& position) const {
        const Result<glm::vec3> anchor = placeOf(position.at, body_.landmarks, side_);
        if (!anchor) {
            return problem(anchor.problem().what, "");
        }
        Location location;
        location.surface = surface_.snap(anchor.value());
        location.position = location.surface.position - surface_.normal(location.surface) * position.depthMm;
        location.outsideMuscleMm = distanceOutside(muscle_->mesh, location.position);
        return location;
    }

    const atlas::TriggerPoint& point_;
    Side side_;
    const body::Body& body_;
    const Surface& surface_;
    const body::Structure* muscle_;
};

std::optional<ResolvedZone> paint(const atlas::TriggerPoint& point, atlas::Tier tier, Side side, const body::Body& body,
                                  const Surface& surface, const RegionMap* regions, Diagnostics& findings) {
    ResolvedZone resolved;
    resolved.tier = tier;
    body::Footprint footprint;
    bool any = false;
    for (const atlas::Zone& zone : point.zones) {
        if (zone.tier != tier) {
            continue;
        }
        any = true;
        const auto brush = layOut(zone.dabs, zone.strokes, body.landmarks, surface, side, zone.place, findings);
        if (!brush.empty()) {
            footprint = unite(footprint, surface.airbrush(brush, edgeSoftness(brush, surface)));
        }
        for (const RegionId& region : zone.internal) {
            if (std::find(resolved.internal.begin(), resolved.internal.end(), region) == resolved.internal.end()) {
                resolved.internal.push_back(region);
            }
        }
    }
    if (!any) {
        return std::nullopt;
    }
    PatchMeasure measure = measurePatch(footprint, surface, regions);
    resolved.areaMm2 = measure.areaMm2;
    resolved.coverage = std::move(measure.coverage);
    resolved.footprint = std::make_shared<const body::Footprint>(std::move(footprint));
    return resolved;
}

}  // namespace

std::optional<ResolvedPoint> resolvePoint(const atlas::TriggerPoint& point, Side side, const body::Body& body,
                                          const Surface& surface, const RegionMap* regions, Diagnostics& findings) {
    const Result<Location> location = Locator(point, side, body, surface).locate();
    if (!location) {
        findings.push_back(location.problem());
        return std::nullopt;
    }
    ResolvedPoint resolved;
    resolved.id = {point.id, side};
    resolved.occurrence = point.occurrence;
    resolved.position = location.value().position;
    resolved.surface = location.value().surface.position;
    resolved.depthMm = glm::distance(resolved.position, resolved.surface);
    resolved.reachable = point.approach.side != atlas::ApproachSide::outOfReach;
    resolved.outsideMuscleMm = location.value().outsideMuscleMm;
    if (resolved.outsideMuscleMm > farthestOutsideMuscle) {
        findings.push_back(
            {point.place,
             fmt::format("{} lies {:.0f} mm outside its muscle", point.id.text(), resolved.outsideMuscleMm),
             fmt::format("a place at most {:.0f} mm from it", farthestOutsideMuscle), Severity::error});
    }
    for (const atlas::Tier tier : {atlas::Tier::primary, atlas::Tier::spillover}) {
        if (auto zone = paint(point, tier, side, body, surface, regions, findings)) {
            resolved.zones.push_back(std::move(*zone));
        }
    }
    return resolved;
}

std::shared_ptr<const body::Footprint> mirroredFootprint(const body::Footprint& patch,
                                                         const std::vector<std::uint32_t>& mirror) {
    std::vector<std::size_t> order(patch.vertices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return mirror[patch.vertices[a]] < mirror[patch.vertices[b]]; });
    auto out = std::make_shared<body::Footprint>();
    out->vertices.reserve(order.size());
    out->strengths.reserve(order.size());
    for (const std::size_t i : order) {
        out->vertices.push_back(mirror[patch.vertices[i]]);
        out->strengths.push_back(patch.strengths[i]);
    }
    return out;
}

ResolvedPoint mirroredPoint(const ResolvedPoint& point, const body::Body& body, const RegionMap* regions) {
    ResolvedPoint out = point;
    out.id.side = opposite(point.id.side);
    out.position = mirrored(point.position);
    out.surface = mirrored(point.surface);
    for (ResolvedZone& zone : out.zones) {
        zone.footprint = mirroredFootprint(*zone.footprint, body.skinMirror);
        for (ResolvedZone::Coverage& coverage : zone.coverage) {
            if (const auto index = regions != nullptr ? regions->indexOf(coverage.region) : std::nullopt) {
                coverage.region = regions->regions()[regions->mirrorOf(*index)];
            }
        }
    }
    return out;
}

}  // namespace myo::referral
