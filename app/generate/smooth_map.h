// A gentle map through given pairs of places.
#pragma once

#include <array>
#include <vector>

#include <glm/glm.hpp>

namespace myo::generate {

/// The cubic polynomial that brings the first places of the pairs nearest to the second ones: it follows what they
/// have in common over the whole region and none of their local unevenness.
class SmoothMap {
public:
    struct Pair {
        glm::dvec3 from;
        glm::dvec3 to;
    };

    /// \pre 20 pairs or more that do not lie in one plane.
    explicit SmoothMap(const std::vector<Pair>& pairs);

    /// Good inside the region of the pairs; wild far outside.
    [[nodiscard]] glm::dvec3 apply(const glm::dvec3& place) const;

private:
    static constexpr std::size_t terms = 20;
    [[nodiscard]] std::array<double, terms> termsAt(const glm::dvec3& place) const;

    glm::dvec3 centre_{0.0};
    double size_ = 1.0;
    std::array<glm::dvec3, terms> coefficients_{};
};

}  // namespace myo::generate
