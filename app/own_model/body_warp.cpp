#include "own_model/body_warp.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace myo::own_model {

namespace {

constexpr std::size_t neighbours = 64;
constexpr std::size_t sparseStep = 10;  // every so many places are looked at from farther away
constexpr float softening = 6.0F;       // millimetres: nearer places are averaged rather than met exactly

// The nearest places by a balanced tree over the axes.
class NearestPlaces {
public:
    explicit NearestPlaces(const std::vector<glm::vec3>& places) : places_(&places), order_(places.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        build(0, order_.size(), 0);
    }

    using Found = std::vector<std::pair<float, std::uint32_t>>;  // squared distance, index; a heap, farthest first

    void find(const glm::vec3& place, Found& found) const {
        found.clear();
        search(0, order_.size(), 0, place, found);
    }

private:
    void build(std::size_t low, std::size_t high, int axis) {
        if (high - low < 2) {
            return;
        }
        const std::size_t middle = (low + high) / 2;
        const auto at = [&](std::size_t i) { return order_.begin() + static_cast<std::ptrdiff_t>(i); };
        std::nth_element(at(low), at(middle), at(high),
                         [&](std::uint32_t a, std::uint32_t b) { return (*places_)[a][axis] < (*places_)[b][axis]; });
        build(low, middle, (axis + 1) % 3);
        build(middle + 1, high, (axis + 1) % 3);
    }

    void search(std::size_t low, std::size_t high, int axis, const glm::vec3& place, Found& found) const {
        if (low >= high) {
            return;
        }
        const std::size_t middle = (low + high) / 2;
        const glm::vec3 offset = (*places_)[order_[middle]] - place;
        const float distance = glm::dot(offset, offset);
        if (found.size() < neighbours || distance < found.front().first) {
            if (found.size() == neighbours) {
                std::pop_heap(found.begin(), found.end());
                found.pop_back();
            }
            found.emplace_back(distance, order_[middle]);
            std::push_heap(found.begin(), found.end());
        }
        const int next = (axis + 1) % 3;
        const bool below = offset[axis] > 0.0F;
        below ? search(low, middle, next, place, found) : search(middle + 1, high, next, place, found);
        if (found.size() < neighbours || offset[axis] * offset[axis] < found.front().first) {
            below ? search(middle + 1, high, next, place, found) : search(low, middle, next, place, found);
        }
    }

    const std::vector<glm::vec3>* places_;
    std::vector<std::uint32_t> order_;
};

}  // namespace

struct BodyWarp::Impl {
    std::vector<glm::vec3> from;
    std::vector<glm::vec3> to;
    std::vector<glm::vec4> limbs;
    std::size_t step;
    std::vector<glm::vec3> sparseFrom;
    NearestPlaces near;
    NearestPlaces wide;

    Impl(std::vector<glm::vec3> a, std::vector<glm::vec3> b, std::vector<glm::vec4> shares)
        : from(std::move(a)),
          to(std::move(b)),
          limbs(shares.empty() ? std::vector<glm::vec4>(from.size(), glm::vec4(0.0F)) : std::move(shares)),
          step(from.size() >= sparseStep * neighbours ? sparseStep : 1),
          sparseFrom(every(from, step)),
          near(from),
          wide(sparseFrom) {}

    static std::vector<glm::vec3> every(const std::vector<glm::vec3>& places, std::size_t step) {
        std::vector<glm::vec3> some;
        for (std::size_t i = 0; i < places.size(); i += step) {
            some.push_back(places[i]);
        }
        return some;
    }
};

BodyWarp::BodyWarp(std::vector<glm::vec3> from, std::vector<glm::vec3> to, std::vector<glm::vec4> limbs) {
    if (from.size() != to.size() || from.size() < 8 || (!limbs.empty() && limbs.size() != from.size())) {
        throw std::invalid_argument("a warp needs at least eight pairs of places");
    }
    impl_ = std::make_unique<Impl>(std::move(from), std::move(to), std::move(limbs));
}
BodyWarp::~BodyWarp() = default;
BodyWarp::BodyWarp(BodyWarp&&) noexcept = default;
BodyWarp& BodyWarp::operator=(BodyWarp&&) noexcept = default;

