#include "generate/bone_simplify.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "generate/skin_half_edges.h"

namespace myo::generate {

namespace {

using glm::dmat3;
using glm::dvec3;
using Index = HalfEdgeMesh::Index;

// The sum of squared distances to weighted planes: p A p + 2 b p + c.
struct Quadric {
    dmat3 a{0.0};
    dvec3 b{0.0};
    double c = 0.0;

    void add(const Quadric& other) {
        a += other.a;
        b += other.b;
        c += other.c;
    }
    // With the planes on the other side of the midline.
    [[nodiscard]] Quadric mirrored() const {
        Quadric result = *this;
        for (const int k : {1, 2}) {
            result.a[0][k] = -result.a[0][k];
            result.a[k][0] = -result.a[k][0];
        }
        result.b.x = -result.b.x;
        return result;
    }
    [[nodiscard]] double at(const dvec3& p) const { return glm::dot(p, a * p) + 2.0 * glm::dot(b, p) + c; }
};

struct Candidate {
    double cost;
    Index edge;
    Index from;
    Index to;
    unsigned fromAge;
    unsigned toAge;
    dvec3 place;
    bool operator<(const Candidate& other) const {
        return cost != other.cost ? cost > other.cost : edge > other.edge;  // cheapest on top
    }
};

class Simplifier {
public:
    explicit Simplifier(const TriangleMesh& mesh)
        : mesh_(mesh), quadrics_(mesh.positions.size()), age_(mesh.positions.size(), 0), left_(mesh.triangles.size()) {
        for (const Triangle& t : mesh.triangles) {
            const dvec3& p = mesh.positions[t[0]];
            const dvec3 normal = glm::cross(mesh.positions[t[1]] - p, mesh.positions[t[2]] - p);
            const double area = std::max(glm::length(normal), 1e-12);
            const dvec3 n = normal / area;
            const double d = -glm::dot(n, p);
            const Quadric plane{glm::outerProduct(n, n) * area, n * (d * area), d * d * area};
            for (const Index corner : t) {
                addPlanes(corner, plane, false);
            }
        }
        for (Index h = 0; h < mesh_.halfEdgeCount(); ++h) {
            if (mesh_.twin(h) == HalfEdgeMesh::none || mesh_.from(h) < mesh_.to(h)) {
                push(h);
            }
        }
    }

    TriangleMesh run(std::size_t triangles) {
        while (left_ > triangles && !queue_.empty()) {
            const Candidate best = queue_.top();
            queue_.pop();
            if (mesh_.alive(best.edge) && mesh_.from(best.edge) == best.from && mesh_.to(best.edge) == best.to &&
                age_[best.from] == best.fromAge && age_[best.to] == best.toAge) {
                collapse(best);
            }
        }
        return mesh_.compact();
    }

private:
    // Planes that touch the midline count with their mirror images.
    void addPlanes(Index vertex, const Quadric& planes, bool symmetric) {
        quadrics_[vertex].add(planes);
        if (mesh_.onBorder(vertex) && !symmetric) {
            quadrics_[vertex].add(planes.mirrored());
        }
    }

    void push(Index h) {
        if (mesh_.onBorder(mesh_.from(h)) && !mesh_.onBorder(mesh_.to(h))) {
            h = mesh_.twin(h);
        }
        constexpr double steady = 1e-3;  // keeps the best place near the middle where the surface is flat
        constexpr double shortFirst = 1e-4;
        const Index a = mesh_.from(h);
        const Index b = mesh_.to(h);
        Quadric sum = quadrics_[a];
        sum.add(quadrics_[b]);
        const bool midline = mesh_.onBorder(b);
        dvec3 middle = (mesh_.position(a) + mesh_.position(b)) * 0.5;
        const double length = glm::distance(mesh_.position(a), mesh_.position(b));
        if (midline) {
            middle.x = 0.0;
        }
        const double firmness = steady * (sum.a[0][0] + sum.a[1][1] + sum.a[2][2]) + 1e-12;
        dvec3 place = glm::inverse(sum.a + dmat3(firmness)) * (firmness * middle - sum.b);
        const double away = glm::distance(place, middle);
        if (!(away < length)) {
            place = std::isfinite(away) && away > 0.0 ? middle + (place - middle) * (length / away) : middle;
        }
        if (midline) {
            place.x = 0.0;
        }
        queue_.push({sum.at(place) + shortFirst * length * length, h, a, b, age_[a], age_[b], place});
    }

    // True if the triangles around v, without those that hold `other`, keep their direction when v moves.
    bool mayMove(Index v, Index other, const dvec3& place) {
        mesh_.leaving(v, ring_);
        return std::all_of(ring_.begin(), ring_.end(), [&](Index h) {
            const Index p = mesh_.to(h);
            const Index q = mesh_.to(HalfEdgeMesh::next(h));
            if (p == other || q == other) {
                return true;
            }
            const dvec3 before =
                glm::cross(mesh_.position(p) - mesh_.position(v), mesh_.position(q) - mesh_.position(v));
            const dvec3 after = glm::cross(mesh_.position(p) - place, mesh_.position(q) - place);
            return glm::dot(before, after) > 0.3 * glm::length(before) * glm::length(after);
        });
    }

    void collapse(const Candidate& best) {
        constexpr double anyLength = 1e9;
        const bool border = mesh_.twin(best.edge) == HalfEdgeMesh::none;
        const dvec3 old = mesh_.position(best.to);
        if (!mayMove(best.to, best.from, best.place)) {
            return;
        }
        mesh_.move(best.to, best.place);
        const bool fromBorder = mesh_.onBorder(best.from);
        if (!mesh_.collapse(best.edge, anyLength)) {
            mesh_.move(best.to, old);
            return;
        }
        left_ -= border ? 1 : 2;
        addPlanes(best.to, quadrics_[best.from], fromBorder);
        ++age_[best.to];
        mesh_.leaving(best.to, ring_);
        const std::vector<Index> around = ring_;
        for (const Index h : around) {
            push(h);
            const Index before = HalfEdgeMesh::previous(h);
            if (mesh_.twin(before) == HalfEdgeMesh::none) {
                push(before);
            }
        }
    }

    HalfEdgeMesh mesh_;
    std::vector<Quadric> quadrics_;
    std::vector<unsigned> age_;  // how often a vertex was moved
    std::size_t left_;
    std::priority_queue<Candidate> queue_;
    std::vector<Index> ring_;
};

}  // namespace

TriangleMesh simplify(const TriangleMesh& mesh, std::size_t triangles) {
    return mesh.triangles.size() <= triangles ? mesh : Simplifier(mesh).run(triangles);
}

}  // namespace myo::generate
