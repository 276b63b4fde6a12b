#include "generate/skin_detail.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace myo::generate {

namespace {

constexpr double dentReach = 3.5;        // widths, beyond which a dent is nothing
constexpr double depthShare = 0.3;       // a dent acts on the skin in front of and behind its path, too
constexpr double nailRaise = 0.3;        // mm, the plate above the skin
constexpr double nailGroove = 0.4;       // mm, depth of the fold round the plate
constexpr double nailFold = 0.55;        // mm, width of that fold
constexpr double nailEdge = 1.1;         // mm, wanted edge length
constexpr double detailGradation = 0.4;  // growth of the edge length per mm of distance

// The distance from a path; for paths with radii, from their surface. `stretch` scales the third coordinate.
double pathDistance(const SkinFeature& feature, const glm::dvec3& p, double stretch) {
    const glm::dvec3 shrink{1.0, 1.0, stretch};
    double nearest = std::numeric_limits<double>::max();
    const std::size_t count = feature.path.size();
    for (std::size_t i = 0; i + 1 < std::max<std::size_t>(count, 2); ++i) {
        const std::size_t j = std::min(i + 1, count - 1);
        const glm::dvec3 a = feature.path[i] * shrink;
        const glm::dvec3 ab = feature.path[j] * shrink - a;
        const glm::dvec3 ap = p * shrink - a;
        const double t = std::clamp(glm::dot(ap, ab) / std::max(glm::dot(ab, ab), 1e-12), 0.0, 1.0);
        const double radius = feature.radii.empty() ? 0.0 : glm::mix(feature.radii[i], feature.radii[j], t);
        nearest = std::min(nearest, glm::length(ap - t * ab) - radius);
    }
    return nearest;
}

double smoothMin(double a, double b, double width) {
    const double share = std::clamp(0.5 + 0.5 * (a - b) / width, 0.0, 1.0);
    return a * (1.0 - share) + b * share - width * share * (1.0 - share);
}

double bell(double x) {
    return std::exp(-0.5 * x * x);
}

// How much the nail presses the skin in at p.
double nailPress(const NailShape& nail, const glm::dvec3& p) {
    const glm::dvec3 d = p - nail.centre;
    const double s = glm::dot(d, nail.forward);
    const double q = glm::dot(d, nail.sideways);
    const double h = glm::dot(d, nail.up);
    const double largest = nail.halfLength + nail.halfWidth + 3.0;
    if (glm::dot(d, d) > largest * largest || h < -1.1 * nail.halfWidth) {
        return 0.0;
    }
    // A rounded rectangle; distance from its outline, negative on the plate.
    const double corner = 0.7 * nail.halfWidth;
    const double x = std::abs(s) - nail.halfLength + corner;
    const double y = std::abs(q) - nail.halfWidth + corner;
    const double outline = std::hypot(std::max(x, 0.0), std::max(y, 0.0)) + std::min(std::max(x, y), 0.0) - corner;
    const double plate = 1.0 / (1.0 + std::exp(outline / 0.22));
    const double fold = bell((outline - 0.35) / nailFold);
    const double front = std::clamp(0.5 + 0.5 * s / nail.halfLength, 0.0, 1.0);
    return nailGroove * fold * (1.0 - 0.6 * front) - nailRaise * plate * (0.5 + front);
}

}  // namespace

NailShape placeNail(const NailFigure& nail, const SkinSegment& figure, const SegmentShape& digit) {
    const glm::dvec3 b = glm::cross(figure.axis, figure.first);
    const double angle = nail.angle * std::numbers::pi / 180.0;
    NailShape shape;
    const glm::dvec3 up = std::cos(angle) * figure.first + std::sin(angle) * b;
    const double middle = digit.end() - nail.fromTip - 0.5 * nail.length;
    // Walk from outside onto the skin at both ends of the plate: it is inclined to the digit's axis.
    const auto surface = [&](double along) {
        const SkinStation* nearest = &figure.stations.front();
        for (const SkinStation& station : figure.stations) {
            nearest = std::abs(station.along - along) < std::abs(nearest->along - along) ? &station : nearest;
        }
        const glm::dvec3 axis =
            figure.origin + along * figure.axis + nearest->centreA * figure.first + nearest->centreB * b;
        double height = 30.0;
        while (height > 0.0 && digit.radial(axis + height * up) > 0.0) {
            height -= 0.05;
        }
        return axis + height * up;
    };
    const glm::dvec3 front = surface(middle + 0.35 * nail.length);
    const glm::dvec3 rear = surface(middle - 0.35 * nail.length);
    shape.centre = surface(middle);
    shape.forward = glm::normalize(front - rear);
    shape.sideways = glm::normalize(glm::cross(shape.forward, up));
    shape.up = glm::cross(shape.sideways, shape.forward);
    shape.halfLength = 0.5 * nail.length;
    shape.halfWidth = 0.5 * nail.width;
    return shape;
}

