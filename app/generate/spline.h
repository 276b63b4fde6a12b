// The two interpolations that lofted figures need: a smooth one for positions and an honest one for sizes.
#pragma once

#include <vector>

namespace myo::generate {

/// Weights of knots: one row per sample, one column per knot.
using WeightMatrix = std::vector<std::vector<double>>;

/// C1 cubic through the knots with parabolic (Bessel) slopes, as weights of the knot values; or its first derivative.
/// \pre `knots` ascending, two or more.
[[nodiscard]] WeightMatrix hermiteWeights(const std::vector<double>& knots, const std::vector<double>& samples,
                                          bool derivative);

/// Monotone cubic (Fritsch-Carlson) through the knots: never overshoots, so sizes never turn negative.
/// \pre `knots` ascending, as many as `values`; one knot gives a constant.
[[nodiscard]] std::vector<double> monotoneCubic(const std::vector<double>& knots, const std::vector<double>& values,
                                                const std::vector<double>& samples);

}  // namespace myo::generate
