#include "referral/region_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "referral/brush.h"
#include "referral/geodesics.h"
#include "referral/topology.h"

namespace myo::referral {

namespace {

constexpr float onMidline = 1e-3F;  // mm
constexpr float anywhere = 1e6F;    // mm: further than any way along a skin

bool belongsTo(Side side, const glm::vec3& place) {
    return side == Side::left ? place.x >= -onMidline : place.x < -onMidline;
}

// The triangles of one half of the body, with those that touch the midline from the other side: a seed on the midline
// may have snapped to either.
std::vector<char> halfOf(const Topology& topology, Side side) {
    const float sign = side == Side::left ? 1.0F : -1.0F;
    std::vector<char> open(topology.triangleCount(), 0);
    for (std::uint32_t t = 0; t < open.size(); ++t) {
        for (int k = 0; k < 3; ++k) {
            open[t] |= sign * topology.corner(t, k).x >= -onMidline ? 1 : 0;
        }
    }
    return open;
}

}  // namespace

RegionMap::RegionMap(const atlas::Atlas& atlas, const body::Body& body, const Surface& surface)
    : ofVertex_(std::make_shared<std::vector<std::uint16_t>>(surface.vertexCount(), none)) {
    list(atlas);
    grow(atlas, body, surface, Side::left);
    if (body.skinMirror.empty()) {
        grow(atlas, body, surface, Side::right);
    } else {
        mirrorLeft(body);
    }
    fillGaps(surface);
    measure(surface);
}

void RegionMap::list(const atlas::Atlas& atlas) {
    for (const atlas::Region& region : atlas.regions) {
        if (region.kind != atlas::RegionKind::surface) {
            continue;
        }
        const std::size_t index = regions_.size();
        if (region.midline) {
            regions_.push_back({region.id, BodySide::mid});
            mirror_.push_back(index);
        } else {
            regions_.push_back({region.id, BodySide::left});
            regions_.push_back({region.id, BodySide::right});
            mirror_.push_back(index + 1);
            mirror_.push_back(index);
        }
    }
}

void RegionMap::grow(const atlas::Atlas& atlas, const body::Body& body, const Surface& surface, Side side) {
    std::vector<GeodesicSource> sources;
    std::vector<std::uint16_t> regionOfSource;
    for (const atlas::Region& region : atlas.regions) {
        const auto index = indexOf({region.id, region.midline ? BodySide::mid : toBodySide(side)});
        if (!index) {
            continue;
        }
        Diagnostics found;
        const auto brush = layOut(region.seeds, region.seedStrokes, body.landmarks, surface, side, region.place, found);
        if (side == Side::left) {
            findings_.insert(findings_.end(), found.begin(), found.end());
            if (brush.empty()) {
                findings_.push_back({region.place, fmt::format("region '{}' has no seed on the skin", region.id.value),
                                     "a dab or a stroke to grow from", Severity::error});
            }
        }
        for (const BrushPoint& point : brush) {
            sources.push_back({point.at, point.radiusMm});
            regionOfSource.push_back(static_cast<std::uint16_t>(*index));
        }
    }
    const Topology& topology = surface.topology();
    const std::vector<char> open = halfOf(topology, side);
    for (const Reached& reached : surface.geodesics().reach(sources, anywhere, open)) {
        if (belongsTo(side, topology.positions()[reached.vertex])) {
            (*ofVertex_)[reached.vertex] = regionOfSource[reached.source];
        }
    }
}

void RegionMap::mirrorLeft(const body::Body& body) {
    const std::vector<glm::vec3>& positions = body.skin().positions;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        if (belongsTo(Side::right, positions[v])) {
            const std::uint16_t left = (*ofVertex_)[body.skinMirror[v]];
            (*ofVertex_)[v] = left == none ? none : static_cast<std::uint16_t>(mirror_[left]);
        }
    }
}

// Skin that no seed reached (a loose part, a seed on one side only) goes to the region of the nearest vertex of its
// side that was.
void RegionMap::fillGaps(const Surface& surface) {
    const std::vector<glm::vec3>& positions = surface.topology().positions();
    std::vector<std::uint32_t> reached;
    std::vector<std::uint32_t> gaps;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        ((*ofVertex_)[v] == none ? gaps : reached).push_back(v);
    }
    for (const std::uint32_t gap : gaps) {
        const Side side = belongsTo(Side::left, positions[gap]) ? Side::left : Side::right;
        float nearest = std::numeric_limits<float>::max();
        for (const std::uint32_t v : reached) {
            const glm::vec3 away = positions[v] - positions[gap];
            if (belongsTo(side, positions[v]) && glm::dot(away, away) < nearest) {
                nearest = glm::dot(away, away);
                (*ofVertex_)[gap] = (*ofVertex_)[v];
            }
        }
    }
}

void RegionMap::measure(const Surface& surface) {
    const Topology& topology = surface.topology();
    areas_.assign(regions_.size(), 0.0F);
    ofCorner_.resize(topology.triangleCount());
    for (std::uint32_t t = 0; t < ofCorner_.size(); ++t) {
        const float side = topology.corner(t, 0).x + topology.corner(t, 1).x + topology.corner(t, 2).x;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t vertex = topology.triangles()[t][k];
            std::uint16_t region = (*ofVertex_)[vertex];
            if (region != none) {
                if (side < 0.0F && std::abs(topology.positions()[vertex].x) <= onMidline) {
                    region = static_cast<std::uint16_t>(mirror_[region]);
                }
                areas_[region] += topology.area(t) / 3.0F;
            }
            ofCorner_[t][k] = region;
        }
    }
}

std::optional<std::size_t> RegionMap::indexOf(const SidedRegion& region) const {
    const auto found = std::find(regions_.begin(), regions_.end(), region);
    return found == regions_.end() ? std::nullopt
                                   : std::optional(static_cast<std::size_t>(std::distance(regions_.begin(), found)));
}

const SidedRegion* RegionMap::at(const SurfacePoint& place) const {
    if (place.triangle >= ofCorner_.size()) {
        return nullptr;
    }
    const glm::vec3& w = place.weights;
    const int corner = w.x >= w.y && w.x >= w.z ? 0 : (w.y >= w.z ? 1 : 2);
    const std::uint16_t region = regionOfCorner(place.triangle, corner);
    return region == none ? nullptr : &regions_[region];
}

}  // namespace myo::referral
