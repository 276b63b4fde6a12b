#include "anatomy/own_model/body_warp.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace myo::anatomy {

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
    std::vector<glm::vec3> sparseFrom;
    std::vector<glm::vec3> sparseTo;
    NearestPlaces near;
    NearestPlaces wide;

    Impl(std::vector<glm::vec3> a, std::vector<glm::vec3> b)
        : from(std::move(a)),
          to(std::move(b)),
          sparseFrom(every(from)),
          sparseTo(every(to)),
          near(from),
          wide(sparseFrom) {}

    static std::vector<glm::vec3> every(const std::vector<glm::vec3>& places) {
        std::vector<glm::vec3> some;
        const std::size_t step = places.size() >= sparseStep * neighbours ? sparseStep : 1;
        for (std::size_t i = 0; i < places.size(); i += step) {
            some.push_back(places[i]);
        }
        return some;
    }
};

BodyWarp::BodyWarp(std::vector<glm::vec3> from, std::vector<glm::vec3> to) {
    if (from.size() != to.size() || from.size() < 8) {
        throw std::invalid_argument("a warp needs at least eight pairs of places");
    }
    impl_ = std::make_unique<Impl>(std::move(from), std::move(to));
}
BodyWarp::~BodyWarp() = default;
BodyWarp::BodyWarp(BodyWarp&&) noexcept = default;
BodyWarp& BodyWarp::operator=(BodyWarp&&) noexcept = default;

namespace {

struct WeightedPair {
    glm::dvec3 from;
    glm::dvec3 to;
    double weight;
};

// The nearest pairs of one tree; their weight falls to nothing at the farthest of them, so that the map is continuous.
void gather(const NearestPlaces& tree, const std::vector<glm::vec3>& from, const std::vector<glm::vec3>& to,
            const glm::vec3& place, std::vector<WeightedPair>& pairs) {
    NearestPlaces::Found found;
    found.reserve(neighbours + 1);
    tree.find(place, found);
    const double soft = softening * softening;
    const double edge = 1.0 / (static_cast<double>(found.front().first) + soft);
    for (const auto& [distance, i] : found) {
        const double w = 1.0 / (static_cast<double>(distance) + soft) - edge;
        pairs.push_back({from[i], to[i], w * w + 1e-18});
    }
}

}  // namespace

BodyWarp::Mapped BodyWarp::apply(const glm::vec3& place) const {
    std::vector<WeightedPair> pairs;
    pairs.reserve(2 * neighbours);
    // The near ones give the detail; the wide ones surround places deep inside the body.
    gather(impl_->near, impl_->from, impl_->to, place, pairs);
    gather(impl_->wide, impl_->sparseFrom, impl_->sparseTo, place, pairs);
    double total = 0.0;
    glm::dvec3 centreFrom(0.0);
    glm::dvec3 centreTo(0.0);
    for (const WeightedPair& pair : pairs) {
        total += pair.weight;
        centreFrom += pair.weight * pair.from;
        centreTo += pair.weight * pair.to;
    }
    centreFrom /= total;
    centreTo /= total;
    glm::dmat3 moments(0.0);
    glm::dmat3 cross(0.0);
    for (const WeightedPair& pair : pairs) {
        const glm::dvec3 a = pair.from - centreFrom;
        const glm::dvec3 b = pair.to - centreTo;
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

}  // namespace myo::anatomy
