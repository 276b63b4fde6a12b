#include "generate/bone_loft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace myo::generate {

namespace {

using glm::dvec3;

constexpr std::size_t samplesPerStation = 8;

// Catmull-Rom slopes inside, parabolic ones at the ends.
template <class T>
std::vector<T> slopesOf(const std::vector<T>& values) {
    const std::size_t n = values.size();
    std::vector<T> slopes(n);
    for (std::size_t i = 1; i + 1 < n; ++i) {
        slopes[i] = (values[i + 1] - values[i - 1]) / 2.0;
    }
    slopes[0] = 1.5 * (values[1] - values[0]) - 0.5 * slopes[1];
    slopes[n - 1] = 1.5 * (values[n - 1] - values[n - 2]) - 0.5 * slopes[n - 2];
    return slopes;
}

template <class T>
T hermite(const T& a, const T& u, const T& b, const T& v, double t) {
    const double t2 = t * t;
    const double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * u + (3 * t2 - 2 * t3) * b + (t3 - t2) * v;
}

template <class T>
T hermiteSlope(const T& a, const T& u, const T& b, const T& v, double t) {
    const double t2 = t * t;
    return (6 * t2 - 6 * t) * a + (3 * t2 - 4 * t + 1) * u + (6 * t - 6 * t2) * b + (3 * t2 - 2 * t) * v;
}

std::size_t intervalOf(double s, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(std::floor(s), 0.0, static_cast<double>(count - 2)));
}

}  // namespace

BoneLoft::BoneLoft(const PartFigure& figure)
    : count_(static_cast<std::size_t>(figure.header[0])),
      waves_(static_cast<std::size_t>(figure.header[1])),
      reference_(unit({figure.header[2], figure.header[3], figure.header[4]})),
      radii_(count_, std::vector<double>(2 * waves_ + 1, 0.0)) {
    const std::vector<double>& v = figure.figures;
    for (std::size_t i = 0; i < count_; ++i) {
        centres_.emplace_back(v[3 * i], v[3 * i + 1], v[3 * i + 2]);
    }
    std::size_t next = 3 * count_;
    for (std::size_t i = 1; i + 1 < count_; ++i) {
        for (double& coefficient : radii_[i]) {
            coefficient = v[next++];
        }
    }
    prepare();
}

void BoneLoft::prepare() {
    // Slopes of 0 at the tips make round caps. Beside a short interval a long slope would overshoot.
    slopes_ = slopesOf(centres_);
    slopes_.front() = slopes_.back() = dvec3(0.0);
    tangents_.resize(count_);
    for (std::size_t i = 1; i + 1 < count_; ++i) {
        const double shorter =
            std::min(glm::distance(centres_[i], centres_[i - 1]), glm::distance(centres_[i + 1], centres_[i]));
        slopes_[i] *= std::min(1.0, 2.0 * shorter / std::max(glm::length(slopes_[i]), 1e-9));
        tangents_[i] = unit(centres_[i + 1] - centres_[i - 1]);
    }
    tangents_.front() = tangents_[1];
    tangents_.back() = tangents_[count_ - 2];
    growth_.assign(count_, std::vector<double>(2 * waves_ + 1));
    for (std::size_t c = 0; c < 2 * waves_ + 1; ++c) {
        std::vector<double> column;
        for (const std::vector<double>& row : radii_) {
            column.push_back(row[c]);
        }
        const std::vector<double> slopes = slopesOf(column);
        for (std::size_t i = 0; i < count_; ++i) {
            growth_[i][c] = slopes[i];
        }
    }
    for (std::size_t k = 0; k <= samplesPerStation * (count_ - 1); ++k) {
        samples_.push_back(sectionAt(static_cast<double>(k) / samplesPerStation));
    }
}

BoneLoft::Section BoneLoft::sectionAt(double s) const {
    const std::size_t i = intervalOf(s, count_);
    const double t = s - static_cast<double>(i);
    Section section;
    section.centre = hermite(centres_[i], slopes_[i], centres_[i + 1], slopes_[i + 1], t);
    section.slope = hermiteSlope(centres_[i], slopes_[i], centres_[i + 1], slopes_[i + 1], t);
    section.along = unit(glm::mix(tangents_[i], tangents_[i + 1], t));
    section.x = unit(reference_ - glm::dot(section.along, reference_) * section.along);
    section.y = glm::cross(section.along, section.x);
    return section;
}

BoneLoft::Radius BoneLoft::radiusAt(double s, double angle) const {
    const std::size_t i = intervalOf(s, count_);
    const double t = s - static_cast<double>(i);
    const std::vector<double>&a = radii_[i], &u = growth_[i], &b = radii_[i + 1], &v = growth_[i + 1];
    Radius radius;
    for (std::size_t c = 0; c < 2 * waves_ + 1; ++c) {
        const std::size_t order = (c + 1) / 2;
        const auto wave = static_cast<double>(order);
        const bool isCosine = c % 2 == 1;
        const double cosine = std::cos(wave * angle);
        const double sine = std::sin(wave * angle);
        const double basis = c == 0 || isCosine ? cosine : sine;
        const double turned = c == 0 ? 0.0 : isCosine ? -wave * sine : wave * cosine;
        const double coefficient = hermite(a[c], u[c], b[c], v[c], t);
        radius.value += coefficient * basis;
        radius.byAngle += coefficient * turned;
        radius.bySpan += hermiteSlope(a[c], u[c], b[c], v[c], t) * basis;
    }
    return radius;
}

