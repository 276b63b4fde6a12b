#include "generate/skin_trace.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <unordered_map>

#include "core/parallel.h"

namespace myo::generate {

namespace {

constexpr double nudge = 2e-3;  // mm: no vertex lies exactly on a grid node, so no triangle has zero area

// The six tetrahedra round the diagonal of a cell; corners as bits x = 1, y = 2, z = 4. Neighbouring cells agree.
constexpr std::array<std::array<unsigned, 4>, 6> tetrahedra{
    {{0, 1, 3, 7}, {0, 3, 2, 7}, {0, 2, 6, 7}, {0, 6, 4, 7}, {0, 4, 5, 7}, {0, 5, 1, 7}}};

struct Cell {
    std::uint32_t i, j, k;
};

class Tracer {
public:
    Tracer(const GridPlanes& grid, const std::function<double(const glm::dvec3&)>& field)
        : grid_(grid),
          field_(field),
          values_(grid.x.size() * grid.y.size() * grid.z.size(), std::numeric_limits<float>::quiet_NaN()),
          seen_(values_.size(), 0) {}

    TriangleMesh trace() {
        std::vector<Cell> front{firstCell()};
        seen_[node(front[0].i, front[0].j, front[0].k)] = 1;
        while (!front.empty()) {
            evaluateCorners(front);
            std::vector<Cell> next;
            for (const Cell& cell : front) {
                march(cell);
                spread(cell, next);
            }
            front = std::move(next);
        }
        return std::move(mesh_);
    }

private:
    [[nodiscard]] std::size_t node(std::size_t i, std::size_t j, std::size_t k) const {
        return (i * grid_.y.size() + j) * grid_.z.size() + k;
    }
    [[nodiscard]] std::size_t corner(const Cell& c, unsigned bits) const {
        return node(c.i + (bits & 1U), c.j + (bits >> 1U & 1U), c.k + (bits >> 2U & 1U));
    }
    [[nodiscard]] glm::dvec3 place(std::size_t node) const {
        const std::size_t k = node % grid_.z.size();
        const std::size_t j = node / grid_.z.size() % grid_.y.size();
        return {grid_.x[node / grid_.z.size() / grid_.y.size()], grid_.y[j], grid_.z[k]};
    }

    float evaluate(std::size_t node) const {
        const double f = field_(place(node));
        return static_cast<float>(std::abs(f) < nudge ? nudge : f);
    }

    float known(std::size_t node) {
        if (std::isnan(values_[node])) {
            values_[node] = evaluate(node);
        }
        return values_[node];
    }

    // The highest cell at the first x plane whose front or back lower edge crosses the surface.
    Cell firstCell() {
        for (std::size_t j = grid_.y.size() - 1; j-- > 0;) {
            for (std::size_t k = 0; k + 1 < grid_.z.size(); ++k) {
                if ((known(node(0, j, k)) < 0.0F) != (known(node(0, j, k + 1)) < 0.0F)) {
                    return {0, static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(k)};
                }
            }
        }
        throw std::logic_error("the field has no surface on the first x plane");
    }

    void evaluateCorners(const std::vector<Cell>& cells) {
        std::vector<std::size_t> unknown;
        for (const Cell& cell : cells) {
            for (unsigned bits = 0; bits < 8; ++bits) {
                const std::size_t at = corner(cell, bits);
                if (std::isnan(values_[at])) {
                    values_[at] = 0.0F;  // listed once
                    unknown.push_back(at);
                }
            }
        }
        parallelFor(unknown.size(), [&](std::size_t n) { values_[unknown[n]] = evaluate(unknown[n]); });
    }

