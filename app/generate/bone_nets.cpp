#include "generate/bone_nets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace myo::generate {

namespace {

using glm::dvec3;
using glm::ivec3;

constexpr int blockSize = 4;  // samples
constexpr std::uint32_t none = ~0U;

class Net {
public:
    Net(const std::function<double(const dvec3&)>& distance, const PartBox& box, const NetSettings& settings)
        : distance_(distance), settings_(settings), step_(settings.step), low_(box.low - 2.0 * step_) {
        const dvec3 high = box.high + 2.0 * step_;
        if (settings.half) {
            low_.x = -0.5 * step_.x;  // the first cells have the midline in their middle
        }
        blocks_ = ivec3(glm::ceil((high - low_) / step_)) / blockSize + 1;
        count_ = blocks_ * blockSize + 1;
        values_.assign(static_cast<std::size_t>(count_.x) * static_cast<std::size_t>(count_.y) *
                           static_cast<std::size_t>(count_.z),
                       0.0F);
    }

    TriangleMesh draw() {
        sample();
        close();
        constexpr int freePasses = 8;
        for (int pass = 0; separate(pass >= freePasses); ++pass) {
        }
        addVertices();
        for (int axis = 0; axis < 3; ++axis) {
            addQuads(axis);
        }
        return std::move(mesh_);
    }

private:
    [[nodiscard]] std::size_t index(const ivec3& p) const {
        return (static_cast<std::size_t>(p.x) * static_cast<std::size_t>(count_.y) + static_cast<std::size_t>(p.y)) *
                   static_cast<std::size_t>(count_.z) +
               static_cast<std::size_t>(p.z);
    }
    [[nodiscard]] dvec3 place(const dvec3& sample) const { return low_ + step_ * sample; }
    [[nodiscard]] bool inside(const ivec3& p) const { return values_[index(p)] < 0.0F; }

    template <class Visit>
    static void forAll(const ivec3& from, const ivec3& to, const Visit& visit) {
        for (int x = from.x; x < to.x; ++x) {
            for (int y = from.y; y < to.y; ++y) {
                for (int z = from.z; z < to.z; ++z) {
                    visit(ivec3(x, y, z));
                }
            }
        }
    }

    // Blocks near the surface are sampled fully, the others keep the value of their centre.
    void sample() {
        const double near = std::max({step_.x, step_.y, step_.z}) * blockSize * 1.9;
        std::vector<char> known(values_.size(), 0);
        std::vector<ivec3> close;
        forAll(ivec3(0), blocks_, [&](const ivec3& block) {
            const double centre = distance_(place(dvec3(block * blockSize) + 0.5 * blockSize));
            if (settings_.everywhere || std::abs(centre) < near) {
                close.push_back(block);
                return;
            }
            forAll(block * blockSize, glm::min(block * blockSize + blockSize + 1, count_),
                   [&](const ivec3& p) { values_[index(p)] = static_cast<float>(centre); });
        });
        for (const ivec3& block : close) {
            forAll(block * blockSize, block * blockSize + blockSize + 1, [&](const ivec3& p) {
                const std::size_t i = index(p);
                if (known[i] == 0) {
                    known[i] = 1;
                    values_[i] = static_cast<float>(distance_(place(dvec3(p))));
                }
            });
        }
    }

    // Nothing may leave the grid.
    void close() {
        forAll(ivec3(0), count_, [&](const ivec3& p) {
            const bool low = p.x == 0 && !settings_.half;
            if (low || p.y == 0 || p.z == 0 || p.x == count_.x - 1 || p.y == count_.y - 1 || p.z == count_.z - 1) {
                float& value = values_[index(p)];
                value = std::max(value, 0.1F);
            }
        });
    }

    void turn(const ivec3& p) {
        constexpr float barely = 0.02F;
        const float value = inside(p) ? barely : -barely;
        values_[index(p)] = value;
        if (settings_.half && p.x < 2) {
            values_[index({1 - p.x, p.y, p.z})] = value;
        }
    }

    // Turns the least certain of some samples; if they may only fill, of those outside.
    template <std::size_t N>
    void turnOne(const std::array<ivec3, N>& samples, bool fill) {
        const auto doubt = [&](const ivec3& p) { return fill && inside(p) ? 1e9F : std::abs(values_[index(p)]); };
        turn(*std::min_element(samples.begin(), samples.end(),
                               [&](const ivec3& a, const ivec3& b) { return doubt(a) < doubt(b); }));
    }