double BoneLoft::nearestStation(const dvec3& place) const {
    std::size_t best = 0;
    double least = 1e18;
    for (std::size_t k = 0; k < samples_.size(); ++k) {
        const dvec3 offset = place - samples_[k].centre;
        const double distance = glm::dot(offset, offset);
        if (distance < least) {
            least = distance;
            best = k;
        }
    }
    const std::size_t before = best == 0 ? 0 : best - 1;
    const std::size_t after = std::min(best + 1, samples_.size() - 1);
    const double a = glm::dot(place - samples_[before].centre, samples_[best].along);
    const double b = glm::dot(place - samples_[after].centre, samples_[best].along);
    const double share = std::clamp(a / (std::abs(a - b) < 1e-9 ? 1e-9 : a - b), 0.0, 1.0);
    return std::lerp(static_cast<double>(before), static_cast<double>(after), share) / samplesPerStation;
}

double BoneLoft::distance(const dvec3& place) const {
    constexpr double tip = 0.04;  // sections shrink to a point at the very ends
    const auto last = static_cast<double>(count_ - 1);
    const double s = std::clamp(nearestStation(place), tip, last - tip);
    const Section section = sectionAt(s);
    const dvec3 d = place - section.centre;
    const double along = glm::dot(d, section.along);
    const double u = glm::dot(d, section.x);
    const double w = glm::dot(d, section.y);
    const double rho = std::hypot(u, w);
    const Radius radius = radiusAt(s, std::atan2(w, u));
    // The steeper the surface to the section, the nearer it is.
    const double turn = radius.byAngle / std::max({radius.value, rho, 0.5});
    const double slope = radius.bySpan / std::max(glm::length(section.slope), 0.05);
    const double lateral =
        (rho - radius.value) / std::sqrt(1.0 + std::pow(std::min(slope, 30.0), 2) + std::min(turn * turn, 9.0));
    const bool beyond = (s < 1.5 * tip && along < 0.0) || (s > last - 1.5 * tip && along > 0.0);
    return beyond && along != 0.0 ? std::hypot(along, std::max(lateral, 0.0)) : lateral;
}

void BoneLoft::addTo(PartBox& box) const {
    double widest = 0.0;
    for (const std::vector<double>& row : radii_) {
        widest = std::max(widest, row[0]);
    }
    for (const dvec3& centre : centres_) {
        box.add(centre, 1.6 * widest);
    }
}

TriangleMesh BoneLoft::mesh(double around, double along) const {
    constexpr double thinnest = 0.2;
    double arc = 0.0;
    std::vector<double> means;
    for (std::size_t i = 1; i < count_; ++i) {
        arc += glm::distance(centres_[i - 1], centres_[i]);
        if (i + 1 < count_) {
            means.push_back(radii_[i][0]);
        }
    }
    std::nth_element(means.begin(), means.begin() + static_cast<std::ptrdiff_t>(means.size() / 2), means.end());
    const double middle = means[means.size() / 2];
    const auto spokes = static_cast<std::uint32_t>(std::clamp(2 * std::numbers::pi * middle / around, 8.0, 28.0));
    const auto rings = static_cast<std::uint32_t>(std::clamp(arc / along / 1.6, static_cast<double>(count_ + 2), 60.0));
    TriangleMesh mesh;
    mesh.positions.push_back(centres_.front());
    for (std::uint32_t i = 0; i < rings; ++i) {
        const double s = static_cast<double>(count_ - 1) * (i + 1) / (rings + 1);
        const Section section = sectionAt(s);
        for (std::uint32_t j = 0; j < spokes; ++j) {
            const double angle = 2 * std::numbers::pi * j / spokes;
            const double r = std::max(radiusAt(s, angle).value, thinnest);
            mesh.positions.push_back(section.centre + r * (std::cos(angle) * section.x + std::sin(angle) * section.y));
        }
    }
    mesh.positions.push_back(centres_.back());
    const std::uint32_t last = 1 + rings * spokes;
    for (std::uint32_t j = 0; j < spokes; ++j) {
        const std::uint32_t k = (j + 1) % spokes;
        for (std::uint32_t i = 0; i + 1 < rings; ++i) {
            const std::uint32_t a = 1 + i * spokes;
            mesh.triangles.push_back({a + j, a + k, a + j + spokes});
            mesh.triangles.push_back({a + k, a + k + spokes, a + j + spokes});
        }
        mesh.triangles.push_back({0, 1 + k, 1 + j});
        mesh.triangles.push_back({last, last - spokes + j, last - spokes + k});
    }
    return mesh;
}

}  // namespace myo::generate
