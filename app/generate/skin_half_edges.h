// A triangle mesh that can be edited edge by edge.
#pragma once

#include <cstdint>
#include <vector>

#include "generate/skin_trace.h"

namespace myo::generate {

/// Half-edges as triangle corners: half-edge h belongs to triangle h / 3 and runs from its corner to the next one.
/// Vertices on x = 0 are the border. Every edit keeps the mesh and its mirror image a closed manifold.
class HalfEdgeMesh {
public:
    using Index = std::uint32_t;
    static constexpr Index none = ~0U;

    /// \pre `mesh` is manifold with its whole border on x = 0.
    explicit HalfEdgeMesh(const TriangleMesh& mesh);

    [[nodiscard]] Index halfEdgeCount() const { return static_cast<Index>(from_.size()); }
    [[nodiscard]] Index vertexCount() const { return static_cast<Index>(positions_.size()); }
    [[nodiscard]] bool alive(Index h) const { return from_[h] != none; }
    [[nodiscard]] bool vertexAlive(Index v) const { return leaving_[v] != none; }
    [[nodiscard]] Index from(Index h) const { return from_[h]; }
    [[nodiscard]] Index to(Index h) const { return from_[next(h)]; }
    [[nodiscard]] Index twin(Index h) const { return twin_[h]; }
    [[nodiscard]] bool onBorder(Index v) const { return border_[v] != 0; }
    [[nodiscard]] const glm::dvec3& position(Index v) const { return positions_[v]; }
    void move(Index v, const glm::dvec3& p) { positions_[v] = p; }
    [[nodiscard]] double length(Index h) const { return glm::distance(positions_[from(h)], positions_[to(h)]); }

    /// Half-edges that leave v, in order; at a border vertex the one without a triangle is not among them.
    void leaving(Index v, std::vector<Index>& result) const;
    /// Neighbours of v, each once.
    void neighbours(Index v, std::vector<Index>& result) const;

    /// Inserts a vertex in the middle of the edge and returns it.
    Index split(Index h);
    /// Moves from(h) onto to(h) and removes the edge, if the result is a manifold without folded triangles or edges
    /// longer than `longest`. A border vertex never leaves the border.
    bool collapse(Index h, double longest);
    /// Turns the edge within its two triangles, if the result is a manifold without a fold.
    bool flip(Index h);

    [[nodiscard]] TriangleMesh compact() const;

    [[nodiscard]] static Index next(Index h) { return h % 3 == 2 ? h - 2 : h + 1; }
    [[nodiscard]] static Index previous(Index h) { return h % 3 == 0 ? h + 2 : h - 1; }

private:
    void link(Index a, Index b);
    Index addTriangle(Index a, Index b, Index c);
    void removeTriangle(Index h);
    [[nodiscard]] glm::dvec3 normalOf(Index a, Index b, Index c) const;
    [[nodiscard]] bool mayCollapse(Index h, double longest);

    std::vector<glm::dvec3> positions_;
    std::vector<Index> leaving_;  // per vertex one half-edge; none = removed
    std::vector<unsigned char> border_;
    std::vector<Index> from_;  // none = removed
    std::vector<Index> twin_;
    std::vector<Index> ring_;  // scratch
    std::vector<Index> otherRing_;
};

}  // namespace myo::generate
