#include "generate/skin_half_edges.h"

#include <algorithm>
#include <unordered_map>

namespace myo::generate {

HalfEdgeMesh::HalfEdgeMesh(const TriangleMesh& mesh)
    : positions_(mesh.positions), leaving_(mesh.positions.size(), none), border_(mesh.positions.size(), 0) {
    std::unordered_map<std::uint64_t, Index> open;
    open.reserve(mesh.triangles.size() * 2);
    for (const Triangle& t : mesh.triangles) {
        addTriangle(t[0], t[1], t[2]);
    }
    for (Index h = 0; h < halfEdgeCount(); ++h) {
        const std::uint64_t opposite = (std::uint64_t{to(h)} << 32U) | from(h);
        if (const auto found = open.find(opposite); found != open.end()) {
            link(h, found->second);
            open.erase(found);
        } else {
            open.emplace((std::uint64_t{from(h)} << 32U) | to(h), h);
        }
    }
    for (const auto& [key, h] : open) {
        border_[from(h)] = 1;
        border_[to(h)] = 1;
    }
}

void HalfEdgeMesh::link(Index a, Index b) {
    if (a != none) {
        twin_[a] = b;
    }
    if (b != none) {
        twin_[b] = a;
    }
}

HalfEdgeMesh::Index HalfEdgeMesh::addTriangle(Index a, Index b, Index c) {
    const Index h = halfEdgeCount();
    from_.insert(from_.end(), {a, b, c});
    twin_.insert(twin_.end(), {none, none, none});
    leaving_[a] = h;
    leaving_[b] = h + 1;
    leaving_[c] = h + 2;
    return h;
}

void HalfEdgeMesh::removeTriangle(Index h) {
    const Index first = h - h % 3;
    std::fill_n(from_.begin() + first, 3, none);
}

void HalfEdgeMesh::leaving(Index v, std::vector<Index>& result) const {
    result.clear();
    const Index start = leaving_[v];
    Index h = start;
    do {
        result.push_back(h);
        h = twin_[previous(h)];
    } while (h != none && h != start);
    if (h == none) {  // a border: the other way round, too
        for (h = twin_[start]; h != none; h = twin_[h]) {
            h = next(h);
            result.push_back(h);
        }
    }
}

void HalfEdgeMesh::neighbours(Index v, std::vector<Index>& result) const {
    leaving(v, result);
    Index last = none;
    for (Index& h : result) {
        if (twin_[previous(h)] == none) {
            last = from(previous(h));
        }
        h = to(h);
    }
    if (last != none) {
        result.push_back(last);
    }
}

glm::dvec3 HalfEdgeMesh::normalOf(Index a, Index b, Index c) const {
    return glm::cross(positions_[b] - positions_[a], positions_[c] - positions_[a]);
}

HalfEdgeMesh::Index HalfEdgeMesh::split(Index h) {
    const Index a = from(h);
    const Index b = to(h);
    const Index t = twin_[h];
    const Index m = vertexCount();
    positions_.push_back((positions_[a] + positions_[b]) * 0.5);
    leaving_.push_back(none);
    border_.push_back(t == none ? 1 : 0);

    // a-b-c becomes a-m-c and m-b-c.
    const auto cut = [&](Index edge, Index start, Index end) {
        const Index after = next(edge);
        const Index apex = to(after);
        const Index outer = twin_[after];
        from_[after] = m;
        const Index added = addTriangle(m, end, apex);
        link(added + 1, outer);
        link(added + 2, after);
        leaving_[m] = after;
        leaving_[start] = edge;
        return added;
    };
    const Index added = cut(h, a, b);
    if (t == none) {
        twin_[added] = none;
        return m;
    }
    const Index other = cut(t, b, a);
    link(h, other);
    link(t, added);
    return m;
}

bool HalfEdgeMesh::mayCollapse(Index h, double longest) {
    const Index a = from(h);
    const Index b = to(h);
    const bool borderEdge = twin_[h] == none;
    if (onBorder(a) && !borderEdge) {
        return false;
    }
    const Index apex = to(next(h));
    const Index otherApex = borderEdge ? none : to(next(twin_[h]));
    neighbours(a, ring_);
    neighbours(b, otherRing_);
    // Three neighbours at least must stay, on the border as well as inside.
    if (ring_.size() + otherRing_.size() < (borderEdge ? 6U : 8U)) {
        return false;
    }
    for (const Index n : ring_) {
        const bool shared = std::find(otherRing_.begin(), otherRing_.end(), n) != otherRing_.end();
        if (shared != (n == apex || n == otherApex)) {
            return false;
        }
        if (n == b || shared) {
            continue;
        }
        // Moving onto the border must not create an inner edge between border vertices.
        const bool neighbourOnBorderEdge = borderEdge && onBorder(n);
        if (onBorder(b) && onBorder(n) && !neighbourOnBorderEdge) {
            return false;
        }
        if (glm::distance(positions_[n], positions_[b]) > longest) {
            return false;
        }
    }
    leaving(a, ring_);
    for (const Index edge : ring_) {
        const Index p = to(edge);
        const Index q = to(next(edge));
        if (p == b || q == b) {
            continue;
        }
        const glm::dvec3 before = normalOf(a, p, q);
        const glm::dvec3 after = normalOf(b, p, q);
        const double size = glm::length(after);
        const double longestSide =
            std::max({glm::distance(positions_[b], positions_[p]), glm::distance(positions_[b], positions_[q]),
                      glm::distance(positions_[p], positions_[q])});
        if (size < 0.1 * longestSide * longestSide || glm::dot(before, after) < 0.5 * glm::length(before) * size) {
            return false;
        }
    }
    return true;
}

bool HalfEdgeMesh::collapse(Index h, double longest) {
    if (!mayCollapse(h, longest)) {
        return false;
    }
    const Index a = from(h);
    const Index b = to(h);
    leaving(a, ring_);
    const std::vector<Index> moved = ring_;
    const auto close = [&](Index edge) {
        const Index outerNext = twin_[next(edge)];
        const Index outerPrevious = twin_[previous(edge)];
        const Index apex = to(next(edge));
        link(outerNext, outerPrevious);
        // Any surviving half-edge that leaves the vertex will do.
        if (outerNext != none) {
            leaving_[apex] = outerNext;
            leaving_[b] = next(outerNext);
        }
        if (outerPrevious != none) {
            leaving_[apex] = next(outerPrevious);
            leaving_[b] = outerPrevious;
        }
    };
    const Index t = twin_[h];
    for (const Index edge : moved) {
        from_[edge] = b;
    }
    close(h);
    if (t != none) {
        close(t);
        removeTriangle(t);
    }
    removeTriangle(h);
    leaving_[a] = none;
    return true;
}

bool HalfEdgeMesh::flip(Index h) {
    const Index t = twin_[h];
    if (t == none) {
        return false;
    }
    const Index a = from(h);
    const Index b = to(h);
    const Index c = to(next(h));
    const Index d = to(next(t));
    if (c == d || (onBorder(c) && onBorder(d))) {
        return false;
    }
    neighbours(c, ring_);
    if (std::find(ring_.begin(), ring_.end(), d) != ring_.end()) {
        return false;
    }
    neighbours(a, ring_);
    neighbours(b, otherRing_);
    if (ring_.size() < 4 || otherRing_.size() < 4) {
        return false;
    }
    const glm::dvec3 before = normalOf(a, b, c) + normalOf(b, a, d);
    const glm::dvec3 first = normalOf(c, a, d);
    const glm::dvec3 second = normalOf(d, b, c);
    const double scale = 0.5 * glm::length(before);
    if (glm::dot(first, before) < scale * glm::length(first) * 1.4 ||
        glm::dot(second, before) < scale * glm::length(second) * 1.4) {
        return false;
    }
    // Triangles a-b-c and b-a-d become d-b-c (where h was) and c-a-d (where t was).
    const Index bc = next(h);
    const Index ca = previous(h);
    const Index ad = next(t);
    const Index db = previous(t);
    const Index outerCa = twin_[ca];
    const Index outerDb = twin_[db];
    // h: d -> b, bc: b -> c, ca: c -> d; t: c -> a, ad: a -> d, db: d -> c.
    from_[h] = d;
    from_[t] = c;
    link(h, outerDb);
    link(t, outerCa);
    link(ca, db);
    leaving_[a] = ad;
    leaving_[b] = bc;
    leaving_[c] = ca;
    leaving_[d] = db;
    return true;
}

TriangleMesh HalfEdgeMesh::compact() const {
    TriangleMesh mesh;
    std::vector<Index> place(positions_.size(), none);
    for (Index h = 0; h < halfEdgeCount(); h += 3) {
        if (!alive(h)) {
            continue;
        }
        Triangle triangle{};
        for (Index i = 0; i < 3; ++i) {
            const Index v = from_[h + i];
            if (place[v] == none) {
                place[v] = static_cast<Index>(mesh.positions.size());
                mesh.positions.push_back(positions_[v]);
            }
            triangle[i] = place[v];
        }
        mesh.triangles.push_back(triangle);
    }
    return mesh;
}

}  // namespace myo::generate
