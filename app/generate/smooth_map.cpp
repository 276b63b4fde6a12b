#include "generate/smooth_map.h"

#include <algorithm>

#include <Eigen/Dense>

namespace myo::generate {

using glm::dvec3;

SmoothMap::SmoothMap(const std::vector<Pair>& pairs) {
    for (const Pair& pair : pairs) {
        centre_ += pair.from / static_cast<double>(pairs.size());
    }
    for (const Pair& pair : pairs) {
        size_ = std::max(size_, glm::distance(pair.from, centre_));
    }
    constexpr auto count = static_cast<Eigen::Index>(terms);
    Eigen::MatrixXd left(static_cast<Eigen::Index>(pairs.size()), count);
    Eigen::MatrixXd right(static_cast<Eigen::Index>(pairs.size()), 3);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const std::array<double, terms> values = termsAt(pairs[i].from);
        const auto row = static_cast<Eigen::Index>(i);
        left.row(row) = Eigen::Map<const Eigen::RowVectorXd>(values.data(), count);
        for (int axis = 0; axis < 3; ++axis) {
            right(row, axis) = pairs[i].to[axis];
        }
    }
    const Eigen::MatrixXd solution = left.colPivHouseholderQr().solve(right);
    for (std::size_t t = 0; t < terms; ++t) {
        for (int axis = 0; axis < 3; ++axis) {
            coefficients_[t][axis] = solution(static_cast<Eigen::Index>(t), axis);
        }
    }
}

std::array<double, SmoothMap::terms> SmoothMap::termsAt(const dvec3& place) const {
    constexpr int degree = 3;
    const dvec3 p = (place - centre_) / size_;
    std::array<double, terms> values{};
    std::size_t next = 0;
    double x = 1.0;
    for (int i = 0; i <= degree; ++i, x *= p.x) {
        double y = 1.0;
        for (int j = 0; i + j <= degree; ++j, y *= p.y) {
            double z = 1.0;
            for (int k = 0; i + j + k <= degree; ++k, z *= p.z) {
                values[next++] = x * y * z;
            }
        }
    }
    return values;
}

dvec3 SmoothMap::apply(const dvec3& place) const {
    const std::array<double, terms> values = termsAt(place);
    dvec3 result{0.0};
    for (std::size_t t = 0; t < terms; ++t) {
        result += values[t] * coefficients_[t];
    }
    return result;
}

}  // namespace myo::generate
