// Where names stand beside a picture, each with a line to a dot on what it names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <glm/glm.hpp>

namespace myo::session {

/// A rectangle of the picture. Pixels, y downwards.
struct LabelBox {
    glm::vec2 low{0.0F};
    glm::vec2 high{0.0F};
};

/// A place that a line may end at, and how gladly.
struct LabelAnchor {
    glm::vec2 px{0.0F};
    float cost = 0.0F;  ///< px of a longer line that one would rather have than this place
};

/// A name that is to be placed.
struct LabelWish {
    float widthPx = 0.0F;
    std::vector<LabelAnchor> anchors;  ///< the line ends at one of them
};

/// The picture, and the sizes that names, dots and lines have in it.
struct LabelRoom {
    glm::vec2 sizePx{0.0F};
    float rowPx = 0.0F;     ///< from one name's middle to the next in the same column
    float heightPx = 0.0F;  ///< of a name; less than rowPx
    float marginPx = 0.0F;  ///< between the picture's edge and the names
    float dotPx = 0.0F;     ///< a dot's radius, with what should stay free around it
};

struct LabelPlace {
    std::size_t wish = 0;
    LabelBox box;
    bool left = false;       ///< in the left column, so that its line starts at its right end; else the other way round
    glm::vec2 fromPx{0.0F};  ///< where the line starts
    glm::vec2 anchorPx{0.0F};
};

/// Places names in two columns at the picture's edges. No name overlaps another, covers a dot or is crossed by a line,
/// and no line goes over more than six tenths of the width, where it would be hard to follow.
/// Each takes the row, column and anchor that give the shortest line with the fewest crossings of lines; one that finds
/// none is left out.
/// \param wishes the most important first: they choose before the others.
[[nodiscard]] std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, const LabelRoom& room);

}  // namespace myo::session
