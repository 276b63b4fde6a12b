// Smooth interpolation of displacements: sums of multiquadrics whose weights add up to zero, plus a constant.
#include <cmath>
#include <stdexcept>

#include "core/table.h"
#include "generate/pose.h"

namespace myo::generate {

namespace {

using glm::dvec3;

constexpr double roundness = 25.0;  // millimetres: how gently the displacement turns around a place

double kernel(const dvec3& a, const dvec3& b) {
    const dvec3 offset = a - b;
    return -std::sqrt(glm::dot(offset, offset) + roundness * roundness);
}

// Solves a dense system with a vector of right-hand sides by Gaussian elimination with row exchanges.
std::vector<dvec3> solve(std::vector<std::vector<double>> matrix, std::vector<dvec3> right) {
    const std::size_t n = right.size();
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < n; ++i) {
            pivot = std::abs(matrix[i][k]) > std::abs(matrix[pivot][k]) ? i : pivot;
        }
        if (std::abs(matrix[pivot][k]) < 1e-9) {
            throw std::invalid_argument("two places of the alignment coincide");
        }
        std::swap(matrix[k], matrix[pivot]);
        std::swap(right[k], right[pivot]);
        for (std::size_t i = k + 1; i < n; ++i) {
            const double factor = matrix[i][k] / matrix[k][k];
            for (std::size_t j = k; j < n; ++j) {
                matrix[i][j] -= factor * matrix[k][j];
            }
            right[i] -= factor * right[k];
        }
    }
    for (std::size_t k = n; k-- > 0;) {
        for (std::size_t j = k + 1; j < n; ++j) {
            right[k] -= matrix[k][j] * right[j];
        }
        right[k] /= matrix[k][k];
    }
    return right;
}

}  // namespace

Alignment::Alignment(const std::vector<Control>& controls) {
    std::vector<dvec3> shifts;
    for (const Control& control : controls) {
        places_.push_back(control.place);
        shifts.push_back(control.shift);
        if (control.place.x != 0.0) {
            places_.emplace_back(-control.place.x, control.place.y, control.place.z);
            shifts.emplace_back(-control.shift.x, control.shift.y, control.shift.z);
        }
    }
    const std::size_t n = places_.size();
    std::vector<std::vector<double>> matrix(n + 1, std::vector<double>(n + 1, 1.0));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            matrix[i][j] = kernel(places_[i], places_[j]);
        }
    }
    matrix[n][n] = 0.0;
    shifts.emplace_back(0.0);
    weights_ = solve(std::move(matrix), std::move(shifts));
    constant_ = weights_.back();
    weights_.pop_back();
}

dvec3 Alignment::apply(const dvec3& place) const {
    dvec3 shift = constant_;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        shift += weights_[i] * kernel(place, places_[i]);
    }
    return place + shift;
}

Result<std::vector<Alignment::Control>> readAlignment(const std::filesystem::path& file) {
    Result<Table> read = Table::read(file, {"name", "x", "y", "z", "dx", "dy", "dz"});
    if (!read) {
        return read.problem();
    }
    Table& table = read.value();
    std::vector<Alignment::Control> controls;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        controls.push_back({{table.number(row, "x"), table.number(row, "y"), table.number(row, "z")},
                            {table.number(row, "dx"), table.number(row, "dy"), table.number(row, "dz")}});
        if (controls.back().place.x == 0.0 && controls.back().shift.x != 0.0) {
            table.reject(row, "dx", "a place on the midline leaves it", "0");
        }
    }
    if (table.problem()) {
        return *table.problem();
    }
    return controls;
}

}  // namespace myo::generate
