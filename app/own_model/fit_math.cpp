#include "own_model/fit_math.h"

#include <Eigen/Dense>
#include <cmath>
#include <glm/gtc/quaternion.hpp>
#include <glm/gtx/quaternion.hpp>

namespace myo::own_model {

Similarity bestSimilarity(std::span<const glm::vec3> from, std::span<const glm::vec3> to,
                          std::span<const float> weights, bool withScale) {
    const auto weight = [&](std::size_t i) { return weights.empty() ? 1.0F : weights[i]; };
    float total = 0.0F;
    Similarity result;
    for (std::size_t i = 0; i < from.size(); ++i) {
        total += weight(i);
        result.map.from += weight(i) * from[i];
        result.map.to += weight(i) * to[i];
    }
    result.map.from /= total;
    result.map.to /= total;
    Eigen::Matrix3f covariance = Eigen::Matrix3f::Zero();
    float spread = 0.0F;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const glm::vec3 a = from[i] - result.map.from;
        const glm::vec3 b = to[i] - result.map.to;
        covariance += weight(i) * Eigen::Vector3f(b.x, b.y, b.z) * Eigen::Vector3f(a.x, a.y, a.z).transpose();
        spread += weight(i) * glm::dot(a, a);
    }
    const Eigen::JacobiSVD<Eigen::Matrix3f> svd(covariance, Eigen::ComputeFullU | Eigen::ComputeFullV);
    Eigen::Vector3f signs(1, 1, (svd.matrixU() * svd.matrixV().transpose()).determinant() < 0 ? -1.0F : 1.0F);
    const Eigen::Matrix3f rotation = svd.matrixU() * signs.asDiagonal() * svd.matrixV().transpose();
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            result.rotation[column][row] = rotation(row, column);
        }
    }
    if (withScale && spread > 0.0F) {
        result.scale = svd.singularValues().dot(signs) / spread;
    }
    result.map.linear = result.scale * result.rotation;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const glm::vec3 miss = result.map.apply(from[i]) - to[i];
        result.error += weight(i) * glm::dot(miss, miss);
    }
    result.error = std::sqrt(result.error / total);
    return result;
}

glm::mat3 leastRotation(const glm::vec3& from, const glm::vec3& to) {
    return glm::mat3_cast(glm::rotation(glm::normalize(from), glm::normalize(to)));
}

float twistAbout(const glm::mat3& rotation, const glm::vec3& axis) {
    const glm::quat q = glm::quat_cast(rotation);
    const float along = glm::dot(glm::vec3(q.x, q.y, q.z), axis);
    const float angle = 2.0F * std::atan2(along, q.w);
    return std::remainder(angle, 6.28318531F);
}

glm::mat3 rotationAbout(const glm::vec3& axis, float radians) {
    return glm::mat3_cast(glm::angleAxis(radians, axis));
}

glm::mat3 stretched(const glm::mat3& rotation, const glm::vec3& axis, float along, float across) {
    const glm::mat3 onAxis = glm::outerProduct(axis, axis);
    return (across * (glm::mat3(1.0F) - onAxis) + along * onAxis) * rotation;
}

}  // namespace myo::own_model
