#include "session/label_layout.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace myo::session {

namespace {

float cross(const glm::vec2& a, const glm::vec2& b) {
    return a.x * b.y - a.y * b.x;
}

bool linesCross(const LabelPlace& a, const LabelPlace& b) {
    const glm::vec2 along = a.anchorPx - a.fromPx;
    const glm::vec2 other = b.anchorPx - b.fromPx;
    return cross(along, b.fromPx - a.fromPx) * cross(along, b.anchorPx - a.fromPx) < 0.0F &&
           cross(other, a.fromPx - b.fromPx) * cross(other, a.anchorPx - b.fromPx) < 0.0F;
}

// The line from one place to another touches the box.
bool touches(const LabelBox& box, const glm::vec2& from, const glm::vec2& to) {
    // The share of the line that is within the box along both axes.
    float begin = 0.0F;
    float end = 1.0F;
    for (int axis = 0; axis < 2; ++axis) {
        const float way = to[axis] - from[axis];
        if (std::abs(way) < 1e-6F) {
            if (from[axis] < box.low[axis] || from[axis] > box.high[axis]) {
                return false;
            }
            continue;
        }
        const float a = (box.low[axis] - from[axis]) / way;
        const float b = (box.high[axis] - from[axis]) / way;
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
    }
    return begin <= end;
}

// The place lies in the box, or nearer to it than `reach` pixels.
bool covers(const LabelBox& box, const glm::vec2& place, float reach) {
    return place.x > box.low.x - reach && place.x < box.high.x + reach && place.y > box.low.y - reach &&
           place.y < box.high.y + reach;
}

class Columns {
public:
    explicit Columns(const LabelRoom& room)
        : room_(room), rows_(static_cast<int>(std::max(room.sizePx.y / room.rowPx, 0.0F))) {}

    void add(std::size_t index, const LabelWish& wish) {
        std::optional<LabelPlace> best;
        float least = 0.0F;
        for (int slot = 0; slot < 2 * rows_; ++slot) {
            LabelPlace place = inRow(slot / 2, slot % 2 == 0, wish.widthPx);
            place.wish = index;
            if (!standsFree(place.box)) {
                continue;
            }
            for (const LabelAnchor& anchor : wish.anchors) {
                place.anchorPx = anchor.px;
                const float cost = lengthCost(place) + balanceCost(place.left) + anchor.cost;
                // What crossings add is only counted for those that could still win.
                if ((best && cost >= least) || !allowed(place)) {
                    continue;
                }
                const float whole = cost + crossingCost(place);
                if (!best || whole < least) {
                    best = place;
                    least = whole;
                }
            }
        }
        if (best) {
            places_.push_back(*best);
        }
    }

    [[nodiscard]] std::vector<LabelPlace> take() { return std::move(places_); }

private:
    [[nodiscard]] LabelPlace inRow(int row, bool left, float width) const {
        // What is left over of the height is shared above and below.
        const float spare = room_.sizePx.y - static_cast<float>(rows_) * room_.rowPx;
        const float middle = spare * 0.5F + (static_cast<float>(row) + 0.5F) * room_.rowPx;
        const float x = left ? room_.marginPx : room_.sizePx.x - room_.marginPx - width;
        LabelPlace place;
        place.left = left;
        place.box = {{x, middle - room_.heightPx * 0.5F}, {x + width, middle + room_.heightPx * 0.5F}};
        place.fromPx = {left ? place.box.high.x : place.box.low.x, middle};
        return place;
    }

    // No name, dot or line is there yet.
    [[nodiscard]] bool standsFree(const LabelBox& box) const {
        return std::none_of(places_.begin(), places_.end(), [&](const LabelPlace& other) {
            const bool apart = other.box.high.x < box.low.x || box.high.x < other.box.low.x ||
                               other.box.high.y < box.low.y || box.high.y < other.box.low.y;
            return !apart || covers(box, other.anchorPx, room_.dotPx) || touches(box, other.fromPx, other.anchorPx);
        });
    }

    // The line leads into the picture, away from its own name, not all the way across, and over no other name.
    [[nodiscard]] bool allowed(const LabelPlace& place) const {
        const float ahead = (place.anchorPx.x - place.fromPx.x) * (place.left ? 1.0F : -1.0F);
        constexpr float farthest = 0.6F;  // share of the picture's width
        if (ahead < room_.dotPx || ahead > farthest * room_.sizePx.x) {
            return false;
        }
        return std::none_of(places_.begin(), places_.end(), [&](const LabelPlace& other) {
            return covers(other.box, place.anchorPx, room_.dotPx) || touches(other.box, place.fromPx, place.anchorPx);
        });
    }

    // A steep line is harder to follow than a long one.
    [[nodiscard]] static float lengthCost(const LabelPlace& place) {
        const glm::vec2 way = glm::abs(place.anchorPx - place.fromPx);
        return way.x * 0.5F + way.y;
    }

    // Of two columns as near, the emptier one.
    [[nodiscard]] float balanceCost(bool left) const {
        const auto there =
            std::count_if(places_.begin(), places_.end(), [&](const LabelPlace& other) { return other.left == left; });
        constexpr float rowsEach = 0.15F;
        return static_cast<float>(there) * rowsEach * room_.rowPx;
    }

    [[nodiscard]] float crossingCost(const LabelPlace& place) const {
        const auto crossed = std::count_if(places_.begin(), places_.end(),
                                           [&](const LabelPlace& other) { return linesCross(place, other); });
        constexpr float rowsEach = 3.0F;
        return static_cast<float>(crossed) * rowsEach * room_.rowPx;
    }

    LabelRoom room_;
    int rows_;
    std::vector<LabelPlace> places_;
};

}  // namespace

std::vector<LabelPlace> placeLabels(const std::vector<LabelWish>& wishes, const LabelRoom& room) {
    if (room.rowPx <= 0.0F) {
        return {};
    }
    Columns columns(room);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        columns.add(i, wishes[i]);
    }
    return columns.take();
}

}  // namespace myo::session
