#include "session/overlying.h"

#include <algorithm>

namespace myo::session {

namespace {

// Two muscles are neighbours if a vertex of one lies in, or beside, a cell that has a vertex of the other.
constexpr float neighbourCellMm = 15.0F;

using Cells = std::vector<std::uint64_t>;  // sorted, each once

std::uint64_t cellKey(const glm::ivec3& cell) {
    constexpr int offset = 1 << 20;  // the body stands around the origin
    const auto part = [](int v) { return static_cast<std::uint64_t>(v + offset) & 0x1FFFFFU; };
    return part(cell.x) << 42U | part(cell.y) << 21U | part(cell.z);
}

void sortOnce(Cells& cells) {
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
}

std::vector<glm::ivec3> cellsOf(const body::Mesh& mesh) {
    std::vector<glm::ivec3> out;
    out.reserve(mesh.positions.size());
    for (const glm::vec3& place : mesh.positions) {
        out.emplace_back(glm::floor(place / neighbourCellMm));
    }
    const auto before = [](const glm::ivec3& a, const glm::ivec3& b) { return cellKey(a) < cellKey(b); };
    std::sort(out.begin(), out.end(), before);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

struct Occupied {
    Cells own;
    Cells around;  ///< own and every neighbour
};

Occupied occupied(const body::Mesh& mesh) {
    Occupied out;
    for (const glm::ivec3& cell : cellsOf(mesh)) {
        out.own.push_back(cellKey(cell));
        for (int n = 0; n < 27; ++n) {
            out.around.push_back(cellKey(cell + glm::ivec3(n % 3 - 1, n / 3 % 3 - 1, n / 9 - 1)));
        }
    }
    sortOnce(out.around);
    return out;
}

bool meet(const Cells& few, const Cells& many) {
    return std::any_of(few.begin(), few.end(),
                       [&](std::uint64_t cell) { return std::binary_search(many.begin(), many.end(), cell); });
}

}  // namespace

std::vector<std::vector<std::uint32_t>> overlyingMuscles(const body::Body& body) {
    const auto isMuscle = [](const body::Structure& s) { return s.kind == body::StructureKind::muscle; };
    std::vector<Occupied> places(body.structures.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (isMuscle(body.structures[i])) {
            places[i] = occupied(body.structures[i].mesh);
        }
    }
    std::vector<std::vector<std::uint32_t>> out(body.structures.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (std::size_t outer = 0; outer < out.size(); ++outer) {
            const body::Structure& over = body.structures[outer];
            const bool candidate = isMuscle(body.structures[i]) && isMuscle(over) && !over.alias() &&
                                   over.depthLayer < body.structures[i].depthLayer;
            if (candidate && meet(places[outer].own, places[i].around)) {
                out[i].push_back(static_cast<std::uint32_t>(outer));
            }
        }
    }
    return out;
}

}  // namespace myo::session
