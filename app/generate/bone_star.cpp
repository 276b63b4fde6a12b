#include "generate/bone_star.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace myo::generate {

namespace {

using glm::dvec3;

// Factors of the recurrence of the normalised Legendre functions.
double upFactor(int l, int m) {
    return std::sqrt((4.0 * l * l - 1.0) / (l * l - m * m));
}
double downFactor(int l, int m) {
    return std::sqrt(((l - 1.0) * (l - 1.0) - m * m) / (4.0 * (l - 1.0) * (l - 1.0) - 1.0));
}

// Points of a sphere on the six faces of a cube, with shared edges.
class CubeSphere {
public:
    explicit CubeSphere(int parts) : parts_(parts) {
        for (int axis = 0; axis < 3; ++axis) {
            for (const int sign : {-1, 1}) {
                addFace(axis, sign);
            }
        }
    }
    TriangleMesh mesh;

private:
    void addFace(int axis, int sign) {
        for (int i = 0; i < parts_; ++i) {
            for (int j = 0; j < parts_; ++j) {
                const std::array<std::uint32_t, 4> corner{vertex(axis, sign, i, j), vertex(axis, sign, i + 1, j),
                                                          vertex(axis, sign, i + 1, j + 1),
                                                          vertex(axis, sign, i, j + 1)};
                // Turned with the side, and so that the diagonals mirror each other.
                if (sign > 0) {
                    mesh.triangles.push_back({corner[0], corner[1], corner[2]});
                    mesh.triangles.push_back({corner[0], corner[2], corner[3]});
                } else {
                    mesh.triangles.push_back({corner[0], corner[2], corner[1]});
                    mesh.triangles.push_back({corner[0], corner[3], corner[2]});
                }
            }
        }
    }

    std::uint32_t vertex(int axis, int sign, int i, int j) {
        std::array<int, 3> key{};
        key[static_cast<std::size_t>(axis)] = sign * parts_;
        key[static_cast<std::size_t>((axis + 1) % 3)] = 2 * i - parts_;
        key[static_cast<std::size_t>((axis + 2) % 3)] = 2 * j - parts_;
        const auto [found, isNew] = known_.try_emplace(key, static_cast<std::uint32_t>(mesh.positions.size()));
        if (isNew) {
            dvec3 p;
            for (int k = 0; k < 3; ++k) {
                p[k] = std::tan(std::numbers::pi / 4.0 * key[static_cast<std::size_t>(k)] / parts_);
            }
            mesh.positions.push_back(glm::normalize(p));
        }
        return found->second;
    }

    int parts_;
    std::map<std::array<int, 3>, std::uint32_t> known_;
};

}  // namespace

std::size_t harmonicCount(int degree, bool symmetric) {
    std::size_t count = 0;
    for (int l = 0; l <= degree; ++l) {
        for (int m = 0; m <= l; ++m) {
            if (!symmetric || (l + m) % 2 == 0) {
                count += m == 0 ? 1 : 2;
            }
        }
    }
    return count;
}

BoneStar::BoneStar(const PartFigure& figure)
    : degree_(static_cast<int>(figure.header[0])),
      symmetric_(figure.header[1] != 0.0),
      scale_(figure.header[2], figure.header[3], figure.header[4]),
      centre_(figure.figures[0], figure.figures[1], figure.figures[2]),
      coefficients_(figure.figures.begin() + 3, figure.figures.end()) {}

double BoneStar::radius(const dvec3& direction) const {
    constexpr std::size_t most = 17;
    std::array<std::array<double, most>, most> legendre{};  // by degree and order
    std::array<double, most> cosine{};
    std::array<double, most> sine{};
    const double z = direction.x;
    const double s = std::sqrt(std::max(1.0 - z * z, 0.0));
    const double planar = std::hypot(direction.y, direction.z);
    const double c1 = planar > 0.0 ? direction.y / planar : 1.0;
    const double s1 = planar > 0.0 ? direction.z / planar : 0.0;
    const auto top = static_cast<std::size_t>(degree_);
    legendre[0][0] = 1.0;
    cosine[0] = 1.0;
    for (std::size_t m = 0; m <= top; ++m) {
        const auto order = static_cast<double>(m);
        if (m > 0) {
            legendre[m][m] = s * legendre[m - 1][m - 1] * std::sqrt((2 * order + 1) / (2 * order));
            cosine[m] = cosine[m - 1] * c1 - sine[m - 1] * s1;
            sine[m] = sine[m - 1] * c1 + cosine[m - 1] * s1;
        }
        if (m < top) {
            legendre[m + 1][m] = z * legendre[m][m] * std::sqrt(2 * order + 3);
        }
        for (std::size_t l = m + 2; l <= top; ++l) {
            const int li = static_cast<int>(l);
            const int mi = static_cast<int>(m);
            legendre[l][m] = upFactor(li, mi) * (z * legendre[l - 1][m] - downFactor(li, mi) * legendre[l - 2][m]);
        }
    }
    double sum = 0.0;
    std::size_t next = 0;
    for (std::size_t l = 0; l <= top; ++l) {
        for (std::size_t m = 0; m <= l; ++m) {
            if (symmetric_ && (l + m) % 2 != 0) {
                continue;
            }
            sum += coefficients_[next++] * legendre[l][m] * cosine[m];
            if (m > 0) {
                sum += coefficients_[next++] * legendre[l][m] * sine[m];
            }
        }
    }
    return sum;
}

double BoneStar::distance(const dvec3& place) const {
    const dvec3 d = (place - centre_) / scale_;
    const double n = glm::length(d);
    const dvec3 u = d / std::max(n, 1e-6);
    return (n - radius(u)) / std::max(glm::length(u / scale_), 1e-6);
}

void BoneStar::addTo(PartBox& box) const {
    box.add(centre_, coefficients_[0] * 1.5 * std::max({scale_.x, scale_.y, scale_.z}) + 3.0);
}

TriangleMesh BoneStar::mesh(double edge) const {
    const double mean = coefficients_[0] * (scale_.x + scale_.y + scale_.z) / 3.0;
    const int parts = std::clamp(static_cast<int>(mean * 1.6 / edge), 4, 40);
    TriangleMesh mesh = std::move(CubeSphere(parts).mesh);
    for (dvec3& p : mesh.positions) {
        p = centre_ + p * radius(p) * scale_;
    }
    return mesh;
}

}  // namespace myo::generate
