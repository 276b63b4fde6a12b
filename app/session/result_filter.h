// Narrowing what the search panel lists, beside the words.
#pragma once

#include "atlas/atlas.h"
#include "body/body.h"
#include "search/search_index.h"

namespace myo::session {

enum class DepthChoice { any, superficial, intermediate, deep };

/// Which muscles the search panel lists; by default all.
struct ResultFilter : search::SearchFilter {
    DepthChoice depth = DepthChoice::any;

    [[nodiscard]] bool any() const { return !(*this == ResultFilter{}); }
    friend bool operator==(const ResultFilter&, const ResultFilter&) = default;
};

/// \param body tells how deep the muscle lies; one that it does not hold passes every depth. May be null.
[[nodiscard]] bool passes(const ResultFilter& filter, const atlas::Muscle& muscle, const body::Body* body);

}  // namespace myo::session
