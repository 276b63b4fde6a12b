#include "core/ids.h"

#include <charconv>

namespace myo {

Side opposite(Side side) {
    return side == Side::left ? Side::right : Side::left;
}

BodySide toBodySide(Side side) {
    return side == Side::left ? BodySide::left : BodySide::right;
}

std::string_view name(Side side) {
    return side == Side::left ? "left" : "right";
}

std::string_view name(BodySide side) {
    switch (side) {
        case BodySide::left:
            return "left";
        case BodySide::right:
            return "right";
        case BodySide::mid:
            break;
    }
    return "mid";
}

std::optional<Side> parseSide(std::string_view text) {
    if (text == "left") {
        return Side::left;
    }
    if (text == "right") {
        return Side::right;
    }
    return std::nullopt;
}

std::string PointId::text() const {
    return muscle.value + "." + std::to_string(number);
}

std::optional<PointId> PointId::parse(std::string_view text) {
    const auto dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return std::nullopt;
    }
    int number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + dot + 1, end, number);
    if (error != std::errc{} || stop != end || number < 1) {
        return std::nullopt;
    }
    return PointId{MuscleId{std::string(text.substr(0, dot))}, number};
}

std::string SidedPoint::text() const {
    return point.text() + ":" + std::string(name(side));
}

std::string SidedRegion::text() const {
    return region.value + ":" + std::string(name(side));
}

}  // namespace myo
