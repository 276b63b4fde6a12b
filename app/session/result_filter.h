// Narrowing what the search panel lists, beside the words.
#pragma once

#include <optional>

#include "atlas/atlas.h"
#include "body/body.h"

namespace myo::session {

enum class DepthChoice { any, superficial, intermediate, deep };

/// Which muscles the search panel lists; by default all.
struct ResultFilter {
    std::optional<atlas::BodyPart> bodyPart;  ///< nothing = any
    DepthChoice depth = DepthChoice::any;
    bool selfTreatable = false;  ///< only those that a lay person may press
    bool confirmed = false;      ///< only those with a point whose source has been confirmed

    [[nodiscard]] bool any() const { return !(*this == ResultFilter{}); }
    friend bool operator==(const ResultFilter&, const ResultFilter&) = default;
};

/// \param body tells how deep the muscle lies; one that it does not hold passes every depth. May be null.
[[nodiscard]] bool passes(const ResultFilter& filter, const atlas::Muscle& muscle, const body::Body* body);

}  // namespace myo::session
