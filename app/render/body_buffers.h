// A body in the driver's memory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "body/body.h"
#include "render/gl/buffer.h"

namespace myo::render {

/// Vertices, indices and what they mean, for all structures of one vertex format.
struct MeshBuffers {
    gl::Buffer vertices;
    gl::Buffer indices;
    gl::VertexArray array;
};

/// Skin, bones and muscles, one pair of buffers each. Skin goes to the driver at once, the others when they are first
/// asked for: most pictures show the closed skin alone.
class BodyBuffers {
public:
    /// Position (three floats) and normal (10 bits a component).
    static constexpr std::size_t surfaceStride = 16;
    /// Also fibre direction, millimetres across and along the fibres, tendon share and tone.
    static constexpr std::size_t muscleStride = 28;

    /// \pre body is not null and has a skin.
    explicit BodyBuffers(std::shared_ptr<const body::Body> body);

    [[nodiscard]] const body::Body& body() const { return *body_; }
    [[nodiscard]] const Aabb& bounds() const { return bounds_; }
    /// Half extents and centre, in x and z, of what touches the floor: centre x, z, half x, half z; mm.
    [[nodiscard]] const glm::vec4& footing() const { return footing_; }

    [[nodiscard]] const MeshBuffers& skin() const { return skin_; }
    [[nodiscard]] gl::IndexRange skinRange() const { return {0, ranges_[skinIndex_].count}; }
    /// Bones and cartilages.
    [[nodiscard]] const MeshBuffers& bones();
    [[nodiscard]] const MeshBuffers& muscles();

    /// Where a structure lies in the indices of its buffers; empty for aliases. Index as in Body::structures.
    [[nodiscard]] gl::IndexRange range(std::size_t structure) const { return ranges_[structure]; }
    [[nodiscard]] const Aabb& box(std::size_t structure) const { return boxes_[structure]; }

private:
    std::shared_ptr<const body::Body> body_;
    std::size_t skinIndex_ = 0;
    std::vector<gl::IndexRange> ranges_;
    std::vector<Aabb> boxes_;
    Aabb bounds_;
    glm::vec4 footing_{0.0F};
    MeshBuffers skin_;
    std::optional<MeshBuffers> bones_;
    std::optional<MeshBuffers> muscles_;
};

/// A unit vector as GL_INT_2_10_10_10_REV.
[[nodiscard]] std::uint32_t packDirection(const glm::vec3& direction);

}  // namespace myo::render