    void spread(const Cell& cell, std::vector<Cell>& next) {
        for (unsigned axis = 0; axis < 3; ++axis) {
            for (unsigned side = 0; side < 2; ++side) {
                if (!faceCrossed(cell, axis, side)) {
                    continue;
                }
                std::array<std::uint32_t, 3> index{cell.i, cell.j, cell.k};
                const std::array<std::size_t, 3> count{grid_.x.size(), grid_.y.size(), grid_.z.size()};
                if (side == 0 ? index[axis] == 0 : index[axis] + 2 >= count[axis]) {
                    continue;
                }
                index[axis] += side == 0 ? ~0U : 1U;
                const std::size_t at = node(index[0], index[1], index[2]);
                if (seen_[at] == 0) {
                    seen_[at] = 1;
                    next.push_back({index[0], index[1], index[2]});
                }
            }
        }
    }

    [[nodiscard]] bool faceCrossed(const Cell& cell, unsigned axis, unsigned side) const {
        unsigned negative = 0;
        for (unsigned bits = 0; bits < 8; ++bits) {
            if ((bits >> axis & 1U) == side && values_[corner(cell, bits)] < 0.0F) {
                ++negative;
            }
        }
        return negative != 0 && negative != 4;
    }

    void march(const Cell& cell) {
        for (const auto& tetrahedron : tetrahedra) {
            std::array<std::size_t, 4> inside{};
            std::array<std::size_t, 4> outer{};
            std::size_t inner = 0;
            std::size_t outers = 0;
            for (const unsigned bits : tetrahedron) {
                const std::size_t at = corner(cell, bits);
                if (values_[at] < 0.0F) {
                    inside[inner++] = at;
                } else {
                    outer[outers++] = at;
                }
            }
            if (inner == 0 || outers == 0) {
                continue;
            }
            const glm::dvec3 outwards = centroid(outer, outers) - centroid(inside, inner);
            if (inner == 2) {
                const std::uint32_t a = vertex(inside[0], outer[0]);
                const std::uint32_t c = vertex(inside[1], outer[1]);
                add(a, vertex(inside[0], outer[1]), c, outwards);
                add(a, c, vertex(inside[1], outer[0]), outwards);
            } else if (inner == 1) {
                add(vertex(inside[0], outer[0]), vertex(inside[0], outer[1]), vertex(inside[0], outer[2]), outwards);
            } else {
                add(vertex(inside[0], outer[0]), vertex(inside[1], outer[0]), vertex(inside[2], outer[0]), outwards);
            }
        }
    }

    template <std::size_t n>
    [[nodiscard]] glm::dvec3 centroid(const std::array<std::size_t, n>& nodes, std::size_t count) const {
        glm::dvec3 sum(0.0);
        for (std::size_t i = 0; i < count; ++i) {
            sum += place(nodes[i]);
        }
        return sum / static_cast<double>(count);
    }

    void add(std::uint32_t a, std::uint32_t b, std::uint32_t c, const glm::dvec3& outwards) {
        const glm::dvec3 normal =
            glm::cross(mesh_.positions[b] - mesh_.positions[a], mesh_.positions[c] - mesh_.positions[a]);
        if (glm::dot(normal, outwards) < 0.0) {
            std::swap(b, c);
        }
        mesh_.triangles.push_back({a, b, c});
    }

    // The vertex on the edge between two nodes of different sign.
    std::uint32_t vertex(std::size_t a, std::size_t b) {
        const std::uint64_t key = (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
        const auto [found, isNew] = vertices_.try_emplace(key, static_cast<std::uint32_t>(mesh_.positions.size()));
        if (isNew) {
            const double fa = values_[std::min(a, b)];
            const double fb = values_[std::max(a, b)];
            mesh_.positions.push_back(glm::mix(place(std::min(a, b)), place(std::max(a, b)), fa / (fa - fb)));
        }
        return found->second;
    }

    const GridPlanes& grid_;
    const std::function<double(const glm::dvec3&)>& field_;
    std::vector<float> values_;        // per node; NaN = not known
    std::vector<unsigned char> seen_;  // per cell, under the index of its lowest node
    std::unordered_map<std::uint64_t, std::uint32_t> vertices_;
    TriangleMesh mesh_;
};

}  // namespace

TriangleMesh traceSurface(const GridPlanes& grid, const std::function<double(const glm::dvec3&)>& field) {
    return Tracer(grid, field).trace();
}

}  // namespace myo::generate
