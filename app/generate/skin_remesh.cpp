#include "generate/skin_remesh.h"

#include <algorithm>
#include <cmath>

#include "core/parallel.h"
#include "generate/skin_half_edges.h"

namespace myo::generate {

namespace {

using Index = HalfEdgeMesh::Index;

constexpr double splitFactor = 4.0 / 3.0;
constexpr double collapseFactor = 4.0 / 5.0;
constexpr double longestFactor = 1.3;  // of the wanted length, after a collapse

class Remesher {
public:
    Remesher(const TriangleMesh& mesh, const RemeshSurface& surface) : mesh_(mesh), surface_(surface) {
        wanted_.resize(mesh_.vertexCount());
        parallelFor(wanted_.size(),
                    [&](std::size_t v) { wanted_[v] = surface_.edgeLength(mesh_.position(static_cast<Index>(v))); });
    }

    TriangleMesh run(int rounds) {
        // The first collapses grow the triangles step by step: a hundred to one in a single pass makes fans.
        for (const double scale : {0.3, 0.55, 0.8}) {
            collapseShort(scale);
            flipToDelaunay();
        }
        for (int i = 0; i < rounds; ++i) {
            splitLong();
            collapseShort(1.0);
            flipToDelaunay();
            evenOut();
        }
        splitLong();
        flipToDelaunay();
        evenOut();
        flipToDelaunay();
        return mesh_.compact();
    }

private:
    [[nodiscard]] double wanted(Index h) const { return 0.5 * (wanted_[mesh_.from(h)] + wanted_[mesh_.to(h)]); }

    void splitLong() {
        for (Index h = 0; h < mesh_.halfEdgeCount(); ++h) {
            if (mesh_.alive(h) && (mesh_.twin(h) == HalfEdgeMesh::none || h < mesh_.twin(h)) &&
                mesh_.length(h) > splitFactor * wanted(h)) {
                const double length = wanted(h);
                mesh_.split(h);
                wanted_.push_back(length);
            }
        }
    }

    void collapseShort(double scale) {
        for (Index h = 0; h < mesh_.halfEdgeCount(); ++h) {
            if (mesh_.alive(h) && mesh_.length(h) < collapseFactor * scale * wanted(h)) {
                mesh_.collapse(h, longestFactor * scale * wanted(h));
            }
        }
    }

    // The cosine of the angle at the corner that faces h.
    [[nodiscard]] double facingAngle(Index h) const {
        const glm::dvec3& apex = mesh_.position(mesh_.to(HalfEdgeMesh::next(h)));
        const glm::dvec3 a = mesh_.position(mesh_.from(h)) - apex;
        const glm::dvec3 b = mesh_.position(mesh_.to(h)) - apex;
        return std::acos(std::clamp(glm::dot(a, b) / std::sqrt(glm::dot(a, a) * glm::dot(b, b)), -1.0, 1.0));
    }

    void flipToDelaunay() {
        constexpr double halfTurn = 3.14159265358979;
        for (int pass = 0; pass < 4; ++pass) {
            bool changed = false;
            for (Index h = 0; h < mesh_.halfEdgeCount(); ++h) {
                if (!mesh_.alive(h) || mesh_.twin(h) == HalfEdgeMesh::none || h > mesh_.twin(h)) {
                    continue;
                }
                if (facingAngle(h) + facingAngle(mesh_.twin(h)) > halfTurn + 1e-3) {
                    changed = mesh_.flip(h) || changed;
                }
            }
            if (!changed) {
                return;
            }
        }
    }

    // Moves every vertex to the middle of its neighbours within the surface.
    void evenOut() {
        std::vector<glm::dvec3> places(mesh_.vertexCount());
        parallelFor(places.size(), [&](std::size_t i) {
            const auto v = static_cast<Index>(i);
            places[i] = mesh_.position(v);
            if (mesh_.vertexAlive(v)) {
                places[i] = evenedPlace(v);
            }
        });
        std::vector<glm::dvec3> former(places.size());
        for (Index v = 0; v < mesh_.vertexCount(); ++v) {
            former[v] = mesh_.position(v);
            mesh_.move(v, places[v]);
        }
        undoFolds(former);
        parallelFor(places.size(), [&](std::size_t v) {
            if (mesh_.vertexAlive(static_cast<Index>(v))) {
                wanted_[v] = surface_.edgeLength(mesh_.position(static_cast<Index>(v)));
            }
        });
    }

