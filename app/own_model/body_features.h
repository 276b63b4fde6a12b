// The limbs of any standing model, found from distances along its skin; independent of how the limbs are held.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/result.h"
#include "own_model/surface_graph.h"

namespace myo::own_model {

/// An arm or a leg: distances along the skin from its tip.
struct Limb {
    std::uint32_t tip = 0;     ///< vertex
    std::vector<float> field;  ///< of every vertex, millimetres
    float reach = 0.0F;        ///< distance at which the limb joins the trunk

    /// The middle of the limb at a share of its reach (0 = tip, 1 = trunk).
    [[nodiscard]] glm::vec3 middle(const SurfaceGraph& graph, float share) const {
        return graph.ring(field, share * reach).centre;
    }
};

/// Indices into the pairs: 0 = left, 1 = right.
struct BodyFeatures {
    std::uint32_t crown = 0;  ///< vertex farthest up the head
    glm::vec3 neck{0.0F};     ///< middle of the neck where it is thinnest
    std::array<Limb, 2> arms;
    std::array<Limb, 2> legs;
    /// Tips of the fingers in no order; nothing where five separate fingers could not be told.
    std::array<std::optional<std::array<std::uint32_t, 5>>, 2> fingertips;
};

/// \param graph of a skin in the body's frame (millimetres, +Y up, facing +Z). The problem's text says what could not
/// be found; it names no file.
[[nodiscard]] Result<BodyFeatures> findFeatures(const SurfaceGraph& graph);

}  // namespace myo::own_model