SkinDetail::SkinDetail(const SkinFeatures& features, std::vector<NailShape> nails) : nails_(std::move(nails)) {
    for (const SkinFeature& feature : features.features) {
        Part part{feature, features.places.at(feature.place), glm::dvec3(0.0), 0.0};
        const double scale = part.place.scale;
        part.place.scale = 1.0;
        const bool lengthAmount = feature.kind != FeatureKind::smooth;
        part.figure.amount *= lengthAmount ? scale : 1.0;
        part.figure.width *= scale;
        double widest = 0.0;
        for (double& radius : part.figure.radii) {
            radius *= scale;
            widest = std::max(widest, radius);
        }
        for (glm::dvec3& point : part.figure.path) {
            point *= scale;
            part.centre += part.place.global(point) / static_cast<double>(feature.path.size());
        }
        switch (feature.kind) {
            case FeatureKind::tube:
            case FeatureKind::carve:
                part.reach = widest + part.figure.amount + 1.0;
                break;
            case FeatureKind::dent:
                part.reach = dentReach * part.figure.width / depthShare;
                break;
            case FeatureKind::smooth:
                part.reach = part.figure.width;
                break;
            case FeatureKind::fine:
                part.reach = part.figure.width + 8.0 / detailGradation;
                break;
        }
        double farthest = 0.0;
        for (const glm::dvec3& point : part.figure.path) {
            farthest = std::max(farthest, glm::distance(part.place.global(point), part.centre));
        }
        part.reach += farthest;
        std::vector<Part>* lists[] = {&solids_, &cavities_, &dents_, &smooth_, &fine_};
        lists[static_cast<std::size_t>(feature.kind)]->push_back(std::move(part));
    }
}

bool SkinDetail::near(const Part& part, const glm::dvec3& p) {
    const glm::dvec3 d = p - part.centre;
    return glm::dot(d, d) < part.reach * part.reach;
}

double SkinDetail::apply(double field, const glm::dvec3& p) const {
    for (const Part& part : solids_) {
        if (near(part, p)) {
            field = smoothMin(field, pathDistance(part.figure, part.place.local(p), 1.0), part.figure.amount);
        }
    }
    for (const Part& part : cavities_) {
        if (near(part, p)) {
            field = -smoothMin(-field, pathDistance(part.figure, part.place.local(p), 1.0), part.figure.amount);
        }
    }
    for (const Part& part : dents_) {
        if (near(part, p)) {
            const double distance = pathDistance(part.figure, part.place.local(p), depthShare);
            field += part.figure.amount * bell(distance / part.figure.width);
        }
    }
    for (const NailShape& nail : nails_) {
        field += nailPress(nail, p);
    }
    return field;
}

double SkinDetail::edgeLength(double edge, const glm::dvec3& p) const {
    for (const Part& part : fine_) {
        if (part.figure.amount < edge && near(part, p)) {
            const double distance = pathDistance(part.figure, part.place.local(p), 1.0);
            edge = std::min(edge, part.figure.amount + detailGradation * std::max(distance - part.figure.width, 0.0));
        }
    }
    for (const NailShape& nail : nails_) {
        const double beyond = glm::distance(p, nail.centre) - std::max(nail.halfLength, nail.halfWidth) - 1.0;
        edge = std::min(edge, nailEdge + detailGradation * std::max(beyond, 0.0));
    }
    return edge;
}

double SkinDetail::smoothing(const glm::dvec3& p) const {
    double passes = 0.0;
    for (const Part& part : smooth_) {
        if (near(part, p)) {
            const double share = pathDistance(part.figure, part.place.local(p), 1.0) / part.figure.width;
            const double fade = std::clamp(1.0 - share * share, 0.0, 1.0);
            passes = std::max(passes, part.figure.amount * fade);
        }
    }
    return passes;
}

}  // namespace myo::generate