namespace {

struct WeightedPlace {
    std::size_t index;
    double weight;
};

// The nearest places of one tree; their weight falls to nothing at the farthest of them, so that the map is continuous.
void gather(const NearestPlaces& tree, std::size_t step, const glm::vec3& place, std::vector<WeightedPlace>& places) {
    NearestPlaces::Found found;
    found.reserve(neighbours + 1);
    tree.find(place, found);
    const double soft = softening * softening;
    const double edge = 1.0 / (static_cast<double>(found.front().first) + soft);
    for (const auto& [distance, i] : found) {
        const double w = 1.0 / (static_cast<double>(distance) + soft) - edge;
        places.push_back({i * step, w * w + 1e-18});
    }
}

// Lets places of other limbs than the neighbourhood's own count for next to nothing.
void separateLimbs(const std::vector<glm::vec4>& limbs, std::vector<WeightedPlace>& places) {
    double total = 0.0;
    glm::dvec4 own(0.0);
    for (const WeightedPlace& place : places) {
        total += place.weight;
        own += place.weight * glm::dvec4(limbs[place.index]);
    }
    own /= total;
    for (WeightedPlace& place : places) {
        double likeness = 1.0;
        for (int limb = 0; limb < 4; ++limb) {
            likeness *= 1.0 - std::min(1.0, std::abs(own[limb] - static_cast<double>(limbs[place.index][limb])));
        }
        place.weight *= std::pow(likeness, 4) + 1e-6;
    }
}

}  // namespace

BodyWarp::Mapped BodyWarp::apply(const glm::vec3& place) const {
    std::vector<WeightedPlace> pairs;
    pairs.reserve(2 * neighbours);
    // The near ones give the detail; the wide ones surround places deep inside the body.
    gather(impl_->near, 1, place, pairs);
    gather(impl_->wide, impl_->step, place, pairs);
    separateLimbs(impl_->limbs, pairs);
    double total = 0.0;
    glm::dvec3 centreFrom(0.0);
    glm::dvec3 centreTo(0.0);
    for (const WeightedPlace& pair : pairs) {
        total += pair.weight;
        centreFrom += pair.weight * glm::dvec3(impl_->from[pair.index]);
        centreTo += pair.weight * glm::dvec3(impl_->to[pair.index]);
    }
    centreFrom /= total;
    centreTo /= total;
    glm::dmat3 moments(0.0);
    glm::dmat3 cross(0.0);
    for (const WeightedPlace& pair : pairs) {
        const glm::dvec3 a = glm::dvec3(impl_->from[pair.index]) - centreFrom;
        const glm::dvec3 b = glm::dvec3(impl_->to[pair.index]) - centreTo;
        moments += pair.weight * glm::outerProduct(a, a);
        cross += pair.weight * glm::outerProduct(b, a);
    }
    // Where the neighbours lie in a plane nearly, the map across it is held by this share of the whole spread.
    constexpr double hold = 0.02;
    const double spread = hold * (moments[0][0] + moments[1][1] + moments[2][2]) / 3.0;
    const double scale = std::sqrt(
        std::max(1e-12, (glm::dot(cross[0], cross[0]) + glm::dot(cross[1], cross[1]) + glm::dot(cross[2], cross[2])) /
                            std::max(1e-30, glm::dot(moments[0], moments[0]) + glm::dot(moments[1], moments[1]) +
                                                glm::dot(moments[2], moments[2]))));
    glm::dmat3 linear = cross * glm::inverse(moments + spread * glm::dmat3(1.0));
    // A second pass pulls the held directions towards the rotation of the first instead of towards nothing.
    glm::dvec3 u = glm::normalize(linear[0]);
    glm::dvec3 v = glm::normalize(linear[1] - glm::dot(linear[1], u) * u);
    const glm::dmat3 turn = scale * glm::dmat3(u, v, glm::cross(u, v));
    linear = (cross + spread * turn) * glm::inverse(moments + spread * glm::dmat3(1.0));
    return {glm::vec3(centreTo + linear * (glm::dvec3(place) - centreFrom)), glm::mat3(linear)};
}

}  // namespace myo::own_model
