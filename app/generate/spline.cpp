#include "generate/spline.h"

#include <algorithm>
#include <cstddef>

namespace myo::generate {

namespace {

// Index of the interval that holds the sample; samples outside belong to the first or last interval.
std::size_t intervalOf(const std::vector<double>& knots, double sample) {
    const auto above = std::upper_bound(knots.begin(), knots.end(), sample);
    const std::ptrdiff_t index = above - knots.begin() - 1;
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(knots.size()) - 2));
}

// Slopes at the knots as weights of the knot values.
WeightMatrix besselSlopes(const std::vector<double>& knots) {
    const std::size_t count = knots.size();
    WeightMatrix difference(count - 1, std::vector<double>(count, 0.0));
    for (std::size_t j = 0; j + 1 < count; ++j) {
        difference[j][j] = -1.0 / (knots[j + 1] - knots[j]);
        difference[j][j + 1] = -difference[j][j];
    }
    WeightMatrix slopes(count, difference.front());
    if (count == 2) {
        return slopes;
    }
    for (std::size_t j = 1; j + 1 < count; ++j) {
        const double before = knots[j] - knots[j - 1];
        const double after = knots[j + 1] - knots[j];
        for (std::size_t i = 0; i < count; ++i) {
            slopes[j][i] = (after * difference[j - 1][i] + before * difference[j][i]) / (before + after);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        slopes.front()[i] = (3.0 * difference.front()[i] - slopes[1][i]) / 2.0;
        slopes.back()[i] = (3.0 * difference.back()[i] - slopes[count - 2][i]) / 2.0;
    }
    return slopes;
}

// The four cubic Hermite factors at u for an interval of length step: value, slope, value, slope.
struct HermiteFactors {
    double value0, slope0, value1, slope1;
};

HermiteFactors factorsAt(double u, double step) {
    const double u2 = u * u;
    const double u3 = u2 * u;
    return {2 * u3 - 3 * u2 + 1, (u3 - 2 * u2 + u) * step, 3 * u2 - 2 * u3, (u3 - u2) * step};
}

HermiteFactors derivativeFactorsAt(double u, double step) {
    const double u2 = u * u;
    return {(6 * u2 - 6 * u) / step, 3 * u2 - 4 * u + 1, (6 * u - 6 * u2) / step, 3 * u2 - 2 * u};
}

double endSlope(double difference, double innerSlope) {
    return difference * innerSlope >= 0 ? (3 * difference - innerSlope) / 2 : 0.0;
}

std::vector<double> monotoneSlopes(const std::vector<double>& knots, const std::vector<double>& values) {
    const std::size_t count = knots.size();
    std::vector<double> difference(count - 1);
    for (std::size_t j = 0; j + 1 < count; ++j) {
        difference[j] = (values[j + 1] - values[j]) / (knots[j + 1] - knots[j]);
    }
    if (count == 2) {
        return {difference[0], difference[0]};
    }
    std::vector<double> slopes(count, 0.0);
    for (std::size_t j = 1; j + 1 < count; ++j) {
        const double a = difference[j - 1];
        const double b = difference[j];
        const double before = knots[j] - knots[j - 1];
        const double after = knots[j + 1] - knots[j];
        const double w1 = 2 * after + before;
        const double w2 = after + 2 * before;
        const double denominator = w1 * b + w2 * a;
        if (a * b > 0 && denominator != 0) {
            slopes[j] = (w1 + w2) * a * b / denominator;
        }
    }
    slopes.front() = endSlope(difference.front(), slopes[1]);
    slopes.back() = endSlope(difference.back(), slopes[count - 2]);
    return slopes;
}

}  // namespace

WeightMatrix hermiteWeights(const std::vector<double>& knots, const std::vector<double>& samples, bool derivative) {
    const WeightMatrix slopes = besselSlopes(knots);
    WeightMatrix weights;
    weights.reserve(samples.size());
    for (const double sample : samples) {
        const std::size_t k = intervalOf(knots, sample);
        const double step = knots[k + 1] - knots[k];
        const double u = (sample - knots[k]) / step;
        const HermiteFactors f = derivative ? derivativeFactorsAt(u, step) : factorsAt(u, step);
        std::vector<double> row(knots.size());
        for (std::size_t i = 0; i < knots.size(); ++i) {
            row[i] = f.slope0 * slopes[k][i] + f.slope1 * slopes[k + 1][i];
        }
        row[k] += f.value0;
        row[k + 1] += f.value1;
        weights.push_back(std::move(row));
    }
    return weights;
}

std::vector<double> monotoneCubic(const std::vector<double>& knots, const std::vector<double>& values,
                                  const std::vector<double>& samples) {
    if (knots.size() == 1) {
        std::vector<double> constant(samples.size(), values.front());
        return constant;
    }
    const std::vector<double> slopes = monotoneSlopes(knots, values);
    std::vector<double> result;
    result.reserve(samples.size());
    for (const double sample : samples) {
        const std::size_t k = intervalOf(knots, sample);
        const double step = knots[k + 1] - knots[k];
        const HermiteFactors f = factorsAt((sample - knots[k]) / step, step);
        result.push_back(f.value0 * values[k] + f.slope0 * slopes[k] + f.value1 * values[k + 1] +
                         f.slope1 * slopes[k + 1]);
    }
    return result;
}

}  // namespace myo::generate
