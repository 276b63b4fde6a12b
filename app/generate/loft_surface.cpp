#include "generate/loft_surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "generate/spline.h"

namespace myo::generate {

namespace {

using glm::dvec3;

constexpr double sectionExponent = 2.3;  // super-ellipse of every section
constexpr std::array<double, 2> capAngles{0.25 * std::numbers::pi, 0.46 * std::numbers::pi};  // rows that close an end

dvec3 unit(const dvec3& v) {
    return v / std::max(glm::length(v), 1e-9);
}

std::vector<double> linspace(double first, double last, int count) {
    std::vector<double> values(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        values[static_cast<std::size_t>(i)] = i == count - 1 ? last : first + (last - first) * i / (count - 1);
    }
    return values;
}

// How a piece is sampled along and across its fibres.
struct Sampling {
    bool ring = false;                   // first and last station coincide
    std::vector<double> knots;           // along, 0..1; with two periodic knots at either side of a ring
    std::vector<std::size_t> knotIndex;  // station of each knot
    std::vector<double> along;
    std::vector<double> across;
};

// Across a piece, 0 = first rim, 1 = second rim; dense on the rounded rims.
std::vector<double> acrossSamples(int strips) {
    std::vector<double> samples;
    if (strips == 1) {
        for (const double angle : linspace(0, std::numbers::pi, 7)) {
            samples.push_back((1 - std::cos(angle)) / 2);
        }
        return samples;
    }
    const int count = static_cast<int>(std::nearbyint(7 + 1.2 * (strips - 1)));
    const double rim = 0.5 / strips;
    for (const double angle : linspace(0, std::numbers::pi / 2, 4)) {
        samples.push_back(rim * (1 - std::cos(angle)));
    }
    samples.pop_back();
    for (const double q : linspace(rim, 1 - rim, std::max(count - 6, 2))) {
        samples.push_back(q);
    }
    for (int i = 2; i >= 0; --i) {
        samples.push_back(1 - samples[static_cast<std::size_t>(i)]);
    }
    return samples;
}

bool isRing(const PieceFigure& piece) {
    double gap = 0.0;
    for (int i = 0; i < piece.strips; ++i) {
        gap = std::max(gap, glm::length(piece.at(i, 0).centre - piece.at(i, piece.stations - 1).centre));
    }
    return piece.stations > 4 && gap < 0.06;
}

Sampling makeSampling(const PieceFigure& piece, double quality) {
    const auto stations = static_cast<std::size_t>(piece.stations);
    double trueLength = 0.0;
    std::vector<double> s{0.0};
    dvec3 last{0.0};
    for (int j = 0; j < piece.stations; ++j) {
        dvec3 mean{0.0};
        for (int i = 0; i < piece.strips; ++i) {
            mean += piece.at(i, j).centre / static_cast<double>(piece.strips);
        }
        if (j > 0) {
            const double step = glm::length(mean - last);
            trueLength += step;
            s.push_back(s.back() + std::max(step, 1e-3));
        }
        last = mean;
    }
    const double length = s.back();
    for (double& knot : s) {
        knot /= length;
    }
    Sampling sampling;
    sampling.ring = isRing(piece);
    sampling.across = acrossSamples(piece.strips);
    for (std::size_t j = 0; j < stations; ++j) {
        sampling.knotIndex.push_back(j);
    }
    sampling.knots = s;
    if (sampling.ring) {
        const int rows = static_cast<int>(1.8 * piece.stations * quality);
        sampling.along = linspace(0, 1, rows + 1);
        sampling.knots.insert(sampling.knots.begin(), {s[stations - 3] - 1, s[stations - 2] - 1});
        sampling.knots.insert(sampling.knots.end(), {s[1] + 1, s[2] + 1});
        sampling.knotIndex.insert(sampling.knotIndex.begin(), {stations - 3, stations - 2});
        sampling.knotIndex.insert(sampling.knotIndex.end(), {1, 2});
    } else {
        const double wanted = std::nearbyint(std::max(trueLength / 24.0, 1.15 * piece.stations) * quality);
        sampling.along = linspace(0, 1, static_cast<int>(std::clamp(wanted, 5.0, 20.0)));
    }
    return sampling;
}

// Weights of the stations for every row.
WeightMatrix alongWeights(const Sampling& sampling, std::size_t stations) {
    const WeightMatrix perKnot = hermiteWeights(sampling.knots, sampling.along, false);
    WeightMatrix weights(perKnot.size(), std::vector<double>(stations, 0.0));
    for (std::size_t row = 0; row < perKnot.size(); ++row) {
        for (std::size_t k = 0; k < sampling.knotIndex.size(); ++k) {
            weights[row][sampling.knotIndex[k]] += perKnot[row][k];
        }
    }
    return weights;
}

std::vector<double> sizesAlong(const PieceFigure& piece, int strip, double Station::*size, const Sampling& sampling) {
    std::vector<double> values;
    for (const std::size_t station : sampling.knotIndex) {
        values.push_back(piece.at(strip, static_cast<int>(station)).*size);
    }
    return monotoneCubic(sampling.knots, values, sampling.along);
}

// Strip centrelines at every row, with the two rims as the first and last column.
Grid<dvec3> sectionKnots(const PieceFigure& piece, const Sampling& sampling) {
    const auto strips = static_cast<std::size_t>(piece.strips);
    const auto stations = static_cast<std::size_t>(piece.stations);
    const WeightMatrix weights = alongWeights(sampling, stations);
    Grid<dvec3> knots(weights.size(), strips + 2);
    for (std::size_t row = 0; row < weights.size(); ++row) {
        for (int i = 0; i < piece.strips; ++i) {
            dvec3 centre{0.0};
            for (int j = 0; j < piece.stations; ++j) {
                centre += weights[row][static_cast<std::size_t>(j)] * piece.at(i, j).centre;
            }
            knots.at(row, static_cast<std::size_t>(i) + 1) = centre;
        }
    }
    for (const bool first : {true, false}) {
        const int strip = first ? 0 : piece.strips - 1;
        const std::vector<double> reach = sizesAlong(piece, strip, &Station::halfWidth, sampling);
        for (std::size_t row = 0; row < weights.size(); ++row) {
            dvec3 across{0.0};
            for (int j = 0; j < piece.stations; ++j) {
                across += weights[row][static_cast<std::size_t>(j)] * piece.at(strip, j).across;
            }
            const dvec3 outward = unit(across) * (first ? -reach[row] : reach[row]);
            const dvec3& centre = knots.at(row, static_cast<std::size_t>(strip) + 1);
            knots.at(row, first ? 0 : strips + 1) = centre + outward;
        }
    }
    return knots;
}

std::vector<double> acrossKnots(int strips) {
    std::vector<double> knots{0.0};
    for (int i = 0; i < strips; ++i) {
        knots.push_back((i + 0.5) / strips);
    }
    knots.push_back(1.0);
    return knots;
}

Grid<dvec3> weighted(const Grid<dvec3>& knots, const WeightMatrix& weights) {
    Grid<dvec3> result(knots.rows(), weights.size());
    for (std::size_t row = 0; row < knots.rows(); ++row) {
        for (std::size_t q = 0; q < weights.size(); ++q) {
            dvec3 sum{0.0};
            for (std::size_t p = 0; p < knots.width; ++p) {
                sum += weights[q][p] * knots.at(row, p);
            }
            result.at(row, q) = sum;
        }
    }
    return result;
}

// Half thickness: monotone between the strips, a super-ellipse down to zero on both rims.
Grid<double> thicknesses(const PieceFigure& piece, const Sampling& sampling) {
    std::vector<std::vector<double>> strips;
    strips.reserve(static_cast<std::size_t>(piece.strips));
    for (int i = 0; i < piece.strips; ++i) {
        strips.push_back(sizesAlong(piece, i, &Station::halfThickness, sampling));
    }
    std::vector<double> knots = acrossKnots(piece.strips);
    knots = {knots.begin() + 1, knots.end() - 1};
    const double rim = 0.5 / piece.strips;
    std::vector<double> clamped;
    std::vector<double> rounding;
    clamped.reserve(sampling.across.size());
    rounding.reserve(sampling.across.size());
    for (const double q : sampling.across) {
        clamped.push_back(std::clamp(q, knots.front(), knots.back()));
        const double u = std::clamp(std::max((rim - q) / rim, (q - (1 - rim)) / rim), 0.0, 1.0);
        rounding.push_back(std::pow(1 - std::pow(u, sectionExponent), 1 / sectionExponent));
    }
    Grid<double> thick(sampling.along.size(), sampling.across.size());
    for (std::size_t row = 0; row < thick.rows(); ++row) {
        std::vector<double> values;
        values.reserve(strips.size());
        for (const std::vector<double>& strip : strips) {
            values.push_back(strip[row]);
        }
        const std::vector<double> across = monotoneCubic(knots, values, clamped);
        for (std::size_t q = 0; q < across.size(); ++q) {
            thick.at(row, q) = across[q] * rounding[q];
        }
    }
    return thick;
}

Grid<dvec3> alongDerivative(const Grid<dvec3>& points, bool ring) {
    Grid<dvec3> derivative(points.rows(), points.width);
    const std::size_t last = points.rows() - 1;
    for (std::size_t row = 0; row <= last; ++row) {
        for (std::size_t q = 0; q < points.width; ++q) {
            const bool inner = row > 0 && row < last;
            const std::size_t before = ring && !inner ? last - 1 : (row > 0 ? row - 1 : 0);
            const std::size_t after = ring && !inner ? 1 : std::min(row + 1, last);
            derivative.at(row, q) = points.at(after, q) - points.at(before, q);
        }
    }
    return derivative;
}

Grid<dvec3> sectionNormals(const Grid<dvec3>& along, const Grid<dvec3>& across, bool guard) {
    Grid<dvec3> normal(along.rows(), along.width);
    for (std::size_t row = 0; row < along.rows(); ++row) {
        dvec3 mean{0.0};
        for (std::size_t q = 0; q < along.width; ++q) {
            normal.at(row, q) = unit(glm::cross(along.at(row, q), across.at(row, q)));
            mean += normal.at(row, q) / static_cast<double>(along.width);
        }
        mean = unit(mean);
        for (std::size_t q = 0; guard && q < along.width; ++q) {
            if (glm::dot(normal.at(row, q), mean) < 0.05) {
                normal.at(row, q) = mean;  // a normal must not flip inside a row
            }
        }
    }
    return normal;
}

// Two rounded rows beyond an end row, nearest first, appended to `cap`.
void addCap(MidSurface& cap, const MidSurface& mid, bool atInsertion) {
    const std::size_t end = atInsertion ? mid.points.rows() - 1 : 0;
    const std::size_t width = mid.points.width;
    dvec3 centre{0.0};
    double depth = 0.0;
    for (std::size_t q = 0; q < width; ++q) {
        centre += mid.points.at(end, q) / static_cast<double>(width);
        depth = std::max(depth, mid.thick.at(end, q));
    }
    const double halfWidth = glm::length(mid.points.at(end, width - 1) - mid.points.at(end, 0)) / 2;
    const double reach = 0.9 * std::min(halfWidth, std::max(depth, std::min(1.8 * depth, 4.0)));
    for (const double angle : capAngles) {
        const double shrink = 1 - (1 - std::cos(angle)) * std::min(1.0, reach / std::max(halfWidth, 1e-6));
        for (std::size_t q = 0; q < width; ++q) {
            const dvec3 outward = unit(mid.along.at(end, q)) * (atInsertion ? 1.0 : -1.0);
            cap.points.values.push_back(centre + (mid.points.at(end, q) - centre) * shrink +
                                        outward * (reach * std::sin(angle)));
            cap.along.values.push_back(mid.along.at(end, q));
            cap.normal.values.push_back(mid.normal.at(end, q));
            cap.thick.values.push_back(mid.thick.at(end, q) * std::cos(angle));
        }
        cap.share.push_back(atInsertion ? 1.0 : 0.0);
    }
}

template <class T>
void insertRowsReversed(Grid<T>& target, const Grid<T>& rows) {
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto first = rows.values.begin() + static_cast<std::ptrdiff_t>(row * rows.width);
        target.values.insert(target.values.begin(), first, first + static_cast<std::ptrdiff_t>(rows.width));
    }
}

void closeEnds(MidSurface& mid) {
    const std::size_t width = mid.points.width;
    MidSurface cap{{0, width}, {0, width}, {0, width}, {0, width}, {}, {}, false};
    addCap(cap, mid, false);
    addCap(mid, MidSurface(mid), true);
    insertRowsReversed(mid.points, cap.points);
    insertRowsReversed(mid.along, cap.along);
    insertRowsReversed(mid.normal, cap.normal);
    insertRowsReversed(mid.thick, cap.thick);
    mid.share.insert(mid.share.begin(), cap.share.begin(), cap.share.end());
}

}  // namespace

MidSurface makeMidSurface(const PieceFigure& piece, double quality) {
    const Sampling sampling = makeSampling(piece, quality);
    const Grid<dvec3> knots = sectionKnots(piece, sampling);
    const std::vector<double> qKnots = acrossKnots(piece.strips);
    Grid<dvec3> points = weighted(knots, hermiteWeights(qKnots, sampling.across, false));
    const Grid<dvec3> across = weighted(knots, hermiteWeights(qKnots, sampling.across, true));
    Grid<dvec3> along = alongDerivative(points, sampling.ring);
    Grid<dvec3> normal = sectionNormals(along, across, piece.strips <= 3);
    MidSurface mid{std::move(points), std::move(along), std::move(normal), thicknesses(piece, sampling),
                   sampling.along,    sampling.across,  sampling.ring};
    if (mid.ring) {  // the last row repeats the first
        for (Grid<dvec3>* grid : {&mid.points, &mid.along, &mid.normal}) {
            grid->values.resize(grid->values.size() - grid->width);
        }
        mid.thick.values.resize(mid.thick.values.size() - mid.thick.width);
        mid.share.pop_back();
    } else {
        closeEnds(mid);
    }
    return mid;
}

}  // namespace myo::generate