    // One pass against the two ways in which samples touch without sharing a face (Latecki 1997). True if one was
    // found. Passes that only fill come to an end.
    bool separate(bool fill) {
        bool found = false;
        forAll(ivec3(0), count_ - 1, [&](const ivec3& p) {
            int signs = 0;
            for (int k = 0; k < 8; ++k) {
                signs |= inside(corner(p, k)) ? 1 << k : 0;
            }
            if (signs == 0 || signs == 255) {
                return;
            }
            for (int axis = 0; axis < 3; ++axis) {
                const int u = 1 << (axis + 1) % 3;
                const int v = 1 << (axis + 2) % 3;
                for (const int base : {0, 1 << axis}) {
                    const auto in = [&](int k) { return (signs >> (base + k) & 1) != 0; };
                    if (in(0) == in(u + v) && in(u) == in(v) && in(0) != in(u)) {
                        turnOne(std::array{corner(p, base), corner(p, base + u), corner(p, base + v),
                                           corner(p, base + u + v)},
                                fill);
                        found = true;
                        return;
                    }
                }
            }
            for (int k = 0; k < 4; ++k) {
                const int pair = 1 << k | 1 << (7 - k);
                if (signs == pair || signs == 255 - pair) {
                    if (fill && signs == pair) {
                        turn(corner(p, k ^ 1));
                    } else {
                        turnOne(std::array{corner(p, k), corner(p, 7 - k)}, fill);
                    }
                    found = true;
                    return;
                }
            }
        });
        return found;
    }

    static ivec3 corner(const ivec3& cell, int k) { return cell + ivec3(k & 1, k >> 1 & 1, k >> 2 & 1); }

    // One vertex in every cell that the surface crosses: the mean of the crossings on its edges.
    void addVertices() {
        vertex_.assign(values_.size(), none);
        forAll(ivec3(0), count_ - 1, [&](const ivec3& cell) {
            dvec3 sum{0.0};
            int crossings = 0;
            for (int k = 0; k < 8; ++k) {
                for (int axis = 0; axis < 3; ++axis) {
                    if ((k >> axis & 1) != 0) {
                        continue;
                    }
                    const double a = values_[index(corner(cell, k))];
                    const double b = values_[index(corner(cell, k | 1 << axis))];
                    if ((a < 0.0) != (b < 0.0)) {
                        dvec3 at(corner(cell, k));
                        at[axis] += a / (a - b);
                        sum += at;
                        ++crossings;
                    }
                }
            }
            if (crossings > 0) {
                vertex_[index(cell)] = static_cast<std::uint32_t>(mesh_.positions.size());
                mesh_.positions.push_back(place(sum / static_cast<double>(crossings)));
                if (settings_.half && cell.x == 0) {
                    mesh_.positions.back().x = 0.0;
                }
            }
        });
    }

    // A quad around every edge of the grid that the surface crosses.
    void addQuads(int axis) {
        ivec3 along(0);
        ivec3 u(0);
        ivec3 v(0);
        along[axis] = 1;
        u[(axis + 1) % 3] = 1;
        v[(axis + 2) % 3] = 1;
        forAll(u + v, count_ - along, [&](const ivec3& p) {
            const bool in = inside(p);
            if (in == inside(p + along)) {
                return;
            }
            std::array<std::uint32_t, 4> quad{vertex_[index(p - u - v)], vertex_[index(p - v)], vertex_[index(p)],
                                              vertex_[index(p - u)]};
            if (!in) {
                std::swap(quad[1], quad[3]);
            }
            if (std::find(quad.begin(), quad.end(), none) != quad.end()) {
                return;  // beyond the midline
            }
            mesh_.triangles.push_back({quad[0], quad[1], quad[2]});
            mesh_.triangles.push_back({quad[0], quad[2], quad[3]});
        });
    }

    const std::function<double(const dvec3&)>& distance_;
    NetSettings settings_;
    dvec3 step_;
    dvec3 low_;
    ivec3 blocks_{1};
    ivec3 count_{1};
    std::vector<float> values_;
    std::vector<std::uint32_t> vertex_;  // of a cell, by its first sample
    TriangleMesh mesh_;
};

}  // namespace

TriangleMesh surfaceNets(const std::function<double(const dvec3&)>& distance, const PartBox& box,
                         const NetSettings& settings) {
    return Net(distance, box, settings).draw();
}

}  // namespace myo::generate