    [[nodiscard]] glm::dvec3 evenedPlace(Index v) const {
        const glm::dvec3 p = mesh_.position(v);
        glm::dvec3 normal(0.0);
        glm::dvec3 sum(0.0);
        double weights = 0.0;
        std::vector<Index> ring;
        mesh_.leaving(v, ring);
        for (const Index h : ring) {
            const glm::dvec3& a = mesh_.position(mesh_.to(h));
            const glm::dvec3& b = mesh_.position(mesh_.to(HalfEdgeMesh::next(h)));
            const glm::dvec3 area = glm::cross(a - p, b - p);
            normal += area;
            const double size = (wanted_[mesh_.to(h)] + wanted_[mesh_.to(HalfEdgeMesh::next(h))] + wanted_[v]) / 3.0;
            const double weight = glm::length(area) / (size * size);
            sum += weight * (a + b + p) / 3.0;
            weights += weight;
        }
        if (mesh_.onBorder(v)) {
            return evenedBorderPlace(v, ring);
        }
        normal /= std::max(glm::length(normal), 1e-12);
        const glm::dvec3 shift = sum / std::max(weights, 1e-12) - p;
        glm::dvec3 target = p + 0.8 * (shift - normal * glm::dot(shift, normal));
        target.x = std::max(target.x, 1e-3);
        return surface_.project(target, wanted_[v]) && target.x >= 1e-3 ? target : p;
    }

    [[nodiscard]] glm::dvec3 evenedBorderPlace(Index v, const std::vector<Index>& ring) const {
        const glm::dvec3 p = mesh_.position(v);
        glm::dvec3 sum(0.0);
        int count = 0;
        for (const Index h : ring) {
            if (mesh_.twin(h) == HalfEdgeMesh::none) {
                sum += mesh_.position(mesh_.to(h));
                ++count;
            }
            if (mesh_.twin(HalfEdgeMesh::previous(h)) == HalfEdgeMesh::none) {
                sum += mesh_.position(mesh_.from(HalfEdgeMesh::previous(h)));
                ++count;
            }
        }
        if (count != 2) {
            return p;
        }
        glm::dvec3 target = 0.5 * p + 0.25 * sum;
        target.x = 0.0;
        if (!surface_.project(target, wanted_[v])) {
            return p;
        }
        target.x = 0.0;
        return target;
    }

    // Puts the corners of triangles that were turned over back to where they came from.
    void undoFolds(const std::vector<glm::dvec3>& former) {
        for (int pass = 0; pass < 5; ++pass) {
            std::vector<Index> back;
            for (Index h = 0; h < mesh_.halfEdgeCount(); h += 3) {
                if (!mesh_.alive(h)) {
                    continue;
                }
                const Index a = mesh_.from(h);
                const Index b = mesh_.from(h + 1);
                const Index c = mesh_.from(h + 2);
                const glm::dvec3 before = glm::cross(former[b] - former[a], former[c] - former[a]);
                const glm::dvec3 after =
                    glm::cross(mesh_.position(b) - mesh_.position(a), mesh_.position(c) - mesh_.position(a));
                if (glm::dot(before, after) < 0.3 * glm::length(before) * glm::length(after)) {
                    back.insert(back.end(), {a, b, c});
                }
            }
            if (back.empty()) {
                return;
            }
            for (const Index v : back) {
                mesh_.move(v, former[v]);
            }
        }
    }

    HalfEdgeMesh mesh_;
    const RemeshSurface& surface_;
    std::vector<double> wanted_;  // edge length per vertex
};

}  // namespace

TriangleMesh remesh(const TriangleMesh& mesh, const RemeshSurface& surface, int rounds) {
    return Remesher(mesh, surface).run(rounds);
}

}  // namespace myo::generate
