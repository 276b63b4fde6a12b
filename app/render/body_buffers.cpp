#include "render/body_buffers.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

namespace myo::render {

namespace {

struct SurfaceVertex {
    glm::vec3 position;
    std::uint32_t normal;
};
static_assert(sizeof(SurfaceVertex) == BodyBuffers::surfaceStride);

struct MuscleVertex {
    glm::vec3 position;
    std::uint32_t normal;
    std::uint32_t fibre;
    std::uint16_t across;  // 1024 mm = 65535
    std::uint16_t along;
    std::uint8_t tendon;
    std::uint8_t tone;
    std::uint16_t unused;
};
static_assert(sizeof(MuscleVertex) == BodyBuffers::muscleStride);

constexpr float fibreRangeMm = 1024.0F;

// Groups of structures that share buffers.
enum class Group { skin, bones, muscles };

Group groupOf(body::StructureKind kind) {
    switch (kind) {
        case body::StructureKind::skin:
            return Group::skin;
        case body::StructureKind::muscle:
            return Group::muscles;
        case body::StructureKind::bone:
        case body::StructureKind::cartilage:
            break;
    }
    return Group::bones;
}

int pieceOf(float coordinate) {
    return static_cast<int>(std::floor(coordinate + 1e-4F));
}

// The size of a piece of muscle: its fibre coordinates run 0..1, the relief needs millimetres.
struct PieceSize {
    float acrossMm = 0.0F;
    float acrossShare = 0.0F;
    float alongMm = 0.0F;
    float alongShare = 0.0F;

    [[nodiscard]] glm::vec2 scale() const {
        return {acrossMm / std::max(acrossShare, 1e-3F), alongMm / std::max(alongShare, 1e-3F)};
    }
};

std::map<int, PieceSize> pieceSizes(const body::Mesh& mesh) {
    std::map<int, PieceSize> sizes;
    for (const Triangle& t : mesh.triangles) {
        PieceSize& size = sizes[pieceOf(mesh.fibreCoordinates[t[0]].x)];
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k];
            const std::uint32_t b = t[(k + 1) % 3];
            const glm::vec3 edge = mesh.positions[b] - mesh.positions[a];
            const glm::vec2 share = glm::abs(mesh.fibreCoordinates[b] - mesh.fibreCoordinates[a]);
            const float along = std::abs(glm::dot(edge, mesh.fibres[a]));
            if (share.x > 0.01F) {
                size.acrossMm += std::sqrt(std::max(glm::dot(edge, edge) - along * along, 0.0F));
                size.acrossShare += share.x;
            }
            if (share.y > 0.01F) {
                size.alongMm += along;
                size.alongShare += share.y;
            }
        }
    }
    return sizes;
}

std::uint16_t packLength(float mm) {
    return static_cast<std::uint16_t>(std::clamp(mm / fibreRangeMm, 0.0F, 1.0F) * 65535.0F + 0.5F);
}

std::uint8_t packShare(float share) {
    return static_cast<std::uint8_t>(std::clamp(share, 0.0F, 1.0F) * 255.0F + 0.5F);
}

void append(std::vector<SurfaceVertex>& vertices, const body::Mesh& mesh, std::size_t) {
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        vertices.push_back({mesh.positions[i], packDirection(mesh.normals[i])});
    }
}

void append(std::vector<MuscleVertex>& vertices, const body::Mesh& mesh, std::size_t structure) {
    const bool fibres = mesh.fibres.size() == mesh.positions.size() &&
                        mesh.fibreCoordinates.size() == mesh.positions.size() &&
                        mesh.tendon.size() == mesh.positions.size();
    const std::map<int, PieceSize> sizes = fibres ? pieceSizes(mesh) : std::map<int, PieceSize>{};
    // Neighbours differ a little in tone; the golden ratio keeps successive ones apart. Pairs keep one tone.
    const auto tone =
        static_cast<std::uint8_t>(std::fmod(static_cast<double>(structure / 2) * 0.61803399, 1.0) * 255.0);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        MuscleVertex vertex{mesh.positions[i], packDirection(mesh.normals[i]), 0, 0, 0, 0, tone, 0};
        if (fibres) {
            const glm::vec2 coordinate = mesh.fibreCoordinates[i];
            const int piece = pieceOf(coordinate.x);
            const auto size = sizes.find(piece);
            const glm::vec2 scale = size == sizes.end() ? glm::vec2(0.0F) : size->second.scale();
            vertex.fibre = packDirection(mesh.fibres[i]);
            vertex.across = packLength((coordinate.x - static_cast<float>(piece)) * scale.x);
            vertex.along = packLength(coordinate.y * scale.y);
            vertex.tendon = packShare(mesh.tendon[i]);
        }
        vertices.push_back(vertex);
    }
}

