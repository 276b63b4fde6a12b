// Finds out how a model stands in its file: unit, up axis and facing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "body/body.h"

namespace myo::own_model {

/// A coordinate axis of the file and its direction.
struct FileAxis {
    int axis = 1;  ///< 0 = x, 1 = y, 2 = z
    bool negative = false;

    /// "y", "+y", "-z" ...; nothing if the text is none of these.
    [[nodiscard]] static std::optional<FileAxis> parse(std::string_view text);
    [[nodiscard]] glm::vec3 direction() const;
    [[nodiscard]] std::string text() const;

    friend bool operator==(const FileAxis&, const FileAxis&) = default;
};

/// The length of a unit in millimetres: "m", "dm", "cm", "mm", "in" or "ft"; nothing if the text is none of these.
[[nodiscard]] std::optional<float> unitMillimetres(std::string_view text);

/// What the user knows better than the program.
struct PlacementOptions {
    std::optional<FileAxis> up;      ///< the direction from feet to head
    std::optional<FileAxis> facing;  ///< the direction in which the nose points
    std::optional<float> unitMm;     ///< millimetres per unit of the file

    friend bool operator==(const PlacementOptions&, const PlacementOptions&) = default;
};

/// The way from the file's coordinates to millimetres, +Y up, +Z anterior, +X the body's left, floor y = 0.
struct ModelPlacement {
    glm::mat3 rotation{1.0F};  ///< proper: never mirrors
    float scale = 1.0F;
    glm::vec3 shift{0.0F};

    FileAxis up;
    FileAxis facing{2, false};
    std::string unit;            ///< "m", "cm" ...; empty if no unit gives a plausible stature
    std::vector<Message> notes;  ///< what could not be told for certain

    [[nodiscard]] glm::vec3 apply(const glm::vec3& place) const { return scale * (rotation * place) + shift; }
    /// The way back into the file's coordinates.
    [[nodiscard]] glm::vec3 undo(const glm::vec3& place) const {
        return glm::transpose(rotation) * ((place - shift) / scale);
    }
};

/// Finds the frame from the shape: the plane of symmetry, the longer of the other two axes, feet and head, the feet's
/// direction, and the unit that makes the stature 1.2 to 2.2 m. A stature that no unit explains becomes 1.75 m, and a
/// note says so. The axes of the file must be those of the body.
/// \pre the mesh has triangles.
[[nodiscard]] ModelPlacement findPlacement(const body::Mesh& mesh, const PlacementOptions& options = {});

/// The mesh in the frame, with normals.
[[nodiscard]] body::Mesh placed(const body::Mesh& mesh, const ModelPlacement& frame);

}  // namespace myo::own_model
