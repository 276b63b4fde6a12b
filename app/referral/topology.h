// Which triangle lies beside which: half-edges of a triangle mesh.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "body/body.h"

namespace myo::referral {

/// Half-edges of a mesh. Half-edge 3 t + k runs from corner k of triangle t to the next corner, with the triangle on
/// its left. Where more than two triangles meet at an edge, only one pair of them is joined.
class Topology {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    explicit Topology(const body::Mesh& mesh);

    [[nodiscard]] std::size_t vertexCount() const { return positions_.size(); }
    [[nodiscard]] std::size_t triangleCount() const { return triangles_.size(); }
    [[nodiscard]] const std::vector<glm::vec3>& positions() const { return positions_; }
    [[nodiscard]] const std::vector<Triangle>& triangles() const { return triangles_; }

    [[nodiscard]] static std::uint32_t triangleOf(std::uint32_t half) { return half / 3; }
    [[nodiscard]] static std::uint32_t next(std::uint32_t half) { return half % 3 == 2 ? half - 2 : half + 1; }
    [[nodiscard]] static std::uint32_t previous(std::uint32_t half) { return half % 3 == 0 ? half + 2 : half - 1; }
    [[nodiscard]] std::uint32_t from(std::uint32_t half) const { return triangles_[half / 3][half % 3]; }
    [[nodiscard]] std::uint32_t to(std::uint32_t half) const { return from(next(half)); }
    /// The half-edge of the neighbouring triangle, or `none` at a border.
    [[nodiscard]] std::uint32_t twin(std::uint32_t half) const { return twins_[half]; }
    [[nodiscard]] float length(std::uint32_t half) const { return lengths_[half]; }
    /// Half-edges that start at a vertex, one per triangle around it.
    [[nodiscard]] std::span<const std::uint32_t> around(std::uint32_t vertex) const {
        return {outgoing_.data() + starts_[vertex], outgoing_.data() + starts_[vertex + 1]};
    }
    /// True if a shortest way may bend at the vertex: a saddle or a border.
    [[nodiscard]] bool bends(std::uint32_t vertex) const { return bends_[vertex] != 0; }
    /// mm^2.
    [[nodiscard]] float area(std::uint32_t triangle) const { return areas_[triangle]; }
    /// Position of a corner, 0..2.
    [[nodiscard]] glm::vec3 corner(std::uint32_t triangle, int index) const {
        return positions_[triangles_[triangle][static_cast<std::size_t>(index)]];
    }

private:
    void joinTwins();
    void listAround();
    void findBends();

    std::vector<glm::vec3> positions_;
    std::vector<Triangle> triangles_;
    std::vector<std::uint32_t> twins_;
    std::vector<float> lengths_;
    std::vector<float> areas_;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> outgoing_;
    std::vector<char> bends_;
};

}  // namespace myo::referral
