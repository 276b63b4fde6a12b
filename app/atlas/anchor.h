// A place on the body written in the data: a landmark, a place between two landmarks, or either with an offset.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <glm/glm.hpp>

#include "core/ids.h"

namespace myo::atlas {

/// A landmark, or with `contra` its namesake on the other side of the body.
struct LandmarkRef {
    LandmarkId id;
    bool contra = false;

    friend bool operator==(const LandmarkRef&, const LandmarkRef&) = default;
};

/// Text form: `NAME`, `contra:NAME`, `A > B @ 0.4` (40 % of the way from A to B), each optionally followed by
/// `+ (dx, dy, dz)` in mm for the left side (x lateral, y up, z anterior; mirrored on the right).
struct Anchor {
    LandmarkRef from;
    std::optional<LandmarkRef> to;
    float share = 0.0F;      ///< 0..1 of the way from `from` to `to`; 0 without `to`
    glm::vec3 offset{0.0F};  ///< mm

    friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// A parsed anchor, or the sentence that says what is wrong with the text.
struct AnchorParse {
    std::optional<Anchor> anchor;
    std::string problem;
};

/// Parses the text form. Whether the landmarks exist is for the caller to check.
[[nodiscard]] AnchorParse parseAnchor(std::string_view text);

}  // namespace myo::atlas
