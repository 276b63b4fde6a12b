// Distances along a surface and the rings of equal distance: what a limb's axis is read from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "body/body.h"

namespace myo::own_model {

/// Where a level of a distance field cuts the surface.
struct Ring {
    float perimeter = 0.0F;  ///< length of all loops together
    glm::vec3 centre{0.0F};  ///< mean over that length
};

/// Approximate distances along the edges of a mesh and across pairs of triangles: a few per cent too long, but alike on
/// meshes of different topology. The mesh must outlive the graph.
class SurfaceGraph {
public:
    explicit SurfaceGraph(const body::Mesh& mesh);

    [[nodiscard]] const body::Mesh& mesh() const { return *mesh_; }
    /// For every vertex the distance to the nearest source; infinite where no source can be reached.
    [[nodiscard]] std::vector<float> distances(std::span<const std::uint32_t> sources) const;
    /// Adds a source to a field of distances.
    void lower(std::vector<float>& field, std::uint32_t source) const;

    [[nodiscard]] Ring ring(const std::vector<float>& field, float level) const;
    [[nodiscard]] std::uint32_t nearestVertex(const glm::vec3& place) const;

private:
    void walk(std::vector<float>& field, std::vector<std::pair<float, std::uint32_t>> heap) const;

    const body::Mesh* mesh_;
    std::vector<std::uint32_t> first_;  // of the links of each vertex
    struct Link {
        std::uint32_t to;
        float length;
    };
    std::vector<Link> links_;
};

}  // namespace myo::own_model
