#include "body/body.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace myo::body {

namespace {

const Structure* findIn(const std::vector<Structure>& structures, const std::string& id, BodySide side) {
    const Structure* midline = nullptr;
    for (const Structure& structure : structures) {
        if (structure.id != id) {
            continue;
        }
        if (structure.side == side) {
            return &structure;
        }
        if (structure.side == BodySide::mid) {
            midline = &structure;
        }
    }
    return midline;
}

}  // namespace

Aabb Mesh::bounds() const {
    Aabb box;
    for (const glm::vec3& p : positions) {
        box.add(p);
    }
    return box;
}

std::string Structure::nodeName() const {
    return id + "." + std::string(name(side));
}

void Landmarks::set(const LandmarkId& id, BodySide side, const glm::vec3& position) {
    places_[{id, side}] = position;
}

std::optional<glm::vec3> Landmarks::find(const LandmarkId& id, Side side) const {
    for (const BodySide wanted : {toBodySide(side), BodySide::mid}) {
        const auto found = places_.find({id, wanted});
        if (found != places_.end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

void Landmarks::setSize(const LandmarkId& id, BodySide side, float factor) {
    sizes_[{id, side}] = factor;
}

float Landmarks::size(const LandmarkId& id, BodySide side) const {
    const auto found = sizes_.find({id, side});
    return found == sizes_.end() ? 1.0F : found->second;
}

float Landmarks::size(const LandmarkId& id, Side side) const {
    const BodySide own = toBodySide(side);
    return size(id, sizes_.contains({id, own}) ? own : BodySide::mid);
}

const Mesh& Body::skin() const {
    for (const Structure& structure : structures) {
        if (structure.kind == StructureKind::skin) {
            return structure.mesh;
        }
    }
    throw std::logic_error("the body has no skin");
}

void Body::indexStructures() {
    byName_.resize(structures.size());
    std::iota(byName_.begin(), byName_.end(), 0U);
    std::sort(byName_.begin(), byName_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(structures[a].id, structures[a].side, a) < std::tie(structures[b].id, structures[b].side, b);
    });
}

const Structure* Body::find(const std::string& id, BodySide side) const {
    if (byName_.size() == structures.size()) {
        const auto first = std::lower_bound(byName_.begin(), byName_.end(), id,
                                            [&](std::uint32_t i, const auto& key) { return structures[i].id < key; });
        const Structure* midline = nullptr;
        for (auto at = first; at != byName_.end() && structures[*at].id == id; ++at) {
            if (structures[*at].side == side) {
                return &structures[*at];
            }
            midline = structures[*at].side == BodySide::mid ? &structures[*at] : midline;
        }
        return midline;
    }
    return findIn(structures, id, side);
}

const Structure* Body::findForPlaces(const std::string& id, BodySide side) const {
    const Structure* shown = find(id, side);
    return shown != nullptr ? shown : findIn(placesOnly, id, side);
}

}  // namespace myo::body
