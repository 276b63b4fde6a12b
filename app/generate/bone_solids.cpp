// The shapes with few figures: beam, ball and drum; and the choice among all shapes.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "generate/bone_loft.h"
#include "generate/bone_part.h"
#include "generate/bone_relief.h"
#include "generate/bone_star.h"

namespace myo::generate {

namespace {

using glm::dvec3;

dvec3 vectorAt(const std::vector<double>& numbers, std::size_t first) {
    return {numbers[first], numbers[first + 1], numbers[first + 2]};
}

// Distance to an ellipsoid about the origin, exact to first order.
double toEllipsoid(const dvec3& p, const dvec3& axes) {
    const double k0 = glm::length(p / axes);
    const double k1 = glm::length(p / (axes * axes));
    return k1 > 1e-9 ? k0 * (k0 - 1.0) / k1 : -std::min({axes.x, axes.y, axes.z});
}

class Beam : public BonePart {
public:
    explicit Beam(const PartFigure& f) : a_(vectorAt(f.figures, 0)), b_(vectorAt(f.figures, 3)), along_(unit(b_ - a_)) {
        constexpr double thinnest = 1.6;  // what the samples can still hold
        const dvec3 side = unit(vectorAt(f.header, 0));
        x_ = unit(side - glm::dot(side, along_) * along_);
        y_ = glm::cross(along_, x_);
        for (std::size_t i = 0; i < 4; ++i) {
            width_[i] = std::max(std::abs(f.figures[6 + i]), thinnest);
        }
        lengthSquared_ = std::max(glm::dot(b_ - a_, b_ - a_), 1e-6);
    }
    [[nodiscard]] double distance(const dvec3& place) const override {
        const double t = std::clamp(glm::dot(place - a_, b_ - a_) / lengthSquared_, 0.0, 1.0);
        const dvec3 d = place - a_ - t * (b_ - a_);
        const double wx = std::lerp(width_[0], width_[2], t);
        const double wy = std::lerp(width_[1], width_[3], t);
        return toEllipsoid({glm::dot(d, x_), glm::dot(d, y_), glm::dot(d, along_)}, {wx, wy, std::min(wx, wy)});
    }
    void addTo(PartBox& box) const override {
        const double widest = *std::max_element(width_.begin(), width_.end());
        box.add(a_, widest);
        box.add(b_, widest);
    }

private:
    dvec3 a_, b_, along_;
    dvec3 x_{0.0}, y_{0.0};
    std::array<double, 4> width_{};  // half widths: a side, a across, b side, b across
    double lengthSquared_ = 1.0;
};

class Ball : public BonePart {
public:
    explicit Ball(const PartFigure& f) : frame_(f.header, 0), centre_(vectorAt(f.figures, 0)) {
        constexpr double thinnest = 0.4;
        axes_ = glm::max(glm::abs(vectorAt(f.figures, 3)), dvec3(thinnest));
    }
    [[nodiscard]] double distance(const dvec3& place) const override {
        return toEllipsoid(frame_.local(place - centre_), axes_);
    }
    void addTo(PartBox& box) const override { box.add(centre_, std::max({axes_.x, axes_.y, axes_.z})); }

private:
    PartAxes frame_;
    dvec3 centre_;
    dvec3 axes_{1.0};
};

// Waisted superelliptic drum, flattened at the back.
class Drum : public BonePart {
public:
    explicit Drum(const PartFigure& f) : centre_(vectorAt(f.figures, 0)) {
        const std::vector<double>& v = f.figures;
        const double pitch = v[3] * std::numbers::pi / 180.0;
        cosine_ = std::cos(pitch);
        sine_ = std::sin(pitch);
        width_ = v[4];
        front_ = v[5];
        back_ = v[6];
        heightFront_ = v[7];
        heightBack_ = v[8];
        waist_ = v[9];
        flatness_ = v[10];
        taper_ = v[11];
    }
    [[nodiscard]] double distance(const dvec3& place) const override {
        constexpr double power = 2.6;
        constexpr double rim = 4.0;  // radius of the edge between side and end plate
        const dvec3 d = place - centre_;
        const double x = d.x;
        const double y = cosine_ * d.y - sine_ * d.z;
        const double z = sine_ * d.y + cosine_ * d.z;
        const double share = std::clamp((z + back_) / (front_ + back_), -0.2, 1.2);
        const double height = std::max(heightBack_ + (heightFront_ - heightBack_) * share, 2.0);
        const double t = std::clamp(y / height, -1.2, 1.2);
        const double scale = 1.0 - waist_ * (1.0 - t * t) + taper_ * t;
        const double depth = z > 0.0 ? front_ : back_;
        double pressed = z;  // the hollow towards the canal
        if (z < 0.0) {
            pressed -= flatness_ * (1.0 - std::min(x * x / (width_ * width_), 1.0)) * std::min(-z / back_, 1.0);
        }
        const double radius = std::pow(
            std::pow(std::abs(x / (width_ * scale)), power) + std::pow(std::abs(pressed / (depth * scale)), power),
            1.0 / power);
        const double side = (radius - 1.0) * std::min(width_, depth) * scale;
        return -smoothMinimum(-side, height - std::abs(y), rim);
    }
    void addTo(PartBox& box) const override { box.add(centre_, 1.35 * std::max(width_, front_ + 2.0)); }

private:
    dvec3 centre_;
    double cosine_, sine_, width_, front_, back_, heightFront_, heightBack_, waist_, flatness_, taper_;
};

}  // namespace

PartAxes::PartAxes(const std::vector<double>& numbers, std::size_t first)
    : x(unit(vectorAt(numbers, first))), y(vectorAt(numbers, first + 3)), z(0.0) {
    y = unit(y - glm::dot(y, x) * x);
    z = glm::cross(x, y);
}

std::unique_ptr<BonePart> makePart(const PartFigure& figure) {
    switch (figure.kind) {
        case PartKind::loft:
            return std::make_unique<BoneLoft>(figure);
        case PartKind::star:
            return std::make_unique<BoneStar>(figure);
        case PartKind::relief:
            return std::make_unique<BoneRelief>(figure);
        case PartKind::beam:
            return std::make_unique<Beam>(figure);
        case PartKind::ball:
            return std::make_unique<Ball>(figure);
        case PartKind::drum:
            return std::make_unique<Drum>(figure);
        case PartKind::field:
            break;
    }
    throw std::invalid_argument("a field is not a solid");
}

}  // namespace myo::generate