// Structures of one group, one behind the other, in the order of the body.
template <class Vertex>
MeshBuffers upload(const body::Body& body, Group group) {
    std::vector<Vertex> vertices;
    std::vector<Triangle> triangles;
    std::size_t vertexCount = 0;
    std::size_t triangleCount = 0;
    for (const body::Structure& structure : body.structures) {
        if (groupOf(structure.kind) == group && !structure.alias()) {
            vertexCount += structure.mesh.positions.size();
            triangleCount += structure.mesh.triangles.size();
        }
    }
    vertices.reserve(vertexCount);
    triangles.reserve(triangleCount);
    for (std::size_t i = 0; i < body.structures.size(); ++i) {
        const body::Structure& structure = body.structures[i];
        if (groupOf(structure.kind) != group || structure.alias()) {
            continue;
        }
        const auto first = static_cast<std::uint32_t>(vertices.size());
        append(vertices, structure.mesh, i);
        for (const Triangle& t : structure.mesh.triangles) {
            triangles.push_back({first + t[0], first + t[1], first + t[2]});
        }
    }
    MeshBuffers buffers;
    buffers.vertices.upload(vertices);
    buffers.indices.upload(triangles);
    return buffers;
}

MeshBuffers uploadSurface(const body::Body& body, Group group) {
    MeshBuffers buffers = upload<SurfaceVertex>(body, group);
    buffers.array.attach(buffers.vertices, sizeof(SurfaceVertex),
                         {{0, gl::Format::float3, offsetof(SurfaceVertex, position)},
                          {1, gl::Format::snorm10x3, offsetof(SurfaceVertex, normal)}});
    buffers.array.attachIndices(buffers.indices);
    return buffers;
}

// What stands on the floor: everything in the lowest 3 % of the body.
glm::vec4 footingOf(const body::Mesh& skin, const Aabb& bounds) {
    const float limit = bounds.low.y + 0.03F * (bounds.high.y - bounds.low.y);
    Aabb standing;
    for (const glm::vec3& p : skin.positions) {
        if (p.y <= limit) {
            standing.add(p);
        }
    }
    if (standing.empty()) {
        return glm::vec4(0.0F);
    }
    const glm::vec3 centre = standing.centre();
    const glm::vec3 half = (standing.high - standing.low) * 0.5F;
    return {centre.x, centre.z, half.x, half.z};
}

}  // namespace

std::uint32_t packDirection(const glm::vec3& direction) {
    std::uint32_t packed = 0;
    for (int k = 0; k < 3; ++k) {
        const float clamped = std::clamp(direction[k], -1.0F, 1.0F);
        const auto bits = static_cast<std::int32_t>(std::lround(clamped * 511.0F));
        packed |= (static_cast<std::uint32_t>(bits) & 0x3FFU) << (10 * k);
    }
    return packed;
}

BodyBuffers::BodyBuffers(std::shared_ptr<const body::Body> body) : body_(std::move(body)) {
    std::uint32_t next[3] = {0, 0, 0};
    for (std::size_t i = 0; i < body_->structures.size(); ++i) {
        const body::Structure& structure = body_->structures[i];
        const auto count = static_cast<std::uint32_t>(structure.mesh.triangles.size() * 3);
        std::uint32_t& first = next[static_cast<std::size_t>(groupOf(structure.kind))];
        ranges_.push_back(structure.alias() ? gl::IndexRange{} : gl::IndexRange{first, count});
        first += structure.alias() ? 0 : count;
        if (structure.kind == body::StructureKind::skin) {
            skinIndex_ = i;
        }
        const Aabb box = structure.mesh.bounds();
        boxes_.push_back(box);
        if (!box.empty()) {
            bounds_.add(box.low);
            bounds_.add(box.high);
        }
    }
    footing_ = footingOf(body_->skin(), bounds_);
    skin_ = uploadSurface(*body_, Group::skin);
}

const MeshBuffers& BodyBuffers::bones() {
    if (!bones_) {
        bones_ = uploadSurface(*body_, Group::bones);
    }
    return *bones_;
}

const MeshBuffers& BodyBuffers::muscles() {
    if (!muscles_) {
        MeshBuffers buffers = upload<MuscleVertex>(*body_, Group::muscles);
        buffers.array.attach(buffers.vertices, sizeof(MuscleVertex),
                             {{0, gl::Format::float3, offsetof(MuscleVertex, position)},
                              {1, gl::Format::snorm10x3, offsetof(MuscleVertex, normal)},
                              {2, gl::Format::snorm10x3, offsetof(MuscleVertex, fibre)},
                              {3, gl::Format::unorm16x2, offsetof(MuscleVertex, across)},
                              {4, gl::Format::unorm8x4, offsetof(MuscleVertex, tendon)}});
        buffers.array.attachIndices(buffers.indices);
        muscles_ = std::move(buffers);
    }
    return *muscles_;
}

}  // namespace myo::render
